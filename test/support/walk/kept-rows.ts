import type { DataSource } from 'typeorm';

/** They change by themselves, or tell what was asked; whatever is asked of an organization from outside it. */
const MOVING = new Set([
  ...[
    'run_counts',
    'run_period_counts',
    'run_count_changes',
    'api_requests',
    'request_counts',
    'audit_entries',
  ],
]);

/** A hash of all rows of an organization, by table. */
export async function hashesOf(
  dataSource: DataSource,
  organizationId: string,
): Promise<Record<string, string>> {
  const tables = (process.env.WEFT_TEST_DIVIDED_TABLES ?? '').split(' ');
  const hashes: Record<string, string> = {};
  for (const table of tables.filter((one) => !MOVING.has(one))) {
    const [row] = await dataSource.query<{ hash: string }[]>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS hash
       FROM ${table} t WHERE organization_id = $1`,
      [organizationId],
    );
    hashes[table] = row?.hash ?? '';
  }
  return hashes;
}
