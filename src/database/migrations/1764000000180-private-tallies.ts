import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of tallies with their keys, and how two rows become one. */
const TABLES: readonly { name: string; key: string[]; merge: Record<string, 'sum' | 'max'> }[] = [
  {
    name: 'run_tallies',
    key: ['organization_id', 'hour'],
    merge: { total: 'sum', success: 'sum', partial: 'sum', failure: 'sum' },
  },
  {
    name: 'error_tallies',
    key: ['organization_id', 'grain', 'bucket', 'error'],
    merge: { count: 'sum', last_at: 'max' },
  },
  {
    name: 'node_tallies',
    key: ['organization_id', 'kind', 'type', 'hour'],
    merge: { executions: 'sum', latency_ms: 'sum' },
  },
  {
    name: 'latency_tallies',
    key: ['organization_id', 'type', 'grain', 'bucket', 'slot'],
    merge: { count: 'sum' },
  },
  {
    name: 'node_totals',
    key: ['organization_id', 'kind', 'type'],
    merge: { executions: 'sum', succeeded: 'sum', latency_ms: 'sum', workflows: 'sum' },
  },
];

const SHOWN = `CASE WHEN status = 'archived' THEN 0
  ELSE coalesce(draft_version, live_version, current_version) END`;

/** What private workflows do is counted under their ids, so that it can be left out for those who do not see them. */
export class PrivateTallies1764000000180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { name, key } of TABLES) {
      await runner.query(`
        ALTER TABLE ${name} ADD workflow_id text NOT NULL DEFAULT '',
          DROP CONSTRAINT ${name}_pkey,
          ADD CONSTRAINT ${name}_pkey PRIMARY KEY (${key.join(', ')}, workflow_id);
        ALTER TABLE ${name} ALTER workflow_id DROP DEFAULT;
      `);
    }
    await runner.query(`
      ALTER TABLE runs ADD tallied_private boolean NOT NULL DEFAULT false;
      ALTER TABLE workflows ADD tallied_private boolean NOT NULL DEFAULT false;
      DROP INDEX workflows_not_tallied;
      CREATE INDEX workflows_not_tallied ON workflows (id)
        WHERE tallied_version IS DISTINCT FROM ${SHOWN}
          OR tallied_private IS DISTINCT FROM (visibility = 'private');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name, key, merge } of TABLES) {
      const columns = Object.keys(merge);
      const merged = Object.entries(merge).map(([column, by]) => `${by}(${column}) AS ${column}`);
      await runner.query(`
        CREATE TEMPORARY TABLE merged ON COMMIT DROP AS
          SELECT ${key.join(', ')}, ${merged.join(', ')} FROM ${name} GROUP BY ${key.join(', ')};
        TRUNCATE ${name};
        ALTER TABLE ${name} DROP workflow_id,
          ADD CONSTRAINT ${name}_pkey PRIMARY KEY (${key.join(', ')});
        INSERT INTO ${name} (${[...key, ...columns].join(', ')}) SELECT * FROM merged;
        DROP TABLE merged;
      `);
    }
    await runner.query(`
      DROP INDEX workflows_not_tallied;
      CREATE INDEX workflows_not_tallied ON workflows (id)
        WHERE tallied_version IS DISTINCT FROM ${SHOWN};
      ALTER TABLE workflows DROP tallied_private;
      ALTER TABLE runs DROP tallied_private;
    `);
  }
}
