import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a workflow asks when the answer of an activity did not arrive: it may be recorded all the same. */
export class SettledAttempts1764000000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The recorded success, or, with the kind 'closed', the promise that none will be recorded: no attempt
      -- begins any more, and what one brings that is still at work comes too late.
      CREATE FUNCTION weft_settle_attempt(
        p_org text, p_run text, p_path text, p_node_id text, p_type text,
        OUT kind text, OUT value json
      ) LANGUAGE plpgsql AS $$
      DECLARE
        seq integer := weft_lock_run(p_org, p_run);
        n record;
      BEGIN
        kind := 'closed';
        IF seq IS NULL THEN
          RETURN;
        END IF;
        SELECT status, result, finished_at INTO n
        FROM run_nodes WHERE organization_id = p_org AND run_id = p_run AND path = p_path;
        IF n.finished_at IS NULL THEN
          INSERT INTO run_nodes
            (organization_id, run_id, path, node_id, type, status, first_seq, attempt)
          VALUES (p_org, p_run, p_path, p_node_id, p_type, 'running', seq + 1, 2147483647)
          ON CONFLICT (organization_id, run_id, path) DO UPDATE
          SET attempt = excluded.attempt, attempt_open = false;
        ELSIF n.status IN ('success', 'partial') THEN
          kind := 'recorded';
          value := n.result;
        END IF;
      END
      $$;

      -- Whether a node has its outcome, or will have none but the failure its workflow decided on.
      -- A function, since its caller's own statement sees nothing that was written while it waited for the lock.
      CREATE FUNCTION weft_is_settled(p_org text, p_run text, p_path text) RETURNS boolean
      LANGUAGE plpgsql AS $$
      BEGIN
        RETURN EXISTS (
          SELECT FROM run_nodes WHERE organization_id = p_org AND run_id = p_run AND path = p_path
            AND (finished_at IS NOT NULL OR attempt = 2147483647)
        );
      END
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION weft_is_settled(text, text, text);
      DROP FUNCTION weft_settle_attempt(text, text, text, text, text);
    `);
  }
}
