import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditLog1764000000124 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entries (
        organization_id text NOT NULL,
        id text NOT NULL,
        at timestamptz NOT NULL,
        outcome text NOT NULL,
        actor_type text NOT NULL,
        actor_id text,
        credential_type text,
        credential_id text,
        operation text NOT NULL,
        resource_type text NOT NULL,
        resource_id text,
        changes json,
        code text,
        reason text,
        run_id text,
        request_id text,
        client_ip text,
        user_agent text,
        CONSTRAINT audit_entries_pkey PRIMARY KEY (organization_id, id)
      );
      CREATE INDEX audit_entries_by_time ON audit_entries (at);
      CREATE INDEX audit_entries_by_actor ON audit_entries (organization_id, actor_id, id);
      CREATE INDEX audit_entries_by_operation ON audit_entries (organization_id, operation, id);
      CREATE INDEX audit_entries_by_resource ON audit_entries (organization_id, resource_id, id);
      CREATE INDEX audit_entries_by_run ON audit_entries (organization_id, run_id, id)
        WHERE run_id IS NOT NULL;

      -- Whoever may do everything may read it.
      UPDATE service_accounts SET permissions = permissions || 'audit:read'::text
      WHERE description = 'Made at the first start.' AND NOT 'audit:read' = ANY (permissions);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE service_accounts SET permissions = array_remove(permissions, 'audit:read');
      DROP TABLE audit_entries;
    `);
  }
}
