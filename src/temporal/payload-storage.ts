import { createHash } from 'node:crypto';
import {
  type Payload,
  type StorageDriver,
  StorageDriverClaim,
  type StorageDriverRetrieveContext,
  type StorageDriverStoreContext,
} from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';

const PayloadProto = temporal.api.common.v1.Payload;

/** Memory kept for payloads that are read again and again: plans above all. */
const CACHE_BYTES = 64 * 1024 * 1024;

/**
 * Keeps large payloads of Temporal in PostgreSQL, by their content: a plan is stored once, however many
 * runs start with it. What this process has stored or read lately costs no statement.
 */
export class PayloadStorage implements StorageDriver {
  readonly name = 'postgresql';
  readonly type = 'weft.postgresql';

  private readonly cache = new LRUCache<string, Buffer>({
    maxSize: CACHE_BYTES,
    sizeCalculation: (bytes) => bytes.length + 64,
  });

  constructor(private readonly pool: Pool) {}

  async store(
    _context: StorageDriverStoreContext,
    payloads: Payload[],
  ): Promise<StorageDriverClaim[]> {
    const blobs = payloads.map(toBlob);
    const unknown = blobs.filter(({ hash }) => !this.cache.has(hash));
    if (unknown.length > 0) {
      await this.pool.query({
        name: 'weft_store_payloads',
        text: `INSERT INTO payload_blobs (hash, bytes)
          SELECT DISTINCT ON (hash) hash, bytes FROM unnest($1::bytea[], $2::bytea[]) AS blob (hash, bytes)
          ORDER BY hash
          ON CONFLICT (organization_id, hash) DO UPDATE SET last_used_at = now()
          WHERE payload_blobs.last_used_at < now() - interval '1 day'`,
        values: [
          unknown.map(({ hash }) => Buffer.from(hash, 'hex')),
          unknown.map(({ bytes }) => bytes),
        ],
      });
      for (const { hash, bytes } of unknown) this.cache.set(hash, bytes);
    }
    return blobs.map(({ hash }) => new StorageDriverClaim({ sha256: hash }));
  }

  async retrieve(
    _context: StorageDriverRetrieveContext,
    claims: StorageDriverClaim[],
  ): Promise<Payload[]> {
    const hashes = claims.map(({ claimData }) => claimData.sha256 ?? '');
    const found = new Map<string, Buffer>();
    for (const hash of hashes) {
      const bytes = this.cache.get(hash);
      if (bytes) found.set(hash, bytes);
    }
    await this.read(
      [...new Set(hashes)].filter((hash) => !found.has(hash)),
      found,
    );
    return hashes.map((hash) => {
      const bytes = found.get(hash);
      if (!bytes) throw new Error(`The payload ${hash} is not in the database.`);
      return PayloadProto.decode(bytes);
    });
  }

  private async read(hashes: readonly string[], found: Map<string, Buffer>): Promise<void> {
    if (hashes.length === 0) return;
    const { rows } = await this.pool.query<{ hash: string; bytes: Buffer }>({
      name: 'weft_read_payloads',
      text: `SELECT encode(hash, 'hex') AS hash, bytes FROM payload_blobs
        WHERE organization_id = '' AND hash = ANY ($1::bytea[])`,
      values: [hashes.map((hash) => Buffer.from(hash, 'hex'))],
    });
    for (const { hash, bytes } of rows) {
      found.set(hash, bytes);
      this.cache.set(hash, bytes);
    }
  }
}

function toBlob(payload: Payload): { hash: string; bytes: Buffer } {
  const bytes = Buffer.from(PayloadProto.encode(payload).finish());
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes };
}
