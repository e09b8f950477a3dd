import { createCatalog } from '../../activities/catalog';
import { NO_BLOCKS, type Blocks } from '../../definition/blocks/types';
import { type Json, type JsonObject, setOwn } from '../../definition/json';
import { compile } from '../../definition/plan/compile';
import { loadPlan, type LoadedPlan } from '../../definition/plan/load';
import type { ProgressEvent, RunError, RunStatus } from '../../definition/progress';
import { advance } from '../../definition/run-state/advance';
import { createRunState, DEFAULT_LIMITS } from '../../definition/run-state/create';
import type {
  Claim,
  Command,
  RunInput,
  RunLimits,
  RunState,
  Seed,
} from '../../definition/run-state/types';
import type { WorkflowDefinition } from '../../definition/types';
import { atDefault, declaredVariables, type RunVariable } from '../../definition/variables';

export type Answer = { ok: true; result: Json } | { ok: false; error: RunError };

export interface Script {
  payload?: JsonObject;
  /** The outcome of an action; by default its input. */
  act?: (address: string, input: JsonObject) => Answer;
  /** Resumes by address of their wait. One under `early` comes before the wait is reached. */
  resumes?: Record<string, Claim[]>;
  early?: Record<string, Claim[]>;
  /** Chooses among what may happen next, by its index; by default the first. */
  pick?: (choices: number) => number;
  /** Whether the run is cut before its n-th input: the state goes through JSON, as continue-as-new sends it. */
  cutBefore?: (step: number) => boolean;
  /** Cancels the run before its n-th input. */
  cancelBefore?: number;
  limits?: Partial<RunLimits>;
  seeds?: Record<string, Seed>;
}

export interface NodeView {
  status: string;
  result?: Json;
  branch?: string;
  error?: string;
}

export interface RunView {
  status: RunStatus;
  error?: RunError;
  output: JsonObject;
  /** Every node that got somewhere, by address. */
  nodes: Record<string, NodeView>;
  events: ProgressEvent[];
  /** Addresses of the actions that were run, in order. */
  actions: string[];
  state: RunState;
  steps: number;
}

const { catalog } = createCatalog();

/** Drives the scheduler by a script: no server, no clock, every order of events at will. */
export function runScript(
  definition: WorkflowDefinition,
  script: Script = {},
  blocks: Blocks = NO_BLOCKS,
): RunView {
  const variables = atDefault(declaredVariables(definition.variableDefs));
  return new ScriptedRun(loadPlan(compile(definition, catalog, blocks)), script, variables).run();
}

class ScriptedRun {
  private state: RunState;
  private now = 1_000_000;
  private step = 0;
  private readonly events: ProgressEvent[] = [];
  private readonly actions: string[] = [];
  /** What may happen next, in any order. */
  private pending: RunInput[] = [];

  constructor(
    private readonly plan: LoadedPlan,
    private readonly script: Script,
    variables: readonly RunVariable[],
  ) {
    const payload = script.payload ?? {};
    this.state = createRunState(plan, {
      workflowId: 'wf_test',
      triggerNodeId: 'root',
      triggerResult: { ...payload, body: payload, triggeredAt: '2026-01-01T00:00:00.000Z' },
      triggerInput: payload,
      props: {},
      ...(variables.length > 0 && { variables }),
      limits: { ...DEFAULT_LIMITS, ...script.limits },
      seeds: script.seeds ?? {},
    });
  }

  run(): RunView {
    this.feed({ kind: 'start', now: this.now });
    for (const [address, claims] of Object.entries(this.script.early ?? {})) {
      for (const claim of claims) this.feed({ kind: 'resumed', now: this.now, address, claim });
    }
    while (!this.isOver()) {
      this.interrupt();
      if (this.isOver()) break;
      const next = this.next();
      if (!next) throw new Error(`The run is stuck: ${JSON.stringify(this.state)}`);
      this.feed(next);
      if (this.step > 100_000) throw new Error('The run does not end');
    }
    return this.view();
  }

  private isOver(): boolean {
    return this.state.phase === 'ended';
  }

  private next(): RunInput | undefined {
    if (this.pending.length > 0) {
      const index = this.script.pick?.(this.pending.length) ?? 0;
      return this.pending.splice(index, 1)[0];
    }
    const [timer] = Object.entries(this.state.timers).sort(
      ([, a], [, b]) => a.deadline - b.deadline,
    );
    if (!timer) return undefined;
    this.now = Math.max(this.now, timer[1].deadline);
    return { kind: 'timer-fired', now: this.now, address: timer[0] };
  }

  private feed(input: RunInput): void {
    this.step += 1;
    this.apply({ ...input, now: this.now });
  }

