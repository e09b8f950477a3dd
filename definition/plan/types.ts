import type { Execution } from '../catalog';
import type { Template } from '../expression/ast';
import type { ConnectorReference } from '../types';

/**
 * A compiled definition: what a run is pinned to for life. Plain JSON, ordered arrays only, nodes by
 * index, expressions parsed. The same definition and catalog always give the same plan.
 */
export interface Plan {
  format: 1;
  nodes: PlanNode[];
  /** Set when a node reads or writes a variable: a run of it needs them at its start. */
  usesVariables?: true;
  /** Set when a node reads the organization. */
  usesOrganization?: true;
}

export interface PlanNode {
  id: string;
  type: string;
  title: string;
  execution: Execution;
  /** Which outcome of a parent it belongs to. */
  branch?: string;
  /** Outcomes its own children may choose, beside `error`: `then`, `else`, `resumed`, `timed_out`. */
  branches: string[];
  /** Index of the `for-each` whose body holds it; absent at the top. */
  loop?: number;
  /** Indexes of the parents inside the same scope, in definition order. */
  parents: number[];
  /** Indexes of the children, in list order. */
  children: number[];
  /** `for-each` only: first nodes of the body, in list order. */
  body?: number[];
  /** `for-each` only: every node whose `loop` is this node. */
  members?: number[];
  /** True when a child has `branch: "error"`. */
  catchesError: boolean;
  /** True when an expression somewhere reads this node's payload. */
  payloadIsRead: boolean;
  payload: Template;
  /** What `$inputs` reads; absent: the input of the run. */
  inputs?: Template;
  /** Index of the end of the block that fails when this node does, since something catches it there. */
  failsBlock?: number;
  action?: ActionPolicy;
  /** Dotted payload keys whose values are masked in every record. */
  secretKeys: string[];
  connector?: ConnectorReference;
}

/** How often and how long an action is tried: the catalog's behaviour with the node's overrides. */
export interface ActionPolicy {
  maxAttempts: number;
  /** True when the node says so itself. */
  attemptsAreGiven: boolean;
  initialIntervalMs: number;
  backoff: number;
  attemptTimeoutMs: number;
  /** All attempts together; absent: no limit beside `maxAttempts`. */
  timeoutMs?: number;
  /** False: a worker lost in the middle leaves the outcome unknown, and it is not tried again. */
  safeToRepeat: boolean;
}
