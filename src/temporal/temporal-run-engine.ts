import {
  type Client,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { CLAIM_SIGNAL, type ClaimSignal, RUN_WORKFLOW } from '../../workflows/messages';
import type { JsonObject } from '../../definition/json';
import { type GrantedClaim, RunEngine, type StartableRun } from '../runs/run-engine';
import type { Simulator } from '../simulation/simulator';
import type { RunPlace } from '../record/stored-runs';
import { type EngineSettings, startOptions } from './run-options';

/** Longest time a call to Temporal may take, in milliseconds. */
const DEADLINE_MS = 5_000;

/** Runs on Temporal. */
export class TemporalRunEngine extends RunEngine {
  constructor(
    private readonly client: Client,
    private readonly settings: EngineSettings,
    private readonly simulator: Simulator,
  ) {
    super();
  }

  /** `place` is where the run stands among others: a child that its parent could not start any more. */
  override async startRun(run: StartableRun, place?: RunPlace): Promise<void> {
    try {
      await this.inTime(() =>
        this.client.workflow.start(RUN_WORKFLOW, startOptions(run, this.settings, place)),
      );
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  override simulate(run: StartableRun, mocks: JsonObject): Promise<boolean> {
    return Promise.resolve(this.simulator.start(run, mocks));
  }

  override async cancelRun(runId: string): Promise<void> {
    await this.ifRunning(() => this.client.workflow.getHandle(runId).cancel());
  }

  override async signalClaim(
    runId: string,
    claim: GrantedClaim,
    kind: ClaimSignal['kind'] = 'resume',
  ): Promise<void> {
    const signal: ClaimSignal = { ...claim, kind };
    await this.ifRunning(() => this.client.workflow.getHandle(runId).signal(CLAIM_SIGNAL, signal));
  }

  override async ready(): Promise<boolean> {
    try {
      await this.inTime(() => this.client.workflowService.getSystemInfo({}));
      return true;
    } catch {
      return false;
    }
  }

  /** A caller must not wait for a Temporal that is away: what is written is made good later. */
  private inTime<T>(call: () => Promise<T>): Promise<T> {
    return this.client.withDeadline(Date.now() + DEADLINE_MS, call);
  }

  /** A workflow that has ended, or has not started yet, takes no message: the record has it, and the reconciler brings it. */
  private async ifRunning(send: () => Promise<unknown>): Promise<void> {
    try {
      await this.inTime(send);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
}
