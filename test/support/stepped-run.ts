import { createCatalog } from '../../activities/catalog';
import type { JsonObject } from '../../definition/json';
import { compile } from '../../definition/plan/compile';
import { loadPlan, type LoadedPlan } from '../../definition/plan/load';
import type { ProgressEvent } from '../../definition/progress';
import { advance } from '../../definition/run-state/advance';
import { createRunState, DEFAULT_LIMITS, type RunOrigin } from '../../definition/run-state/create';
import type { Command, RunInput, RunLimits, RunState } from '../../definition/run-state/types';
import type { WorkflowDefinition } from '../../definition/types';

type Step<I = RunInput> = I extends RunInput ? Omit<I, 'now'> : never;
type Origin = Partial<Omit<RunOrigin, 'limits'>> & { limits?: Partial<RunLimits> };

const { catalog } = createCatalog();

/** A run that gets its inputs one at a time, and shows what the scheduler makes of each. */
export class SteppedRun {
  readonly state: RunState;
  /** All events so far. */
  readonly events: ProgressEvent[] = [];
  now = 1000;
  private readonly plan: LoadedPlan;

  constructor(definition: WorkflowDefinition, { limits, ...origin }: Origin = {}) {
    this.plan = loadPlan(compile(definition, catalog));
    this.state = createRunState(this.plan, {
      workflowId: 'wf_test',
      triggerNodeId: 'root',
      triggerResult: {},
      triggerInput: {},
      props: {},
      limits: { ...DEFAULT_LIMITS, ...limits },
      seeds: {},
      ...origin,
    });
  }

  /** The commands that follow from the input. */
  feed(input: Step): Command[] {
    const commands = advance(this.plan, this.state, { ...input, now: this.now });
    this.events.push(...this.state.outbox.splice(0));
    return commands;
  }

  succeed(address: string, result: JsonObject = {}): Command[] {
    return this.feed({ kind: 'action-succeeded', address, result, recorded: false });
  }

  fail(address: string, code = 'boom'): Command[] {
    const error = { code, message: 'It broke.' };
    return this.feed({ kind: 'action-failed', address, error });
  }

  resume(address: string, payload: string, name?: string): Command[] {
    const claim = { id: `${name ?? ''}:${payload}`, payload, source: 'manual' };
    const named = name === undefined ? claim : { ...claim, name };
    return this.feed({ kind: 'resumed', address, claim: named });
  }

  /** The events of a node, or of the run itself without an address. */
  eventsOf(address?: string): ProgressEvent[] {
    return this.events.filter(({ path }) => path === address);
  }

  /** The event that settled a node. */
  outcomeOf(address: string): ProgressEvent | undefined {
    return this.eventsOf(address).findLast(({ type }) =>
      ['node_completed', 'node_failed', 'node_skipped', 'node_cancelled'].includes(type),
    );
  }
}

/** A node that a shell carries out. */
export function action(children: string[] = [], more: JsonObject = {}): JsonObject {
  const payload = { url: 'https://x.test', method: 'GET' };
  return { type: 'http-request', payload, children, ...more };
}

export function wait(payload: JsonObject = {}, children: string[] = []): JsonObject {
  return {
    type: 'wait',
    payload: { timeoutMs: 60_000, triggerType: 'manual', triggerConfig: {}, ...payload },
    children,
  };
}

/** A node that follows the failure of its parent. */
export function rescue(): JsonObject {
  return { type: 'log', payload: { message: 'rescued' }, children: [], branch: 'error' };
}

/** A root with these children, and nothing else. */
export function root(...children: string[]): JsonObject {
  return { type: 'manual', payload: {}, children };
}
