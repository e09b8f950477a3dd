import { createHash } from 'node:crypto';
import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';

const PayloadProto = temporal.api.common.v1.Payload;

/**
 * Payloads above this many bytes go to PostgreSQL, and Temporal's history carries a reference. 100
 * commands of one activation stay below 1 MB, and no state is too large to continue as new.
 */
export const PAYLOAD_THRESHOLD = 8 * 1024;

/** The same for local activities, whose input never reaches Temporal: 100 results stay below 4 MB. */
export const LOCAL_PAYLOAD_THRESHOLD = 32 * 1024;

/** Memory kept for payloads that are read again and again: plans above all. */
const CACHE_BYTES = 64 * 1024 * 1024;

/** After this time a payload that is stored again says so in the database: it is still in use. */
const CACHE_MS = 12 * 3_600_000;

/** In the metadata of a reference; its data is `{ sha256, bytes }` as JSON, which Temporal's UI shows. */
export const REFERENCE = 'weft-reference';

interface Reference {
  sha256: string;
  bytes: number;
}

/**
 * Keeps large payloads of Temporal in PostgreSQL, by their content: a plan is stored once, however many
 * runs start with it. What this process has stored or read lately costs no statement.
 */
export class PayloadStorage implements PayloadCodec {
  private readonly cache = new LRUCache<string, Buffer>({
    maxSize: CACHE_BYTES,
    sizeCalculation: (bytes) => bytes.length + 64,
    ttl: CACHE_MS,
  });

  constructor(private readonly pool: Pool) {}

  async encode(payloads: Payload[], context?: SerializationContext): Promise<Payload[]> {
    const local = context?.type === 'activity' && context.isLocal;
    const threshold = local ? LOCAL_PAYLOAD_THRESHOLD : PAYLOAD_THRESHOLD;
    /** What is not the data is a few words. */
    const isLarge = ({ data }: Payload): boolean => (data?.length ?? 0) > threshold;
    if (!payloads.some(isLarge)) return payloads;
    const blobs = payloads.map((payload) => (isLarge(payload) ? toBlob(payload) : undefined));
    await this.store(blobs.filter((blob) => blob !== undefined));
    return payloads.map((payload, index) => {
      const blob = blobs[index];
      return blob ? toReference(blob) : payload;
    });
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    if (!payloads.some(isReference)) return payloads;
    const hashes = payloads.map((payload) =>
      isReference(payload) ? readReference(payload).sha256 : undefined,
    );
    const found = await this.read(new Set(hashes.filter((hash) => hash !== undefined)));
    return payloads.map((payload, index) => {
      const hash = hashes[index];
      if (hash === undefined) return payload;
      const bytes = found.get(hash);
      if (!bytes) throw new Error(`The payload ${hash} is not in the database.`);
      return PayloadProto.decode(bytes);
    });
  }

  private async store(blobs: readonly Blob[]): Promise<void> {
    const unknown = blobs.filter(({ hash }) => !this.cache.has(hash));
    if (unknown.length === 0) return;
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

  private async read(hashes: ReadonlySet<string>): Promise<Map<string, Buffer>> {
    const found = new Map<string, Buffer>();
    for (const hash of hashes) {
      const bytes = this.cache.get(hash);
      if (bytes) found.set(hash, bytes);
    }
    const unknown = [...hashes].filter((hash) => !found.has(hash));
    if (unknown.length === 0) return found;
    const { rows } = await this.pool.query<{ hash: string; bytes: Buffer }>({
      name: 'weft_read_payloads',
      text: `SELECT encode(hash, 'hex') AS hash, bytes FROM payload_blobs
        WHERE organization_id = '' AND hash = ANY ($1::bytea[])`,
      values: [unknown.map((hash) => Buffer.from(hash, 'hex'))],
    });
    for (const { hash, bytes } of rows) {
      found.set(hash, bytes);
      this.cache.set(hash, bytes);
    }
    return found;
  }
}

interface Blob {
  hash: string;
  bytes: Buffer;
}

function isReference({ metadata }: Payload): boolean {
  return metadata?.[REFERENCE] !== undefined;
}

function toBlob(payload: Payload): Blob {
  const bytes = Buffer.from(PayloadProto.encode(payload).finish());
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes };
}

function toReference({ hash, bytes }: Blob): Payload {
  const reference: Reference = { sha256: hash, bytes: bytes.length };
  return {
    metadata: { encoding: Buffer.from('json/plain'), [REFERENCE]: Buffer.from('1') },
    data: Buffer.from(JSON.stringify(reference)),
  };
}

function readReference({ data }: Payload): Reference {
  return JSON.parse(Buffer.from(data ?? []).toString()) as Reference;
}
