import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What keeps a trigger from starting runs: the cooldown, the number of runs, a pause, failures in a row. */
export class RunLimits1764000000132 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE workflows ADD COLUMN active_since timestamptz;

      -- Decides whether a run that no person asked for may start, and counts it. A workflow with limits is locked
      -- until the run is written, so that of starts at the same time each sees the one before it.
      CREATE FUNCTION weft_admit_run(p_org text, p_workflow text, p_run text) RETURNS text
      LANGUAGE plpgsql AS $$
      DECLARE
        w record;
        moment timestamptz;
      BEGIN
        SELECT status, cooldown_ms, max_runs INTO w FROM workflows
        WHERE organization_id = p_org AND id = p_workflow;
        IF NOT FOUND
          OR w.status <> 'paused' AND w.cooldown_ms IS NULL AND w.max_runs IS NULL THEN
          RETURN 'admitted';
        END IF;
        SELECT status, paused_reason, cooldown_ms, max_runs, remain_runs, last_triggered_at INTO w
        FROM workflows WHERE organization_id = p_org AND id = p_workflow FOR NO KEY UPDATE;
        -- It is there already, and was counted: somebody tries again.
        IF EXISTS (SELECT FROM runs WHERE organization_id = p_org AND id = p_run) THEN
          RETURN 'admitted';
        END IF;
        moment := clock_timestamp();
        IF w.max_runs IS NOT NULL AND coalesce(w.remain_runs, 0) <= 0 THEN
          RETURN 'out-of-runs';
        ELSIF w.status = 'paused' THEN
          RETURN 'paused';
        ELSIF w.last_triggered_at + w.cooldown_ms * interval '1 millisecond' > moment THEN
          RETURN 'cooling-down';
        END IF;
        UPDATE workflows SET
          last_triggered_at = moment,
          remain_runs = CASE WHEN max_runs IS NOT NULL THEN remain_runs - 1 ELSE remain_runs END,
          status = CASE WHEN max_runs IS NOT NULL AND remain_runs = 1 AND status = 'active'
            THEN 'paused' ELSE status END,
          paused_reason = CASE WHEN max_runs IS NOT NULL AND remain_runs = 1 AND status = 'active'
            THEN 'max_runs_exhausted' ELSE paused_reason END
        WHERE organization_id = p_org AND id = p_workflow;
        RETURN 'admitted';
      END
      $$;

      -- Ten runs in a row that no person asked for have failed since the workflow became active.
      CREATE FUNCTION weft_pause_failing() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF 10 = (
          SELECT count(*) FILTER (WHERE status = 'failure') FROM (
            SELECT r.status FROM (
              SELECT status, trigger_source, is_simulation, started_at FROM runs
              WHERE organization_id = NEW.organization_id AND workflow_id = NEW.workflow_id
              ORDER BY started_at DESC LIMIT 100
            ) AS r
            JOIN workflows w ON w.organization_id = NEW.organization_id AND w.id = NEW.workflow_id
            WHERE r.trigger_source NOT IN ('api', 'manual', 'retry') AND NOT r.is_simulation
              AND r.status NOT IN ('running', 'waiting')
              AND r.started_at >= coalesce(w.active_since, '-infinity')
            ORDER BY r.started_at DESC LIMIT 10
          ) AS last
        ) THEN
          UPDATE workflows SET status = 'paused', paused_reason = 'consecutive_failures'
          WHERE organization_id = NEW.organization_id AND id = NEW.workflow_id
            AND status = 'active';
        END IF;
        RETURN NULL;
      END
      $$;
      CREATE TRIGGER runs_failing AFTER UPDATE OF status ON runs
        FOR EACH ROW WHEN (
          NEW.status = 'failure' AND OLD.status <> 'failure' AND NOT NEW.is_simulation
          AND NEW.workflow_id <> '' AND NEW.trigger_source NOT IN ('api', 'manual', 'retry')
        ) EXECUTE FUNCTION weft_pause_failing();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER runs_failing ON runs;
      DROP FUNCTION weft_pause_failing();
      DROP FUNCTION weft_admit_run(text, text, text);
      ALTER TABLE workflows DROP COLUMN active_since;
    `);
  }
}
