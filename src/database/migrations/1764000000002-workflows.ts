import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Workflows and their versions. */
export class Workflows1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE workflows (
        organization_id text NOT NULL,
        id text NOT NULL,
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        status text NOT NULL DEFAULT 'draft',
        type text NOT NULL,
        visibility text NOT NULL DEFAULT 'org',
        current_version integer NOT NULL,
        draft_version integer,
        live_version integer,
        trigger_secret bytea,
        cooldown_ms integer,
        max_runs integer,
        remain_runs integer,
        paused_reason text,
        ui_metadata json,
        created_by text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        last_triggered_at timestamptz,
        CONSTRAINT workflows_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT workflows_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );
      CREATE INDEX workflows_by_update ON workflows (organization_id, updated_at, id);

      CREATE TABLE workflow_versions (
        organization_id text NOT NULL,
        workflow_id text NOT NULL,
        number integer NOT NULL,
        definition json NOT NULL,
        plan json,
        content_hash text NOT NULL,
        created_by text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT workflow_versions_pkey PRIMARY KEY (organization_id, workflow_id, number),
        CONSTRAINT workflow_versions_workflow_fkey
          FOREIGN KEY (organization_id, workflow_id)
          REFERENCES workflows (organization_id, id) ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE workflow_versions; DROP TABLE workflows');
  }
}
