import { ownValue, type Json } from '../json';
import { compareDecimals, toDecimal } from './decimal';

/**
 * Equality of `$eq`, `$ne`, `$in`, `$nin` and `$contains`. A number equals a text that writes the same number;
 * two texts are compared as they are ("007" is not "7"); everything else only equals its own type.
 */
export function equals(left: Json, right: Json): boolean {
  const mixed =
    (typeof left === 'number' && typeof right === 'string') ||
    (typeof left === 'string' && typeof right === 'number');
  if (!mixed) return sameJson(left, right);
  const a = toDecimal(left);
  const b = toDecimal(right);
  return a !== undefined && b !== undefined && compareDecimals(a, b) === 0;
}

/** Deep equality without regard to the order of keys. Iterative, since data may be nested deeply. */
function sameJson(left: Json, right: Json): boolean {
  const rest: [Json, Json][] = [[left, right]];
  for (let pair = rest.pop(); pair; pair = rest.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (Array.isArray(a) || Array.isArray(b)) {
      if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
      a.forEach((item, index) => rest.push([item, b[index] ?? null]));
      continue;
    }
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    for (const key of keys) {
      const other = ownValue(b, key);
      if (other === undefined) return false;
      rest.push([ownValue(a, key) ?? null, other]);
    }
  }
  return true;
}
