import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApiError } from '../common/errors';
import { poolOf } from '../database/data-source';
import { run, type Statement } from '../record/statements';

const MAX_FAILURES = 10;
const CLEAN_MS = 3_600_000;

const ATTEMPT: Statement = {
  name: 'weft_sign_in_attempt',
  text: `INSERT INTO user_sign_in_attempts AS a (place_hash, count, ends_at)
    VALUES ($1, 1, now() + interval '15 minutes')
    ON CONFLICT (place_hash) DO UPDATE SET
      count = CASE WHEN a.ends_at < now() THEN 1 ELSE a.count + 1 END,
      ends_at = CASE WHEN a.ends_at < now() THEN excluded.ends_at ELSE a.ends_at END
    RETURNING count, ceil(extract(epoch FROM ends_at - now()))::integer AS seconds`,
};

const FORGET: Statement = {
  name: 'weft_sign_in_succeeded',
  text: 'DELETE FROM user_sign_in_attempts WHERE place_hash = $1',
};

const CLEAN: Statement = {
  name: 'weft_clean_sign_in_attempts',
  text: 'DELETE FROM user_sign_in_attempts WHERE ends_at < now()',
};

/** Counts failed attempts per account and address, in all processes, so that passwords can't be tried out. */
@Injectable()
export class SignInLimiter implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Sessions');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly dataSource: DataSource) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.clean(), CLEAN_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Throws 429 when there were too many. Counts this attempt as failed until it has succeeded. */
  async begin(login: string, ip: string | undefined): Promise<void> {
    const [row] = await run<{ count: number; seconds: number }>(poolOf(this.dataSource), ATTEMPT, [
      placeOf(login, ip),
    ]);
    if (row !== undefined && row.count > MAX_FAILURES) {
      throw ApiError.later('tooManySignIns', row.seconds);
    }
  }

  async succeeded(login: string, ip: string | undefined): Promise<void> {
    await run(poolOf(this.dataSource), FORGET, [placeOf(login, ip)]);
  }

  private async clean(): Promise<void> {
    await run(poolOf(this.dataSource), CLEAN, []).catch((error: unknown) => {
      this.logger.warn(`Old attempts to sign in could not be deleted: ${String(error)}`);
    });
  }
}

/** A hash: who has tried to sign in from where is nobody's business. */
function placeOf(login: string, ip = ''): Buffer {
  return createHash('sha256').update(`${ip} ${login}`).digest();
}
