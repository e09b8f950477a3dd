import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { BELIEVED_MS, PROCESS, RUN_CHANNEL, WATCHING_CHANNEL } from './channel';

/**
 * How long changes are gathered before they are told of. Writes come in pairs, the end of a step and the
 * begin of the next one, and whoever writes is not to be held up by this.
 */
const GATHER_MS = 5;

/** A run is told of at most this many at once: the payloads of one statement stay small. */
const MAX_BATCH = 1_000;

/**
 * Tells other processes that runs have changed, as long as one of them watches runs at all. Does so
 * after the writes are committed and on a connection of its own: inside the write's transaction it
 * would take a lock that all writers share. A lost notification is made good by the readers' poll.
 */
export class RunNotifier {
  private readonly changed = new Set<string>();
  private client: Promise<Client> | undefined;
  private sending: Promise<void> | undefined;
  private closed = false;
  /** Until then, in milliseconds, somebody may be watching. */
  private watchedUntil = 0;

  constructor(
    private readonly databaseUrl: string,
    private readonly believedMs = BELIEVED_MS,
  ) {}

  notify(runId: string): void {
    if (this.closed || (this.client !== undefined && this.watchedUntil < Date.now())) return;
    this.changed.add(runId);
    this.sending ??= this.send();
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.sending;
    await this.client?.then(
      (client) => client.end(),
      () => undefined,
    );
  }

  private async send(): Promise<void> {
    while (this.changed.size > 0) {
      await pause(GATHER_MS);
      const runIds = [...this.changed].slice(0, MAX_BATCH);
      for (const runId of runIds) this.changed.delete(runId);
      try {
        const client = await this.connected();
        await client.query({
          name: 'weft_notify',
          text: 'SELECT pg_notify($1, run_id) FROM unnest($2::text[]) AS run_id',
          values: [RUN_CHANNEL, runIds],
        });
      } catch {
        this.client = undefined;
      }
    }
    this.sending = undefined;
  }

  private connected(): Promise<Client> {
    this.client ??= this.connect();
    return this.client;
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: 'weft notifier',
    });
    client.on('error', () => {
      this.client = undefined;
    });
    client.on('notification', ({ payload }) => {
      if (payload !== PROCESS) this.believe();
    });
    await client.connect();
    // A notification that is lost in a crash had nobody left to hear it.
    await client.query(`SET synchronous_commit = off; LISTEN ${WATCHING_CHANNEL}`);
    // Who watches already has said so to nobody.
    this.believe();
    return client;
  }

  private believe(): void {
    this.watchedUntil = Date.now() + this.believedMs;
  }
}
