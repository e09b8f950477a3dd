import type { Json, JsonObject } from './json';

/**
 * How the engine carries a node out.
 * - `inline`: in the scheduler itself, a pure function, no history event
 * - `local`: a local activity, pure but too heavy for the scheduler, one history event
 * - `activity`: a regular activity under the action's own type
 * - the others are the scheduler's own constructs
 */
export type Execution =
  | 'trigger'
  | 'inline'
  | 'local'
  | 'activity'
  | 'delay'
  | 'wait'
  | 'for-each'
  | 'child-workflow'
  | 'set-variable'
  /** Replaced by the nodes of a block before there is a plan. */
  | 'block';

export interface ActionBehaviour {
  /** True when running it twice can be noticed outside. */
  sideEffects: boolean;
  /** True when the service behind it takes an idempotency key, so that a repeat is safe. */
  idempotent?: boolean;
  /** Attempts in all. Default: 3 without side effects or when idempotent, else 1. */
  maxAttempts?: number;
  initialIntervalMs?: number;
  backoff?: number;
  /** Longest single attempt in milliseconds. */
  attemptTimeoutMs?: number;
}

/** What a node type is and takes: the unit of the catalog, served at `/v1/actions` and `/v1/triggers`. */
export interface NodeSpec {
  type: string;
  title: string;
  description: string;
  category: 'Logic' | 'Built-in' | 'Utility' | 'Manual and API';
  tags: string[];
  execution: Execution;
  /** JSON Schema of the payload, before expressions are resolved any string may stand for any value. */
  payloadSchema: JsonObject;
  /** JSON Schema of the result. */
  resultSchema: JsonObject;
  /** For triggers a `wait` can use: JSON Schema of `triggerConfig`. */
  waitPayloadSchema?: JsonObject;
  /** Outcomes its children choose with `branch`, beside `error`. */
  branches?: readonly string[];
  connector?: { type: string; required: boolean };
  behaviour: ActionBehaviour;
  /** Payload keys (dotted) whose values are secrets: masked wherever they are recorded. */
  secretKeys?: readonly string[];
  example: { payload: JsonObject; result: Json };
}

/** All node types by type. */
export type Catalog = ReadonlyMap<string, NodeSpec>;
