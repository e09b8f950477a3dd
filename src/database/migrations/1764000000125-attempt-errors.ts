import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why each attempt failed: a node's row has the last reason only, and none once it succeeds. */
export class AttemptErrors1764000000125 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE run_attempt_errors (
        organization_id text NOT NULL,
        run_id text NOT NULL,
        after_seq integer NOT NULL,
        path text NOT NULL,
        node_id text NOT NULL,
        type text NOT NULL,
        attempt integer NOT NULL,
        error json NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT run_attempt_errors_pkey PRIMARY KEY (organization_id, run_id, after_seq, path),
        CONSTRAINT run_attempt_errors_run_fkey
          FOREIGN KEY (organization_id, run_id)
          REFERENCES runs (organization_id, id) ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE run_attempt_errors');
  }
}
