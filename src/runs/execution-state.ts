import { setOwn, ownValue, isJsonObject, type Json, type JsonObject } from '../../definition/json';
import type { NodeStatus, RunError } from '../../definition/progress';

/** What is read of a node's row. */
export interface NodeRecord {
  /** Address, such as `loop[3]/approve`. */
  path: string;
  type: string;
  status: NodeStatus;
  input: JsonObject | null;
  result: Json;
  error: RunError | null;
  branch: string | null;
  attempts: number;
  startedAt: Date | null;
  finishedAt: Date | null;
  wakeAt: Date | null;
  reused: boolean;
}

export interface ExecutionNode {
  type: string;
  status: NodeStatus;
  input?: JsonObject;
  /** For a node that failed: `{ error }`, where B3OS clients look for it. */
  result?: Json;
  error?: RunError;
  branch?: string;
  attempts?: number;
  startedAt?: string;
  finishedAt?: string;
  wakeAt?: string;
  reused?: boolean;
  /** `for-each` only: the nodes of each iteration by id. */
  iterations?: ExecutionState[];
}

export type ExecutionState = Record<string, ExecutionNode>;

/** A node of the plan that no row tells of yet. */
export interface PlannedNode {
  id: string;
  type: string;
}

/**
 * The state of a run by node id, as B3OS shows it: what runs inside a loop stands under the loop's
 * `iterations`. `planned` are the top-level nodes, shown as pending until they have a row.
 */
export function buildExecutionState(
  records: readonly NodeRecord[],
  planned: readonly PlannedNode[] = [],
): ExecutionState {
  const state: ExecutionState = {};
  for (const { id, type } of planned) setOwn(state, id, { type, status: 'pending' });
  for (const record of records) {
    const { scope, id } = place(state, record.path);
    const iterations = ownValue(scope, id)?.iterations;
    setOwn(scope, id, { ...toNode(record), ...(iterations && { iterations }) });
  }
  return state;
}

/** The map in which the node of an address belongs; loops on the way are made when they have no row yet. */
function place(state: ExecutionState, path: string): { scope: ExecutionState; id: string } {
  const segments = path.split('/');
  const id = segments.pop() ?? path;
  let scope = state;
  for (const segment of segments) scope = iterationOf(scope, segment);
  return { scope, id };
}

/** The nodes of one iteration, from a segment such as `loop[3]`. */
function iterationOf(scope: ExecutionState, segment: string): ExecutionState {
  const bracket = segment.indexOf('[');
  const id = segment.slice(0, bracket);
  const index = Number.parseInt(segment.slice(bracket + 1), 10);
  const loop = ownValue(scope, id) ?? { type: 'for-each', status: 'running' };
  const iterations = (loop.iterations ??= []);
  setOwn(scope, id, loop);
  while (iterations.length <= index) iterations.push({});
  return iterations[index] ?? {};
}

function toNode(record: NodeRecord): ExecutionNode {
  const { type, status, input, result, error, branch, attempts, reused } = record;
  return {
    type,
    status,
    ...(input !== null && { input }),
    ...readableResult(result, error),
    ...(error !== null && { error }),
    ...(branch !== null && { branch }),
    ...(attempts > 0 && { attempts }),
    ...time('startedAt', record.startedAt),
    ...time('finishedAt', record.finishedAt),
    ...time('wakeAt', record.wakeAt),
    ...(reused && { reused }),
  };
}

function readableResult(result: Json, error: RunError | null): { result?: Json } {
  if (error === null) return result === null ? {} : { result };
  return { result: { ...(isJsonObject(result) ? result : {}), error: { ...error } } };
}

function time<K extends string>(name: K, at: Date | null): Partial<Record<K, string>> {
  return at === null ? {} : ({ [name]: at.toISOString() } as Record<K, string>);
}
