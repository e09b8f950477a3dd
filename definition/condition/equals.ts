import { ownValue, type Json } from '../json';
import { compareDecimals, toDecimal } from './decimal';

/**
 * Equality of `$eq`, `$ne`, `$in`, `$nin` and `$contains`. A number equals a text that writes the same number;
 * two texts are compared as they are ("007" is not "7"); everything else only equals its own type.
 */
export function equals(left: Json, right: Json): boolean {
  if (typeof left === 'number' && typeof right === 'string') return isNumber(right, left);
  if (typeof left === 'string' && typeof right === 'number') return isNumber(left, right);
  return sameJson(left, right);
}

function isNumber(text: string, number: number): boolean {
  const written = toDecimal(text);
  const wanted = written && toDecimal(number);
  return wanted ? compareDecimals(written, wanted) === 0 : false;
}

/** Deep equality without regard to the order of keys. Iterative, since data may be nested deeply. */
function sameJson(left: Json, right: Json): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return left === right;
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
