/** Every that many runs belong to the given workflow. */
const OWN = 50;

/**
 * Runs `$1` to `$2`, the first one the newest. One in ten failed; one in 5,003 waits, but counts as ended, so that nothing
 * looks for what would go on with it.
 */
export const RUNS = `
  INSERT INTO runs (organization_id, id, workflow_id, workflow_version, status, trigger_node_id,
    trigger_payload, trigger_result, prop_values, trigger_source, triggered_by, is_simulation,
    parent_waits, depth, last_seq, started_at, workflow_started_at, ended, finished_at, error, output,
    cu, tallied_end, tallied_status, tallied_private)
  SELECT w.organization_id, 'run_seed' || n,
    CASE WHEN n % ${OWN} = 1 THEN w.id ELSE 'wf_seed' || 1 + n % w.workflow_count END, w.live_version,
    s.status, 'root', '{}', '{}', '{}', (ARRAY['api', 'webhook'])[1 + n % 2], w.created_by,
    n % 200 = 13, false, 0, 4, at, at, true, at + interval '2 seconds',
    CASE WHEN s.status = 'failure' THEN json_build_object('code', 'http_status',
      'message', 'The service answered ' || 500 + n / 10 % 60) END,
    '{}', n % 7, at + interval '2 seconds', s.status,
    n % w.workflow_count % 40 = 2 AND n % ${OWN} <> 1
  FROM seed w, generate_series($1::integer, $2::integer) AS n,
    LATERAL (SELECT now() - n * interval '31 seconds' AS at,
      CASE WHEN n % 5003 = 7 THEN 'waiting' WHEN n % 1009 = 3 THEN 'cancelled'
        WHEN n % 97 = 5 THEN 'partial' WHEN n % 10 = 0 THEN 'failure' ELSE 'success' END AS status
    ) AS s`;

const event = (type: string, rest: string): string =>
  `json_build_object('type', '${type}', 'runId', r.id, 'workflowId', r.workflow_id${rest})`;
const NODE = `, 'nodeId', 'note', 'path', 'note', 'nodeType', 'log'`;

/** What the runs of the given workflow did, and one that wrote very many lines. */
export const RUN_DETAILS: readonly string[] = [
  `INSERT INTO run_nodes (organization_id, run_id, path, node_id, type, status, first_seq, started_at,
     finished_at)
   SELECT r.organization_id, r.id, node.id, node.id, node.type, 'success', node.seq, r.started_at,
     r.finished_at
   FROM seed s JOIN runs r ON r.organization_id = s.organization_id AND r.workflow_id = s.id,
     (VALUES ('root', 'manual', 1), ('note', 'log', 2)) AS node (id, type, seq)`,
  `INSERT INTO run_events (organization_id, run_id, seq, key, type, data, at, cu)
   SELECT r.organization_id, r.id, event.seq, event.seq::text, event.type,
     CASE event.type WHEN 'node_completed' THEN ${event('node_completed', `${NODE}, 'result', json_build_object('message', 'noted')`)}
       WHEN 'node_started' THEN ${event('node_started', NODE)}
       ELSE json_build_object('type', event.type, 'runId', r.id, 'workflowId', r.workflow_id) END,
     r.started_at, event.cu
   FROM seed s JOIN runs r ON r.organization_id = s.organization_id AND r.workflow_id = s.id,
     (VALUES (1, 'run_started', 0), (2, 'node_started', 0), (3, 'node_completed', 1),
       (4, 'run_completed', 0)) AS event (seq, type, cu)`,
  `INSERT INTO run_events (organization_id, run_id, seq, key, type, data, at)
   SELECT r.organization_id, r.id, 4 + n, 'line' || n, 'node_completed',
     ${event('node_completed', `${NODE}, 'result', json_build_object('message', 'line ' || n)`)}, r.started_at
   FROM seed s JOIN runs r ON r.organization_id = s.organization_id AND r.id = 'run_seed1',
     generate_series(1, 3000) AS n`,
  `INSERT INTO run_transactions (organization_id, tx_hash, run_id)
   SELECT organization_id, '0x' || encode(sha256(n::text::bytea), 'hex'), 'run_seed' || n
   FROM seed, generate_series(1, run_count, 20) AS n`,
  `INSERT INTO node_transactions (organization_id, tx_hash, run_id, node_id, action_type)
   SELECT organization_id, tx_hash, run_id, 'send', 'send-token' FROM run_transactions`,
];
