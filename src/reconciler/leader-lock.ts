import { Client } from 'pg';

/** Any number that no other lock of the service uses. */
const RECONCILER_LOCK = 7_330_002;
/** A connection that does not answer for this long is given up, in milliseconds. */
const ANSWER_TIMEOUT_MS = 10_000;

/**
 * Held by one process at a time, on a connection of its own: PostgreSQL gives the lock back when the
 * connection is gone.
 */
export class LeaderLock {
  private client: Client | undefined;

  constructor(private readonly databaseUrl: string) {}

  /** Whether this process leads, now. Throws when the database does not answer; then it does not. */
  async hold(): Promise<boolean> {
    const client = this.client ?? (await this.connect());
    try {
      // Asked again each time, for the server may have dropped the connection without a word. Who has
      // the lock is given it again.
      const { rows } = await client.query<{ held: boolean }>(
        'SELECT pg_try_advisory_lock($1) AS held',
        [RECONCILER_LOCK],
      );
      return rows[0]?.held === true;
    } catch (error) {
      await this.release();
      throw error;
    }
  }

  /** Closes the connection, and the lock with it. */
  async release(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: 'weft reconciler',
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_TIMEOUT_MS,
      query_timeout: ANSWER_TIMEOUT_MS,
    });
    client.on('error', () => {
      if (this.client === client) this.client = undefined;
    });
    await client.connect();
    this.client = client;
    return client;
  }
}
