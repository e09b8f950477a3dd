import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AppendEvents1764000000005 } from './1764000000005-append-events';
import { RunAttempts1764000000006 } from './1764000000006-run-attempts';
import { RunEnds1764000000008 } from './1764000000008-run-ends';

/**
 * The record's functions again, with what each event costs. A cost is a field of the event, and goes to the
 * run's total in the update that numbers the event: metering takes no statement of its own.
 */
export class MeteredEvents1764000000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await new RunEnds1764000000008().down(runner);
    await new RunAttempts1764000000006().down(runner);
    await new AppendEvents1764000000005().down(runner);
    await runner.query(`
      -- An event before it has a number. data is the event as streams send it; what follows is for run_nodes.
      CREATE TYPE weft_event AS (
        key text,
        type text,
        at timestamptz,
        data json,
        status text,
        path text,
        node_id text,
        node_type text,
        input json,
        result json,
        error json,
        branch text,
        wake_at timestamptz,
        reused boolean,
        cu integer -- what it costs: 0 unless it settles a node
      );

      -- Locks the run. No row when it is unknown or has ended: then nothing may be written.
      -- In plpgsql, which keeps its plans: before PostgreSQL 18 a function in SQL is planned at each call.
      CREATE FUNCTION weft_lock_run(p_org text, p_run text) RETURNS integer
      LANGUAGE plpgsql AS $$
      BEGIN
        RETURN (
          SELECT CASE WHEN ended THEN NULL ELSE last_seq END FROM runs
          WHERE organization_id = p_org AND id = p_run FOR NO KEY UPDATE
        );
      END
      $$;

      -- Numbers and stores the events that are new, in order, and carries them over to run_nodes.
      -- The caller holds the run's lock and writes what comes back to the run's row.
      CREATE FUNCTION weft_append(
        p_org text, p_run text, p_events weft_event[], p_acks text[],
        INOUT p_last_seq integer, OUT run_status text, OUT charged integer
      ) LANGUAGE plpgsql AS $$
      DECLARE
        e weft_event;
        settles boolean;
      BEGIN
        charged := 0;
        IF cardinality(p_acks) > 0 THEN
          UPDATE run_claims SET acked_at = now()
          WHERE organization_id = p_org AND run_id = p_run AND id = ANY (p_acks)
            AND acked_at IS NULL;
        END IF;

        -- Actions that start together each carry the same events. The last one is known to be there at
        -- a glance, but not that all are: a workflow task that was lost may have written it alone.
        IF p_events IS NULL OR EXISTS (
          SELECT FROM run_events
          WHERE organization_id = p_org AND run_id = p_run
            AND key = p_events[cardinality(p_events)].key
        ) AND NOT EXISTS (
          SELECT FROM unnest(p_events) AS carried
          WHERE NOT EXISTS (
            SELECT FROM run_events
            WHERE organization_id = p_org AND run_id = p_run AND key = carried.key
          )
        ) THEN
          RETURN;
        END IF;
        FOREACH e IN ARRAY p_events LOOP
          -- What has happened to a node stays: a failure that comes after a recorded success is dropped.
          INSERT INTO run_events (organization_id, run_id, seq, key, type, data, at, cu)
          SELECT p_org, p_run, p_last_seq + 1, e.key, e.type, e.data, e.at, e.cu
          WHERE e.path IS NULL OR NOT EXISTS (
            SELECT FROM run_nodes
            WHERE organization_id = p_org AND run_id = p_run AND path = e.path
              AND finished_at IS NOT NULL
          )
          ON CONFLICT (organization_id, run_id, key) DO NOTHING;
          CONTINUE WHEN NOT FOUND;
          p_last_seq := p_last_seq + 1;
          charged := charged + e.cu;

          IF left(e.type, 5) <> 'node_' THEN
            run_status := e.status;
            CONTINUE;
          END IF;

          settles := e.type IN ('node_completed', 'node_failed', 'node_skipped', 'node_cancelled');
          INSERT INTO run_nodes AS n (
            organization_id, run_id, path, node_id, type, status, input, result, error, branch,
            first_seq, started_at, finished_at, wake_at, reused
          ) VALUES (
            p_org, p_run, e.path, e.node_id, e.node_type, e.status, e.input, e.result, e.error,
            e.branch, p_last_seq,
            CASE WHEN e.type NOT IN ('node_skipped', 'node_cancelled') THEN e.at END,
            CASE WHEN settles THEN e.at END, e.wake_at, coalesce(e.reused, false)
          )
          ON CONFLICT (organization_id, run_id, path) DO UPDATE SET
            status = excluded.status,
            input = coalesce(excluded.input, n.input),
            result = excluded.result,
            error = excluded.error,
            branch = coalesce(excluded.branch, n.branch),
            attempt_open = n.attempt_open AND NOT settles,
            started_at = coalesce(n.started_at, excluded.started_at),
            finished_at = excluded.finished_at,
            wake_at = excluded.wake_at,
            reused = excluded.reused;

          IF settles THEN
            UPDATE run_claims SET consumed_at = now()
            WHERE organization_id = p_org AND run_id = p_run AND path = e.path
              AND consumed_at IS NULL;
          END IF;
        END LOOP;
      END
      $$;

      -- Takes the lock of weft_lock_run, and the next number with it: an attempt writes just one event.
      CREATE FUNCTION weft_take_number(p_org text, p_run text, p_cu integer) RETURNS integer
      LANGUAGE plpgsql AS $$
      DECLARE
        taken integer;
      BEGIN
        UPDATE runs SET last_seq = last_seq + 1, cu = cu + p_cu,
          -- Who writes here has been started. A simulation is started again until it has ended.
          workflow_started_at = CASE WHEN NOT is_simulation THEN coalesce(workflow_started_at, now()) END
        WHERE organization_id = p_org AND id = p_run AND NOT ended
        RETURNING last_seq INTO taken;
        RETURN taken;
      END
      $$;

      -- For a number that was taken and not used, and when more events came before it.
      CREATE FUNCTION weft_set_number(
        p_org text, p_run text, p_last_seq integer, p_status text, p_cu integer
      ) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE runs SET last_seq = p_last_seq, status = coalesce(p_status, status), cu = cu + p_cu
        WHERE organization_id = p_org AND id = p_run;
      END
      $$;

      -- Writes what weft_append gave back.
      CREATE FUNCTION weft_advance(
        p_org text, p_run text, p_last_seq integer, p_status text, p_cu integer
      ) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE runs SET last_seq = p_last_seq, status = coalesce(p_status, status), cu = cu + p_cu,
          -- Who writes here has been started. A simulation is started again until it has ended.
          workflow_started_at = CASE WHEN NOT is_simulation THEN coalesce(workflow_started_at, now()) END
        WHERE organization_id = p_org AND id = p_run AND last_seq < p_last_seq;
      END
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION weft_advance(text, text, integer, text, integer);
      DROP FUNCTION weft_set_number(text, text, integer, text, integer);
      DROP FUNCTION weft_take_number(text, text, integer);
      DROP FUNCTION weft_append(text, text, weft_event[], text[], integer);
      DROP FUNCTION weft_lock_run(text, text);
      DROP TYPE weft_event;
    `);
    await new AppendEvents1764000000005().up(runner);
    await new RunAttempts1764000000006().up(runner);
    await new RunEnds1764000000008().up(runner);
  }
}
