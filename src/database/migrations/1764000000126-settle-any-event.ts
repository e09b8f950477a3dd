import type { MigrationInterface, QueryRunner } from 'typeorm';

const settle = (nodeType: string): string => `
  CREATE OR REPLACE FUNCTION weft_cu_settle(p_org text) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE
    since xid8;
    until xid8;
  BEGIN
    INSERT INTO cu_accounts (organization_id) VALUES (p_org) ON CONFLICT DO NOTHING;
    SELECT settled_xid INTO since FROM cu_accounts WHERE organization_id = p_org FOR UPDATE;
    until := pg_snapshot_xmin(pg_current_snapshot());
    WITH charged AS (
      SELECT (at AT TIME ZONE 'UTC')::date AS day, ${nodeType} AS node_type,
        count(*) AS count, sum(cu) AS cu
      FROM run_events
      WHERE organization_id = p_org AND xid >= since AND xid < until AND cu > 0
      GROUP BY 1, 2
    ), used AS (
      INSERT INTO cu_usage AS u (organization_id, day, node_type, count, cu)
      SELECT p_org, day, coalesce(node_type, ''), count, cu FROM charged
      ON CONFLICT (organization_id, day, node_type)
      DO UPDATE SET count = u.count + excluded.count, cu = u.cu + excluded.cu
    )
    UPDATE cu_accounts
    SET settled_xid = greatest(since, until),
      settled_cu = settled_cu + (SELECT coalesce(sum(charged.cu), 0) FROM charged)
    WHERE organization_id = p_org;
  END
  $$;`;

/**
 * Every operator on JSON refuses a document that has \u0000 in a text of it, and so would an account of an
 * organization with one such result never be settled. An event is written without blanks and with its node's
 * type before anything of the user's but ids, in which quotes are escaped: its text can be searched.
 */
export class SettleAnyEvent1764000000126 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION weft_node_type(p_data json) RETURNS text
      LANGUAGE sql IMMUTABLE AS $$
        SELECT coalesce(substring(p_data::text FROM '"nodeType":"([a-z0-9-]*)"'), '')
      $$;
      ${settle('weft_node_type(data)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${settle("(data->'nodeType') #>> '{}'")}
      DROP FUNCTION weft_node_type(json);
    `);
  }
}
