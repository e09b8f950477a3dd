import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the processes of the API count together. Unlogged: a crash of the database may forget a minute. */
export class RateLimits1764000000104 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE request_counts (
        organization_id text NOT NULL,
        user_id text NOT NULL,
        minute bigint NOT NULL,
        count integer NOT NULL,
        CONSTRAINT request_counts_pkey PRIMARY KEY (organization_id, user_id)
      );

      CREATE TABLE user_sign_in_attempts (
        place_hash bytea NOT NULL,
        count integer NOT NULL,
        ends_at timestamptz NOT NULL,
        CONSTRAINT user_sign_in_attempts_pkey PRIMARY KEY (place_hash)
      );
      CREATE INDEX user_sign_in_attempts_by_end ON user_sign_in_attempts (ends_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE user_sign_in_attempts; DROP TABLE request_counts;');
  }
}
