/** Who is in the organization, and what it keeps. */
export const ORGANIZATION: readonly string[] = [
  `INSERT INTO users (id, email, email_verified)
   SELECT 'user_seed' || n, 'seed' || n || '@example.com', true FROM generate_series(1, 2000) AS n`,
  `INSERT INTO organization_members (organization_id, user_id, id, role)
   SELECT organization_id, 'user_seed' || n, 'mem_seed' || n, 'developer'
   FROM seed, generate_series(1, 2000) AS n`,
  `INSERT INTO organization_invites (organization_id, id, email, role, status, token_hash, invited_by,
     expires_at, created_at)
   SELECT organization_id, 'inv_seed' || n, 'guest' || n || '@example.com', 'developer',
     CASE WHEN n % 2 = 0 THEN 'pending' ELSE 'accepted' END, sha256(('invite' || n)::bytea),
     'user_seed1', now() + interval '7 days', now() - n * interval '1 hour'
   FROM seed, generate_series(1, 2000) AS n`,
  `INSERT INTO organization_restrictions (organization_id, id, type, action_type, created_by,
     created_at)
   SELECT organization_id, 'restr_seed' || n, 'disabled_action', 'seed-action-' || n, 'user_seed1',
     now() - n * interval '1 hour'
   FROM seed, generate_series(1, 1500) AS n`,
  `INSERT INTO service_accounts (organization_id, id, name, permissions, created_at)
   SELECT organization_id, 'sa_seed' || n, 'account ' || n, '{workflow:read}',
     now() - n * interval '1 hour'
   FROM seed, generate_series(1, 2000) AS n`,
  `INSERT INTO api_keys (organization_id, id, name, hash, prefix, scope, service_account_id,
     created_at)
   SELECT organization_id, 'key_seed' || n, 'key ' || n, sha256(('key' || n)::bytea), 'b3sk_seed',
     'read', 'sa_seed' || n, now() - n * interval '1 hour'
   FROM seed, generate_series(1, 2000) AS n`,
  `INSERT INTO organization_documents (organization_id, id, title, content, tags, tag_slugs,
     created_by, updated_by, updated_at)
   SELECT organization_id, 'doc_seed' || n,
     CASE WHEN n % 500 = 0 THEN 'refund' ELSE 'guide' END || ' ' || n,
     repeat('how the team does number ' || n || ' ', 20), ARRAY['Tag ' || n % 100],
     ARRAY['tag-' || n % 100], 'user_seed1', 'user_seed1', now() - n * interval '1 hour'
   FROM seed, generate_series(1, workflow_count / 2) AS n`,
];
