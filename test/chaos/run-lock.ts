import { Client } from 'pg';
import { until } from './until';

/** Holds the row of a run, so that what is written of it next stands still half-way: sent, and not yet committed. */
export class RunLock {
  private constructor(
    private readonly holder: Client,
    /** Inside a transaction the view of who waits for what would stay as it was first seen. */
    private readonly watcher: Client,
  ) {}

  static async connect(databaseUrl: string): Promise<RunLock> {
    const holder = new Client({ connectionString: databaseUrl });
    const watcher = new Client({ connectionString: databaseUrl });
    await Promise.all([holder.connect(), watcher.connect()]);
    return new RunLock(holder, watcher);
  }

  async take(runId: string): Promise<void> {
    await this.holder.query('BEGIN');
    await this.holder.query('SELECT FROM runs WHERE id = $1 FOR UPDATE', [runId]);
  }

  /** Waits until a statement that calls the function waits for the row. */
  async holds(sqlFunction: string): Promise<void> {
    await until(`${sqlFunction} to wait for the run`, 20_000, async () => {
      const { rowCount } = await this.watcher.query(
        `SELECT FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`,
        [`%${sqlFunction}(%`],
      );
      return rowCount === 1;
    });
  }

  async release(): Promise<void> {
    await this.holder.query('COMMIT');
  }

  async close(): Promise<void> {
    await Promise.all([this.holder.end(), this.watcher.end()]);
  }
}
