import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Blocks and their versions. */
export class Blocks1764000000195 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE blocks (
        organization_id text NOT NULL,
        id text NOT NULL,
        current_version integer NOT NULL,
        archived_at timestamptz,
        created_by text NOT NULL,
        updated_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT blocks_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT blocks_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );
      CREATE INDEX blocks_by_update ON blocks (organization_id, updated_at, id);

      CREATE TABLE block_versions (
        organization_id text NOT NULL,
        block_id text NOT NULL,
        number integer NOT NULL,
        name text NOT NULL,
        description text NOT NULL,
        tags text[] NOT NULL,
        tag_slugs text[] NOT NULL,
        definition json NOT NULL,
        block_ids text[] NOT NULL,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT block_versions_pkey PRIMARY KEY (organization_id, block_id, number),
        CONSTRAINT block_versions_block_fkey
          FOREIGN KEY (organization_id, block_id)
          REFERENCES blocks (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX block_versions_uses ON block_versions USING gin (block_ids);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM workflow_uses WHERE kind = 'block';
      DROP TABLE block_versions;
      DROP TABLE blocks;
    `);
  }
}
