import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes that lists, filters and counts are answered from, whatever an organization has gathered. */
export class ListIndexes1764000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- With the workflow: which runs are hidden is seen without a look at the run.
      DROP INDEX runs_by_start;
      CREATE INDEX runs_by_start ON runs (organization_id, started_at, id, workflow_id);
      DROP INDEX runs_by_status;
      CREATE INDEX runs_by_status ON runs (organization_id, status, started_at, id, workflow_id);

      -- With what decides who sees them: counts read nothing else.
      DROP INDEX workflows_by_status;
      CREATE INDEX workflows_by_status
        ON workflows (organization_id, status, type, visibility, owner_user_id);
      CREATE INDEX workflows_by_type ON workflows (organization_id, type, updated_at, id);
      CREATE INDEX workflows_by_owner ON workflows (organization_id, owner_user_id, updated_at, id);
      CREATE INDEX workflows_by_author ON workflows (organization_id, created_by, updated_at, id);
      CREATE INDEX workflows_archived ON workflows (organization_id, updated_at, id)
        WHERE status = 'archived';
      CREATE INDEX workflows_shown ON workflows (organization_id, updated_at, id)
        WHERE visibility IN ('public_view', 'public_execute');

      CREATE INDEX audit_entries_by_type ON audit_entries (organization_id, resource_type, id);
      CREATE INDEX audit_entries_not_done ON audit_entries (organization_id, outcome, id)
        WHERE outcome <> 'done';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX audit_entries_not_done;
      DROP INDEX audit_entries_by_type;
      DROP INDEX workflows_shown;
      DROP INDEX workflows_archived;
      DROP INDEX workflows_by_author;
      DROP INDEX workflows_by_owner;
      DROP INDEX workflows_by_type;
      DROP INDEX workflows_by_status;
      CREATE INDEX workflows_by_status ON workflows (organization_id, status, type);
      DROP INDEX runs_by_status;
      CREATE INDEX runs_by_status ON runs (organization_id, status, started_at, id);
      DROP INDEX runs_by_start;
      CREATE INDEX runs_by_start ON runs (organization_id, started_at, id);
    `);
  }
}
