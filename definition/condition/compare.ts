import type { ComparisonOperator } from '../expression/ast';
import type { Json } from '../json';
import { compareDecimals, toDecimal } from './decimal';
import { equals } from './equals';

type Comparison = (left: Json, right: Json) => boolean;

/** What each operator means. A missing value is null here. None of them throws or depends on a locale. */
export const COMPARISONS: Readonly<Record<ComparisonOperator, Comparison>> = {
  $eq: equals,
  $ne: (left, right) => !equals(left, right),
  $gt: (left, right) => order(left, right) === 1,
  $gte: (left, right) => [0, 1].includes(order(left, right)),
  $lt: (left, right) => order(left, right) === -1,
  $lte: (left, right) => [0, -1].includes(order(left, right)),
  $in: isIn,
  $nin: (left, right) => !isIn(left, right),
  $contains: contains,
  $notContains: (left, right) => !contains(left, right),
  $startsWith: (left, right) =>
    typeof left === 'string' && typeof right === 'string' && left.startsWith(right),
  $endsWith: (left, right) =>
    typeof left === 'string' && typeof right === 'string' && left.endsWith(right),
  $exists: exists,
  $notExists: (left, right) => !exists(left, right),
};

/**
 * -1, 0 or 1, or NaN when the two have no order. Numbers and texts that are numbers compare as exact decimals,
 * other texts by code unit; a text against a number, null, booleans, arrays and objects have no order.
 */
export function order(left: Json, right: Json): number {
  if (typeof left === 'number' && typeof right === 'number') return sign(left, right);
  const a = toDecimal(left);
  const b = toDecimal(right);
  if (a && b) return compareDecimals(a, b);
  return typeof left === 'string' && typeof right === 'string' ? sign(left, right) : NaN;
}

function sign<T extends number | string>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function isIn(left: Json, right: Json): boolean {
  return Array.isArray(right) && right.some((item) => equals(left, item));
}

function contains(left: Json, right: Json): boolean {
  if (typeof left === 'string') return typeof right === 'string' && left.includes(right);
  return isIn(right, left);
}

/** `{"$exists": false}` asks for the opposite. */
function exists(left: Json, right: Json): boolean {
  return (left !== null) === (right !== false);
}
