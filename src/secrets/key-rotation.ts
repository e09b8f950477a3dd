import type { Pool } from 'pg';
import type { Sealer } from './sealer';

/** Where something sealed is kept as long as it is needed. All but the names is SQL. */
interface SealedColumn {
  table: string;
  column: string;
  /** The key that sealed a value. */
  key: string;
  /** What each value is sealed for. */
  context: string;
  /** The rows that count: what is done with is not unsealed any more. */
  where: string;
  /** What else changes with the key, which is `$5`. */
  also?: string;
}

/**
 * Answers that are kept for an `Idempotency-Key` are not among them: one that can't be unsealed counts as absent,
 * and all are gone after a day.
 */
const COLUMNS: readonly SealedColumn[] = [
  {
    ...{ table: 'secrets', column: 'sealed', key: 'key_id' },
    ...{ context: "organization_id || '/' || id", where: 'true', also: 'key_id = $5' },
  },
  {
    ...{ table: 'workflows', column: 'trigger_secret', key: 'weft_sealing_key(trigger_secret)' },
    context: "organization_id || '/' || id || '/trigger-secret'",
    where: 'trigger_secret IS NOT NULL',
  },
  {
    ...{ table: 'webhook_deliveries', column: 'request_headers' },
    key: 'weft_sealing_key(request_headers)',
    context: "organization_id || '/' || id",
    where: "status IN ('pending', 'retrying')",
  },
];

interface SealedRow {
  organization_id: string;
  id: string;
  sealed: Buffer;
  context: string;
}

/** Takes what is sealed over to the first key of WEFT_ENCRYPTION_KEY, so that older ones can be removed. */
export class KeyRotation {
  constructor(
    private readonly pool: Pool,
    private readonly sealer: Sealer,
  ) {}

  /** A key that has sealed something that is needed, and is not here. Undefined when all is well. */
  async missingKey(): Promise<string | undefined> {
    const used = COLUMNS.map(
      ({ table, key, where }) =>
        `(SELECT ${key} AS key_id FROM ${table} WHERE ${key} <> ALL ($1) AND ${where} LIMIT 1)`,
    );
    const { rows } = await this.pool.query<{ key_id: string }>(
      `${used.join(' UNION ALL ')} LIMIT 1`,
      [this.sealer.keyIds],
    );
    return rows[0]?.key_id;
  }

  /** Seals again, with the current key, up to `limit` values of older keys. Gives how many there were. */
  async reseal(limit: number): Promise<number> {
    const older = this.sealer.keyIds.filter((id) => id !== this.sealer.keyId);
    if (older.length === 0) return 0;
    let resealed = 0;
    for (const column of COLUMNS) {
      if (resealed < limit) resealed += await this.resealColumn(column, older, limit - resealed);
    }
    return resealed;
  }

  private async resealColumn(place: SealedColumn, older: string[], limit: number): Promise<number> {
    const { table, column, key, context, where, also } = place;
    const { rows } = await this.pool.query<SealedRow>(
      `SELECT organization_id, id, ${column} AS sealed, ${context} AS context FROM ${table}
       WHERE ${key} = ANY ($1) AND ${where} LIMIT $2`,
      [older, limit],
    );
    for (const row of rows) {
      const sealed = this.sealer.seal(this.sealer.unseal(row.sealed, row.context), row.context);
      const parameters = [row.organization_id, row.id, row.sealed, sealed];
      // One that was replaced meanwhile is not put back.
      await this.pool.query(
        `UPDATE ${table} SET ${column} = $4${also === undefined ? '' : `, ${also}`}
         WHERE organization_id = $1 AND id = $2 AND ${column} = $3`,
        also === undefined ? parameters : [...parameters, this.sealer.keyId],
      );
    }
    return rows.length;
  }
}
