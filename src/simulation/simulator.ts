import { SHARE_ENV } from 'node:worker_threads';
import type { RunRecord } from '../../activities/deps';
import {
  ThreadDeadlineError,
  ThreadLostError,
  ThreadPool,
} from '../../activities/threads/thread-pool';
import type { JsonObject } from '../../definition/json';
import type { RunLimits } from '../../definition/run-state/types';
import type { StartableRun } from '../runs/run-engine';
import type { SimulationOutcome, SimulationTask } from './simulate';

/** Real time one simulation may take, in milliseconds. */
const TIMEOUT_MS = 30_000;
/** Events per write. */
const BATCH = 500;
/** Simulations that may wait for a thread. Those above are left to the reconciler. */
const MAX_WAITING = 1_000;

/**
 * Runs simulations in threads, off the event loop of the API, and records what they did. A run that is
 * not taken on, or whose process dies before its end, is found by the reconciler and simulated then.
 */
export class Simulator {
  private readonly tasks = new Map<string, Promise<void>>();
  private readonly threads = new ThreadPool<SimulationTask, SimulationOutcome>({
    size: 2,
    main: (load) => Promise.resolve((load('simulate') as typeof import('./simulate')).simulate),
    modules: { simulate: require.resolve('./simulate') },
    maxHeapMb: 256,
    env: SHARE_ENV,
  });
  private closed = false;

  constructor(
    private readonly record: Pick<RunRecord, 'flush'>,
    private readonly limits: RunLimits,
    private readonly actionPackages: readonly string[],
    private readonly onError: (runId: string, error: unknown) => void,
  ) {}

  /**
   * Takes the simulation on; it is over when the run's record says so.
   * @returns false when it is under way already, or too many are
   */
  start(run: StartableRun, mocks: JsonObject): boolean {
    const { runId } = run;
    if (this.closed || this.tasks.has(runId) || this.tasks.size >= MAX_WAITING) return false;
    const task = this.simulate(run, mocks)
      .catch((error: unknown) => {
        if (!this.closed) this.onError(runId, error);
      })
      .finally(() => this.tasks.delete(runId));
    this.tasks.set(runId, task);
    return true;
  }

  /** Gives up what is under way; what is just being written is written. */
  async close(): Promise<void> {
    this.closed = true;
    await this.threads.close();
    await Promise.all(this.tasks.values());
  }

  private async simulate(run: StartableRun, mocks: JsonObject): Promise<void> {
    const { triggerNodeId, triggerResult, triggerInput, props, seeds, workflowId } = run;
    const { variables, organization } = run;
    const task: SimulationTask = {
      plan: run.plan,
      mocks,
      actionPackages: this.actionPackages,
      startAt: Date.now(),
      origin: {
        workflowId,
        triggerNodeId,
        triggerResult,
        triggerInput,
        props,
        ...(variables && { variables }),
        ...(organization && { organization }),
        seeds,
        limits: this.limits,
      },
    };
    const outcome = await this.threads
      .run(task, { deadlineMs: TIMEOUT_MS })
      .catch((error: unknown) => {
        if (this.closed) throw error;
        return failed(error);
      });
    await this.write(run, outcome);
  }

  /** Virtual times are kept: the record shows when each step would have happened. */
  private async write(run: StartableRun, { events, end }: SimulationOutcome): Promise<void> {
    const { runId, organizationId, workflowId } = run;
    const reference = { runId, organizationId, workflowId };
    const rest = [...events];
    while (rest.length > BATCH) {
      const carried = { events: rest.splice(0, BATCH), acks: [] };
      await this.record.flush({ run: reference, carried });
    }
    const at = rest.at(-1)?.at ?? Date.now();
    await this.record.flush({
      run: reference,
      carried: { events: rest, acks: [] },
      end: { ...end, at },
    });
  }
}

function failed(thrown: unknown): SimulationOutcome {
  const error = describe(thrown);
  return {
    events: [
      { key: 'simulation-failed', type: 'run_failed', at: Date.now(), status: 'failure', error },
    ],
    end: { status: 'failure', error, output: {} },
  };
}

function describe(thrown: unknown): { code: string; message: string } {
  if (thrown instanceof ThreadDeadlineError) {
    const message = `A simulation takes at most ${TIMEOUT_MS / 1000} seconds.`;
    return { code: 'simulation_timeout', message };
  }
  const cause = thrown instanceof ThreadLostError ? thrown.cause : thrown;
  const message = cause instanceof Error ? cause.message : 'The simulation ended without a result.';
  return { code: 'simulation_failed', message };
}
