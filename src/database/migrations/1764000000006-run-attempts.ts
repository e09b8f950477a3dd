import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an activity asks before it acts and says when it has succeeded. */
export class RunAttempts1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Decides whether an attempt may act, see AttemptDecision. p_event is its node_started; as
      -- node_retrying it also names the attempt.
      CREATE FUNCTION weft_begin(
        p_org text, p_run text, p_events weft_event[], p_acks text[],
        p_event weft_event, p_attempt integer, p_max_attempts integer, p_safe boolean,
        OUT kind text, OUT number integer, OUT value json
      ) LANGUAGE plpgsql AS $$
      DECLARE
        last_seq integer := weft_lock_run(p_org, p_run);
        changed_status text;
        n record;
      BEGIN
        IF last_seq IS NULL THEN
          kind := CASE
            WHEN EXISTS (SELECT FROM runs WHERE organization_id = p_org AND id = p_run)
            THEN 'run-ended' ELSE 'unknown-run' END;
          RETURN;
        END IF;
        SELECT * INTO last_seq, changed_status
        FROM weft_append(p_org, p_run, p_events, p_acks, last_seq);

        SELECT status, result, error, attempt, attempts, attempt_open, finished_at INTO n
        FROM run_nodes WHERE organization_id = p_org AND run_id = p_run AND path = p_event.path;
        number := coalesce(n.attempts, 0);

        IF n.finished_at IS NOT NULL THEN
          kind := CASE WHEN n.status IN ('success', 'partial') THEN 'recorded' ELSE 'exhausted' END;
          value := CASE WHEN n.status IN ('success', 'partial') THEN n.result ELSE n.error END;
        ELSIF n.attempt > p_attempt THEN
          kind := 'run-ended'; -- overtaken: nobody listens to this attempt any more
        ELSIF n.attempt_open AND NOT p_safe THEN
          kind := 'outcome-unknown';
          -- The attempt that was lost may still be at work: what it brings comes too late now.
          UPDATE run_nodes SET attempt = p_attempt + 1
          WHERE organization_id = p_org AND run_id = p_run AND path = p_event.path;
        ELSIF n.attempt_open AND n.attempt = p_attempt THEN
          kind := 'proceed'; -- asked again: by a workflow that was reset, it counts its attempts anew
        ELSIF number >= p_max_attempts THEN
          kind := 'exhausted';
          value := n.error;
        ELSE
          kind := 'proceed';
          number := number + 1;
          p_event.key := 'begin:' || p_event.path || ':' || number;
          p_event.error := n.error;
          IF number > 1 THEN
            p_event.type := 'node_retrying';
            p_event.data := (SELECT json_object_agg(
              d.key,
              CASE d.key
                WHEN 'type' THEN to_json(p_event.type)
                WHEN 'attempt' THEN to_json(number)
                ELSE d.value
              END)
              FROM json_each(p_event.data) d);
          END IF;
          SELECT a.p_last_seq, coalesce(a.run_status, changed_status) INTO last_seq, changed_status
          FROM weft_append(p_org, p_run, ARRAY[p_event], '{}', last_seq) a;
          UPDATE run_nodes SET attempt = p_attempt, attempts = number, attempt_open = true
          WHERE organization_id = p_org AND run_id = p_run AND path = p_event.path;
        END IF;
        PERFORM weft_advance(p_org, p_run, last_seq, changed_status);
      END
      $$;

      -- False when a newer attempt, another outcome or the run's end came first.
      CREATE FUNCTION weft_succeed(p_org text, p_run text, p_event weft_event, p_attempt integer)
      RETURNS boolean LANGUAGE plpgsql AS $$
      DECLARE
        last_seq integer := weft_lock_run(p_org, p_run);
        changed_status text;
        n record;
      BEGIN
        IF last_seq IS NULL THEN
          RETURN false;
        END IF;
        SELECT status, attempt, finished_at INTO n
        FROM run_nodes WHERE organization_id = p_org AND run_id = p_run AND path = p_event.path;
        IF n.finished_at IS NOT NULL THEN
          RETURN n.status = 'success' AND n.attempt = p_attempt;
        END IF;
        IF n.attempt > p_attempt THEN
          RETURN false;
        END IF;
        SELECT * INTO last_seq, changed_status
        FROM weft_append(p_org, p_run, ARRAY[p_event], '{}', last_seq);
        PERFORM weft_advance(p_org, p_run, last_seq, changed_status);
        RETURN true;
      END
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION weft_succeed(text, text, weft_event, integer);
      DROP FUNCTION weft_begin(
        text, text, weft_event[], text[], weft_event, integer, integer, boolean);
    `);
  }
}
