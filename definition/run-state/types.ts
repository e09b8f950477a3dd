import type { Json, JsonObject } from '../json';
import type { NodeStatus, ProgressEvent, RunError, RunStatus } from '../progress';
import type { OrganizationContext } from '../organization';
import type { OutputBudget } from './output-budget';
import type { VariableScope, VariableType } from '../variables';

/** The whole of a run between two events: plain JSON, the argument of continue-as-new. */
export interface RunState {
  format: 1;
  phase: 'new' | 'running' | 'cancelling' | 'ended';
  /** What the stream last said of the run. */
  shown: 'running' | 'waiting';
  trigger: { nodeId: string; result: Json; input: Json };
  props: JsonObject;
  /** What `$vars` reads. Absent when the workflow has no variables, or none were there when it started. */
  variables?: RunVariables;
  /** What `$org` reads. Absent when nothing in the plan does. */
  organization?: OrganizationContext;
  workflowId: string;
  limits: RunLimits;
  /** Frames by prefix: `''` is the run itself, `loop[3]/` the fourth iteration of `loop`. */
  frames: Record<string, Frame>;
  /** Addresses whose parents have all settled, first in first out. */
  starts: string[];
  /** Addresses ready to be dispatched that wait for a place, in order. */
  ready: string[];
  /** True while the run is about to be cut: nothing new is dispatched. */
  held: boolean;
  /** What a shell is carrying out now, by address. */
  inFlight: Record<string, 'activity' | 'local' | 'child-start' | 'timeout-claim'>;
  timers: Record<string, { deadline: number; purpose: 'delay' | 'wait' }>;
  waits: Record<string, OpenWait>;
  /** Child runs being waited for, by address. */
  children: Record<string, { runId: string; result: JsonObject }>;
  /** Resumes that came before their wait, by address. */
  claims: Record<string, Claim[]>;
  /** Outcomes taken over from the run that this one retries, by address. */
  seeds: Record<string, Seed>;
  /** Events no activity has acknowledged yet, in order. */
  outbox: ProgressEvent[];
  /** Ids of claims the database has not been told about yet. */
  acks: string[];
  /** Number of the next event. */
  nextEvent: number;
  /** How often the run has come to wait. */
  timesWaited: number;
  /** Nodes started so far, against `limits.maxNodes`. */
  started: number;
  /** JSON bytes of all results so far, against `limits.maxOutputBytes`. */
  outputBytes: number;
  /** The first uncaught failure or the cancellation, once there is one. */
  error?: RunError;
  end?: { status: RunStatus; error?: RunError; output: JsonObject };
}

/** The variables of a run: as they were at its start, and what it has written since. */
export interface RunVariables {
  values: JsonObject;
  /** By name. What is not in here can't be written. */
  kinds: Record<string, { type: VariableType; scope: VariableScope }>;
}

export interface RunLimits {
  maxInFlight: number;
  maxIterations: number;
  maxNodes: number;
  /** Bytes of all results together, as JSON. */
  maxOutputBytes: number;
}

/** One scope: the run itself or one iteration of a loop. */
export interface Frame {
  /** The loop this is an iteration of; absent for the run. */
  loop?: { address: string; index: number; item: Json };
  nodes: Record<string, NodeState>;
  /** Nodes of this frame that have not settled. */
  open: number;
  /** Nodes of this frame that have started and not settled. */
  active: number;
  /** The uncaught failure that stops this frame. */
  error?: RunError;
  partial?: boolean;
}

export interface NodeState {
  status: NodeStatus;
  /** Parents that have not settled. */
  pending: number;
  /** True once a settled parent leads here. */
  reached: boolean;
  result?: Json;
  error?: RunError;
  branch?: string;
  /** Resolved payload, kept while it runs and, when an expression reads it, afterwards. */
  input?: JsonObject;
  /** `for-each` only. */
  loop?: LoopState;
}

export interface LoopState {
  items: Json[];
  next: number;
  active: number;
  failed: number;
  /** One entry per settled iteration, in order of index. */
  iterations: Json[];
  continueOnError: boolean;
  concurrency: number;
  error?: RunError;
}

export interface OpenWait {
  /** Names that may resume it; empty for a plain wait. */
  names: string[];
  /** How many of them are needed. */
  needed: number;
  received: Record<string, Json>;
  timeoutMs: number;
  source?: string;
  /** Ids of the claims it has received. */
  claims: string[];
}

/** A resume that the database has granted. */
export interface Claim {
  id: string;
  name?: string;
  payload: Json;
  /** `manual` or the trigger type that woke it. */
  source: string;
}

export interface Seed {
  status: 'success' | 'partial';
  result: Json;
  branch?: string;
}

/** What happened: the only way into the scheduler. `now` is in milliseconds since the epoch. */
export type RunInput =
  | { kind: 'start'; now: number }
  | { kind: 'action-succeeded'; now: number; address: string; result: Json; recorded: boolean }
  | { kind: 'action-failed'; now: number; address: string; error: RunError; attempt?: number }
  | { kind: 'timer-fired'; now: number; address: string }
  | { kind: 'timeout-granted'; now: number; address: string }
  /** The claim of a timeout found a resume that was earlier. */
  | { kind: 'timeout-refused'; now: number; address: string; claim: Claim }
  | { kind: 'resumed'; now: number; address: string; claim: Claim }
  | {
      kind: 'child-started';
      now: number;
      address: string;
      runId: string;
      result: JsonObject;
      wait: boolean;
    }
  | { kind: 'child-ended'; now: number; address: string; claim: Claim }
  | { kind: 'cancel'; now: number; reason: string }
  /** The grace after a cancel is over: what is still in flight is given up. */
  | { kind: 'abandon'; now: number }
  /** The next part of a turn that was too long for one. */
  | { kind: 'continue'; now: number }
  /** Dispatch nothing more: the run is about to be cut. */
  | { kind: 'hold'; now: number }
  /** The run goes on after a cut. */
  | { kind: 'release'; now: number };

/** What a shell must carry out, in this order. */
export type Command =
  | {
      kind: 'run-action';
      address: string;
      nodeId: string;
      /** `local`: pure work, not recorded by the activity. */
      mode: 'activity' | 'local';
      input: JsonObject;
      /** A result that is larger must not be recorded as a success. */
      budget: OutputBudget;
    }
  | { kind: 'start-child'; address: string; nodeId: string; input: JsonObject }
  | { kind: 'start-timer'; address: string; deadline: number; purpose: 'delay' | 'wait' }
  | { kind: 'cancel-timer'; address: string }
  /** Ask the database whether the timeout or a resume came first. */
  | { kind: 'claim-timeout'; address: string; known: string[] }
  /** Ask a running action to stop; its outcome still comes. */
  | { kind: 'cancel-action'; address: string }
  | { kind: 'cancel-child'; address: string; runId: string }
  /** There is more to do at once: come back with `continue` after a pause for others. */
  | { kind: 'continue' }
  | { kind: 'end' };
