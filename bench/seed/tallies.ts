const ACTIONS = `unnest(ARRAY['http-request', 'send-webhook', 'db-query', 'format']) AS action`;
const HOURS = `generate_series(date_trunc('hour', now() - span, 'UTC'), now(), interval '1 hour') AS hour`;

const OF_RUNS = `FROM runs r JOIN seed USING (organization_id)
     LEFT JOIN workflows w ON w.organization_id = r.organization_id AND w.id = r.workflow_id`;
/** Runs of private workflows are summed up by themselves. */
const APART = `CASE WHEN w.visibility = 'private' THEN w.id ELSE '' END`;

/** What the service has summed up of the runs: of runs as they are, of their nodes as if each had been the same. */
export const TALLIES: readonly string[] = [
  `INSERT INTO run_tallies (organization_id, hour, workflow_id, total, success, partial, failure)
   SELECT r.organization_id, date_trunc('hour', r.finished_at, 'UTC'), ${APART}, count(*),
     count(*) FILTER (WHERE r.status = 'success'), count(*) FILTER (WHERE r.status = 'partial'),
     count(*) FILTER (WHERE r.status = 'failure')
   ${OF_RUNS} WHERE r.id LIKE 'run_seed%' GROUP BY 1, 2, 3`,
  `INSERT INTO error_tallies (organization_id, grain, bucket, error, workflow_id, count, last_at)
   SELECT r.organization_id, grain, date_trunc(grain, r.finished_at, 'UTC'), r.error->>'message',
     ${APART}, count(*), max(r.finished_at)
   ${OF_RUNS}, unnest(ARRAY['hour', 'day']) AS grain
   WHERE r.status = 'failure' AND r.id LIKE 'run_seed%' GROUP BY 1, 2, 3, 4, 5`,
  `INSERT INTO node_tallies (organization_id, kind, type, hour, workflow_id, executions, latency_ms)
   SELECT organization_id, 'action', action, hour, '', 60, 3000 FROM seed, ${HOURS}, ${ACTIONS}`,
  `INSERT INTO latency_tallies (organization_id, type, grain, bucket, slot, workflow_id, count)
   SELECT organization_id, action, grain, date_trunc(grain, hour, 'UTC'), slot, '', 10
   FROM seed, ${HOURS}, ${ACTIONS}, unnest(ARRAY['hour', 'day']) AS grain, generate_series(20, 25) AS slot
   GROUP BY 1, 2, 3, 4, 5`,
  `INSERT INTO node_totals (organization_id, kind, type, workflow_id, executions, succeeded, latency_ms,
     workflows)
   SELECT organization_id, 'action', 'seed-action-' || n, '', n, n, n * 50, n
   FROM seed, generate_series(1, 1500) AS n
   UNION ALL
   SELECT organization_id, 'action', action, '', 1000000, 990000, 5e7, 9000 FROM seed, ${ACTIONS}
   ON CONFLICT DO NOTHING`,
  `INSERT INTO cu_usage (organization_id, day, node_type, count, cu)
   SELECT organization_id, day, 'seed-action-' || n, 100, 200
   FROM seed, generate_series((now() - span)::date, now()::date, interval '1 day') AS day,
     generate_series(1, 100) AS n`,
  `INSERT INTO cu_entries (organization_id, id, kind, amount, reason, created_at)
   SELECT organization_id, 'cue_seed' || n, 'credit', 100, 'seed', now() - n * interval '1 day'
   FROM seed, generate_series(1, 1000) AS n`,
  'SELECT weft_cu_settle(organization_id) FROM seed',
];
