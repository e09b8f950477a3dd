import { ownValue, type Json } from '../json';

const INDEX = /^(?:0|[1-9]\d{0,8})$/;

/**
 * Follows own keys and array indexes. What is missing on the way is null, so are `length`, `__proto__`
 * and whatever else JavaScript would find on a value.
 */
export function readPath(value: Json | undefined, path: readonly string[]): Json {
  let current: Json = value ?? null;
  for (const segment of path) {
    if (typeof current !== 'object' || current === null) return null;
    if (Array.isArray(current)) {
      current = INDEX.test(segment) ? (current[Number(segment)] ?? null) : null;
    } else {
      current = ownValue(current, segment) ?? null;
    }
  }
  return current;
}

/** Splits a dotted field name of an item, `a.b.0`; undefined when a part of it is empty. */
export function fieldPath(field: string): string[] | undefined {
  const path = field.split('.');
  return path.includes('') ? undefined : path;
}
