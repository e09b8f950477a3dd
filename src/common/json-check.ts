import { isStorableText, type Json } from '../../definition/json';
import type { ErrorName } from './errors';

/** Levels of arrays and objects in a body. */
export const MAX_BODY_DEPTH = 100;

const OPENERS = new Set([0x5b, 0x7b]);
const CLOSERS = new Set([0x5d, 0x7d]);
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Whether JSON text nests deeper than allowed; looked at before it is parsed. */
export function isTooDeep(text: Uint8Array, maxDepth = MAX_BODY_DEPTH): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const byte = text[index] ?? 0;
    if (inString) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (OPENERS.has(byte)) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (CLOSERS.has(byte)) depth -= 1;
  }
  return false;
}

/** What PostgreSQL's jsonb would refuse: NUL, half a surrogate pair, a number that became infinite. */
export function findUnstorable(value: Json): ErrorName | undefined {
  if (typeof value === 'string') return isStorableText(value) ? undefined : 'invalidText';
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'numberOutOfRange';
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const problem = isStorableText(key) ? findUnstorable(item) : 'invalidText';
    if (problem !== undefined) return problem;
  }
  return undefined;
}
