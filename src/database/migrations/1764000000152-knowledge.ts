import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents of an organization, and its profile. */
export class Knowledge1764000000152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organization_documents (
        organization_id text NOT NULL,
        id text NOT NULL,
        title text NOT NULL,
        content text NOT NULL,
        tags text[] NOT NULL,
        tag_slugs text[] NOT NULL,
        created_by text NOT NULL,
        updated_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        search tsvector,
        CONSTRAINT organization_documents_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT organization_documents_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );
      CREATE INDEX organization_documents_by_update
        ON organization_documents (organization_id, updated_at, id);
      CREATE INDEX organization_documents_search
        ON organization_documents USING gin (search) WITH (fastupdate = off);

      CREATE FUNCTION organization_documents_set_search() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.search := setweight(search_words(NEW.title), 'A')
          || setweight(search_words(array_to_string(NEW.tags, ' ')), 'B')
          || setweight(search_words(NEW.content), 'C');
        RETURN NEW;
      END $$;
      CREATE TRIGGER organization_documents_set_search
        BEFORE INSERT OR UPDATE ON organization_documents
        FOR EACH ROW EXECUTE FUNCTION organization_documents_set_search();

      CREATE TABLE organization_profiles (
        organization_id text NOT NULL,
        about text,
        instructions text,
        language text,
        timezone text,
        updated_by text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT organization_profiles_pkey PRIMARY KEY (organization_id),
        CONSTRAINT organization_profiles_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE organization_profiles;
      DROP TABLE organization_documents;
      DROP FUNCTION organization_documents_set_search();
    `);
  }
}
