import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who owns what, the keys that open it, and the secrets that definitions name. */
export class Organizations1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organizations (
        id text NOT NULL CONSTRAINT organizations_pkey PRIMARY KEY,
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE api_keys (
        organization_id text NOT NULL,
        id text NOT NULL,
        name text NOT NULL,
        description text,
        hash bytea NOT NULL,
        prefix text NOT NULL,
        scope text NOT NULL,
        created_by text,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT api_keys_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT api_keys_hash_key UNIQUE (hash),
        CONSTRAINT api_keys_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );

      CREATE TABLE secrets (
        organization_id text NOT NULL,
        id text NOT NULL,
        sealed bytea NOT NULL,
        key_id text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT secrets_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT secrets_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );
      CREATE INDEX secrets_by_key ON secrets (key_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE secrets; DROP TABLE api_keys; DROP TABLE organizations');
  }
}
