import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Variant {
  /** After the number of open resumes. */
  parameter: string;
  seen: string;
  isFull: string;
}

const COUNTED: Variant = { parameter: '', seen: '', isFull: '' };
const WEIGHED: Variant = {
  parameter: ', p_bytes integer',
  seen: `sum(octet_length(payload::text)) FILTER (WHERE kind = 'resume' AND consumed_at IS NULL) AS bytes,`,
  isFull: 'OR coalesce(seen.bytes, 0) + octet_length(p_payload::text) > p_bytes',
};

const claimResume = ({ parameter, seen, isFull }: Variant): string => `
  CREATE FUNCTION weft_claim_resume(
    p_org text, p_run text, p_path text, p_name text,
    p_id text, p_payload json, p_source text, p_limit integer${parameter}
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
      WHEN seen.open >= p_limit ${isFull} THEN RETURN 'too-many';
      ELSE NULL;
    END CASE;
    INSERT INTO run_claims
      (organization_id, run_id, path, kind, name, id, payload, source, created_at)
    VALUES
      (p_org, p_run, p_path, 'resume', p_name, p_id, p_payload, p_source, clock_timestamp());
    RETURN 'claimed';
  END
  $$;`;

/** A run keeps the resumes that come before their waits: the sum of them is bounded, not only their number. */
export class ResumeBytes1764000000225 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION weft_claim_resume(text, text, text, text, text, json, text, integer);
      ${claimResume(WEIGHED)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION weft_claim_resume(text, text, text, text, text, json, text, integer, integer);
      ${claimResume(COUNTED)}
    `);
  }
}
