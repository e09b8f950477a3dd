import { isJsonObject, type Json } from '../json';
import type { NodeFacts, Report } from './facts';
import { quote } from './text';

/** A field of a payload: what it is can only be judged when no expression is in it. */
export type PayloadField =
  { kind: 'absent' } | { kind: 'computed' } | { kind: 'literal'; value: Exclude<Json, null> };

/** Null counts as absent; what could not be parsed counts as computed, since it has its own message. */
export function payloadField(node: NodeFacts, key: string): PayloadField {
  const template = node.fields.get(key);
  if (!template) return { kind: 'absent' };
  if (node.problems.some(({ path }) => path[0] === key)) return { kind: 'computed' };
  if (template.kind !== 'value') return { kind: 'computed' };
  return template.value === null ? { kind: 'absent' } : { kind: 'literal', value: template.value };
}

/** A reference to a stored secret, which stands for the text it will be replaced by: `{"$secret": "sec_..."}`. */
export function isSecret(value: Json | undefined): boolean {
  return isJsonObject(value) && Object.keys(value).join() === '$secret';
}

export interface NumberRange {
  min: number;
  max: number;
  integer?: boolean;
  /** What the limits mean to people, such as `1 second to 366 days`. */
  means?: string;
}

/** Judges a number that stands in the definition as it is; absent is for the caller to judge. */
export function checkNumber(
  value: Json | undefined,
  name: string,
  range: NumberRange,
  node: NodeFacts,
  field: string,
  report: Report,
): void {
  if (value === undefined || value === null) return;
  const kind = range.integer ? 'a whole number' : 'a number';
  const means = range.means === undefined ? '' : ` (${range.means})`;
  const limits = `${kind} from ${range.min} to ${range.max}${means}`;
  if (typeof value !== 'number') {
    const given = typeof value === 'string' ? `the text ${quote(value)}` : describe(value);
    report('value_wrong_type', node, field, `\`${name}\` is ${limits}, not ${given}.`);
  } else if (
    value < range.min ||
    value > range.max ||
    (range.integer && !Number.isInteger(value))
  ) {
    report('number_out_of_range', node, field, `\`${name}\` is ${limits}, not ${value}.`);
  }
}

function describe(value: boolean | Json[] | object): string {
  if (typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}
