import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A page of a list is read in the order of an index, however long the list is. */
export class ListOrders1764000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX api_keys_by_creation ON api_keys (organization_id, created_at, id);
      CREATE INDEX service_accounts_by_creation ON service_accounts (organization_id, created_at, id);
      CREATE INDEX organization_invites_open ON organization_invites (organization_id, created_at, id)
        WHERE status = 'pending';
      CREATE INDEX organization_members_by_joining
        ON organization_members (organization_id, created_at, id);
      CREATE INDEX user_interests_by_time ON user_interests (user_id, last_seen, tag_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX user_interests_by_time;
      DROP INDEX organization_members_by_joining;
      DROP INDEX organization_invites_open;
      DROP INDEX service_accounts_by_creation;
      DROP INDEX api_keys_by_creation;
    `);
  }
}
