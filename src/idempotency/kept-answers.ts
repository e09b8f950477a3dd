import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager, LessThan } from 'typeorm';
import type { SuccessEnvelope } from '../common/envelope';
import { ApiError } from '../common/errors';
import { poolOf } from '../database/data-source';
import { IdempotencyKey } from '../database/entities';
import { newIdEnding } from '../database/ids';
import { run, type Statement } from '../record/statements';
import { Sealer, UnsealError } from '../secrets/sealer';
import type { Repeatable } from './repeatable';

const KEEP_MS = 24 * 3_600_000;
const CLEAN_MS = 3_600_000;

/** A request that has not been answered for this long was cut off with its process. */
const CUT_OFF_AFTER = "interval '2 minutes'";
const KEPT_FOR = "interval '24 hours'";

const PLACE = 'organization_id = $1 AND principal_id = $2 AND operation = $3 AND key_hash = $4';

/** A request that was cut off may have made something, so its key stays its own; the ids go on to the next try. */
const CLAIM: Statement = {
  name: 'weft_claim_idempotency_key',
  text: `INSERT INTO idempotency_keys AS k
      (organization_id, principal_id, operation, key_hash, request_hash, attempt, id_ending)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (organization_id, principal_id, operation, key_hash) DO UPDATE
      SET request_hash = excluded.request_hash, attempt = excluded.attempt, answer = NULL,
        created_at = now(), id_ending = CASE WHEN k.created_at < now() - ${KEPT_FOR}
          THEN excluded.id_ending ELSE k.id_ending END
      WHERE k.created_at < now() - ${KEPT_FOR}
        OR (k.answer IS NULL AND k.created_at < now() - ${CUT_OFF_AFTER}
          AND k.request_hash = excluded.request_hash)
    RETURNING k.id_ending`,
};

const READ: Statement = {
  name: 'weft_read_idempotency_key',
  text: `SELECT request_hash, answer FROM idempotency_keys WHERE ${PLACE}`,
};

/** Nothing for an answer that was kept with the work. */
const KEEP: Statement = {
  name: 'weft_keep_answer',
  text: `UPDATE idempotency_keys SET answer = $6
    WHERE ${PLACE} AND attempt = $5 AND answer IS NULL RETURNING operation`,
};

const RELEASE: Statement = {
  name: 'weft_release_idempotency_key',
  text: `DELETE FROM idempotency_keys WHERE ${PLACE} AND attempt = $5 AND answer IS NULL`,
};

const FORGET: Statement = {
  name: 'weft_forget_answer',
  text: `DELETE FROM idempotency_keys WHERE ${PLACE} AND answer = $5`,
};

/** The request is carried out now, as this attempt. */
export interface Mine {
  kind: 'mine';
  attempt: string;
  idEnding: string;
}

export type Claimed =
  | Mine
  | { kind: 'answered'; answer: SuccessEnvelope }
  | { kind: 'under-way' }
  /** The key stands for another request. */
  | { kind: 'other' };

/** What requests with an `Idempotency-Key` were answered, for a day. */
@Injectable()
export class KeptAnswers implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Idempotency');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.clean(), CLEAN_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Of several requests with one key that come together, one gets it. */
  async claim(request: Repeatable): Promise<Claimed> {
    const attempt = randomUUID();
    const pool = poolOf(this.dataSource);
    const place = placeOf(request);
    const parameters = [...place, request.requestHash, attempt, newIdEnding()];
    const [claimed] = await run<{ id_ending: string }>(pool, CLAIM, parameters);
    if (claimed !== undefined) return { kind: 'mine', attempt, idEnding: claimed.id_ending };
    const [row] = await run<{ request_hash: Buffer; answer: Buffer | null }>(pool, READ, place);
    // It was given up in between: whoever asks once more gets it.
    if (row === undefined) return { kind: 'under-way' };
    if (!row.request_hash.equals(request.requestHash)) return { kind: 'other' };
    if (row.answer === null) return { kind: 'under-way' };
    const answer = this.unseal(request, row.answer);
    if (answer !== undefined) return { kind: 'answered', answer };
    await run(pool, FORGET, [...place, row.answer]);
    return this.claim(request);
  }

  /** Undefined for one whose key has been removed: it counts as absent. */
  private unseal(request: Repeatable, sealed: Buffer): SuccessEnvelope | undefined {
    try {
      return JSON.parse(this.sealer.unseal(sealed, contextOf(request))) as SuccessEnvelope;
    } catch (error) {
      if (error instanceof UnsealError) return undefined;
      throw error;
    }
  }

  async keep(request: Repeatable, attempt: string, answer: SuccessEnvelope): Promise<void> {
    await this.end(KEEP, this.kept(request, attempt, answer));
  }

  /** Commits an answer with the work. Throws 409, and so undoes the work, when another attempt has taken over. */
  async keepWithin(
    manager: EntityManager,
    request: Repeatable,
    attempt: string,
    answer: SuccessEnvelope,
  ): Promise<void> {
    const parameters = this.kept(request, attempt, answer);
    const [kept] = await manager.query<[unknown[], number]>(KEEP.text, parameters);
    if (kept.length === 0) throw new ApiError('requestUnderWay');
  }

  private kept(request: Repeatable, attempt: string, answer: SuccessEnvelope): unknown[] {
    const sealed = this.sealer.seal(JSON.stringify(answer), contextOf(request));
    return [...placeOf(request), attempt, sealed];
  }

  /** The request was refused, or failed before its work was committed: the next one with the key is carried out. */
  async release(request: Repeatable, attempt: string): Promise<void> {
    await this.end(RELEASE, [...placeOf(request), attempt]);
  }

  /** Deletes what is older than a day. */
  async clean(now = Date.now()): Promise<void> {
    const createdAt = LessThan(new Date(now - KEEP_MS));
    await this.dataSource.manager.delete(IdempotencyKey, { createdAt }).catch((error: unknown) => {
      this.logger.warn(`Old answers could not be deleted: ${String(error)}`);
    });
  }

  /** The request is over, so its client is answered even when that can't be written. */
  private async end(statement: Statement, parameters: unknown[]): Promise<void> {
    await run(poolOf(this.dataSource), statement, parameters).catch((error: unknown) => {
      this.logger.warn(`An answer could not be kept: ${String(error)}`);
    });
  }
}

const placeOf = (request: Repeatable): unknown[] => [
  request.organizationId,
  request.principalId,
  request.operation,
  request.keyHash,
];

/** What an answer is sealed for: it can't be read as that of another request. */
function contextOf({ organizationId, principalId, operation, keyHash }: Repeatable): string {
  return `answer ${organizationId} ${principalId} ${operation} ${keyHash.toString('hex')}`;
}
