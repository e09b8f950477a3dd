import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from './process/server-process';
import type { ServerName } from './process/server-record';

/** How long a stop waits for a start that is still under way. */
const START_GRACE_MS = 10_000;

/** The parts that run, from their start to their common end. */
export class EmbeddedServers {
  private readonly servers = new Map<ServerName, ServerProcess>();
  private readonly starts: Promise<unknown>[] = [];
  private stopped: Promise<void> | undefined;

  /**
   * @param onExit told when a part ends that was not stopped.
   * @param onStopped called once, when all have ended.
   */
  constructor(
    private readonly onExit: (part: ServerName, how: string) => void,
    private readonly onStopped: () => void,
  ) {}

  async start<T extends { server: ServerProcess }>(
    name: ServerName,
    start: () => Promise<T>,
  ): Promise<T> {
    const starting = start().then((part) => {
      this.servers.set(name, part.server);
      void part.server.ended.then((how) => {
        if (!this.stopped) this.onExit(name, how);
      });
      return part;
    });
    this.starts.push(starting);
    return starting;
  }

  get pids(): Partial<Record<ServerName, number>> {
    return Object.fromEntries([...this.servers].map(([name, server]) => [name, server.pid]));
  }

  stop(): Promise<void> {
    this.stopped ??= this.end();
    return this.stopped;
  }

  private async end(): Promise<void> {
    const started = Promise.allSettled(this.starts);
    await Promise.race([started, sleep(START_GRACE_MS, undefined, { ref: false })]);
    await Promise.all([...this.servers.values()].map((server) => server.stop()));
    this.onStopped();
  }
}
