import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What `$org` reads is kept with the run, so that a later change of the organization does not reach it. */
export class OrganizationContext1764000000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE runs ADD COLUMN organization_context json;

      -- An organization as a run finds it at its start.
      CREATE FUNCTION weft_organization_context(p_org text) RETURNS json LANGUAGE sql STABLE AS $$
        SELECT json_build_object('id', o.id, 'name', o.name, 'slug', o.slug,
          'timezone', p.timezone, 'language', p.language)
        FROM organizations o LEFT JOIN organization_profiles p ON p.organization_id = o.id
        WHERE o.id = p_org
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION weft_organization_context(text);
      ALTER TABLE runs DROP COLUMN organization_context;
    `);
  }
}
