import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RunCounts1764000000131 } from './1764000000131-run-counts';
import { BusiestWorkflows1764000000211 } from './1764000000211-busiest-workflows';

/** A line for a run as it was or as it is: what it takes off or adds. */
const line = (run: 'OLD' | 'NEW', sign: '-' | ''): string => `
  INSERT INTO run_count_changes
    (organization_id, workflow_id, trigger_node_id, status, change, charged, cu, started_at)
  SELECT ${run}.organization_id, ${run}.workflow_id, ${run}.trigger_node_id, ${run}.status, ${sign}1,
    CASE WHEN ${run}.is_simulation THEN 0 ELSE ${sign}1 END,
    CASE WHEN ${run}.ended THEN ${sign}${run}.cu ELSE 0 END, ${run}.started_at`;

const LENGTHS = [4, 16, 64, 256];
const SUMS = `
  coalesce(sum(change) FILTER (WHERE status = 'running'), 0) AS running,
  coalesce(sum(change) FILTER (WHERE status = 'waiting'), 0) AS waiting,
  coalesce(sum(change) FILTER (WHERE status = 'success'), 0) AS success,
  coalesce(sum(change) FILTER (WHERE status = 'partial'), 0) AS partial,
  coalesce(sum(change) FILTER (WHERE status = 'failure'), 0) AS failure,
  coalesce(sum(change) FILTER (WHERE status = 'cancelled'), 0) AS cancelled`;
const ADDED = `
  running = r.running + excluded.running,
  waiting = r.waiting + excluded.waiting,
  success = r.success + excluded.success,
  partial = r.partial + excluded.partial,
  failure = r.failure + excluded.failure,
  cancelled = r.cancelled + excluded.cancelled`;

/**
 * Counts of runs by workflow are kept for periods of 1, 4, 16, 64 and 256 days, so that those of any time are read from a
 * few rows a workflow, and with them what runs have cost. A cost counts once its run has ended: until then it may grow.
 * Periods have a table of their own, in which nothing that changes is indexed, and all time another one.
 */
