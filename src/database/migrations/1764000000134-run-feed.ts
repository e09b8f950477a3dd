import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finding runs by what they have done: their starts and ends in order, and the transactions that they sent. */
export class RunFeed1764000000134 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX run_events_feed ON run_events (organization_id, xid)
        WHERE left(type, 4) = 'run_';

      CREATE TABLE node_transactions (
        organization_id text NOT NULL,
        tx_hash text NOT NULL,
        run_id text NOT NULL,
        node_id text NOT NULL,
        action_type text NOT NULL,
        CONSTRAINT node_transactions_pkey PRIMARY KEY (organization_id, tx_hash),
        CONSTRAINT node_transactions_run_fkey
          FOREIGN KEY (organization_id, run_id)
          REFERENCES runs (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX node_transactions_by_run ON node_transactions (organization_id, run_id);

      -- In one order, so that runs which write the same ones do not wait for each other in a circle.
      CREATE FUNCTION weft_note_transactions() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO node_transactions (organization_id, tx_hash, run_id, node_id, action_type)
        SELECT DISTINCT NEW.organization_id, lower(sent[1]), NEW.run_id, NEW.node_id, NEW.type
        FROM regexp_matches(
          NEW.result::text, '"(?:transactionHash|txHash)":"(0x[0-9a-fA-F]{64})"', 'g') AS sent
        ORDER BY lower(sent[1])
        ON CONFLICT (organization_id, tx_hash) DO NOTHING;
        RETURN NULL;
      END
      $$;
      -- Only of actions that were carried out: what a trigger is given or a node computes was not sent by it.
      CREATE TRIGGER run_nodes_sent AFTER UPDATE OF status ON run_nodes
        FOR EACH ROW WHEN (
          NEW.status = 'success' AND OLD.status <> 'success' AND NEW.attempts > 0
          AND NEW.result::text LIKE '%Hash":"0x%'
        ) EXECUTE FUNCTION weft_note_transactions();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER run_nodes_sent ON run_nodes;
      DROP FUNCTION weft_note_transactions();
      DROP TABLE node_transactions;
      DROP INDEX run_events_feed;
    `);
  }
}
