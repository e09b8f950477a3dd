import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of a workflow was put to work when, and by whom. */
export class WorkflowReleases1764000000133 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE workflow_releases (
        organization_id text NOT NULL,
        workflow_id text NOT NULL,
        number integer NOT NULL,
        workflow_version integer NOT NULL,
        kind text NOT NULL,
        reverted_to integer,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT workflow_releases_pkey PRIMARY KEY (organization_id, workflow_id, number),
        CONSTRAINT workflow_releases_workflow_fkey
          FOREIGN KEY (organization_id, workflow_id)
          REFERENCES workflows (organization_id, id) ON DELETE CASCADE
      );
      ALTER TABLE workflows ADD COLUMN ai_name text, ADD COLUMN ai_description text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE workflows DROP COLUMN ai_name, DROP COLUMN ai_description;
      DROP TABLE workflow_releases;
    `);
  }
}
