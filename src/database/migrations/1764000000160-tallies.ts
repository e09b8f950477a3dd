import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Runs and their nodes, counted by the hour once a run has ended. What has not been counted yet is found
 * by a partial index, so the end of a run costs one entry in it and no statement.
 */
export class Tallies1764000000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE runs ADD tallied_end timestamptz, ADD tallied_status text;
      CREATE INDEX runs_not_tallied ON runs (finished_at)
        WHERE ended AND NOT is_simulation AND tallied_end IS DISTINCT FROM finished_at;

      ALTER TABLE workflows ADD tallied_version integer, ADD tallied_types text[];
      CREATE INDEX workflows_not_tallied ON workflows (id)
        WHERE tallied_version IS DISTINCT FROM
          CASE WHEN status = 'archived' THEN 0
            ELSE coalesce(draft_version, live_version, current_version) END;

      CREATE TABLE run_tallies (
        organization_id text NOT NULL,
        hour timestamptz NOT NULL,
        total integer NOT NULL,
        success integer NOT NULL,
        partial integer NOT NULL,
        failure integer NOT NULL,
        CONSTRAINT run_tallies_pkey PRIMARY KEY (organization_id, hour),
        CONSTRAINT run_tallies_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );

      CREATE TABLE error_tallies (
        organization_id text NOT NULL,
        grain text NOT NULL,
        bucket timestamptz NOT NULL,
        error text NOT NULL,
        count integer NOT NULL,
        last_at timestamptz NOT NULL,
        CONSTRAINT error_tallies_pkey PRIMARY KEY (organization_id, grain, bucket, error),
        CONSTRAINT error_tallies_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );

      CREATE TABLE node_tallies (
        organization_id text NOT NULL,
        kind text NOT NULL,
        type text NOT NULL,
        hour timestamptz NOT NULL,
        executions integer NOT NULL,
        latency_ms double precision NOT NULL,
        CONSTRAINT node_tallies_pkey PRIMARY KEY (organization_id, kind, type, hour),
        CONSTRAINT node_tallies_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );

      CREATE TABLE latency_tallies (
        organization_id text NOT NULL,
        type text NOT NULL,
        grain text NOT NULL,
        bucket timestamptz NOT NULL,
        slot integer NOT NULL,
        count integer NOT NULL,
        CONSTRAINT latency_tallies_pkey PRIMARY KEY (organization_id, type, grain, bucket, slot),
        CONSTRAINT latency_tallies_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );

      CREATE TABLE node_totals (
        organization_id text NOT NULL,
        kind text NOT NULL,
        type text NOT NULL,
        executions integer NOT NULL DEFAULT 0,
        succeeded integer NOT NULL DEFAULT 0,
        latency_ms double precision NOT NULL DEFAULT 0,
        workflows integer NOT NULL DEFAULT 0,
        CONSTRAINT node_totals_pkey PRIMARY KEY (organization_id, kind, type),
        CONSTRAINT node_totals_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE node_totals;
      DROP TABLE latency_tallies;
      DROP TABLE node_tallies;
      DROP TABLE error_tallies;
      DROP TABLE run_tallies;
      ALTER TABLE workflows DROP tallied_version, DROP tallied_types;
      ALTER TABLE runs DROP tallied_end, DROP tallied_status;
    `);
  }
}
