import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, machines and what they are in an organization. */
export class Principals1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organizations
        ADD slug text NOT NULL DEFAULT gen_random_uuid(),
        ADD description text,
        ADD photo text,
        ADD created_by text,
        ADD updated_at timestamptz NOT NULL DEFAULT now(),
        ADD deleted_at timestamptz,
        ADD deleted_by text;
      ALTER TABLE organizations ADD CONSTRAINT organizations_slug_key UNIQUE (slug);

      CREATE TABLE users (
        id text NOT NULL CONSTRAINT users_pkey PRIMARY KEY,
        email text,
        email_verified boolean NOT NULL DEFAULT false,
        login text CONSTRAINT users_login_key UNIQUE,
        password_hash text,
        issuer text,
        subject text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT users_subject_key UNIQUE (issuer, subject)
      );

      CREATE TABLE user_sessions (
        id text NOT NULL CONSTRAINT user_sessions_pkey PRIMARY KEY,
        user_id text NOT NULL,
        hash bytea NOT NULL CONSTRAINT user_sessions_hash_key UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        CONSTRAINT user_sessions_user_id_fkey
          FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      );
      CREATE INDEX user_sessions_by_user ON user_sessions (user_id);

      CREATE TABLE organization_members (
        organization_id text NOT NULL,
        user_id text NOT NULL,
        id text NOT NULL,
        role text NOT NULL,
        invited_by text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT organization_members_pkey PRIMARY KEY (organization_id, user_id),
        CONSTRAINT organization_members_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE,
        CONSTRAINT organization_members_user_id_fkey
          FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      );
      CREATE INDEX organization_members_by_user ON organization_members (user_id);

      CREATE TABLE organization_invites (
        organization_id text NOT NULL,
        id text NOT NULL,
        email text NOT NULL,
        invitee_user_id text,
        role text NOT NULL,
        status text NOT NULL DEFAULT 'pending',
        token_hash bytea NOT NULL,
        invited_by text NOT NULL,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT organization_invites_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT organization_invites_token_hash_key UNIQUE (token_hash),
        CONSTRAINT organization_invites_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );
      CREATE INDEX organization_invites_by_email ON organization_invites (email);

      CREATE TABLE service_accounts (
        organization_id text NOT NULL,
        id text NOT NULL,
        name text NOT NULL,
        description text,
        permissions text[] NOT NULL,
        status text NOT NULL DEFAULT 'active',
        disabled_at timestamptz,
        created_by text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT service_accounts_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT service_accounts_name_key UNIQUE (organization_id, name),
        CONSTRAINT service_accounts_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );

      ALTER TABLE api_keys
        ADD user_id text,
        ADD service_account_id text,
        ADD last_used_ip text,
        ADD last_used_user_agent text;
      -- Keys from before there were principals keep what they could do.
      INSERT INTO service_accounts (organization_id, id, name, permissions)
      SELECT organization_id, 'sa_' || substr(id, 5), name || ' (' || id || ')', ARRAY[
        'org:read', 'org:update', 'org:delete', 'member:invite', 'member:remove', 'member:update_role',
        'workflow:create', 'workflow:read', 'workflow:update', 'workflow:delete', 'workflow:execute',
        'workflow:publish', 'connector:create', 'connector:read', 'connector:update',
        'connector:delete', 'action:read', 'run:read', 'run:stream', 'run:cancel', 'execution:read',
        'execution:stream', 'execution:webhook', 'restriction:read', 'restriction:update', 'ai:chat',
        'wallet:withdraw', 'action_proxy:execute', 'apikey:create', 'apikey:read', 'apikey:revoke',
        'service_account:read', 'service_account:write', 'stats:read', 'database:read',
        'database:update']
      FROM api_keys;
      UPDATE api_keys SET service_account_id = 'sa_' || substr(id, 5);
      ALTER TABLE api_keys ADD CONSTRAINT api_keys_has_one_owner
        CHECK ((user_id IS NULL) <> (service_account_id IS NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE api_keys
        DROP CONSTRAINT api_keys_has_one_owner,
        DROP user_id, DROP service_account_id, DROP last_used_ip, DROP last_used_user_agent;
      DROP TABLE service_accounts;
      DROP TABLE organization_invites;
      DROP TABLE organization_members;
      DROP TABLE user_sessions;
      DROP TABLE users;
      ALTER TABLE organizations
        DROP slug, DROP description, DROP photo, DROP created_by, DROP updated_at, DROP deleted_at,
        DROP deleted_by;
    `);
  }
}
