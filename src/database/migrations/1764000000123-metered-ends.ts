import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the workflow itself writes: progress on its way, and the end, with what they cost. */
export class MeteredEnds1764000000123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- False when the run is unknown or has ended.
      CREATE FUNCTION weft_flush(p_org text, p_run text, p_events weft_event[], p_acks text[])
      RETURNS boolean LANGUAGE plpgsql AS $$
      DECLARE
        last_seq integer := weft_lock_run(p_org, p_run);
        changed_status text;
        charged integer;
      BEGIN
        IF last_seq IS NULL THEN
          RETURN false;
        END IF;
        SELECT * INTO last_seq, changed_status, charged
        FROM weft_append(p_org, p_run, p_events, p_acks, last_seq);
        PERFORM weft_advance(p_org, p_run, last_seq, changed_status, charged);
        RETURN true;
      END
      $$;

      -- Whether what was refused may be forgotten: not while the run waits to be reopened, its workflow
      -- having been reset. An execution that ended the run itself only writes the end again.
      CREATE FUNCTION weft_is_over(p_org text, p_run text, p_execution text) RETURNS boolean
      LANGUAGE sql AS $$
        SELECT NOT EXISTS (
          SELECT FROM runs WHERE organization_id = p_org AND id = p_run
            AND ended AND ended_by IS DISTINCT FROM p_execution
        )
      $$;

      -- Writes the last events and the end. When a parent waits, its claim comes back, to be signalled.
      CREATE FUNCTION weft_end(
        p_org text, p_run text, p_events weft_event[], p_acks text[],
        p_status text, p_error json, p_output json, p_at timestamptz, p_execution text,
        OUT written boolean,
        OUT claim_run text, OUT claim_path text, OUT claim_id text, OUT claim_payload json
      )
      LANGUAGE plpgsql AS $$
      DECLARE
        seq integer := weft_lock_run(p_org, p_run);
        charged integer;
        r record;
      BEGIN
        IF seq IS NULL THEN
          written := weft_is_over(p_org, p_run, p_execution);
          RETURN;
        END IF;
        written := true;
        SELECT p_last_seq, a.charged INTO seq, charged
        FROM weft_append(p_org, p_run, p_events, p_acks, seq) a;
        UPDATE runs
        SET last_seq = seq, cu = cu + charged, ended = true, ended_by = p_execution, status = p_status,
          error = p_error, output = p_output, finished_at = p_at,
          workflow_started_at = CASE WHEN NOT is_simulation THEN coalesce(workflow_started_at, now()) END
        WHERE organization_id = p_org AND id = p_run
        RETURNING parent_run_id, parent_path, parent_waits INTO r;
        UPDATE run_nodes SET status = 'cancelled', finished_at = p_at
        WHERE organization_id = p_org AND run_id = p_run AND finished_at IS NULL;
        -- Nobody is there any more to receive them.
        UPDATE run_claims SET acked_at = now()
        WHERE organization_id = p_org AND run_id = p_run AND acked_at IS NULL;

        IF r.parent_waits THEN
          INSERT INTO run_claims AS c
            (organization_id, run_id, path, kind, name, id, payload, source, created_at)
          SELECT
            p_org, parent.id, r.parent_path, 'child', '', 'child_' || p_run,
            json_build_object('runId', p_run, 'status', p_status, 'output', p_output, 'error', p_error),
            'child', clock_timestamp()
          FROM runs parent
          WHERE parent.organization_id = p_org AND parent.id = r.parent_run_id AND NOT parent.ended
          ON CONFLICT DO NOTHING
          RETURNING c.run_id, c.path, c.id, c.payload
          INTO claim_run, claim_path, claim_id, claim_payload;
        END IF;
      END
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION weft_end(
        text, text, weft_event[], text[], text, json, json, timestamptz, text);
      DROP FUNCTION weft_is_over(text, text, text);
      DROP FUNCTION weft_flush(text, text, weft_event[], text[]);
    `);
  }
}
