import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words by which workflows are found. */
export class WorkflowSearch1764000000151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION workflows_set_search() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.search := setweight(search_words(NEW.name), 'A')
          || setweight(search_words(NEW.type), 'D')
          || setweight(search_words(NEW.description), 'C');
        RETURN NEW;
      END $$;

      ALTER TABLE workflows ADD COLUMN search tsvector;
      CREATE TRIGGER workflows_set_search
        BEFORE INSERT OR UPDATE OF name, type, description ON workflows
        FOR EACH ROW EXECUTE FUNCTION workflows_set_search();
      UPDATE workflows SET name = name;
      -- Without a list of what is not in the index yet, which each search would have to go through.
      CREATE INDEX workflows_search ON workflows USING gin (search) WITH (fastupdate = off);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER workflows_set_search ON workflows;
      ALTER TABLE workflows DROP COLUMN search;
      DROP FUNCTION workflows_set_search();
    `);
  }
}
