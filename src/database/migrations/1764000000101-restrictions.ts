import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organization does not allow, whoever asks. */
export class Restrictions1764000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organization_restrictions (
        organization_id text NOT NULL,
        id text NOT NULL,
        type text NOT NULL,
        -- Empty where the type says all.
        action_type text NOT NULL DEFAULT '',
        reason text,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT organization_restrictions_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT organization_restrictions_once UNIQUE (organization_id, type, action_type),
        CONSTRAINT organization_restrictions_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE organization_restrictions');
  }
}
