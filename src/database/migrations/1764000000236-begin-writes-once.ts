import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the number of the last event is taken from the row of the run and written back. SQL of parts of the function. */
interface Place {
  declared: string;
  found: string;
  carries: string;
  written: string;
}

/** Takes a number ahead, and writes the row once more when other events came before. */
const AHEAD: Place = {
  declared: `    seq integer := weft_take_number(p_org, p_run, 0);
    before integer := seq - 1;
`,
  found: '',
  carries: 'p_events IS NOT NULL OR p_acks IS NOT NULL',
  written: `    IF before <> seq OR changed_status IS NOT NULL OR charged > 0 THEN
      PERFORM weft_set_number(p_org, p_run, before, changed_status, charged);
    END IF;
`,
};

/** Only who carries nothing knows its number ahead. Who carries locks the row and writes it once, at the end. */
const ONCE: Place = {
  declared: `    carries boolean := coalesce(cardinality(p_events), 0) + coalesce(cardinality(p_acks), 0) > 0;
    seq integer;
    before integer;
`,
  found: `    IF carries THEN
      before := weft_lock_run(p_org, p_run);
    ELSE
      seq := weft_take_number(p_org, p_run, 0);
      before := seq - 1;
    END IF;
`,
  carries: 'carries',
  written: `    IF carries THEN
      PERFORM weft_advance(p_org, p_run, before, changed_status, charged);
    ELSIF before <> seq THEN
      PERFORM weft_set_number(p_org, p_run, before, NULL, 0);
    END IF;
`,
};

const begin = (place: Place): string => `
  -- Decides whether an attempt may act, see AttemptDecision. p_event is its node_started; as
  -- node_retrying it also names the attempt.
  CREATE OR REPLACE FUNCTION weft_begin(
    p_org text, p_run text, p_events weft_event[], p_acks text[],
    p_event weft_event, p_attempt integer, p_max_attempts integer, p_safe boolean,
    OUT kind text, OUT number integer, OUT value json
  ) LANGUAGE plpgsql AS $$
  DECLARE
${place.declared}    changed_status text;
    charged integer := 0;
    n record;
    written integer;
  BEGIN
${place.found}    IF before IS NULL THEN
      kind := CASE
        WHEN EXISTS (SELECT FROM runs WHERE organization_id = p_org AND id = p_run)
        THEN 'run-ended' ELSE 'unknown-run' END;
      RETURN;
    END IF;
    IF ${place.carries} THEN
      SELECT * INTO before, changed_status, charged
      FROM weft_append(p_org, p_run, p_events, p_acks, before);
    END IF;

    SELECT status, result, error, attempt, attempts, attempt_open, finished_at INTO n
    FROM run_nodes WHERE organization_id = p_org AND run_id = p_run AND path = p_event.path;
    number := coalesce(n.attempts, 0);

    IF n.finished_at IS NOT NULL THEN
      kind := CASE WHEN n.status IN ('success', 'partial') THEN 'recorded' ELSE 'exhausted' END;
      value := CASE WHEN n.status IN ('success', 'partial') THEN n.result ELSE n.error END;
    ELSIF n.attempt > p_attempt THEN
      kind := 'run-ended'; -- overtaken: nobody listens to this attempt any more
    ELSIF n.attempt_open AND NOT p_safe AND NOT (n.attempt = p_attempt AND EXISTS (
        SELECT FROM run_events WHERE organization_id = p_org AND run_id = p_run
          AND key = 'begin:' || p_event.path || ':' || number AND at = p_event.at)) THEN
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
      WITH event AS (
        INSERT INTO run_events (organization_id, run_id, seq, key, type, data, at)
        VALUES (
          p_org, p_run, before + 1, 'begin:' || p_event.path || ':' || number, p_event.type,
          p_event.data, p_event.at)
        ON CONFLICT (organization_id, run_id, key) DO NOTHING
        RETURNING run_events.seq
      )
      INSERT INTO run_nodes AS r (
        organization_id, run_id, path, node_id, type, status, input, error, first_seq, started_at,
        attempt, attempts, attempt_open
      ) VALUES (
        p_org, p_run, p_event.path, p_event.node_id, p_event.node_type, p_event.status,
        p_event.input, n.error, before + 1, p_event.at, p_attempt, number, true
      )
      ON CONFLICT (organization_id, run_id, path) DO UPDATE SET
        status = excluded.status,
        input = excluded.input,
        result = NULL,
        started_at = coalesce(r.started_at, excluded.started_at),
        wake_at = NULL,
        reused = false,
        attempt = excluded.attempt,
        attempts = excluded.attempts,
        attempt_open = true
      RETURNING (SELECT event.seq FROM event) INTO written;
      before := coalesce(written, before);
    END IF;
${place.written}  END
  $$;`;

/**
 * A begin that carries events wrote the row of its run twice: with the number that it took, and with the one that it
 * used. Each is a new version of a row with a dozen indexes.
 */
export class BeginWritesOnce1764000000236 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(begin(ONCE));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(begin(AHEAD));
  }
}
