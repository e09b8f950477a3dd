import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RunRecord } from '../../activities/deps';
import type { JsonObject } from '../../definition/json';
import type { ProgressEvent } from '../../definition/progress';
import type { RunLimits, RunState } from '../../definition/run-state/types';
import type { StartableRun } from '../runs/run-engine';
import type { SimulationTask } from './simulation-thread';

const THREAD = join(__dirname, 'simulation-thread.js');
/** Real time one simulation may take, in milliseconds. */
const TIMEOUT_MS = 30_000;
const MAX_THREADS = 2;
const MAX_MEMORY_MB = 256;
/** Events per write. */
const BATCH = 500;

interface Outcome {
  events: ProgressEvent[];
  end: NonNullable<RunState['end']>;
}

/**
 * Runs simulations in worker threads, off the event loop of the API, and records what they did. A run
 * whose process dies before the end is found by the reconciler and simulated again.
 */
export class Simulator {
  private active = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly record: Pick<RunRecord, 'flush'>,
    private readonly limits: RunLimits,
    private readonly actionPackages: readonly string[],
    private readonly onError: (runId: string, error: unknown) => void,
  ) {}

  /** Takes the simulation on; it is over when the run's record says so. */
  start(run: StartableRun, mocks: JsonObject): void {
    void this.simulate(run, mocks).catch((error: unknown) => {
      this.onError(run.runId, error);
    });
  }

  private async simulate(run: StartableRun, mocks: JsonObject): Promise<void> {
    await this.enter();
    try {
      await this.write(run, await this.inThread(run, mocks));
    } finally {
      this.leave();
    }
  }

  private inThread(run: StartableRun, mocks: JsonObject): Promise<Outcome> {
    const { triggerNodeId, triggerResult, triggerInput, props, seeds, workflowId } = run;
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
        seeds,
        limits: this.limits,
      },
    };
    return new Promise((resolve) => {
      const thread = new Worker(THREAD, {
        workerData: task,
        resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
      });
      const fail = (code: string, message: string): void => {
        resolve(failed(code, message));
        void thread.terminate();
      };
      const timer = setTimeout(() => {
        fail('simulation_timeout', `A simulation takes at most ${TIMEOUT_MS / 1000} seconds.`);
      }, TIMEOUT_MS);
      thread.once('message', (outcome: Outcome) => {
        resolve(outcome);
      });
      thread.once('error', (error) => {
        fail('simulation_failed', error.message);
      });
      thread.once('exit', () => {
        clearTimeout(timer);
        fail('simulation_failed', 'The simulation ended without a result.');
      });
    });
  }

  /** Virtual times are kept: the record shows when each step would have happened. */
  private async write(run: StartableRun, { events, end }: Outcome): Promise<void> {
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

  private async enter(): Promise<void> {
    if (this.active >= MAX_THREADS) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.active += 1;
  }

  private leave(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.active -= 1;
  }
}

function failed(code: string, message: string): Outcome {
  const error = { code, message };
  return {
    events: [
      { key: 'simulation-failed', type: 'run_failed', at: Date.now(), status: 'failure', error },
    ],
    end: { status: 'failure', error, output: {} },
  };
}
