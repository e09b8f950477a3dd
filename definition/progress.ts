import type { Json, JsonObject } from './json';

/** Types of the events in a run's stream, in the order a run may show them. */
export const EVENT_TYPES = [
  'run_started',
  'node_started',
  'node_retrying',
  'node_waiting',
  'node_scheduled',
  'node_completed',
  'node_failed',
  'node_skipped',
  'node_cancelled',
  'run_waiting',
  'run_resumed',
  'run_completed',
  'run_partial',
  'run_failed',
  'run_cancelled',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export type RunStatus = 'running' | 'waiting' | 'success' | 'partial' | 'failure' | 'cancelled';

export type NodeStatus =
  | 'pending'
  | 'running'
  | 'success'
  | 'partial'
  | 'failure'
  | 'skipped'
  | 'waiting'
  | 'scheduled'
  | 'cancelled';

/** What went wrong, fit to be shown: no secrets, no stack. */
export interface RunError {
  /** Stable machine code, such as `http_timeout`, `outcome_unknown`, `expression_error`. */
  code: string;
  message: string;
  nodeId?: string;
  /** Address of the node, such as `loop[3]/approve`. */
  path?: string;
}

/** One change of a run or of a node, before the database gives it its number. */
export interface ProgressEvent {
  /** Unique in its run: an event that arrives twice is stored once. */
  key: string;
  type: EventType;
  /** Milliseconds since the epoch. */
  at: number;
  /** Status of the run (`run_*`) or of the node (`node_*`) after it. */
  status: RunStatus | NodeStatus;
  nodeId?: string;
  /** Address of the node. */
  path?: string;
  nodeType?: string;
  /** Resolved payload, secrets masked; on the events that settle a node. */
  input?: JsonObject;
  result?: Json;
  error?: RunError;
  attempt?: number;
  /** The branch taken: `then`, `else`, `resumed`, `timed_out`, `error`. */
  branch?: string;
  /** When a timer wakes the node, milliseconds since the epoch. */
  wakeAt?: number;
  /** Set on a node whose success was taken over from the run that this one retries. */
  reused?: boolean;
}

/** Whether the run ends with this event. */
export function isTerminal(type: EventType): boolean {
  return (
    type === 'run_completed' ||
    type === 'run_partial' ||
    type === 'run_failed' ||
    type === 'run_cancelled'
  );
}