export class CountsByPeriod1764000000235 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- For all time, by the workflow '*' for all workflows together; '' stands for all triggers.
      TRUNCATE run_counts;
      ALTER TABLE run_counts DROP CONSTRAINT run_counts_pkey, DROP COLUMN period,
        ADD CONSTRAINT run_counts_pkey PRIMARY KEY (organization_id, trigger_node_id, workflow_id);
      CREATE INDEX run_counts_busiest ON run_counts (organization_id, total, workflow_id)
        WHERE trigger_node_id = '';

      -- By days in UTC, longer periods from where they divide the days since 1970; '*' as above, by day alone.
      CREATE TABLE run_period_counts (
        organization_id text NOT NULL,
        days smallint NOT NULL,
        period date NOT NULL,
        workflow_id text NOT NULL,
        running integer NOT NULL,
        waiting integer NOT NULL,
        success integer NOT NULL,
        partial integer NOT NULL,
        failure integer NOT NULL,
        cancelled integer NOT NULL,
        charged integer NOT NULL, -- runs that may cost something: no simulations
        cu bigint NOT NULL,
        CONSTRAINT run_period_counts_pkey
          PRIMARY KEY (organization_id, days, period, workflow_id),
        CONSTRAINT run_period_counts_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      ) WITH (fillfactor = 80);
      -- The days of the few workflows that a caller may not see, which are taken off the sums.
      CREATE INDEX run_period_counts_by_workflow
        ON run_period_counts (organization_id, workflow_id, period) WHERE days = 1;

      ALTER TABLE run_count_changes
        ADD charged integer NOT NULL DEFAULT 0,
        ADD cu bigint NOT NULL DEFAULT 0;
      CREATE INDEX runs_open_by_start ON runs (organization_id, started_at) WHERE NOT ended;

      CREATE OR REPLACE FUNCTION weft_count_from_start() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO run_counts (organization_id, trigger_node_id, workflow_id,
          running, waiting, success, partial, failure, cancelled)
        SELECT organization_id, '', id, 0, 0, 0, 0, 0, 0 FROM made
        ORDER BY organization_id, id
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END
      $$;

      CREATE OR REPLACE FUNCTION weft_count_run() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'INSERT' THEN
          ${line('OLD', '-')}
          -- A run that goes with its organization needs no line.
          WHERE TG_OP = 'UPDATE'
            OR EXISTS (SELECT FROM organizations WHERE id = OLD.organization_id);
        END IF;
        IF TG_OP <> 'DELETE' THEN
          ${line('NEW', '')};
        END IF;
        RETURN NULL;
      END
      $$;
      DROP TRIGGER runs_counted_again ON runs;
      CREATE TRIGGER runs_counted_again AFTER UPDATE OF status, ended ON runs
        FOR EACH ROW
        WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.ended IS DISTINCT FROM NEW.ended)
        EXECUTE FUNCTION weft_count_run();

      CREATE OR REPLACE FUNCTION weft_fold_run_counts(p_limit integer) RETURNS integer
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
          RETURNING c.*, (c.started_at AT TIME ZONE 'UTC')::date AS day
        ), all_time AS (
          INSERT INTO run_counts AS r (organization_id, trigger_node_id, workflow_id,
            running, waiting, success, partial, failure, cancelled, last_started_at)
          SELECT t.organization_id, k.trigger_node_id, k.workflow_id, ${SUMS}, max(started_at)
          FROM taken t
          CROSS JOIN LATERAL (VALUES
            ('', '*'), ('', t.workflow_id), (t.trigger_node_id, t.workflow_id)
          ) AS k (trigger_node_id, workflow_id)
          GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
          ON CONFLICT (organization_id, trigger_node_id, workflow_id) DO UPDATE SET ${ADDED},
            last_started_at = greatest(r.last_started_at, excluded.last_started_at)
        ), periods AS (
          INSERT INTO run_period_counts AS r (organization_id, days, period, workflow_id,
            running, waiting, success, partial, failure, cancelled, charged, cu)
          SELECT t.organization_id, k.days, k.period, k.workflow_id, ${SUMS}, sum(charged), sum(cu)
          FROM taken t
          CROSS JOIN LATERAL (VALUES
            (1, day, '*'),
            (1, day, t.workflow_id),
            ${LENGTHS.map((days) => `(${days}, day - (day - '1970-01-01') % ${days}, t.workflow_id)`).join(', ')}
          ) AS k (days, period, workflow_id)
          -- Rows of one period lie together, as they are read.
          GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
          ON CONFLICT (organization_id, days, period, workflow_id) DO UPDATE SET ${ADDED},
            charged = r.charged + excluded.charged,
            cu = r.cu + excluded.cu
        )
        SELECT count(*) INTO folded FROM taken;
        RETURN folded;
      END
      $$;

      -- All is summed up anew: of the past there is one line a day, workflow and status.
      TRUNCATE run_count_changes;
      INSERT INTO run_counts (organization_id, trigger_node_id, workflow_id,
        running, waiting, success, partial, failure, cancelled)
      SELECT organization_id, '', id, 0, 0, 0, 0, 0, 0 FROM workflows;
      INSERT INTO run_count_changes
        (organization_id, workflow_id, trigger_node_id, status, change, charged, cu, started_at)
      SELECT organization_id, workflow_id, trigger_node_id, status, count(*),
        count(*) FILTER (WHERE NOT is_simulation), coalesce(sum(cu) FILTER (WHERE ended), 0),
        max(started_at)
      FROM runs
      GROUP BY 1, 2, 3, 4, (started_at AT TIME ZONE 'UTC')::date;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX runs_open_by_start;
      DROP TABLE run_period_counts;
      DROP INDEX run_counts_busiest;
      DROP TRIGGER workflows_counted ON workflows;
      DROP FUNCTION weft_count_from_start();
    `);
    await new RunCounts1764000000131().down(runner);
    await new RunCounts1764000000131().up(runner);
    await new BusiestWorkflows1764000000211().up(runner);
  }
}
