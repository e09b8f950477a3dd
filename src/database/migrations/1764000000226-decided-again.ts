import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Claimed {
  /** Asked before anything else: whether nothing is there to be decided. */
  isOver: string;
  /** Of the resumes that may win. */
  open: string;
  isUndecided: string;
}

const BEFORE: Claimed = {
  isOver: 'seq IS NULL OR',
  open: 'AND consumed_at IS NULL',
  isUndecided: 'NOT FOUND',
};
const AGAIN: Claimed = { isOver: '', open: '', isUndecided: 'NOT FOUND AND seq IS NOT NULL' };

const claimTimeout = ({ isOver, open, isUndecided }: Claimed): string => `
  -- The oldest resume that the run does not know; no row when the timeout wins.
  CREATE OR REPLACE FUNCTION weft_claim_timeout(
    p_org text, p_run text, p_path text, p_id text, p_known text[])
  RETURNS TABLE (claim_id text, claim_name text, claim_payload json, claim_source text)
  LANGUAGE plpgsql AS $$
  DECLARE
    seq integer := weft_lock_run(p_org, p_run);
  BEGIN
    IF ${isOver} EXISTS (
      SELECT FROM run_claims WHERE organization_id = p_org AND run_id = p_run
        AND path = p_path AND kind = 'timeout'
    ) THEN
      RETURN;
    END IF;
    RETURN QUERY
      SELECT id, name, payload, source FROM run_claims
      WHERE organization_id = p_org AND run_id = p_run AND path = p_path AND kind = 'resume'
        ${open} AND id <> ALL (p_known)
      ORDER BY created_at, id LIMIT 1;
    IF ${isUndecided} THEN
      INSERT INTO run_claims
        (organization_id, run_id, path, kind, name, id, payload, source, created_at)
      VALUES
        (p_org, p_run, p_path, 'timeout', '', p_id, 'null', 'timer', clock_timestamp());
    END IF;
  END
  $$;`;

const settleAttempt = (isOver: string, isUndecided: string): string => `
  -- The recorded success, or, with the kind 'closed', the promise that none will be recorded: no attempt
  -- begins any more, and what one brings that is still at work comes too late.
  CREATE OR REPLACE FUNCTION weft_settle_attempt(
    p_org text, p_run text, p_path text, p_node_id text, p_type text,
    OUT kind text, OUT value json
  ) LANGUAGE plpgsql AS $$
  DECLARE
    seq integer := weft_lock_run(p_org, p_run);
    n record;
  BEGIN
    kind := 'closed';
    ${isOver}
    SELECT status, result, finished_at INTO n
    FROM run_nodes WHERE organization_id = p_org AND run_id = p_run AND path = p_path;
    IF n.status IN ('success', 'partial') THEN
      kind := 'recorded';
      value := n.result;
    ELSIF n.finished_at IS NULL ${isUndecided} THEN
      INSERT INTO run_nodes
        (organization_id, run_id, path, node_id, type, status, first_seq, attempt)
      VALUES (p_org, p_run, p_path, p_node_id, p_type, 'running', seq + 1, 2147483647)
      ON CONFLICT (organization_id, run_id, path) DO UPDATE
      SET attempt = excluded.attempt, attempt_open = false;
    END IF;
  END
  $$;`;

/**
 * A workflow task that is lost after its local activities have run is worked off once more, and asks again what
 * they have answered. What followed from the answer may be written by then, the end of the run included: the answer
 * is the same all the same.
 */
export class DecidedAgain1764000000226 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(claimTimeout(AGAIN) + settleAttempt('', 'AND seq IS NOT NULL'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      claimTimeout(BEFORE) + settleAttempt('IF seq IS NULL THEN RETURN; END IF;', ''),
    );
  }
}
