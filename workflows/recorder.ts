import { isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { PlanNode } from '../definition/plan/types';
import type { Command, RunInput, RunState } from '../definition/run-state/types';
import { FALLBACK_OPTIONS, LOCAL_OPTIONS } from './activity-options';
import type { Inbox, Turn } from './inbox';
import type { RunStart } from './messages';
import type { Outbox } from './outbox';
import type { EngineActivities, FlushTask, RunReference, Settlement } from './port';
import { shielded } from './shielded';

type ClaimTimeout = Extract<Command, { kind: 'claim-timeout' }>;
type Question = 'record-progress' | 'settle-attempt' | 'claim-timeout';
type Answer<K extends Question> = Awaited<ReturnType<EngineActivities[K]>>;

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
    private readonly inbox: Inbox,
  ) {
    const { runId, organizationId, workflowId } = start;
    this.run = { runId, organizationId, workflowId };
  }

  /** True while a flush is under way. */
  get busy(): boolean {
    return this.flushes > 0;
  }

  /** Writes what is unsent, while other things have their turns. */
  flush(then: Turn = () => undefined): void {
    const parcel = this.outbox.take();
    this.flushes += 1;
    this.ask('record-progress', { run: this.run, carried: parcel.carried }, (_, now) => {
      this.flushes -= 1;
      this.outbox.acknowledge(parcel);
      return then(now);
    });
  }

  /** The same while the run waits for it: for what is too much to ride along. */
  async flushFirst(): Promise<void> {
    const parcel = this.outbox.take();
    this.flushes += 1;
    await this.write({ run: this.run, carried: parcel.carried });
    this.flushes -= 1;
    this.outbox.acknowledge(parcel);
  }

  /** The last write of a run: its end, with everything not yet acknowledged. It also wakes a waiting parent. */
  async end(): Promise<void> {
    const { end } = this.state;
    if (!end) return;
    const { carried } = this.outbox.take();
    await this.write({ run: this.run, carried, end: { ...end, at: this.inbox.now } });
  }

  /** Reads the record before a failure is believed that Temporal, and no action, has told of. */
  settle(
    { id, type }: Pick<PlanNode, 'id' | 'type'>,
    address: string,
    then: (settlement: Settlement, now: number) => RunInput | undefined,
  ): void {
    this.ask('settle-attempt', { run: this.run, node: { address, id, type } }, then);
  }

  /** Whether a timeout or a resume was first. */
  claimTimeout({ address, known }: ClaimTimeout): void {
    this.ask('claim-timeout', { run: this.run, address, known }, (decision, now) =>
      decision.winner === 'timeout'
        ? { kind: 'timeout-granted', now, address }
        : { kind: 'timeout-refused', now, address, claim: decision.claim },
    );
  }

  /** When the database is away for more than some seconds, a regular activity waits for it: a local one would hold the run. */
  private ask<K extends Question>(
    type: K,
    task: Parameters<EngineActivities[K]>[0],
    done: (answer: Answer<K>, now: number) => RunInput | undefined,
  ): void {
    void shielded(() =>
      this.inbox.expectLocal(call(local, type, task), done, (failure) => {
        if (isCancellation(failure)) throw failure;
        void shielded(() => this.inbox.expect(call(remote, type, task), done, rethrow));
        return undefined;
      }),
    );
  }

  private write(task: FlushTask): Promise<void> {
    return shielded(async () => {
      try {
        await this.inbox.first(local['record-progress'](task));
      } catch (error) {
        if (isCancellation(error)) throw error;
        await remote['record-progress'](task);
      }
    });
  }
}

function call<K extends Question>(
  activities: EngineActivities,
  type: K,
  task: Parameters<EngineActivities[K]>[0],
): Promise<Answer<K>> {
  const activity = activities[type] as (task: unknown) => Promise<Answer<K>>;
  return activity(task);
}

function rethrow(failure: unknown): never {
  throw failure;
}
