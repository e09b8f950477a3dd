import type { Json } from '../json';

/**
 * Bytes a value roughly takes as JSON (one per UTF-16 unit of text), counted without building the text.
 * Stops counting above `cap`.
 */
export function jsonSize(value: Json, cap: number): number {
  let size = 0;
  const rest: Json[] = [value];
  while (rest.length > 0 && size <= cap) {
    const next = rest.pop() as Json;
    if (typeof next === 'string') size += next.length + 2;
    else if (typeof next !== 'object' || next === null) size += 5;
    else if (Array.isArray(next)) {
      size += next.length + 2;
      for (const item of next) rest.push(item);
    } else {
      size += 2;
      for (const key of Object.keys(next)) {
        size += key.length + 4;
        rest.push(next[key] as Json);
      }
    }
  }
  return size;
}
