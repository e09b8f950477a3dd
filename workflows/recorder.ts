import { isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { PlanNode } from '../definition/plan/types';
import type { Command, RunInput, RunState } from '../definition/run-state/types';
import { FALLBACK_OPTIONS, LOCAL_OPTIONS } from './activity-options';
import type { RunStart } from './messages';
import type { Outbox } from './outbox';
import type { EngineActivities, FlushTask, RunReference, Settlement } from './port';
import { shielded } from './shielded';

type ClaimTimeout = Extract<Command, { kind: 'claim-timeout' }>;

const local = proxyLocalActivities<EngineActivities>(LOCAL_OPTIONS);
const remote = proxyActivities<EngineActivities>(FALLBACK_OPTIONS);

/** Writes what no activity takes along: before the run sleeps, and at its end. */
export class Recorder {
  readonly run: RunReference;
  private flushes = 0;

  constructor(
    start: RunStart,
    private readonly state: RunState,
    private readonly outbox: Outbox,
  ) {
    const { runId, organizationId, workflowId } = start;
    this.run = { runId, organizationId, workflowId };
  }

  /** True while a flush is under way. */
  get busy(): boolean {
    return this.flushes > 0;
  }

  async flush(): Promise<void> {
    const parcel = this.outbox.take();
    this.flushes += 1;
    try {
      await this.write({ run: this.run, carried: parcel.carried });
      this.outbox.acknowledge(parcel);
    } finally {
      this.flushes -= 1;
    }
  }

  /** The last write of a run: its end, with everything not yet acknowledged. It also wakes a waiting parent. */
  async end(): Promise<void> {
    const { end } = this.state;
    if (!end) return;
    const { carried } = this.outbox.take();
    await this.write({ run: this.run, carried, end: { ...end, at: Date.now() } });
  }

  /** Reads the record before a failure is believed that Temporal, and no action, has told of. */
  settle({ id, type }: Pick<PlanNode, 'id' | 'type'>, address: string): Promise<Settlement> {
    const task = { run: this.run, node: { address, id, type } };
    return this.withFallback(
      () => local['settle-attempt'](task),
      (activities) => activities['settle-attempt'](task),
    );
  }

  /** Whether a timeout or a resume was first. */
  async claimTimeout({ address, known }: ClaimTimeout): Promise<RunInput> {
    const task = { run: this.run, address, known, at: Date.now() };
    const decision = await this.withFallback(
      () => local['claim-timeout'](task),
      (activities) => activities['claim-timeout'](task),
    );
    const now = Date.now();
    return decision.winner === 'timeout'
      ? { kind: 'timeout-granted', now, address }
      : { kind: 'timeout-refused', now, address, claim: decision.claim };
  }

  private async write(task: FlushTask): Promise<void> {
    await this.withFallback(
      () => local['record-progress'](task),
      (activities) => activities['record-progress'](task),
    );
  }

  /** When the database is away for more than some seconds, a regular activity waits for it: a local one would hold the run. */
  private async withFallback<T>(
    first: () => Promise<T>,
    second: (activities: typeof remote) => Promise<T>,
  ): Promise<T> {
    return shielded(async () => {
      try {
        return await first();
      } catch (error) {
        if (isCancellation(error)) throw error;
        return second(remote);
      }
    });
  }
}
