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

/**
 * Counts of runs by workflow are kept for 8 and for 64 days too, so that those of a year are read from a few rows a
 * workflow, and with them what runs have cost. A cost counts once its run has ended: until then it may grow.
 */
export class CountsByPeriod1764000000235 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How many days a row is for: 0 is all time. Longer periods begin where they divide the days since 1970.
      ALTER TABLE run_counts
        ADD days smallint NOT NULL DEFAULT 0,
        ADD charged bigint NOT NULL DEFAULT 0, -- runs that cost something or could: no simulations
        ADD cu bigint NOT NULL DEFAULT 0,
        DROP CONSTRAINT run_counts_pkey,
        ADD CONSTRAINT run_counts_pkey
          PRIMARY KEY (organization_id, days, period, trigger_node_id, workflow_id);
      ALTER TABLE run_count_changes
        ADD charged integer NOT NULL DEFAULT 0,
        ADD cu bigint NOT NULL DEFAULT 0;
      DROP INDEX run_counts_by_workflow;
      CREATE INDEX run_counts_by_workflow ON run_counts (organization_id, workflow_id, period)
        WHERE days = 1;
      CREATE INDEX runs_open_by_start ON runs (organization_id, started_at) WHERE NOT ended;

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
        ), written AS (
          INSERT INTO run_counts AS r
            (organization_id, days, period, trigger_node_id, workflow_id,
             running, waiting, success, partial, failure, cancelled, charged, cu, last_started_at)
          SELECT t.organization_id, k.days, k.period, k.trigger_node_id, k.workflow_id,
            coalesce(sum(change) FILTER (WHERE status = 'running'), 0),
            coalesce(sum(change) FILTER (WHERE status = 'waiting'), 0),
            coalesce(sum(change) FILTER (WHERE status = 'success'), 0),
            coalesce(sum(change) FILTER (WHERE status = 'partial'), 0),
            coalesce(sum(change) FILTER (WHERE status = 'failure'), 0),
            coalesce(sum(change) FILTER (WHERE status = 'cancelled'), 0),
            sum(charged), sum(cu), max(started_at)
          FROM taken t
          CROSS JOIN LATERAL (VALUES
            (0, '-infinity'::date, '', '*'),
            (0, '-infinity', '', t.workflow_id),
            (0, '-infinity', t.trigger_node_id, t.workflow_id),
            (1, day, '', '*'),
            (1, day, '', t.workflow_id),
            (8, day - (day - '1970-01-01') % 8, '', t.workflow_id),
            (64, day - (day - '1970-01-01') % 64, '', t.workflow_id)
          ) AS k (days, period, trigger_node_id, workflow_id)
          GROUP BY 1, 2, 3, 4, 5
          ON CONFLICT (organization_id, days, period, trigger_node_id, workflow_id) DO UPDATE SET
            running = r.running + excluded.running,
            waiting = r.waiting + excluded.waiting,
            success = r.success + excluded.success,
            partial = r.partial + excluded.partial,
            failure = r.failure + excluded.failure,
            cancelled = r.cancelled + excluded.cancelled,
            charged = r.charged + excluded.charged,
            cu = r.cu + excluded.cu,
            last_started_at = greatest(r.last_started_at, excluded.last_started_at)
        )
        SELECT count(*) INTO folded FROM taken;
        RETURN folded;
      END
      $$;

      -- All is summed up anew: of the past there is one line a day, workflow and status.
      TRUNCATE run_count_changes;
      TRUNCATE run_counts;
      INSERT INTO run_counts (organization_id, period, trigger_node_id, workflow_id,
        running, waiting, success, partial, failure, cancelled)
      SELECT organization_id, '-infinity', '', id, 0, 0, 0, 0, 0, 0 FROM workflows;
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
    await runner.query('DROP INDEX runs_open_by_start');
    await new BusiestWorkflows1764000000211().down(runner);
    await new RunCounts1764000000131().down(runner);
    await new RunCounts1764000000131().up(runner);
    await new BusiestWorkflows1764000000211().up(runner);
  }
}
