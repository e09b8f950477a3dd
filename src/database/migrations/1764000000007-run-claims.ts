import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who comes first at a wait. The run's lock puts resumes and timeouts in one order. */
export class RunClaims1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION weft_claim_resume(
        p_org text, p_run text, p_path text, p_name text,
        p_id text, p_payload json, p_source text, p_limit integer
      ) RETURNS text LANGUAGE plpgsql AS $$
      DECLARE
        seen record;
      BEGIN
        IF weft_lock_run(p_org, p_run) IS NULL THEN
          RETURN CASE
            WHEN EXISTS (SELECT FROM runs WHERE organization_id = p_org AND id = p_run)
            THEN 'run-ended' ELSE 'unknown-run' END;
        END IF;
        SELECT
          bool_or(kind = 'timeout' AND path = p_path) AS timed_out,
          bool_or(kind = 'resume' AND path = p_path AND name = p_name) AS duplicate,
          count(*) FILTER (WHERE kind = 'resume' AND consumed_at IS NULL) AS open,
          EXISTS (
            SELECT FROM run_nodes WHERE organization_id = p_org AND run_id = p_run
              AND path = p_path AND finished_at IS NOT NULL
          ) AS settled
        INTO seen
        FROM run_claims WHERE organization_id = p_org AND run_id = p_run;
        CASE
          WHEN seen.timed_out THEN RETURN 'timed-out';
          WHEN seen.duplicate THEN RETURN 'duplicate';
          WHEN seen.settled THEN RETURN 'settled';
          WHEN seen.open >= p_limit THEN RETURN 'too-many';
          ELSE NULL;
        END CASE;
        INSERT INTO run_claims
          (organization_id, run_id, path, kind, name, id, payload, source, created_at)
        VALUES
          (p_org, p_run, p_path, 'resume', p_name, p_id, p_payload, p_source, clock_timestamp());
        RETURN 'claimed';
      END
      $$;

      -- The oldest resume that the run does not know; no row when the timeout wins.
      CREATE FUNCTION weft_claim_timeout(p_org text, p_run text, p_path text, p_id text, p_known text[])
      RETURNS TABLE (claim_id text, claim_name text, claim_payload json, claim_source text)
      LANGUAGE plpgsql AS $$
      BEGIN
        IF weft_lock_run(p_org, p_run) IS NULL OR EXISTS (
          SELECT FROM run_claims WHERE organization_id = p_org AND run_id = p_run
            AND path = p_path AND kind = 'timeout'
        ) THEN
          RETURN;
        END IF;
        RETURN QUERY
          SELECT id, name, payload, source FROM run_claims
          WHERE organization_id = p_org AND run_id = p_run AND path = p_path AND kind = 'resume'
            AND consumed_at IS NULL AND id <> ALL (p_known)
          ORDER BY created_at, id LIMIT 1;
        IF NOT FOUND THEN
          INSERT INTO run_claims
            (organization_id, run_id, path, kind, name, id, payload, source, created_at)
          VALUES
            (p_org, p_run, p_path, 'timeout', '', p_id, 'null', 'timer', clock_timestamp());
        END IF;
      END
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION weft_claim_timeout(text, text, text, text, text[]);
      DROP FUNCTION weft_claim_resume(text, text, text, text, text, json, text, integer);
    `);
  }
}
