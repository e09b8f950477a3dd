import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What leaves the house or is too large for Temporal: webhook deliveries and stored payloads. */
export class Outbound1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhook_deliveries (
        organization_id text NOT NULL,
        id text NOT NULL,
        run_id text NOT NULL,
        workflow_id text NOT NULL,
        node_id text NOT NULL,
        idempotency_key text NOT NULL,
        url text NOT NULL,
        request_headers bytea NOT NULL,
        request_body json NOT NULL,
        status text NOT NULL DEFAULT 'pending',
        retry_count integer NOT NULL DEFAULT 0,
        max_retries integer NOT NULL,
        next_retry_at timestamptz,
        response_status integer,
        response_headers json,
        response_body text,
        error_message text,
        duration_ms integer,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT webhook_deliveries_idempotency_key UNIQUE (organization_id, idempotency_key),
        CONSTRAINT webhook_deliveries_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );
      CREATE INDEX webhook_deliveries_by_creation
        ON webhook_deliveries (organization_id, created_at, id);
      CREATE INDEX webhook_deliveries_unsettled ON webhook_deliveries (id)
        WHERE status IN ('pending', 'retrying');

      -- Temporal names no organization when it stores a payload: organization_id is empty in its rows.
      CREATE TABLE payload_blobs (
        organization_id text NOT NULL DEFAULT '',
        hash bytea NOT NULL,
        bytes bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT payload_blobs_pkey PRIMARY KEY (organization_id, hash)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE payload_blobs; DROP TABLE webhook_deliveries');
  }
}
