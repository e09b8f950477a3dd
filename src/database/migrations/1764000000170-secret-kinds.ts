import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secrets of an organization itself are told apart from those that its definitions name. */
export class SecretKinds1764000000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE secrets ADD kind text NOT NULL DEFAULT 'definition';
      UPDATE secrets SET kind = 'organization' WHERE id = 'sec_organization_webhook';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE secrets DROP kind');
  }
}
