import type { Pool, PoolClient } from 'pg';

/** Any number that no other lock of the service uses. */
const RECONCILER_LOCK = 7_330_002;

/** Held by one process at a time; PostgreSQL gives it back when the connection is gone. */
export class LeaderLock {
  private client: PoolClient | undefined;

  constructor(private readonly pool: Pool) {}

  /** Whether this process leads, now. */
  async hold(): Promise<boolean> {
    if (this.client) return true;
    const client = await this.pool.connect();
    client.once('error', () => {
      this.client = undefined;
    });
    const { rows } = await client.query<{ held: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS held',
      [RECONCILER_LOCK],
    );
    if (rows[0]?.held === true) this.client = client;
    else client.release();
    return this.client !== undefined;
  }

  /** Closes the connection, and the lock with it. */
  release(): void {
    this.client?.release(true);
    this.client = undefined;
  }
}