  private interrupt(): void {
    const step = this.step + 1;
    if (this.script.cancelBefore === step) {
      this.apply({ kind: 'cancel', now: this.now, reason: 'test' });
    }
    if (this.script.cutBefore?.(step)) this.cut();
  }

  /** Nothing new is dispatched, what is in flight comes back, the state goes through JSON. */
  private cut(): void {
    if (this.isOver()) return;
    this.apply({ kind: 'hold', now: this.now });
    for (let input = this.landing(); input; input = this.landing()) this.apply(input);
    if (this.isOver()) return;
    if (Object.keys(this.state.inFlight).length > 0)
      throw new Error('Something is still in flight');
    this.state = JSON.parse(JSON.stringify(this.state)) as RunState;
    this.apply({ kind: 'release', now: this.now });
  }

  private landing(): RunInput | undefined {
    const index = this.pending.findIndex(
      (input) => 'address' in input && Object.hasOwn(this.state.inFlight, input.address),
    );
    return index < 0 ? undefined : this.pending.splice(index, 1)[0];
  }

  private apply(input: RunInput): void {
    const commands = advance(this.plan, this.state, input);
    for (const command of commands) this.carryOut(command);
    this.events.push(...this.state.outbox.splice(0));
    this.state.acks = [];
    this.expectNoWaitInVain();
  }

  /** Who has failed waits for actions alone. */
  private expectNoWaitInVain(): void {
    const { phase, frames, timers, waits, children } = this.state;
    if (phase === 'running' && !frames['']?.error) return;
    const open = [timers, waits, children].flatMap((record) => Object.keys(record));
    if (open.length > 0) throw new Error(`A run that stops waits for ${open.join(', ')}`);
  }

  private carryOut(command: Command): void {
    const { now } = this;
    if (command.kind === 'run-action' || command.kind === 'start-child') {
      const { address, input } = command;
      this.actions.push(address);
      const answer = this.script.act?.(address, input) ?? { ok: true, result: input };
      if (!answer.ok)
        this.pending.push({ kind: 'action-failed', now, address, error: answer.error });
      else if (command.kind === 'start-child') {
        const result = answer.result as JsonObject;
        const wait = input.waitForCompletion === true;
        const child = { now, address, runId: 'run_c' };
        this.pending.push({ ...child, kind: 'child-started', wait, result });
        // The end of a child may be told before its start is.
        if (wait) this.pending.push({ ...child, kind: 'child-ended', claim: endOfChild(address) });
      } else {
        this.pending.push({
          kind: 'action-succeeded',
          now,
          address,
          result: answer.result,
          recorded: false,
        });
      }
    } else if (command.kind === 'start-timer' && command.purpose === 'wait') {
      for (const claim of this.script.resumes?.[command.address] ?? []) {
        this.pending.push({ kind: 'resumed', now, address: command.address, claim });
      }
    } else if (command.kind === 'continue') {
      this.pending.push({ kind: 'continue', now });
    } else if (command.kind === 'claim-timeout') {
      this.pending.push({ kind: 'timeout-granted', now, address: command.address });
    }
  }

  private view(): RunView {
    const { end } = this.state;
    if (!end) throw new Error('The run has no end');
    return {
      status: end.status,
      ...(end.error && { error: end.error }),
      output: end.output,
      nodes: nodesOf(this.events),
      events: this.events,
      actions: this.actions,
      state: this.state,
      steps: this.step,
    };
  }
}

function endOfChild(address: string): Claim {
  return { id: `end of ${address}`, payload: { status: 'success', output: {} }, source: 'child' };
}

/** What the record would show: the last state of each node. */
export function nodesOf(events: readonly ProgressEvent[]): Record<string, NodeView> {
  const nodes: Record<string, NodeView> = {};
  for (const { path, status, result, branch, error, type } of events) {
    if (path === undefined || type === 'node_started') continue;
    setOwn(nodes, path, {
      status,
      ...(result !== undefined && { result }),
      ...(branch !== undefined && { branch }),
      ...(error && { error: error.code }),
    });
  }
  return nodes;
}

/** A definition from its nodes; `root` is a manual trigger whose children are the first node, if not given. */
export function workflow(nodes: Record<string, JsonObject>): WorkflowDefinition {
  const [first] = Object.keys(nodes);
  const all: JsonObject = { ...nodes };
  if (!Object.hasOwn(nodes, 'root')) {
    const root: JsonObject = {
      type: 'manual',
      payload: {},
      children: first === undefined ? [] : [first],
    };
    return { nodes: { root, ...all } } as unknown as WorkflowDefinition;
  }
  return { nodes: all } as unknown as WorkflowDefinition;
}

export function log(message: string, children: string[] = [], more: JsonObject = {}): JsonObject {
  return { type: 'log', payload: { message }, children, ...more };
}
