import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request that is carried out again makes what it makes under the ids that it had. */
export class RepeatedIds1764000000185 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE idempotency_keys ADD COLUMN id_ending text;
      UPDATE idempotency_keys SET id_ending = substr(md5(random()::text), 1, 22);
      ALTER TABLE idempotency_keys ALTER COLUMN id_ending SET NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE idempotency_keys DROP COLUMN id_ending');
  }
}
