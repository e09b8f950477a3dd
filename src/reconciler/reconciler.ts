import { setTimeout as sleep } from 'node:timers/promises';
import type { ReconcilerTimings } from '../config/config';
import type { LeaderLock } from './leader-lock';
import type { Repair, RepairDeps } from './repair';
import { createRepairs } from './repairs';

/** Compares the record with Temporal and mends what a crash or a hand in the Temporal UI has left. One process at a time. */
export class Reconciler {
  private readonly stopping = new AbortController();
  private readonly repairs: readonly Repair[];
  private loop: Promise<void> | undefined;

  constructor(
    private readonly lock: LeaderLock,
    private readonly deps: RepairDeps,
    private readonly timings: ReconcilerTimings,
  ) {
    this.repairs = createRepairs(timings);
  }

  start(): void {
    this.loop ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
    await this.lock.release();
  }

  /** One look at everything. A repair that fails does not keep the others from running. */
  async round(): Promise<void> {
    const { signal } = this.stopping;
    const { log } = this.deps;
    for (const repair of this.repairs) {
      if (signal.aborted) return;
      try {
        const mended = await repair.run(this.deps, { now: new Date(), signal });
        if (mended > 0) log.info({ repair: repair.name, mended }, 'reconciled');
      } catch (error) {
        log.warn({ error, repair: repair.name }, 'a repair failed and will be tried again');
      }
    }
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        if (await this.lock.hold()) await this.round();
      } catch (error) {
        this.deps.log.warn({ error }, 'the reconciler will try again');
      }
      await sleep(this.timings.intervalMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
