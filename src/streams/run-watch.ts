import { setTimeout as pause } from 'node:timers/promises';
import { Client, type Pool } from 'pg';
import { PROCESS, RUN_CHANNEL, WATCHING_CHANNEL, WATCHING_MS } from './channel';
import { Waker } from './waker';

/** Watched in place of a run: every change of any run. */
export const ANY_RUN = '*';

const POLL_MS = 1_000;
const RECONNECT_MS = [50, 200, 1_000, 5_000];

/**
 * Wakes who waits for a run to change. One listening connection for the process, made when the first
 * one waits; once a second one statement asks for all watched runs, for notifications that were lost.
 */
export class RunWatch {
  private readonly wakers = new Map<string, Set<Waker>>();
  private readonly seen = new Map<string, number>();
  private readonly stop = new AbortController();
  private listening: Promise<void> | undefined;
  private client: Client | undefined;
  private poll: NodeJS.Timeout | undefined;
  private announcedAt = 0;

  /** @param process who watches: a notifier of the same process does not notify it */
  constructor(
    private readonly databaseUrl: string,
    private readonly pool: Pool,
    private readonly process = PROCESS,
  ) {}

  /** The waker is woken by each change from now on; resolves when that is so. Give it back to {@link unwatch}. */
  async watch(runId: string): Promise<Waker> {
    const waker = new Waker();
    const wakers = this.wakers.get(runId) ?? new Set();
    this.wakers.set(runId, wakers.add(waker));
    this.poll ??= setTimeout(() => void this.ask(), POLL_MS).unref();
    this.listening ??= this.listen();
    await this.listening;
    await this.announce();
    return waker;
  }

  unwatch(runId: string, waker: Waker): void {
    const wakers = this.wakers.get(runId);
    wakers?.delete(waker);
    if (wakers?.size !== 0) return;
    this.wakers.delete(runId);
    this.seen.delete(runId);
  }

  async close(): Promise<void> {
    this.stop.abort();
    clearTimeout(this.poll);
    this.wakeAll();
    await this.listening;
    await this.client?.end().catch(() => undefined);
  }

  /** Wakes who waits for the run. Called for each change that this process makes, too. */
  wake(runId: string): void {
    for (const waker of this.wakers.get(runId) ?? []) waker.wake();
    for (const waker of this.wakers.get(ANY_RUN) ?? []) waker.wake();
  }

  private wakeAll(): void {
    for (const runId of this.wakers.keys()) this.wake(runId);
  }

  /** Resolves when the connection listens, or when the first try has failed: the poll goes on meanwhile. */
  private async listen(): Promise<void> {
    try {
      await this.connect();
    } catch {
      void this.reconnect();
    }
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: 'weft listener',
      keepAlive: true,
    });
    let lost = false;
    const onLost = (): void => {
      if (lost || this.client !== client) return;
      lost = true;
      this.client = undefined;
      void this.reconnect();
    };
    client.on('error', onLost);
    client.on('end', onLost);
    client.on('notification', ({ payload }) => {
      if (payload !== undefined) this.wake(payload);
    });
    await client.connect();
    await client.query(`LISTEN ${RUN_CHANNEL}`);
    if (this.stop.signal.aborted) await client.end();
    else this.client = client;
    this.announcedAt = 0;
  }

  /** Other processes notify this one only as long as they know that it watches. */
  private async announce(): Promise<void> {
    const now = Date.now();
    if (this.client === undefined || this.wakers.size === 0) return;
    if (now - this.announcedAt < WATCHING_MS) return;
    this.announcedAt = now;
    const values = [WATCHING_CHANNEL, this.process];
    await this.client.query('SELECT pg_notify($1, $2)', values).catch(() => {
      this.announcedAt = 0;
    });
  }

  private async reconnect(): Promise<void> {
    for (let failures = 0; !this.stop.signal.aborted; failures++) {
      try {
        const delay = RECONNECT_MS[Math.min(failures, RECONNECT_MS.length - 1)];
        await pause(delay, undefined, { signal: this.stop.signal });
        await this.connect();
        this.wakeAll();
        return;
      } catch {
        // The next round tries again, or sees that it is to stop.
      }
    }
  }

  private async ask(): Promise<void> {
    const runIds = [...this.wakers.keys()];
    try {
      await this.announce();
      if (runIds.length > 0) {
        const { rows } = await this.pool.query<{ id: string; last_seq: number }>({
          name: 'weft_poll',
          text: 'SELECT id, last_seq FROM runs WHERE id = ANY ($1)',
          values: [runIds],
        });
        for (const { id, last_seq: lastSeq } of rows) {
          if (this.wakers.has(id) && this.seen.get(id) !== lastSeq) {
            this.seen.set(id, lastSeq);
            this.wake(id);
          }
        }
      }
    } catch {
      // The database is away; the readers that are woken later say so.
    }
    if (!this.stop.signal.aborted) {
      this.poll = setTimeout(() => void this.ask(), POLL_MS).unref();
    }
  }
}
