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
import { Inbox } from './inbox';
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
  readonly inbox = new Inbox();
  private readonly timers: Timers;
  readonly outbox: Outbox;
  readonly recorder: Recorder;
  private readonly actions: ActionRunner;
  private readonly display: Display;
  /** What runs in it is stopped when the run is cancelled: the actions, all else is shielded. */
  private actionScope: CancellationScope | undefined;
  private readonly cut: Cut;
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
    this.recorder = new Recorder(start, this.state, this.outbox, this.inbox);
    this.display = new Display(this.plan, this.state, start, this.inbox);
    this.timers = new Timers(
      this.state,
      (address) => this.display.timerSummary(address),
      this.inbox,
    );
    this.cut = new Cut(this.state, start.limits, this.inbox);
    this.actions = new ActionRunner(this.plan, start, this.outbox, this.recorder, this.inbox);
    if (continued) this.timers.refill();
    // Before the handler: a replay may bring signals along with the start that came after it.
    this.inbox.add((now) => ({ kind: continued ? 'release' : 'start', now }));
    setHandler(claimSignal, ({ address, kind, ...claim }) => {
      const what = kind === 'child' ? 'child-ended' : 'resumed';
      this.inbox.add((now) => ({ kind: what, now, address, claim }));
    });
    void CancellationScope.current().cancelRequested.catch(() => {
      this.inbox.add((now) => ({ kind: 'cancel', now, reason: 'The run was cancelled.' }));
    });
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
        this.display.settle();
        await continueAsNew<typeof B3WorkflowRun>(this.start, this.planJson, this.state);
      }
      await this.inbox.filled();
      const commands = this.decide(this.inbox.take());
      if (this.state.phase === 'ended') {
        this.cancelChildren(commands);
        break;
      }
      const launches = commands.filter(isLaunch).length;
      if (launches > 0 && !this.outbox.isLight(launches)) await this.recorder.flushFirst();
      this.carryOutAll(commands);
    }
    await this.recorder.end();
    while (this.childCancels > 0) {
      await this.inbox.filled();
      this.inbox.take();
    }
  }

  /** What follows from one thing that has happened. */
  private decide(input: RunInput | undefined): Command[] {
    const { plan, state, inbox, cut } = this;
    const commands = input ? advance(plan, state, input) : [];
    if (!cut.isUnderWay && cut.isDue(inbox.now)) {
      cut.begin();
      // A turn that was too long for one is worked off at any input, this one too.
      commands.push(...advance(plan, state, { kind: 'hold', now: inbox.now }));
    }
    return commands;
  }

  private carryOutAll(commands: readonly Command[]): void {
    for (const command of commands) this.carryOut(command);
    if (!this.cut.isUnderWay) this.timers.refill();
    this.display.update();
    if (this.mustFlush()) this.recorder.flush();
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
        startChildRun(this, command);
        return;
      case 'cancel-child':
        this.cancelChild(command.runId);
        return;
      case 'start-timer':
        this.timers.start(command.address, command.deadline);
        return;
      case 'cancel-timer':
        this.timers.cancel(command.address);
        return;
      case 'claim-timeout':
        this.recorder.claimTimeout(command);
        return;
      case 'continue':
        this.recorder.flush((now) => ({ kind: 'continue', now }));
        return;
      case 'end':
        return;
    }
  }

  /** A child that has ended can't be cancelled, and need not be. */
  private cancelChild(runId: string): void {
    this.childCancels += 1;
    const answered = (): undefined => {
      this.childCancels -= 1;
    };
    void shielded(() =>
      this.inbox.expect(getExternalWorkflowHandle(runId).cancel(), answered, answered),
    );
  }

  private grace = false;

  private startGrace(): void {
    if (this.grace) return;
    this.grace = true;
    const grace = { summary: 'grace after cancel' };
    void shielded(() =>
      this.inbox.expect(sleep(CANCEL_GRACE_MS, grace), (_, now) => ({ kind: 'abandon', now })),
    );
  }

  /** All that was in flight has come back: the state is the whole of the run. */
  private mayCut(): boolean {
    return (
      this.cut.isUnderWay &&
      this.inbox.isEmpty &&
      !this.recorder.busy &&
      this.childCancels === 0 &&
      !this.cut.isAwaited()
    );
  }

  private mustFlush(): boolean {
    if (this.recorder.busy || !this.outbox.hasUnsent || this.outbox.mayWait(this.inbox.told))
      return false;
    return !this.cut.isUnderWay || this.cut.isAwaited();
  }
}

function isLaunch(command: Command): boolean {
  return (
    command.kind === 'start-child' || (command.kind === 'run-action' && command.mode === 'activity')
  );
}
