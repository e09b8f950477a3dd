const WORDS = `ARRAY['invoice', 'payout', 'report', 'signup', 'transfer', 'alert', 'digest', 'audit']`;

/**
 * Copies of the workflow, changed one after another. One in a thousand is about refunds; all have the words `number` and
 * `team`. One in 40 is private to somebody else, one in 50 public, one in 50 archived, one in 25 the caller's.
 */
export const WORKFLOWS: readonly string[] = [
  `INSERT INTO workflows (organization_id, id, name, description, status, type, visibility,
     current_version, live_version, created_by, owner_user_id, updated_by, created_at, updated_at,
     tallied_version, tallied_types, tallied_private)
   SELECT organization_id, 'wf_seed' || n,
     CASE WHEN n % 1000 = 0 THEN 'refund' ELSE word END || ' ' || n,
     'number ' || n || ' of the ' || word || ' team', s.status,
     CASE WHEN n % 5 = 0 THEN 'webhook' WHEN n % 20 = 1 THEN 'schedule' ELSE type END,
     CASE WHEN n % 40 = 3 THEN 'private' WHEN n % 100 = 9 THEN 'public_view'
       WHEN n % 100 = 19 THEN 'public_execute' ELSE 'org' END,
     current_version, live_version, author, author, author,
     now() - n * interval '50 minutes', now() - n * interval '40 minutes',
     CASE WHEN s.status = 'archived' THEN 0 ELSE live_version END, '{}', n % 40 = 3
   FROM seed, generate_series(1, workflow_count) AS n,
     LATERAL (SELECT (${WORDS})[1 + n % 8] AS word,
       CASE WHEN n % 25 = 0 THEN created_by ELSE 'user_seed' || n % 200 END AS author,
       CASE WHEN n % 50 = 7 THEN 'archived'
         ELSE (ARRAY['active', 'active', 'paused', 'draft'])[1 + n % 4] END AS status) AS s`,
  `INSERT INTO workflow_versions (organization_id, workflow_id, number, definition, plan,
     content_hash, created_by, outline, published_at)
   SELECT v.organization_id, 'wf_seed' || n, v.number, v.definition, v.plan, v.content_hash,
     v.created_by, v.outline, '2000-01-01'::timestamptz
   FROM seed s JOIN workflow_versions v
       ON v.organization_id = s.organization_id AND v.workflow_id = s.id,
     generate_series(1, s.workflow_count) AS n`,
  `INSERT INTO workflow_uses (organization_id, kind, name, workflow_id)
   SELECT u.organization_id, u.kind, u.name, 'wf_seed' || n
   FROM seed s JOIN workflow_uses u
       ON u.organization_id = s.organization_id AND u.workflow_id = s.id,
     generate_series(1, s.workflow_count) AS n
   UNION ALL
   SELECT organization_id, use.kind, use.name, 'wf_seed' || n
   FROM seed, (VALUES ('node', 'send-webhook', 20), ('node', 'db-query', 500),
       ('connector', 'slack', 10), ('connector', 'discord', 200)) AS use (kind, name, every),
     generate_series(use.every, workflow_count, use.every) AS n
   UNION ALL
   SELECT organization_id, 'workflow', id, 'wf_seed' || n
   FROM seed, generate_series(1, least(workflow_count, 1500)) AS n`,
  // A workflow that has been edited and published for years.
  `INSERT INTO workflow_versions (organization_id, workflow_id, number, definition, plan,
     content_hash, created_by, outline, published_at)
   SELECT v.organization_id, v.workflow_id, v.number + n, v.definition, v.plan, v.content_hash,
     v.created_by, v.outline, '2000-01-01'::timestamptz
   FROM workflow_versions v, generate_series(1, 1500) AS n WHERE v.workflow_id = 'wf_seed1'`,
  `INSERT INTO workflow_releases (organization_id, workflow_id, number, workflow_version, kind,
     created_by)
   SELECT organization_id, 'wf_seed1', n, n, 'release', 'user_seed1'
   FROM seed, generate_series(1, 1500) AS n`,
  `INSERT INTO workflow_variables (organization_id, workflow_id, name, type, lifetime, value)
   SELECT organization_id, id, 'variable' || n, 'number', 'persist', to_json(n)
   FROM seed, generate_series(1, 50) AS n`,
];
