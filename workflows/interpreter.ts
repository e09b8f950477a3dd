import {
  CancellationScope,
  continueAsNew,
  defineSignal,
  getExternalWorkflowHandle,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import type { JsonObject } from '../definition/json';
import { loadPlan } from '../definition/plan/load';
import type { Plan } from '../definition/plan/types';
import { advance } from '../definition/run-state/advance';
import { createRunState } from '../definition/run-state/create';
import type { Command, RunInput, RunState } from '../definition/run-state/types';
import { ActionRunner } from './actions';
import { startChildRun } from './child';
import { conclude } from './conclusion';
import { Cut } from './cut';
import { Display } from './display';
import { CLAIM_SIGNAL, type ClaimSignal, type RunStart } from './messages';
import { Outbox } from './outbox';
import { Recorder } from './recorder';
import { shielded } from './shielded';
import { Timers } from './timers';

const claimSignal = defineSignal<[ClaimSignal]>(CLAIM_SIGNAL);

/** How long a cancelled run waits for its actions to stop. */
const CANCEL_GRACE_MS = 10_000;

/**
 * A run. Its Temporal workflow id is the run id; it continues as new whenever its history grows, with
 * the whole state of the scheduler as third argument. Ends as `Completed` with the run's output, as
 * `Failed` with the run's error, or as `Canceled`.
 */
export async function B3WorkflowRun(
  start: RunStart,
  plan: Plan,
  state?: RunState,
): Promise<JsonObject> {
  return new Interpreter(start, plan, state).run();
}

/** The Temporal shell of the scheduler: turns what happens into inputs and commands into Temporal's. */
class Interpreter {
  readonly plan;
  private readonly state: RunState;
  private readonly inbox: RunInput[] = [];
  private readonly timers: Timers;
  readonly outbox: Outbox;
  readonly recorder: Recorder;
  private readonly actions: ActionRunner;
  private readonly display: Display;
  /** What runs in it is stopped when the run is cancelled: the actions, all else is shielded. */
  private actionScope: CancellationScope | undefined;
  private readonly cut: Cut;
  private wake: (() => void) | undefined;
  /** Time of what is worked off. What is decided by it is decided again when the history is replayed. */
  private now = 0;
  /** Requests under way. When the workflow closes, Temporal forgets those that it has not delivered. */
  private childCancels = 0;

  constructor(
    readonly start: RunStart,
    private readonly planJson: Plan,
    continued: RunState | undefined,
  ) {
    this.plan = loadPlan(planJson);
    this.state = continued ?? createRunState(this.plan, start);
    this.outbox = new Outbox(this.state);
    this.recorder = new Recorder(start, this.state, this.outbox);
    this.display = new Display(this.plan, this.state, start);
    const { push } = this;
    this.timers = new Timers(
      this.state,
      (address) => this.display.timerSummary(address),
      (address) => {
        push({ kind: 'timer-fired', now: Date.now(), address });
      },
    );
    this.cut = new Cut(this.state, start.limits, () => {
      push({ kind: 'release', now: Date.now() });
    });
    this.actions = new ActionRunner(this.plan, start, this.outbox, this.recorder, push);
    setHandler(claimSignal, ({ address, kind, ...claim }) => {
      push({ kind: kind === 'child' ? 'child-ended' : 'resumed', now: Date.now(), address, claim });
    });
    void CancellationScope.current().cancelRequested.catch(() => {
      push({ kind: 'cancel', now: Date.now(), reason: 'The run was cancelled.' });
    });
    if (continued) this.resumeAfterCut();
    else push({ kind: 'start', now: Date.now() });
  }

  async run(): Promise<JsonObject> {
    await CancellationScope.nonCancellable(() => {
      this.actionScope = new CancellationScope();
      return this.actionScope.run(() => this.loop());
    });
    this.display.end();
    return conclude(this.state);
  }

  private async loop(): Promise<void> {
    for (;;) {
      if (this.mayCut()) {
        await continueAsNew<typeof B3WorkflowRun>(this.start, this.planJson, this.state);
      }
      if (this.inbox.length === 0 && !this.mustFlush()) {
        await this.woken();
        continue;
      }
      const commands = this.decide();
      if (this.state.phase === 'ended') {
        this.cancelChildren(commands);
        break;
      }
      const launches = commands.filter(isLaunch).length;
      if (launches > 0 && !this.outbox.isLight(launches)) await this.recorder.flush();
      this.carryOutAll(commands);
    }
    await this.recorder.end();
    while (this.childCancels > 0) await this.woken();
  }

  /** A promise of its own: Temporal's `condition` enters the sandbox once more for each step. */
  private woken(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  private readonly push = (input: RunInput): void => {
    this.inbox.push(input);
    this.wake?.();
  };

  /**
   * One thing that has happened, and what follows from it. Never several: which outcomes of local activities come
   * in one activation is not the same when a history is replayed, and the commands must be.
   */
  private decide(): Command[] {
    const input = this.inbox.shift();
    const commands = input === undefined ? [] : this.advance(input);
    if (!this.cut.isUnderWay && this.cut.isDue(this.now)) {
      this.cut.begin();
      // A turn that was too long for one is worked off at any input, this one too.
      commands.push(...this.advance({ kind: 'hold', now: this.now }));
    }
    return commands;
  }

  /** The clocks of worker and server may differ: time goes forward all the same. */
  private advance(input: RunInput): Command[] {
    this.now = Math.max(this.now, input.now);
    return advance(this.plan, this.state, { ...input, now: this.now });
  }

  private carryOutAll(commands: readonly Command[]): void {
    for (const command of commands) this.carryOut(command);
    if (!this.cut.isUnderWay) this.timers.refill();
    this.display.update();
    if (this.mustFlush()) void this.flush();
  }

  private async flush(): Promise<void> {
    await this.recorder.flush();
    this.wake?.();
  }

  /** The last commands of a run: all else ends with it. */
  private cancelChildren(commands: readonly Command[]): void {
    for (const command of commands) if (command.kind === 'cancel-child') this.carryOut(command);
  }

  private carryOut(command: Command): void {
    switch (command.kind) {
      case 'run-action':
        this.actions.run(command);
        return;
      case 'cancel-action':
        this.actionScope?.cancel();
        this.startGrace();
        return;
      case 'start-child':
        void this.startChild(command);
        return;
      case 'cancel-child':
        void this.cancelChild(command.runId);
        return;
      case 'start-timer':
        this.timers.start(command.address, command.deadline);
        return;
      case 'cancel-timer':
        this.timers.cancel(command.address);
        return;
      case 'claim-timeout':
        void this.recorder.claimTimeout(command).then(this.push);
        return;
      case 'continue':
        void this.recorder.flush().then(() => {
          this.push({ kind: 'continue', now: this.now });
        });
        return;
      case 'end':
        return;
    }
  }

  /** A child that has ended can't be cancelled, and need not be. */
  private async cancelChild(runId: string): Promise<void> {
    this.childCancels += 1;
    await shielded(() => getExternalWorkflowHandle(runId).cancel()).catch(() => undefined);
    this.childCancels -= 1;
    this.wake?.();
  }

  private async startChild(command: Extract<Command, { kind: 'start-child' }>): Promise<void> {
    this.push(await shielded(() => startChildRun(this, command)));
  }

  private grace = false;

  private startGrace(): void {
    if (this.grace) return;
    this.grace = true;
    void shielded(() => sleep(CANCEL_GRACE_MS, { summary: 'grace after cancel' })).then(() => {
      this.push({ kind: 'abandon', now: Date.now() });
    });
  }

  private resumeAfterCut(): void {
    this.timers.refill();
    this.push({ kind: 'release', now: Date.now() });
  }

  /** All that was in flight has come back: the state is the whole of the run. */
  private mayCut(): boolean {
    return (
      this.cut.isUnderWay &&
      this.inbox.length === 0 &&
      !this.recorder.busy &&
      this.childCancels === 0 &&
      !this.cut.isAwaited()
    );
  }

  private mustFlush(): boolean {
    if (this.recorder.busy || !this.outbox.hasUnsent || this.outbox.mayWait(this.now)) return false;
    return !this.cut.isUnderWay || this.cut.isAwaited();
  }
}

function isLaunch(command: Command): boolean {
  return (
    command.kind === 'start-child' || (command.kind === 'run-action' && command.mode === 'activity')
  );
}
