import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers of requests that carried an `Idempotency-Key`. */
export class IdempotencyKeys1764000000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        organization_id text NOT NULL,
        principal_id text NOT NULL,
        operation text NOT NULL,
        key_hash bytea NOT NULL,
        request_hash bytea NOT NULL,
        attempt text NOT NULL,
        answer bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT idempotency_keys_pkey
          PRIMARY KEY (organization_id, principal_id, operation, key_hash)
      );
      CREATE INDEX idempotency_keys_by_time ON idempotency_keys (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_keys');
  }
}
