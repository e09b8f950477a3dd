import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source';
import { run, type Statement } from '../record/statements';
import { RateLimitSettings } from './rate-limit-settings';
import { type Allowance, minuteOf, RequestWindow } from './request-window';

/** How long one process may not know what the others have let in. */
const EXCHANGE_MS = 250;
const CLEAN_MS = 3_600_000;

/** Whose requests are counted: an organization, or a user who acts in none, or an address, or everybody at an organization. */
export interface Counted {
  organizationId: string;
  userId: string;
}

/** In the order of the key, so that two processes never wait for each other. */
const EXCHANGE: Statement = {
  name: 'weft_exchange_request_counts',
  text: `INSERT INTO request_counts AS c (organization_id, user_id, minute, count)
    SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::integer[]) ORDER BY 1, 2
    ON CONFLICT (organization_id, user_id) DO UPDATE SET
      count = CASE WHEN c.minute > excluded.minute THEN c.count
        WHEN c.minute = excluded.minute THEN c.count + excluded.count ELSE excluded.count END,
      minute = greatest(c.minute, excluded.minute)
    RETURNING organization_id, user_id, minute, count`,
};

const CLEAN: Statement = {
  name: 'weft_clean_request_counts',
  text: 'DELETE FROM request_counts WHERE minute < $1',
};

interface Row {
  organization_id: string;
  user_id: string;
  minute: string;
  count: number;
}

/**
 * Counts requests without a statement for each: every process decides by what it knows, and four times a second they
 * put their counts together. So all of them together may let in as many too many as come in a quarter of a second.
 */
@Injectable()
export class RequestCounts implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('RateLimits');
  private readonly windows = new Map<string, { counted: Counted; window: RequestWindow }>();
  private timer: NodeJS.Timeout | undefined;
  private cleaner: NodeJS.Timeout | undefined;
  private exchanging: Promise<void> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: RateLimitSettings,
  ) {}

  onModuleInit(): void {
    if (this.settings.perMinute === 0 && this.settings.perMinuteOpen === 0) return;
    this.cleaner = setInterval(() => void this.clean(), CLEAN_MS).unref();
    this.timer = setInterval(() => void this.exchange(), EXCHANGE_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    clearInterval(this.cleaner);
    await this.exchanging;
  }

  /** Undefined when there is no limit. */
  take(counted: Counted, limit = this.settings.perMinute, now = Date.now()): Allowance | undefined {
    if (limit === 0) return undefined;
    const key = keyOf(counted);
    const entry = this.windows.get(key) ?? { counted, window: new RequestWindow() };
    this.windows.set(key, entry);
    return entry.window.take(limit, now);
  }

  /** Puts the counts of this process to those of the others. One at a time. */
  exchange(now = Date.now()): Promise<void> {
    this.exchanging ??= this.exchangeAll(now)
      .catch((error: unknown) => {
        this.logger.warn(`Requests could not be counted together: ${String(error)}`);
      })
      .finally(() => {
        this.exchanging = undefined;
      });
    return this.exchanging;
  }

  /** Addresses come and go. */
  private async clean(now = Date.now()): Promise<void> {
    await run(poolOf(this.dataSource), CLEAN, [minuteOf(now) - 60]).catch((error: unknown) => {
      this.logger.warn(`Old counts could not be deleted: ${String(error)}`);
    });
  }

  private async exchangeAll(now: number): Promise<void> {
    const handed = [...this.windows].flatMap(([key, { counted, window }]) => {
      if (window.isOver(now)) this.windows.delete(key);
      const told = window.hand();
      return told === undefined ? [] : [{ ...counted, ...told }];
    });
    if (handed.length === 0) return;
    const rows = await run<Row>(poolOf(this.dataSource), EXCHANGE, [
      handed.map(({ organizationId }) => organizationId),
      handed.map(({ userId }) => userId),
      handed.map(({ minute }) => minute),
      handed.map(({ count }) => count),
    ]);
    for (const { organization_id: organizationId, user_id: userId, minute, count } of rows) {
      const entry = this.windows.get(keyOf({ organizationId, userId }));
      entry?.window.learn(Number(minute), count);
    }
  }
}

const keyOf = ({ organizationId, userId }: Counted): string => `${organizationId} ${userId}`;
