import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is sealed is found by the key that sealed it, wherever it is kept. The id stands in front of each value. */
export class SealingKeys1764000000171 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION weft_sealing_key(sealed bytea) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        AS $$ SELECT CASE WHEN length(sealed) > 2
          THEN convert_from(substring(sealed FROM 3 FOR get_byte(sealed, 1)), 'UTF8') END $$;

      CREATE INDEX workflows_by_sealing_key ON workflows (weft_sealing_key(trigger_secret))
        WHERE trigger_secret IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX workflows_by_sealing_key;
      DROP FUNCTION weft_sealing_key;
    `);
  }
}
