import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What runs cost, and what organizations have for it. An event carries its cost; accounts are settled now
 * and then, and what came after the last time is summed up through a partial index. So no two runs wait for
 * one row of their organization, and a balance is exact all the same.
 */
export class ComputeUnits1764000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE runs ADD cu integer NOT NULL DEFAULT 0;
      ALTER TABLE run_events ADD cu integer NOT NULL DEFAULT 0;
      CREATE INDEX run_events_charged ON run_events (organization_id, xid) WHERE cu > 0;

      CREATE TABLE cu_accounts (
        organization_id text NOT NULL,
        tier text NOT NULL DEFAULT 'self-hosted',
        monthly_cu bigint,
        period_start timestamptz,
        min_threshold bigint NOT NULL DEFAULT 0,
        credited bigint NOT NULL DEFAULT 0,
        settled_cu bigint NOT NULL DEFAULT 0,
        settled_xid xid8 NOT NULL DEFAULT '0'::xid8,
        CONSTRAINT cu_accounts_pkey PRIMARY KEY (organization_id),
        CONSTRAINT cu_accounts_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );

      CREATE TABLE cu_entries (
        organization_id text NOT NULL,
        id text NOT NULL,
        kind text NOT NULL,
        amount bigint NOT NULL,
        reason text NOT NULL,
        created_by text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT cu_entries_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT cu_entries_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );

      CREATE TABLE cu_usage (
        organization_id text NOT NULL,
        day date NOT NULL,
        node_type text NOT NULL,
        count integer NOT NULL,
        cu bigint NOT NULL,
        CONSTRAINT cu_usage_pkey PRIMARY KEY (organization_id, day, node_type),
        CONSTRAINT cu_usage_organization_id_fkey
          FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
      );

      -- What events have cost since the account was settled. Sees what the calling statement sees.
      CREATE FUNCTION weft_cu_since(p_org text, p_xid xid8) RETURNS bigint
      LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN (
          SELECT coalesce(sum(cu), 0) FROM run_events
          WHERE organization_id = p_org AND xid >= p_xid AND cu > 0
        );
      END
      $$;

      -- Whether nothing more may start. Never for an organization without an allowance.
      CREATE FUNCTION weft_cu_exhausted(p_org text) RETURNS boolean
      LANGUAGE plpgsql STABLE AS $$
      DECLARE
        a record;
      BEGIN
        SELECT monthly_cu, credited - settled_cu - min_threshold AS spare, settled_xid INTO a
        FROM cu_accounts WHERE organization_id = p_org;
        IF a.monthly_cu IS NULL THEN
          RETURN false;
        END IF;
        RETURN a.spare <= weft_cu_since(p_org, a.settled_xid);
      END
      $$;

      -- Takes over into the account and the daily usage what no open transaction can add to any more.
      -- Holds the account until the end of the transaction.
      CREATE FUNCTION weft_cu_settle(p_org text) RETURNS void
      LANGUAGE plpgsql AS $$
      DECLARE
        since xid8;
        until xid8;
      BEGIN
        INSERT INTO cu_accounts (organization_id) VALUES (p_org) ON CONFLICT DO NOTHING;
        SELECT settled_xid INTO since FROM cu_accounts WHERE organization_id = p_org FOR UPDATE;
        until := pg_snapshot_xmin(pg_current_snapshot());
        WITH charged AS (
          SELECT (at AT TIME ZONE 'UTC')::date AS day, (data->'nodeType') #>> '{}' AS node_type,
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
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION weft_cu_settle(text);
      DROP FUNCTION weft_cu_exhausted(text);
      DROP FUNCTION weft_cu_since(text, xid8);
      DROP TABLE cu_usage;
      DROP TABLE cu_entries;
      DROP TABLE cu_accounts;
      ALTER TABLE run_events DROP cu;
      ALTER TABLE runs DROP cu;
    `);
  }
}
