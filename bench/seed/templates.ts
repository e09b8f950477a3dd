/** Templates of the organization and, one in two of them, of another one that publishes them. */
export const TEMPLATES: readonly string[] = [
  `INSERT INTO organizations (id, name, slug) VALUES ('org_seed', 'Publisher', 'publisher')`,
  `INSERT INTO templates (organization_id, id, slug, visibility, current_version, public_version,
     moderation_status, submitted_at, promoted_at, source_workflow_id, fork_count, created_by,
     updated_by, created_at, updated_at)
   SELECT CASE WHEN n % 2 = 0 THEN organization_id ELSE 'org_seed' END, 'tmpl_seed' || n,
     'seed-' || n, CASE WHEN is_public THEN 'public' ELSE 'org' END, 1,
     CASE WHEN is_public AND n % 7 <> 0 THEN 1 END,
     CASE WHEN is_public AND n % 7 = 0 THEN 'pending' ELSE 'approved' END,
     CASE WHEN is_public THEN now() - n * interval '1 hour' END,
     CASE WHEN n % 20 = 1 THEN now() - n * interval '1 hour' END,
     CASE WHEN n % 2 = 0 THEN 'wf_seed' || n END, n % 50, 'user_seed1', 'user_seed1',
     now() - n * interval '1 hour', now() - n * interval '1 hour'
   FROM seed, generate_series(1, workflow_count / 5) AS n,
     LATERAL (SELECT n % 2 = 1 OR n % 10 = 0 AS is_public) AS s`,
  `INSERT INTO template_versions (organization_id, template_id, number, name, description, definition,
     template_props, tags, tag_slugs, category, created_by)
   SELECT t.organization_id, t.id, 1,
     CASE WHEN n % 200 = 0 THEN 'refund' ELSE 'template' END || ' ' || n,
     'number ' || n || ' for every team', v.definition, '[]',
     ARRAY['Tag ' || n % 200, 'Common'], ARRAY['tag-' || n % 200, 'common'], 'operations', 'user_seed1'
   FROM seed s JOIN workflow_versions v ON v.organization_id = s.organization_id
       AND v.workflow_id = s.id AND v.number = s.live_version,
     generate_series(1, s.workflow_count / 5) AS n JOIN templates t ON t.id = 'tmpl_seed' || n`,
  `INSERT INTO template_versions (organization_id, template_id, number, name, description, definition,
     template_props, tags, tag_slugs, category, created_by)
   SELECT organization_id, template_id, number + n, name, description, definition, template_props,
     tags, tag_slugs, category, created_by
   FROM template_versions, generate_series(1, 1500) AS n WHERE template_id = 'tmpl_seed2'`,
  `UPDATE templates SET current_version = 1501 WHERE id = 'tmpl_seed2'`,
];
