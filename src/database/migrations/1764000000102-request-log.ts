import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests that API keys made, and what belongs to persons. */
export class RequestLog1764000000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_requests (
        organization_id text NOT NULL,
        id text NOT NULL,
        api_key_id text NOT NULL,
        principal_type text NOT NULL,
        principal_id text NOT NULL,
        request_id text NOT NULL,
        method text NOT NULL,
        path text NOT NULL,
        route_pattern text NOT NULL,
        status_code integer NOT NULL,
        duration_ms integer NOT NULL,
        client_ip text,
        user_agent text,
        created_at timestamptz NOT NULL,
        CONSTRAINT api_requests_pkey PRIMARY KEY (organization_id, id)
      );
      CREATE INDEX api_requests_by_time ON api_requests (created_at);
      CREATE INDEX api_requests_by_key ON api_requests (organization_id, api_key_id, id);
      CREATE INDEX api_requests_by_principal
        ON api_requests (organization_id, principal_id, id);

      CREATE TABLE user_interests (
        user_id text NOT NULL,
        tag_id text NOT NULL,
        value text NOT NULL,
        last_seen timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT user_interests_pkey PRIMARY KEY (user_id, tag_id),
        CONSTRAINT user_interests_user_id_fkey
          FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      );

      CREATE TABLE user_answers (
        user_id text NOT NULL,
        question_id text NOT NULL,
        response_type text NOT NULL,
        response_data json NOT NULL,
        answered_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT user_answers_pkey PRIMARY KEY (user_id, question_id),
        CONSTRAINT user_answers_user_id_fkey
          FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      );

      ALTER TABLE users
        ADD interests_enabled boolean NOT NULL DEFAULT false,
        ADD onboarded_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users DROP interests_enabled, DROP onboarded_at;
      DROP TABLE user_answers;
      DROP TABLE user_interests;
      DROP TABLE api_requests;
    `);
  }
}
