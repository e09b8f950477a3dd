import type { Json, JsonObject } from '../json';
import type { OrganizationContext } from '../organization';
import type { LoadedPlan } from '../plan/load';
import type { RunVariable } from '../variables';
import { createFrame } from './frame';
import type { RunLimits, RunState, Seed } from './types';
import { variablesAtStart } from './variables';

/** What a run is started with. */
export interface RunOrigin {
  workflowId: string;
  triggerNodeId: string;
  /** `{...payload, body: payload, triggeredAt}`. */
  triggerResult: Json;
  triggerInput: Json;
  props: JsonObject;
  /** As they are when the run starts; absent when nothing in the plan needs them. */
  variables?: readonly RunVariable[];
  /** As it is when the run starts; absent when nothing in the plan reads it. */
  organization?: OrganizationContext;
  limits: RunLimits;
  seeds: Record<string, Seed>;
}

export const DEFAULT_LIMITS: RunLimits = {
  maxInFlight: 100,
  maxIterations: 100,
  maxNodes: 10_000,
  maxOutputBytes: 16 * 1024 * 1024,
};

/** The state of a run before its `start`. */
export function createRunState(plan: LoadedPlan, origin: RunOrigin): RunState {
  return {
    format: 1,
    phase: 'new',
    shown: 'running',
    trigger: {
      nodeId: origin.triggerNodeId,
      result: origin.triggerResult,
      input: origin.triggerInput,
    },
    props: origin.props,
    ...(origin.variables && { variables: variablesAtStart(origin.variables) }),
    ...(origin.organization && { organization: origin.organization }),
    workflowId: origin.workflowId,
    limits: origin.limits,
    frames: { '': createFrame(plan, plan.topLevel, []) },
    starts: [],
    ready: [],
    held: false,
    inFlight: {},
    timers: {},
    waits: {},
    children: {},
    claims: {},
    seeds: origin.seeds,
    outbox: [],
    acks: [],
    nextEvent: 1,
    timesWaited: 0,
    started: 0,
    outputBytes: 0,
  };
}
