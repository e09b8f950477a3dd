import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from './process/server-process';
import type { ServerName } from './process/server-record';

/** How long a stop waits for a start that is still under way. */
const START_GRACE_MS = 10_000;

const TITLES: Readonly<Record<ServerName, string>> = {
  postgres: 'PostgreSQL',
  temporal: 'Temporal',
};

/** The parts that run, from their start to their common end. */
export class EmbeddedServers {
  private readonly servers = new Map<ServerName, ServerProcess>();
  private readonly starts: Promise<unknown>[] = [];
  private stopped: Promise<void> | undefined;

  /**
   * @param onExit told when a part ends that was not stopped, in a sentence for people.
   * @param onStopped called once, when all have ended.
   */
  constructor(
    private readonly onExit: (reason: string) => void,
    private readonly onStopped: () => void,
  ) {}

  async start<T extends { server: ServerProcess }>(
    name: ServerName,
    start: () => Promise<T>,
  ): Promise<T> {
    const starting = start().then((part) => {
      this.servers.set(name, part.server);
      void part.server.ended.then((how) => {
        if (!this.stopped) this.onExit(reasonOf(name, how, part.server));
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

function reasonOf(name: ServerName, how: string, { logFile }: ServerProcess): string {
  const killed = how.endsWith('SIGKILL')
    ? ' Nobody here sends SIGKILL: look whether the machine ran out of memory.'
    : '';
  return `The embedded ${TITLES[name]} ${how}.${killed} Its log is ${logFile}.`;
}
