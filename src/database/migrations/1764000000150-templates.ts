import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Templates, their versions, and the template that a workflow was made from. */
export class Templates1764000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE templates (
        organization_id text NOT NULL,
        id text NOT NULL,
        slug text NOT NULL,
        visibility text NOT NULL,
        current_version integer NOT NULL,
        public_version integer,
        moderation_status text NOT NULL,
        rejection_reason text,
        submitted_at timestamptz,
        reviewed_at timestamptz,
        reviewed_by text,
        promoted_at timestamptz,
        promoted_by text,
        source_workflow_id text,
        fork_count integer NOT NULL DEFAULT 0,
        archived_at timestamptz,
        created_by text NOT NULL,
        updated_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT templates_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT templates_id_key UNIQUE (id),
        CONSTRAINT templates_slug_key UNIQUE (organization_id, slug),
        CONSTRAINT templates_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );
      CREATE INDEX templates_by_update ON templates (organization_id, updated_at, id);
      CREATE INDEX templates_by_source ON templates (organization_id, source_workflow_id)
        WHERE source_workflow_id IS NOT NULL;
      CREATE INDEX templates_public ON templates (updated_at, id)
        WHERE public_version IS NOT NULL AND archived_at IS NULL;
      CREATE INDEX templates_pending ON templates (submitted_at, id)
        WHERE moderation_status = 'pending' AND archived_at IS NULL;

      CREATE TABLE template_versions (
        organization_id text NOT NULL,
        template_id text NOT NULL,
        number integer NOT NULL,
        name text NOT NULL,
        description text NOT NULL,
        definition json NOT NULL,
        template_props json NOT NULL,
        tags text[] NOT NULL,
        tag_slugs text[] NOT NULL,
        category text,
        table_schemas json,
        max_runs integer,
        cooldown_ms integer,
        ui_metadata json,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        search tsvector,
        CONSTRAINT template_versions_pkey PRIMARY KEY (organization_id, template_id, number),
        CONSTRAINT template_versions_template_fkey
          FOREIGN KEY (organization_id, template_id)
          REFERENCES templates (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX template_versions_search ON template_versions USING gin (search);
      CREATE INDEX template_versions_tags ON template_versions USING gin (tag_slugs);

      -- Words of a text for a search: ASCII punctuation parts words, whatever it would mean to the parser.
      CREATE FUNCTION search_words(value text) RETURNS tsvector
      LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT to_tsvector('simple'::regconfig, translate(value,
          '!"#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~', repeat(' ', 32)))
      $$;

      CREATE FUNCTION template_versions_set_search() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.search := setweight(search_words(NEW.name), 'A')
          || setweight(search_words(array_to_string(NEW.tags, ' ')), 'B')
          || setweight(search_words(NEW.description), 'C');
        RETURN NEW;
      END $$;
      CREATE TRIGGER template_versions_set_search BEFORE INSERT OR UPDATE ON template_versions
        FOR EACH ROW EXECUTE FUNCTION template_versions_set_search();

      ALTER TABLE workflows ADD COLUMN source_template_id text;
      CREATE INDEX workflows_by_template ON workflows (source_template_id)
        WHERE source_template_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX workflows_by_template;
      ALTER TABLE workflows DROP COLUMN source_template_id;
      DROP TABLE template_versions;
      DROP TABLE templates;
      DROP FUNCTION template_versions_set_search();
      DROP FUNCTION search_words(text);
    `);
  }
}
