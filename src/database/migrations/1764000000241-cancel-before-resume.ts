import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Variant {
  seen: string;
  verdict: string;
}

const BEFORE: Variant = { seen: '', verdict: '' };
const AFTER: Variant = {
  seen: `EXISTS (
        SELECT FROM runs
        WHERE organization_id = p_org AND id = p_run AND cancel_requested_at IS NOT NULL
      ) AS cancelling,`,
  verdict: `WHEN seen.cancelling THEN RETURN 'cancelling';`,
};

const claimResume = ({ seen, verdict }: Variant): string => `
  CREATE OR REPLACE FUNCTION weft_claim_resume(
    p_org text, p_run text, p_path text, p_name text,
    p_id text, p_payload json, p_source text, p_limit integer, p_bytes integer
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
      sum(octet_length(payload::text)) FILTER (WHERE kind = 'resume' AND consumed_at IS NULL) AS bytes,
      ${seen}
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
      ${verdict}
      WHEN seen.open >= p_limit OR coalesce(seen.bytes, 0) + octet_length(p_payload::text) > p_bytes
        THEN RETURN 'too-many';
      ELSE NULL;
    END CASE;
    INSERT INTO run_claims
      (organization_id, run_id, path, kind, name, id, payload, source, created_at)
    VALUES
      (p_org, p_run, p_path, 'resume', p_name, p_id, p_payload, p_source, clock_timestamp());
    RETURN 'claimed';
  END
  $$;`;

/** Whoever resumes a run that is to be cancelled is told so: the resume would have been granted and lost. */
export class CancelBeforeResume1764000000241 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(claimResume(AFTER));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(claimResume(BEFORE));
  }
}
