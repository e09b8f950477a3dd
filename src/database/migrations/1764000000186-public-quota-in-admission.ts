import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A start by everybody uses up its quota when its run is written, and not when something else refuses it. */
export class PublicQuotaInAdmission1764000000186 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Takes one start of those that everybody together may make. Starts that come together wait for the row,
      -- and then see what the one before has left. A clock that goes back does not open a new day.
      CREATE FUNCTION weft_take_public_run(
        p_org text, p_workflow text, p_run text, p_cooldown integer, p_daily integer
      ) RETURNS text LANGUAGE plpgsql AS $$
      DECLARE
        q record;
        moment timestamptz;
        today date;
      BEGIN
        INSERT INTO public_run_quotas (organization_id, workflow_id, day, runs, last_at)
        VALUES (p_org, p_workflow, '-infinity', 0, '-infinity') ON CONFLICT DO NOTHING;
        SELECT day, runs, last_at INTO q FROM public_run_quotas
        WHERE organization_id = p_org AND workflow_id = p_workflow FOR NO KEY UPDATE;
        -- It is there already, and was counted.
        IF EXISTS (SELECT FROM runs WHERE organization_id = p_org AND id = p_run) THEN
          RETURN 'admitted';
        END IF;
        moment := clock_timestamp();
        today := (moment AT TIME ZONE 'UTC')::date;
        IF q.last_at + p_cooldown * interval '1 second' > moment
          OR q.day >= today AND q.runs >= p_daily THEN
          RETURN 'public-limit';
        END IF;
        UPDATE public_run_quotas SET
          runs = CASE WHEN q.day < today THEN 1 ELSE q.runs + 1 END,
          day = greatest(q.day, today), last_at = greatest(q.last_at, moment)
        WHERE organization_id = p_org AND workflow_id = p_workflow;
        RETURN 'admitted';
      END
      $$;

      DROP FUNCTION weft_admit_run(text, text, text);
      -- Decides whether a run that no person asked for may start, and counts it. A workflow with limits is locked
      -- until the run is written, so that of starts at the same time each sees the one before it.
      CREATE FUNCTION weft_admit_run(p_org text, p_workflow text, p_run text, p_source text)
      RETURNS text LANGUAGE plpgsql AS $$
      DECLARE
        w record;
        moment timestamptz;
        is_public boolean;
        has_limits boolean;
      BEGIN
        SELECT status, cooldown_ms, max_runs,
          public_run_cooldown_seconds AS public_cooldown, public_run_daily_limit AS public_daily
        INTO w FROM workflows WHERE organization_id = p_org AND id = p_workflow;
        IF NOT FOUND THEN
          RETURN 'admitted';
        END IF;
        has_limits := w.status = 'paused' OR w.cooldown_ms IS NOT NULL OR w.max_runs IS NOT NULL;
        is_public := p_source = 'public'
          AND (w.public_cooldown IS NOT NULL OR w.public_daily IS NOT NULL);
        IF has_limits THEN
          SELECT status, paused_reason, cooldown_ms, max_runs, remain_runs, last_triggered_at,
            public_run_cooldown_seconds AS public_cooldown, public_run_daily_limit AS public_daily
          INTO w FROM workflows
          WHERE organization_id = p_org AND id = p_workflow FOR NO KEY UPDATE;
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
        END IF;
        -- The last that may refuse: what is counted below and here is then a run.
        IF is_public AND weft_take_public_run(
          p_org, p_workflow, p_run, w.public_cooldown, w.public_daily) <> 'admitted' THEN
          RETURN 'public-limit';
        END IF;
        IF has_limits THEN
          UPDATE workflows SET
            last_triggered_at = moment,
            remain_runs = CASE WHEN max_runs IS NOT NULL THEN remain_runs - 1 ELSE remain_runs END,
            status = CASE WHEN max_runs IS NOT NULL AND remain_runs = 1 AND status = 'active'
              THEN 'paused' ELSE status END,
            paused_reason = CASE WHEN max_runs IS NOT NULL AND remain_runs = 1 AND status = 'active'
              THEN 'max_runs_exhausted' ELSE paused_reason END
          WHERE organization_id = p_org AND id = p_workflow;
        END IF;
        RETURN 'admitted';
      END
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION weft_admit_run(text, text, text, text);
      DROP FUNCTION weft_take_public_run(text, text, text, integer, integer);
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
    `);
  }
}
