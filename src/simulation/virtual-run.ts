import type { Json, JsonObject } from '../../definition/json';
import type { LoadedPlan } from '../../definition/plan/load';
import type { PlanNode } from '../../definition/plan/types';
import type { ProgressEvent, RunError } from '../../definition/progress';
import { advance } from '../../definition/run-state/advance';
import {
  type OutputBudget,
  outputBudget,
  refuseOutput,
} from '../../definition/run-state/output-budget';
import { createRunState, type RunOrigin } from '../../definition/run-state/create';
import type { Claim, Command, RunInput, RunState } from '../../definition/run-state/types';

/** With `childRunId` a child run has started and is waited for: its end comes by `meanwhile`. */
export type Answer =
  { ok: true; result: Json; childRunId?: string } | { ok: false; error: RunError };

/** What a virtual run meets in place of the world. */
export interface VirtualWorld {
  /** The outcome of an action or of a child run. */
  act(node: PlanNode, address: string, input: JsonObject): Promise<Answer> | Answer;
  /** The resume an opened wait gets, if any: at once, or after some virtual milliseconds. */
  resume?(node: PlanNode, address: string): { claims: Claim[]; afterMs: number } | undefined;
  /** What comes from outside at this event of the run: a cancel, a resume before its wait, the end of a child. */
  meanwhile?(event: ProgressEvent): RunInput[];
  /** Masks the secrets of an input before it is recorded. */
  mask(node: PlanNode, input: JsonObject): JsonObject;
}

export interface VirtualOutcome {
  state: RunState;
  events: ProgressEvent[];
}

interface Pending {
  at: number;
  order: number;
  input: RunInput;
}

/**
 * The second shell of the scheduler: no Temporal, and a clock that jumps to the next thing that happens.
 * Actions take no virtual time; a month of waits takes as long as its nodes do.
 */
export class VirtualRun {
  private readonly state: RunState;
  private readonly events: ProgressEvent[] = [];
  private pending: Pending[] = [];
  private now: number;
  private order = 0;

  /** @param startAt virtual start, milliseconds since the epoch */
  constructor(
    private readonly plan: LoadedPlan,
    origin: RunOrigin,
    startAt: number,
    private readonly world: VirtualWorld,
  ) {
    this.state = createRunState(plan, origin);
    this.now = startAt;
  }

  async run(): Promise<VirtualOutcome> {
    this.schedule(0, { kind: 'start', now: this.now });
    for (let next = this.next(); next; next = this.next()) {
      this.now = Math.max(this.now, next.at);
      const commands = advance(this.plan, this.state, { ...next.input, now: this.now });
      this.collect();
      for (const command of commands) await this.carryOut(command);
      if (this.state.phase === 'ended') break;
    }
    return { state: this.state, events: this.events };
  }

  private schedule(afterMs: number, input: RunInput): void {
    this.pending.push({ at: this.now + afterMs, order: this.order++, input });
  }

  private next(): Pending | undefined {
    let first: Pending | undefined;
    for (const item of this.pending) {
      if (!first || item.at < first.at || (item.at === first.at && item.order < first.order)) {
        first = item;
      }
    }
    this.pending = this.pending.filter((item) => item !== first);
    return first;
  }

  private collect(): void {
    const events = this.state.outbox;
    this.state.outbox = [];
    this.state.acks = [];
    this.record(...events);
  }

  private record(...events: ProgressEvent[]): void {
    this.events.push(...events);
    for (const event of events) {
      for (const input of this.world.meanwhile?.(event) ?? []) this.schedule(0, input);
    }
  }

  private async carryOut(command: Command): Promise<void> {
    const { now } = this;
    switch (command.kind) {
      case 'run-action':
        await this.act(command);
        return;
      case 'start-child':
        await this.act({ ...command, mode: 'local', budget: outputBudget(this.state) });
        return;
      case 'start-timer':
        this.schedule(command.deadline - now, {
          kind: 'timer-fired',
          now,
          address: command.address,
        });
        if (command.purpose === 'wait') this.resume(command.address);
        return;
      case 'cancel-timer':
        this.pending = this.pending.filter(
          ({ input }) => input.kind !== 'timer-fired' || input.address !== command.address,
        );
        return;
      case 'claim-timeout':
        this.schedule(0, { kind: 'timeout-granted', now, address: command.address });
        return;
      case 'continue':
        this.schedule(0, { kind: 'continue', now });
        return;
      case 'cancel-action':
      case 'cancel-child':
      case 'end':
        return;
    }
  }

  /** Writes what the activity would write, in its place. */
  private async act({
    address,
    nodeId,
    mode,
    input,
    budget,
  }: Pick<
    Extract<Command, { kind: 'run-action' }>,
    'address' | 'nodeId' | 'mode' | 'input' | 'budget'
  >): Promise<void> {
    const node = this.node(nodeId);
    const { now } = this;
    const about = { nodeId, path: address, nodeType: node.type, at: now };
    const masked = this.world.mask(node, input);
    if (mode === 'activity') {
      this.record({
        ...about,
        key: `a:${address}:started`,
        type: 'node_started',
        status: 'running',
        input: masked,
        attempt: 1,
      });
    }
    const answer = affordable(node, await this.world.act(node, address, input), mode, budget);
    if (!answer.ok) {
      this.schedule(0, { kind: 'action-failed', now, address, error: answer.error });
      return;
    }
    if (node.execution === 'child-workflow') {
      const { childRunId, result } = answer;
      this.schedule(0, {
        kind: 'child-started',
        now,
        address,
        runId: childRunId ?? '',
        wait: childRunId !== undefined,
        result: result as JsonObject,
      });
      return;
    }
    if (mode === 'activity') {
      this.record({
        ...about,
        key: `a:${address}:completed`,
        type: 'node_completed',
        status: 'success',
        input: masked,
        result: answer.result,
      });
    }
    this.schedule(0, {
      kind: 'action-succeeded',
      now,
      address,
      result: answer.result,
      recorded: mode === 'activity',
    });
  }

  private resume(address: string): void {
    const node = this.node(address.slice(address.lastIndexOf('/') + 1));
    const answer = this.world.resume?.(node, address);
    for (const claim of answer?.claims ?? []) {
      this.schedule(answer?.afterMs ?? 0, { kind: 'resumed', now: this.now, address, claim });
    }
  }

  private node(id: string): PlanNode {
    const node = this.plan.nodes[this.plan.indexById.get(id) ?? -1];
    if (!node) throw new Error(`The plan has no node ${id}`);
    return node;
  }
}

/** An activity refuses a result that the run has no room for; of any other node the scheduler does. */
function affordable(
  node: PlanNode,
  answer: Answer,
  mode: 'activity' | 'local',
  budget: OutputBudget,
): Answer {
  if (!answer.ok || mode === 'local') return answer;
  const error = refuseOutput(node.id, answer.result, budget);
  return error ? { ok: false, error } : answer;
}
