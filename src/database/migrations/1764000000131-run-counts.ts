import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many runs there are in each state, so that a count does not read them. A run that starts, goes on or ends
 * leaves a line of its own, which takes no lock that others wait for; the lines are summed up later, in batches.
 */
export class RunCounts1764000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE run_count_changes (
        organization_id text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        workflow_id text NOT NULL,
        trigger_node_id text NOT NULL,
        status text NOT NULL,
        change integer NOT NULL,
        started_at timestamptz NOT NULL,
        CONSTRAINT run_count_changes_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT run_count_changes_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );

      -- One row for all time, by the period '-infinity', and one for each day in UTC; by the workflow '*' for
      -- all workflows together. Only all time is also counted by trigger; '' stands for all triggers.
      CREATE TABLE run_counts (
        organization_id text NOT NULL,
        period date NOT NULL,
        trigger_node_id text NOT NULL,
        workflow_id text NOT NULL,
        running bigint NOT NULL,
        waiting bigint NOT NULL,
        success bigint NOT NULL,
        partial bigint NOT NULL,
        failure bigint NOT NULL,
        cancelled bigint NOT NULL,
        last_started_at timestamptz NOT NULL,
        CONSTRAINT run_counts_pkey
          PRIMARY KEY (organization_id, period, trigger_node_id, workflow_id),
        CONSTRAINT run_counts_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      ) WITH (fillfactor = 80);

      CREATE FUNCTION weft_count_run() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'INSERT' THEN
          INSERT INTO run_count_changes
            (organization_id, workflow_id, trigger_node_id, status, change, started_at)
          SELECT OLD.organization_id, OLD.workflow_id, OLD.trigger_node_id, OLD.status, -1,
            OLD.started_at
          -- A run that goes with its organization needs no line.
          WHERE TG_OP = 'UPDATE'
            OR EXISTS (SELECT FROM organizations WHERE id = OLD.organization_id);
        END IF;
        IF TG_OP <> 'DELETE' THEN
          INSERT INTO run_count_changes
            (organization_id, workflow_id, trigger_node_id, status, change, started_at)
          VALUES (NEW.organization_id, NEW.workflow_id, NEW.trigger_node_id, NEW.status, 1,
            NEW.started_at);
        END IF;
        RETURN NULL;
      END
      $$;
      CREATE TRIGGER runs_counted AFTER INSERT OR DELETE ON runs
        FOR EACH ROW EXECUTE FUNCTION weft_count_run();
      CREATE TRIGGER runs_counted_again AFTER UPDATE OF status ON runs
        FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
        EXECUTE FUNCTION weft_count_run();

      -- Sums up at most so many lines, and gives how many; 0 too while another process does it.
      CREATE FUNCTION weft_fold_run_counts(p_limit integer) RETURNS integer
      LANGUAGE plpgsql AS $$
      DECLARE
        folded integer;
      BEGIN
        IF NOT pg_try_advisory_xact_lock(7330131) THEN
          RETURN 0;
        END IF;
        WITH taken AS (
          DELETE FROM run_count_changes c
          USING (
            SELECT organization_id, id FROM run_count_changes LIMIT p_limit
          ) AS batch
          WHERE c.organization_id = batch.organization_id AND c.id = batch.id
          RETURNING c.*
        ), written AS (
          INSERT INTO run_counts AS r
            (organization_id, period, trigger_node_id, workflow_id,
             running, waiting, success, partial, failure, cancelled, last_started_at)
          SELECT t.organization_id, k.period, k.trigger_node_id, k.workflow_id,
            coalesce(sum(change) FILTER (WHERE status = 'running'), 0),
            coalesce(sum(change) FILTER (WHERE status = 'waiting'), 0),
            coalesce(sum(change) FILTER (WHERE status = 'success'), 0),
            coalesce(sum(change) FILTER (WHERE status = 'partial'), 0),
            coalesce(sum(change) FILTER (WHERE status = 'failure'), 0),
            coalesce(sum(change) FILTER (WHERE status = 'cancelled'), 0),
            max(started_at)
          FROM taken t
          CROSS JOIN LATERAL (VALUES
            ('-infinity'::date, '', '*'),
            ('-infinity', '', t.workflow_id),
            ('-infinity', t.trigger_node_id, t.workflow_id),
            ((t.started_at AT TIME ZONE 'UTC')::date, '', '*'),
            ((t.started_at AT TIME ZONE 'UTC')::date, '', t.workflow_id)
          ) AS k (period, trigger_node_id, workflow_id)
          GROUP BY 1, 2, 3, 4
          ON CONFLICT (organization_id, period, trigger_node_id, workflow_id) DO UPDATE SET
            running = r.running + excluded.running,
            waiting = r.waiting + excluded.waiting,
            success = r.success + excluded.success,
            partial = r.partial + excluded.partial,
            failure = r.failure + excluded.failure,
            cancelled = r.cancelled + excluded.cancelled,
            last_started_at = greatest(r.last_started_at, excluded.last_started_at)
        )
        SELECT count(*) INTO folded FROM taken;
        RETURN folded;
      END
      $$;

      INSERT INTO run_count_changes
        (organization_id, workflow_id, trigger_node_id, status, change, started_at)
      SELECT organization_id, workflow_id, trigger_node_id, status, count(*), max(started_at)
      FROM runs
      GROUP BY 1, 2, 3, 4, (started_at AT TIME ZONE 'UTC')::date;

      CREATE INDEX runs_by_workflow_status
        ON runs (organization_id, workflow_id, status, started_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX runs_by_workflow_status;
      DROP FUNCTION weft_fold_run_counts(integer);
      DROP TRIGGER runs_counted_again ON runs;
      DROP TRIGGER runs_counted ON runs;
      DROP FUNCTION weft_count_run();
      DROP TABLE run_counts;
      DROP TABLE run_count_changes;
    `);
  }
}
