import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When each version was first put to work: what everybody may see of a public workflow is told by it. Of older
 * versions nobody knows but of those that are live or were released.
 */
export class PublishedVersions1764000000187 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE workflow_versions ADD COLUMN published_at timestamptz;
      UPDATE workflow_versions v SET published_at = v.created_at
      WHERE EXISTS (
          SELECT FROM workflows w WHERE w.organization_id = v.organization_id
            AND w.id = v.workflow_id AND w.live_version = v.number
        ) OR EXISTS (
          SELECT FROM workflow_releases r WHERE r.organization_id = v.organization_id
            AND r.workflow_id = v.workflow_id AND r.workflow_version = v.number
        );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE workflow_versions DROP COLUMN published_at');
  }
}
