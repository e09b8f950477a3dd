import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of runs leave out those of private workflows: few, so they are found by themselves. */
export class PrivateWorkflows1764000000138 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX workflows_private ON workflows (organization_id, id, owner_user_id)
        WHERE visibility = 'private'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX workflows_private');
  }
}
