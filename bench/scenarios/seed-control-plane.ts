import type { Client } from 'pg';

/** Runs of one statement. */
const BATCH = 100_000;

const WORDS = ['invoice', 'payout', 'report', 'signup', 'transfer', 'alert', 'digest', 'audit'];

/**
 * Fills a database with copies of a workflow and with their runs, over a year, that have ended: nine in ten
 * well. One workflow in a thousand is about refunds; the given one has a hundredth of the runs.
 */
export async function seedControlPlane(
  database: Client,
  { workflowId, workflows, runs }: { workflowId: string; workflows: number; runs: number },
): Promise<void> {
  await database.query(
    `WITH source AS (SELECT * FROM workflows WHERE id = $1)
     INSERT INTO workflows (organization_id, id, name, description, status, type, visibility,
       current_version, live_version, created_by, created_at, updated_at)
     SELECT organization_id, 'wf_seed' || n,
       CASE WHEN n % 1000 = 0 THEN 'refund' ELSE ($3::text[])[1 + n % 8] END || ' ' || n,
       'number ' || n, (ARRAY['active', 'active', 'paused', 'draft'])[1 + n % 4], type, visibility,
       current_version, live_version, created_by,
       now() - n * interval '50 minutes', now() - n * interval '40 minutes'
     FROM source, generate_series(1, $2) AS n`,
    [workflowId, workflows, WORDS],
  );
  await database.query(
    `INSERT INTO workflow_versions (organization_id, workflow_id, number, definition, plan,
       content_hash, created_by)
     SELECT organization_id, 'wf_seed' || n, number, definition, plan, content_hash, created_by
     FROM workflow_versions, generate_series(1, $2) AS n
     WHERE workflow_id = $1`,
    [workflowId, workflows],
  );
  for (let from = 1; from <= runs; from += BATCH) {
    await database.query(
      `INSERT INTO runs (organization_id, id, workflow_id, workflow_version, status, trigger_node_id,
         trigger_payload, trigger_result, prop_values, trigger_source, is_simulation, parent_waits,
         depth, last_seq, started_at, workflow_started_at, ended, finished_at, tallied_end,
         tallied_status, output)
       SELECT w.organization_id, 'run_seed' || n,
         CASE WHEN n % 100 = 0 THEN w.id ELSE 'wf_seed' || 1 + n % $4 END, 1, s.status, 'root',
         '{}', '{}', '{}', 'api', false, false, 0, 2, at, at, true, at + interval '2 seconds',
         at + interval '2 seconds', s.status, '{}'
       FROM workflows w, generate_series($2::integer, $3::integer) AS n,
         LATERAL (SELECT CASE WHEN n % 10 = 0 THEN 'failure' ELSE 'success' END AS status,
           now() - n * interval '31 seconds' AS at) AS s
       WHERE w.id = $1`,
      [workflowId, from, Math.min(runs, from + BATCH - 1), workflows],
    );
  }
  // The service sums up too, and only one of the two at a time does something.
  for (let isLeft = true; isLeft;) {
    await database.query('SELECT weft_fold_run_counts($1)', [BATCH]);
    const { rowCount } = await database.query('SELECT FROM run_count_changes LIMIT 1');
    isLeft = rowCount !== 0;
  }
  await database.query('VACUUM ANALYZE');
}
