import type { ComparisonOperator, Condition } from '../expression/ast';
import { Budget, DEFAULT_LIMITS, type ExpressionLimits } from '../expression/budget';
import { Resolver, type Scope } from '../expression/evaluate';
import { readPath } from '../expression/read-path';
import type { Json } from '../json';
import { COMPARISONS } from './compare';

/** A condition whose expressions are resolved, to be asked about one item after another. */
export type BoundCondition = (item: Json) => boolean;

/**
 * Resolves the expressions of a condition once, within `limits`. All its tests together may take as many steps again,
 * since a filter asks once for each item.
 */
export function bindCondition(
  condition: Condition,
  scope: Scope,
  limits: ExpressionLimits = DEFAULT_LIMITS,
): BoundCondition {
  const binder: Binder = {
    resolver: new Resolver(scope, limits),
    tests: new Budget(limits),
  };
  return bind(condition, binder);
}

interface Binder {
  resolver: Resolver;
  tests: Budget;
}

function bind(condition: Condition, binder: Binder): BoundCondition {
  if (condition.kind === 'comparison') return bindComparison(condition, binder);
  const parts = condition.conditions.map((part) => bind(part, binder));
  return condition.kind === 'and'
    ? (item) => parts.every((part) => part(item))
    : (item) => parts.some((part) => part(item));
}

function bindComparison(
  { left, operator, right }: Extract<Condition, { kind: 'comparison' }>,
  { resolver, tests }: Binder,
): BoundCondition {
  const to = resolver.resolve(right);
  if (left.kind === 'field') {
    return (item) => compare(readPath(item, left.path), operator, to, tests);
  }
  const from = resolver.resolve(left.template);
  return () => compare(from, operator, to, tests);
}

/** A list on either side costs a step for each of its items. */
function compare(left: Json, operator: ComparisonOperator, right: Json, tests: Budget): boolean {
  tests.spend(1 + lengthOf(left) + lengthOf(right));
  return COMPARISONS[operator](left, right);
}

function lengthOf(value: Json): number {
  return Array.isArray(value) ? value.length : 0;
}
