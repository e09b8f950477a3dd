import { setTimeout as sleep } from 'node:timers/promises';
import type { LeaderLock } from './leader-lock';
import { REPAIRS, type RepairDeps } from './repairs';

const INTERVAL_MS = 5_000;

export interface ReconcilerLog {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
}

/** Compares the record with Temporal and mends what a crash or a hand in the Temporal UI has left. One process at a time. */
export class Reconciler {
  private readonly stopping = new AbortController();
  private loop: Promise<void> | undefined;

  constructor(
    private readonly lock: LeaderLock,
    private readonly deps: RepairDeps,
    private readonly log: ReconcilerLog,
    private readonly intervalMs = INTERVAL_MS,
  ) {}

  start(): void {
    this.loop ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
    this.lock.release();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        if (await this.lock.hold()) await this.round();
      } catch (error) {
        this.log.warn({ error }, 'the reconciler will try again');
      }
      await sleep(this.intervalMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One look at everything. A repair that fails does not keep the others from running. */
  async round(): Promise<void> {
    for (const repair of REPAIRS) {
      if (this.stopping.signal.aborted) return;
      try {
        const mended = await repair.run(this.deps, new Date());
        if (mended > 0) this.log.info({ repair: repair.name, mended }, 'reconciled');
      } catch (error) {
        this.log.warn({ error, repair: repair.name }, 'a repair failed and will be tried again');
      }
    }
  }
}
