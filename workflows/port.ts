import type { Json, JsonObject } from '../definition/json';
import type { Plan } from '../definition/plan/types';
import type { ProgressEvent, RunError, RunStatus } from '../definition/progress';
import type { OutputBudget } from '../definition/run-state/output-budget';
import type { Claim } from '../definition/run-state/types';
import type { PayloadPath } from '../definition/secret-references';
import type { RunStart } from './messages';

/** The run an activity works for. */
export interface RunReference {
  runId: string;
  organizationId: string;
  workflowId: string;
}

/** What the workflow knows and the database does not yet: rides along with the next activity. */
export interface Carried {
  events: ProgressEvent[];
  /** Ids of claims that the run has received. */
  acks: string[];
}

/** Argument of every catalog action, which is registered as an activity under its own type. */
export interface ActionTask {
  run: RunReference;
  node: {
    address: string;
    id: string;
    type: string;
    title: string;
    secretKeys: string[];
    /** Where the payload itself holds references to secrets; absent when it holds none. */
    references?: PayloadPath[];
    connector?: { type: string; id?: string };
  };
  input: JsonObject;
  /** Attempts in all, counted by the record. */
  maxAttempts: number;
  /** True when the author of the node has given them. */
  attemptsAreGiven: boolean;
  /** False: an attempt that was begun and never finished ends as `outcome_unknown`. */
  safeToRepeat: boolean;
  attemptTimeoutMs: number;
  /** What its result may take. */
  budget: OutputBudget;
  carried: Carried;
}

/** Argument of the activity that prepares a child run: what it gives is no result of the parent. */
export type ChildTask = Omit<ActionTask, 'budget'>;

export type LocalOutcome =
  { ok: true; result: Json } | { ok: false; error: { code: string; message: string } };

/** An answer of a local activity, with the time at which it was given, in milliseconds since the epoch. */
export type Timed<T> = T & { at: number };

export interface FlushTask {
  run: RunReference;
  carried: Carried;
  end?: { status: RunStatus; error?: RunError; output: JsonObject; at: number };
}

export interface ClaimTimeoutTask {
  run: RunReference;
  address: string;
  /** Ids of the resumes the run has received for this wait. */
  known: string[];
}

/** `resume`: a claim that is older than the timeout and not among the known ones. */
export type TimeoutDecision = { winner: 'timeout' } | { winner: 'resume'; claim: Claim };

export interface SettleTask {
  run: RunReference;
  node: { address: string; id: string; type: string };
}

/** What the record says of an action whose answer did not arrive. */
export type Settlement = { kind: 'recorded'; result: Json } | { kind: 'closed' };

/** A child run whose row is written, ready to be started. */
export interface PreparedChild {
  runId: string;
  workflowId: string;
  workflowName: string;
  plan: Plan;
  start: RunStart;
}

/** The activities that belong to the engine itself. */
export interface EngineActivities {
  /** Writes what is carried and, with `end`, the end of the run. Safe to repeat. */
  'record-progress'(task: FlushTask): Promise<undefined>;
  /** Gives the recorded success of a node, or sees to it that there will be none. Safe to repeat. */
  'settle-attempt'(task: SettleTask): Promise<Timed<Settlement>>;
  /** Decides in the database which came first. Safe to repeat. */
  'claim-timeout'(task: ClaimTimeoutTask): Promise<Timed<TimeoutDecision>>;
  /** Writes the child's run row and what is carried. Safe to repeat: the same node gives the same child. */
  'trigger-workflow'(task: ChildTask): Promise<PreparedChild>;
}

/** Catalog actions by type. */
export type ActionActivity = (task: ActionTask) => Promise<Json>;

/** Actions that only compute, by type. Outcomes are values: a repeat would end the same way. */
export type LocalActivity = (input: JsonObject) => Promise<Timed<LocalOutcome>>;
