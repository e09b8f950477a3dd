import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What everybody may see and start: throttles, widgets, sessions around a run, and runs by transaction. */
export class Public1764000000161 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE workflows
        ADD public_run_cooldown_seconds integer,
        ADD public_run_daily_limit integer,
        ADD widget json;
      CREATE INDEX workflows_public ON workflows (id)
        WHERE visibility IN ('public_view', 'public_execute');

      CREATE TABLE public_run_quotas (
        organization_id text NOT NULL,
        workflow_id text NOT NULL,
        day date NOT NULL,
        runs integer NOT NULL,
        last_at timestamptz NOT NULL,
        CONSTRAINT public_run_quotas_pkey PRIMARY KEY (organization_id, workflow_id),
        CONSTRAINT public_run_quotas_workflow_fkey
          FOREIGN KEY (organization_id, workflow_id)
          REFERENCES workflows (organization_id, id) ON DELETE CASCADE
      );

      CREATE TABLE executions (
        organization_id text NOT NULL,
        id text NOT NULL,
        workflow_id text NOT NULL,
        run_id text NOT NULL,
        source_system text NOT NULL,
        source_entity_type text NOT NULL,
        source_entity_id text,
        external_ref text,
        idempotency_key text,
        request_hash bytea NOT NULL,
        request_payload json NOT NULL,
        client_safe_metadata json,
        token_hash bytea NOT NULL,
        token_expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT executions_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT executions_token_hash_key UNIQUE (token_hash),
        CONSTRAINT executions_idempotency_key UNIQUE (organization_id, workflow_id, idempotency_key),
        CONSTRAINT executions_workflow_fkey
          FOREIGN KEY (organization_id, workflow_id)
          REFERENCES workflows (organization_id, id) ON DELETE CASCADE
      );

      CREATE TABLE run_transactions (
        organization_id text NOT NULL,
        tx_hash text NOT NULL,
        run_id text NOT NULL,
        CONSTRAINT run_transactions_pkey PRIMARY KEY (organization_id, tx_hash, run_id),
        CONSTRAINT run_transactions_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );
      CREATE INDEX run_transactions_by_hash ON run_transactions (tx_hash);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE run_transactions;
      DROP TABLE executions;
      DROP TABLE public_run_quotas;
      DROP INDEX workflows_public;
      ALTER TABLE workflows
        DROP public_run_cooldown_seconds, DROP public_run_daily_limit, DROP widget;
    `);
  }
}
