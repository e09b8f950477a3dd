import type { Json } from '../definition/json';
import { ActionError } from './action';

/** Of the JSON text, in UTF-8 bytes. */
export const MAX_RESULT_BYTES = 16 * 1024 * 1024;
/** Deeper values would exhaust the stack of whatever walks them later. */
export const MAX_RESULT_DEPTH = 200;

/** What an action returned, made plain JSON: undefined becomes null. Throws `result_too_large` and the like. */
export function toResult(value: unknown): Json {
  if (isDeeperThan(value, MAX_RESULT_DEPTH)) {
    throw new ActionError(
      'result_too_deep',
      `The result is nested more than ${MAX_RESULT_DEPTH} levels deep`,
    );
  }
  const text = stringify(value);
  if (text === undefined) return null;
  if (Buffer.byteLength(text) > MAX_RESULT_BYTES) {
    throw new ActionError(
      'result_too_large',
      `The result is larger than ${MAX_RESULT_BYTES} bytes as JSON`,
    );
  }
  return JSON.parse(text.includes('\\ud') ? wellFormed(text) : text) as Json;
}

/**
 * JSON escapes halves of surrogate pairs, and only those. Strict parsers refuse them, in the answers of the API
 * too, so each becomes U+FFFD. A backslash that is escaped itself begins none.
 */
function wellFormed(text: string): string {
  return text.replace(/\\(?:\\|u[dD][89a-fA-F][0-9a-fA-F]{2})/g, (escape) =>
    escape.startsWith('\\u') ? '\ufffd' : escape,
  );
}

function stringify(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    throw new ActionError('result_not_json', 'The result has a value that JSON does not have');
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((item) => isDeeperThan(item, levels - 1));
}
