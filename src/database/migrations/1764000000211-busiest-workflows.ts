import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Workflows in the order of their runs come from an index, those without any run included: each workflow has a row of
 * counts from its beginning.
 */
export class BusiestWorkflows1764000000211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE run_counts
        ALTER last_started_at DROP NOT NULL,
        ADD total bigint GENERATED ALWAYS AS
          (running + waiting + success + partial + failure + cancelled) STORED;

      CREATE FUNCTION weft_count_from_start() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO run_counts (organization_id, period, trigger_node_id, workflow_id,
          running, waiting, success, partial, failure, cancelled)
        SELECT organization_id, '-infinity', '', id, 0, 0, 0, 0, 0, 0 FROM made
        ORDER BY organization_id, id
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END
      $$;
      CREATE TRIGGER workflows_counted AFTER INSERT ON workflows
        REFERENCING NEW TABLE AS made
        FOR EACH STATEMENT EXECUTE FUNCTION weft_count_from_start();
      INSERT INTO run_counts (organization_id, period, trigger_node_id, workflow_id,
        running, waiting, success, partial, failure, cancelled)
      SELECT organization_id, '-infinity', '', id, 0, 0, 0, 0, 0, 0 FROM workflows
      ON CONFLICT DO NOTHING;

      CREATE INDEX run_counts_busiest ON run_counts (organization_id, total, workflow_id)
        WHERE period = '-infinity' AND trigger_node_id = '';
      -- The days of the few workflows that a caller may not see, which are taken off the sums.
      CREATE INDEX run_counts_by_workflow ON run_counts (organization_id, workflow_id, period)
        WHERE trigger_node_id = '';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX run_counts_by_workflow;
      DROP INDEX run_counts_busiest;
      DROP TRIGGER workflows_counted ON workflows;
      DROP FUNCTION weft_count_from_start();
      DELETE FROM run_counts WHERE last_started_at IS NULL;
      ALTER TABLE run_counts DROP total, ALTER last_started_at SET NOT NULL;
    `);
  }
}
