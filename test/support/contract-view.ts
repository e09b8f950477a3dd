import { isJsonObject, setOwn, type Json, type JsonObject } from '../../definition/json';
import type { RunError } from '../../definition/progress';
import { TARGET } from './contract-case';

/** What a run came to, with nothing in it that differs from one run of a definition to the next. */
export interface RunView {
  status: string;
  error?: RunError;
  output: Json;
  nodes: Record<string, NodeView>;
  events: SeenEvent[];
  hits: Record<string, number>;
}

export interface NodeView {
  status: string;
  input?: Json;
  result?: Json;
  branch?: string;
  error?: RunError;
}

export interface SeenEvent {
  type: string;
  /** Absent for events of the run. */
  path?: string;
}

const VOLATILE: readonly [pattern: RegExp, placeholder: string][] = [
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '<time>'],
  [/http:\/\/127\.0\.0\.1:\d+\/[\w-]+/g, TARGET],
  [/127\.0\.0\.1:\d+/g, '<host>'],
  [/\b(run|wf|whd|sec|blk)_[A-Za-z0-9]{20,}/g, '<$1>'],
];

/** Replaces times, ids and ports by placeholders. Both shells go through this one function. */
export function settled<T extends Json>(value: T): T {
  if (typeof value === 'string') {
    return VOLATILE.reduce<string>(
      (text, [pattern, placeholder]) => text.replace(pattern, placeholder),
      value,
    ) as T;
  }
  if (Array.isArray(value)) return value.map((item) => settled(item)) as T;
  if (!isJsonObject(value)) return value;
  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) setOwn(result, settled(key), settled(item));
  return result as T;
}

export function settledView(view: RunView): RunView {
  return settled(view as unknown as JsonObject) as unknown as RunView;
}
