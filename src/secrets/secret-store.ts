import type { Pool } from 'pg';
import type { SecretReader } from '../../activities/deps';
import type { SecretKind } from '../database/entities/secret.entity';
import { newId } from '../database/ids';
import type { Sealer } from './sealer';

/**
 * Secrets at rest. Values are unsealed only here. Those of definitions reach what actions send; those of the
 * organization itself, under ids that are known beforehand, are kept out of that.
 */
export class SecretStore implements SecretReader {
  constructor(
    private readonly pool: Pool,
    private readonly sealer: Sealer,
  ) {}

  /**
   * The values of secrets of definitions, by id. Ids that the organization does not have are left out. Throws
   * `UnsealError`.
   */
  reveal(organizationId: string, secretIds: string[]): Promise<Map<string, string>> {
    return this.read('definition', organizationId, secretIds);
  }

  private async read(
    kind: SecretKind,
    organizationId: string,
    secretIds: string[],
  ): Promise<Map<string, string>> {
    const { rows } = await this.pool.query<{ id: string; sealed: Buffer }>({
      name: 'weft_secrets',
      text: `SELECT id, sealed FROM secrets
        WHERE organization_id = $1 AND id = ANY ($2) AND kind = $3`,
      values: [organizationId, secretIds, kind],
    });
    return new Map(
      rows.map(({ id, sealed }) => [id, this.sealer.unseal(sealed, context(organizationId, id))]),
    );
  }

  /** Seals and stores values; gives their ids, in their order. One statement. */
  async add(organizationId: string, values: readonly string[]): Promise<string[]> {
    if (values.length === 0) return [];
    const ids = values.map(() => newId('sec'));
    const sealed = values.map((value, index) =>
      this.sealer.seal(value, context(organizationId, ids[index] ?? '')),
    );
    await this.pool.query(
      `INSERT INTO secrets (organization_id, id, sealed, key_id)
       SELECT $1, id, sealed, $4 FROM unnest($2::text[], $3::bytea[]) AS s (id, sealed)`,
      [organizationId, ids, sealed, this.sealer.keyId],
    );
    return ids;
  }

  /** The organization's own value under an id, made when there is none yet. Of calls that race, one makes it. */
  async findOrAdd(organizationId: string, id: string, value: string): Promise<string> {
    await this.pool.query(
      `INSERT INTO secrets (organization_id, id, sealed, key_id, kind)
       VALUES ($1, $2, $3, $4, 'organization')
       ON CONFLICT (organization_id, id) DO NOTHING`,
      this.row(organizationId, id, value),
    );
    const values = await this.read('organization', organizationId, [id]);
    return values.get(id) ?? value;
  }

  /** Puts another value in the place of the organization's own under an id, or makes it. */
  async replace(organizationId: string, id: string, value: string): Promise<void> {
    await this.pool.query(
      `INSERT INTO secrets (organization_id, id, sealed, key_id, kind)
       VALUES ($1, $2, $3, $4, 'organization')
       ON CONFLICT (organization_id, id) DO UPDATE
       SET sealed = excluded.sealed, key_id = excluded.key_id, created_at = now()`,
      this.row(organizationId, id, value),
    );
  }

  private row(organizationId: string, id: string, value: string): unknown[] {
    const sealed = this.sealer.seal(value, context(organizationId, id));
    return [organizationId, id, sealed, this.sealer.keyId];
  }
}

function context(organizationId: string, id: string): string {
  return `${organizationId}/${id}`;
}
