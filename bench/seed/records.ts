/** What was done and asked in the organization, as it is written down; the newest comes last. */
export const RECORDS: readonly string[] = [
  `INSERT INTO audit_entries (organization_id, id, at, outcome, actor_type, actor_id, operation,
     resource_type, resource_id, run_id)
   SELECT organization_id, 'aud_' || lpad(n::text, 20, '0'), at,
     CASE WHEN n % 1000 = 0 THEN 'refused' WHEN n % 50 = 0 THEN 'failed' ELSE 'done' END, 'user',
     'user_seed' || n % 200, CASE WHEN n % 3 = 0 THEN 'publishWorkflow' ELSE 'updateWorkflow' END,
     CASE WHEN n % 100 = 0 THEN 'template' ELSE 'workflow' END, 'wf_seed' || n % workflow_count,
     CASE WHEN n % 1000 = 0 THEN 'run_seed' || n END
   FROM seed, generate_series(1, run_count / 5) AS n,
     LATERAL (SELECT now() - span + n * 5 * interval '31 seconds' AS at) AS s`,
  `INSERT INTO api_requests (organization_id, id, api_key_id, principal_type, principal_id, request_id,
     method, path, route_pattern, status_code, duration_ms, created_at)
   SELECT organization_id, 'req_' || lpad(n::text, 20, '0'), 'key_seed' || n % 200, 'service_account',
     'sa_seed' || n % 200, 'req_' || n, 'GET', '/v1/runs', '/v1/runs', 200, 4,
     now() - (run_count / 5 - n) * interval '5 seconds'
   FROM seed, generate_series(1, run_count / 5) AS n`,
  `INSERT INTO variable_writes (organization_id, workflow_id, name, op, scope, new_value, run_id, path,
     written_at)
   SELECT organization_id, id, 'variable' || 1 + n % 50, 'set', 'workflow', to_json(n),
     'run_seed' || 1 + n % 100, 'write' || n, now() - (run_count / 10 - n) * interval '1 minute'
   FROM seed, generate_series(1, run_count / 10) AS n`,
];
