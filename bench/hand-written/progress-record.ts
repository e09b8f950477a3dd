import type { Pool } from 'pg';
import type { StepResult } from '../side/work';
import type { StepTask } from './activities';

const TABLES = `
  CREATE TABLE IF NOT EXISTS runs (
    id text PRIMARY KEY,
    status text NOT NULL,
    last_seq integer NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now()
  ) WITH (fillfactor = 80);
  CREATE TABLE IF NOT EXISTS run_nodes (
    run_id text NOT NULL REFERENCES runs (id),
    path text NOT NULL,
    status text NOT NULL,
    input json,
    result json,
    attempts integer NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (run_id, path)
  ) WITH (fillfactor = 80);
  CREATE TABLE IF NOT EXISTS run_events (
    run_id text NOT NULL REFERENCES runs (id),
    seq integer NOT NULL,
    type text NOT NULL,
    data json NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (run_id, seq)
  );`;

const BEGIN = {
  name: 'begin',
  text: `WITH run AS (
      INSERT INTO runs (id, status, last_seq) VALUES ($1, 'running', 1)
      ON CONFLICT (id) DO UPDATE SET last_seq = runs.last_seq + 1
      RETURNING last_seq
    ), event AS (
      INSERT INTO run_events (run_id, seq, type, data, at)
      SELECT $1, last_seq, 'node_started', $4::json, $5 FROM run
    )
    INSERT INTO run_nodes AS n (run_id, path, status, input, attempts, started_at)
    SELECT $1, $2, 'running', $3::json, 1, $5 FROM run
    ON CONFLICT (run_id, path) DO UPDATE SET attempts = n.attempts + 1`,
};

const SUCCEED = {
  name: 'succeed',
  text: `WITH run AS (
      UPDATE runs SET last_seq = last_seq + 1 WHERE id = $1 RETURNING last_seq
    ), event AS (
      INSERT INTO run_events (run_id, seq, type, data, at)
      SELECT $1, last_seq, 'node_completed', $4::json, $5 FROM run
    )
    UPDATE run_nodes SET status = 'success', result = $3::json, finished_at = $5
    WHERE run_id = $1 AND path = $2`,
};

/** Progress as one would write it by hand: a numbered event and the node's row, in one statement each time. */
export class ProgressRecord {
  constructor(private readonly pool: Pool) {}

  async createTables(): Promise<void> {
    await this.pool.query(TABLES);
  }

  async begin({ runId, path, input }: StepTask): Promise<void> {
    const at = new Date().toISOString();
    const event = { type: 'node_started', runId, path, status: 'running', at };
    const values = [runId, path, JSON.stringify(input), JSON.stringify(event), at];
    await this.pool.query({ ...BEGIN, values });
  }

  async succeed({ runId, path }: StepTask, result: StepResult): Promise<void> {
    const at = new Date().toISOString();
    const event = { type: 'node_completed', runId, path, status: 'success', at, result };
    const values = [runId, path, JSON.stringify(result), JSON.stringify(event), at];
    await this.pool.query({ ...SUCCEED, values });
  }
}
