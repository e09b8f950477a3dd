import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The record of runs. Rows that change often leave room in their page for the next version of the row. */
export class Runs1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE runs (
        organization_id text NOT NULL,
        id text NOT NULL,
        workflow_id text NOT NULL,
        workflow_version integer NOT NULL,
        definition json,
        plan json,
        status text NOT NULL,
        trigger_node_id text NOT NULL,
        trigger_payload json NOT NULL,
        trigger_result json NOT NULL,
        prop_values json NOT NULL,
        trigger_source text NOT NULL,
        triggered_by text,
        source_run_id text,
        is_simulation boolean NOT NULL,
        mocks json,
        parent_run_id text,
        parent_path text,
        parent_waits boolean NOT NULL,
        depth integer NOT NULL,
        last_seq integer NOT NULL DEFAULT 0,
        started_at timestamptz NOT NULL,
        workflow_started_at timestamptz,
        cancel_requested_at timestamptz,
        ended boolean NOT NULL DEFAULT false,
        ended_by text,
        finished_at timestamptz,
        error json,
        output json,
        CONSTRAINT runs_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT runs_id_key UNIQUE (id),
        CONSTRAINT runs_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      ) WITH (fillfactor = 80);
      CREATE INDEX runs_by_start ON runs (organization_id, started_at, id);
      CREATE INDEX runs_by_workflow ON runs (organization_id, workflow_id, started_at, id);
      CREATE INDEX runs_by_status ON runs (organization_id, status, started_at, id);
      CREATE INDEX runs_by_parent ON runs (organization_id, parent_run_id)
        WHERE parent_run_id IS NOT NULL;
      CREATE INDEX runs_not_started ON runs (started_at)
        WHERE workflow_started_at IS NULL AND NOT ended;
      CREATE INDEX runs_open ON runs (id) WHERE NOT ended;
      CREATE INDEX runs_to_cancel ON runs (cancel_requested_at)
        WHERE cancel_requested_at IS NOT NULL AND NOT ended;

      CREATE TABLE run_nodes (
        organization_id text NOT NULL,
        run_id text NOT NULL,
        path text NOT NULL,
        node_id text NOT NULL,
        type text NOT NULL,
        status text NOT NULL,
        input json,
        result json,
        error json,
        branch text,
        attempt integer NOT NULL DEFAULT 0,
        attempts integer NOT NULL DEFAULT 0,
        attempt_open boolean NOT NULL DEFAULT false,
        first_seq integer NOT NULL,
        started_at timestamptz,
        finished_at timestamptz,
        wake_at timestamptz,
        reused boolean NOT NULL DEFAULT false,
        CONSTRAINT run_nodes_pkey PRIMARY KEY (organization_id, run_id, path),
        CONSTRAINT run_nodes_run_fkey
          FOREIGN KEY (organization_id, run_id)
          REFERENCES runs (organization_id, id) ON DELETE CASCADE
      ) WITH (fillfactor = 80);

      CREATE TABLE run_events (
        organization_id text NOT NULL,
        run_id text NOT NULL,
        seq integer NOT NULL,
        key text NOT NULL,
        type text NOT NULL,
        data json NOT NULL,
        at timestamptz NOT NULL,
        xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        CONSTRAINT run_events_pkey PRIMARY KEY (organization_id, run_id, seq),
        CONSTRAINT run_events_key_key UNIQUE (organization_id, run_id, key),
        CONSTRAINT run_events_run_fkey
          FOREIGN KEY (organization_id, run_id)
          REFERENCES runs (organization_id, id) ON DELETE CASCADE
      );

      CREATE TABLE run_claims (
        organization_id text NOT NULL,
        run_id text NOT NULL,
        path text NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        id text NOT NULL,
        payload json NOT NULL,
        source text NOT NULL,
        created_at timestamptz NOT NULL,
        signalled_at timestamptz,
        acked_at timestamptz,
        consumed_at timestamptz,
        CONSTRAINT run_claims_pkey PRIMARY KEY (organization_id, run_id, path, kind, name),
        CONSTRAINT run_claims_id_key UNIQUE (organization_id, run_id, id),
        CONSTRAINT run_claims_run_fkey
          FOREIGN KEY (organization_id, run_id)
          REFERENCES runs (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX run_claims_not_acked ON run_claims (created_at)
        WHERE acked_at IS NULL AND kind <> 'timeout';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE run_claims; DROP TABLE run_events; DROP TABLE run_nodes; DROP TABLE runs',
    );
  }
}
