import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A run that stops takes the runs with it that it waits for, whoever ended it. */
export class ChildrenOfEndedRuns1764000000221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Asks the runs that a run waits for to stop. A function, since a statement that waited for the lock
      -- of the run sees no child that was made meanwhile. Gives how many there were.
      CREATE FUNCTION weft_cancel_children(p_org text, p_run text) RETURNS integer
      LANGUAGE plpgsql AS $$
      DECLARE
        asked integer;
      BEGIN
        UPDATE runs SET cancel_requested_at = now()
        WHERE organization_id = p_org AND parent_run_id = p_run AND parent_waits AND NOT ended
          AND cancel_requested_at IS NULL;
        GET DIAGNOSTICS asked = ROW_COUNT;
        RETURN asked;
      END
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION weft_cancel_children(text, text)');
  }
}
