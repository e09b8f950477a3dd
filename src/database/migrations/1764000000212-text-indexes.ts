import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes for parts of names and for words, each by organization first: what others have costs nobody's search. Names
 * have an index of their own, so that what is called so is found first when a word stands everywhere.
 */
export class TextIndexes1764000000212 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gin;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      CREATE INDEX workflows_text ON workflows
        USING gin (organization_id, name gin_trgm_ops, description gin_trgm_ops)
        WITH (fastupdate = off);
      DROP INDEX workflows_search;
      CREATE INDEX workflows_search ON workflows
        USING gin (organization_id, search) WITH (fastupdate = off);
      CREATE INDEX workflows_named ON workflows
        USING gin (organization_id, ts_filter(search, '{a}')) WITH (fastupdate = off);
      CREATE INDEX template_versions_named ON template_versions
        USING gin (ts_filter(search, '{a}')) WITH (fastupdate = off);
      DROP INDEX organization_documents_search;
      CREATE INDEX organization_documents_search ON organization_documents
        USING gin (organization_id, search) WITH (fastupdate = off);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX organization_documents_search;
      CREATE INDEX organization_documents_search ON organization_documents
        USING gin (search) WITH (fastupdate = off);
      DROP INDEX template_versions_named;
      DROP INDEX workflows_named;
      DROP INDEX workflows_search;
      CREATE INDEX workflows_search ON workflows USING gin (search) WITH (fastupdate = off);
      DROP INDEX workflows_text;
      DROP EXTENSION pg_trgm;
      DROP EXTENSION btree_gin;
    `);
  }
}
