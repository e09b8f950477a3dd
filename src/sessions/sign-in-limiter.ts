import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApiError } from '../common/errors';
import { poolOf } from '../database/data-source';
import { run, type Statement } from '../record/statements';

const CLEAN_MS = 3_600_000;

/** Something that is counted, and how often it may be in a quarter of an hour. */
interface Place {
  name: string;
  max: number;
}

/** In the order of the key, so that two processes never wait for each other. */
const ATTEMPT: Statement = {
  name: 'weft_password_attempt',
  text: `INSERT INTO user_sign_in_attempts AS a (place_hash, count, ends_at)
    SELECT place, 1, now() + interval '15 minutes' FROM unnest($1::bytea[]) AS place ORDER BY place
    ON CONFLICT (place_hash) DO UPDATE SET
      count = CASE WHEN a.ends_at < now() THEN 1 ELSE a.count + 1 END,
      ends_at = CASE WHEN a.ends_at < now() THEN excluded.ends_at ELSE a.ends_at END
    RETURNING place_hash, count, ceil(extract(epoch FROM ends_at - now()))::integer AS seconds`,
};

/** `$1` was shown to be the right one's, and the others have one failure less. */
const SUCCEEDED: Statement = {
  name: 'weft_password_succeeded',
  text: `WITH forgotten AS (DELETE FROM user_sign_in_attempts WHERE place_hash = $1)
    UPDATE user_sign_in_attempts SET count = count - 1
    WHERE place_hash = ANY ($2::bytea[]) AND count > 0`,
};

const CLEAN: Statement = {
  name: 'weft_clean_sign_in_attempts',
  text: 'DELETE FROM user_sign_in_attempts WHERE ends_at < now()',
};

interface Row {
  place_hash: Buffer;
  count: number;
  seconds: number;
}

/**
 * Counts attempts with passwords, in all processes: of one account from one address, of one address with whatever
 * accounts, and of one account from whatever addresses. The last lets in more, since strangers could lock somebody
 * out by it.
 */
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

  /** Throws 429 when there were too many. Counts this attempt as failed until it has {@link succeeded}. */
  begin(login: string, ip: string | undefined): Promise<void> {
    return this.count(signInPlaces(login, ip));
  }

  async succeeded(login: string, ip: string | undefined): Promise<void> {
    const [own, ...others] = signInPlaces(login, ip).map(hashOf);
    await run(poolOf(this.dataSource), SUCCEEDED, [own, others]);
  }

  /** Every account that is asked for counts, made or not. Throws 429. */
  beginSignUp(login: string, ip: string | undefined): Promise<void> {
    return this.count([
      { name: `sign-up ${ip ?? ''}`, max: 200 },
      { name: `sign-up of ${login}`, max: 10 },
    ]);
  }

  /** Of somebody who is signed in and changes the password. Throws 429. */
  beginChange(userId: string, ip: string | undefined): Promise<void> {
    return this.count(changePlaces(userId, ip));
  }

  async changed(userId: string, ip: string | undefined): Promise<void> {
    const [own, ...others] = changePlaces(userId, ip).map(hashOf);
    await run(poolOf(this.dataSource), SUCCEEDED, [own, others]);
  }

  private async count(places: readonly Place[]): Promise<void> {
    const hashes = places.map(hashOf);
    const rows = await run<Row>(poolOf(this.dataSource), ATTEMPT, [hashes]);
    const over = rows.filter(({ place_hash: hash, count }) => {
      const place = places.find((one) => hashOf(one).equals(hash));
      return place !== undefined && count > place.max;
    });
    if (over.length === 0) return;
    const seconds = Math.max(...over.map((row) => row.seconds));
    throw ApiError.later('tooManySignIns', seconds);
  }

  private async clean(): Promise<void> {
    await run(poolOf(this.dataSource), CLEAN, []).catch((error: unknown) => {
      this.logger.warn(`Old attempts to sign in could not be deleted: ${String(error)}`);
    });
  }
}

function signInPlaces(login: string, ip = ''): Place[] {
  return [{ name: `${ip} ${login}`, max: 10 }, fromAddress(ip), { name: `of ${login}`, max: 100 }];
}

function changePlaces(userId: string, ip = ''): Place[] {
  return [{ name: `change ${userId}`, max: 10 }, fromAddress(ip)];
}

const fromAddress = (ip: string): Place => ({ name: `from ${ip}`, max: 100 });

/** A hash: who has tried to sign in from where is nobody's business. */
function hashOf({ name }: Place): Buffer {
  return createHash('sha256').update(name).digest();
}
