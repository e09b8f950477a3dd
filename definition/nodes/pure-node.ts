import type { BoundCondition } from '../condition/evaluate';
import type { Json, JsonObject } from '../json';

export interface PureContext {
  /** The time of the run, ISO 8601 in UTC. */
  nowIso: string;
  /** The condition in the payload, for `if` and `filter`: whether it holds for an item. */
  holds?: BoundCondition;
}

/** `branch` is the outcome that its children choose with. */
export type PureOutcome =
  | { ok: true; result: Json; branch?: string }
  | { ok: false; error: { code: string; message: string } };

/**
 * A node that only computes: it runs inside the scheduler and leaves no history event.
 * Throws nothing but what `holds` throws: an `ExpressionError`.
 */
export interface PureNode {
  type: string;
  run(input: JsonObject, context: PureContext): PureOutcome;
}

/** The failure of a node whose payload, once resolved, is not what it takes. */
export function invalidInput(message: string): PureOutcome {
  return { ok: false, error: { code: 'invalid_input', message } };
}

/** What a value is, for messages: `null`, `an array`, `a text`. */
export function kindOf(value: Json | undefined): string {
  if (value === undefined || value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}
