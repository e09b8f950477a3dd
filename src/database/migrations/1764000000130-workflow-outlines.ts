import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists, filters and links need of a definition, so that they read none; and owners. */
export class WorkflowOutlines1764000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE workflow_versions ADD COLUMN outline json;
      ALTER TABLE workflows
        ADD COLUMN owner_user_id text,
        ADD COLUMN updated_by text;
      UPDATE workflows SET owner_user_id = created_by;

      CREATE TABLE workflow_uses (
        organization_id text NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        workflow_id text NOT NULL,
        CONSTRAINT workflow_uses_pkey PRIMARY KEY (organization_id, kind, name, workflow_id),
        CONSTRAINT workflow_uses_workflow_fkey
          FOREIGN KEY (organization_id, workflow_id)
          REFERENCES workflows (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX workflow_uses_by_workflow ON workflow_uses (organization_id, workflow_id);

      -- Definitions that PostgreSQL can't take apart are found again once they are edited.
      INSERT INTO workflow_uses (organization_id, kind, name, workflow_id)
      SELECT DISTINCT w.organization_id, used.kind, used.name, w.id
      FROM workflows w
      JOIN workflow_versions v ON v.organization_id = w.organization_id AND v.workflow_id = w.id
        AND v.number = coalesce(w.draft_version, w.live_version, w.current_version)
        AND v.definition::text NOT LIKE '%\\\\u0000%'
      CROSS JOIN LATERAL json_each(v.definition->'nodes') AS node
      CROSS JOIN LATERAL (VALUES
        ('node', node.value->>'type'),
        ('connector', node.value->'connector'->>'type'),
        ('workflow', CASE WHEN node.value->>'type' = 'trigger-workflow'
          THEN node.value->'payload'->>'workflowId' END)
      ) AS used (kind, name)
      WHERE used.name IS NOT NULL AND length(used.name) <= 200;

      CREATE INDEX workflows_by_creation ON workflows (organization_id, created_at, id);
      CREATE INDEX workflows_by_name ON workflows (organization_id, lower(name), id);
      CREATE INDEX workflows_by_status ON workflows (organization_id, status, type);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX workflows_by_status;
      DROP INDEX workflows_by_name;
      DROP INDEX workflows_by_creation;
      DROP TABLE workflow_uses;
      ALTER TABLE workflows DROP COLUMN owner_user_id, DROP COLUMN updated_by;
      ALTER TABLE workflow_versions DROP COLUMN outline;
    `);
  }
}
