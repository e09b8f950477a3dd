import type { Condition } from '../expression/ast';
import { DEFAULT_LIMITS, ExpressionError } from '../expression/budget';
import type { Scope } from '../expression/evaluate';
import type { Json } from '../json';
import { bindCondition } from './evaluate';
import { parseFilterCondition, parseIfCondition } from './parse';

const scope: Scope = {
  lookup: (root) => (root.kind === 'item' ? { n: 5, text: 'abc', list: [1, 2] } : undefined),
};

function parsed(parse: typeof parseIfCondition, value: Json): Condition {
  const condition = parse(value, (path, message) => {
    throw new Error(`${path.join('/')}: ${message}`);
  });
  if (!condition) throw new Error('no condition');
  return condition;
}

const holds = (condition: Condition, item: Json = null): boolean =>
  bindCondition(condition, scope)(item);

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ExpressionError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}

describe('a condition', () => {
  it.each<[Json, boolean]>([
    [{ $and: [{ '{{$item.n}}': { $eq: 5 } }] }, true],
    [{ $and: [{ '{{$item.n}}': { $eq: 5 } }, { '{{$item.n}}': { $gt: 5 } }] }, false],
    [{ $or: [{ '{{$item.n}}': { $gt: 5 } }, { '{{$item.n}}': { $eq: 5 } }] }, true],
    [{ $or: [{ '{{$item.n}}': { $gt: 5 } }, { '{{$item.n}}': { $lt: 5 } }] }, false],
    [
      {
        $and: [
          { $or: [{ '{{$item.n}}': { $gt: 9 } }, { '{{$item.text}}': { $startsWith: 'a' } }] },
          { '{{$item.n}}': { $gte: 1, $lte: 5 } },
        ],
      },
      true,
    ],
    [{ $and: [{ '{{$item.missing || 0}}': { $lt: 5 } }] }, true],
    [{ $and: [{ '{{$item.missing}}': { $exists: false } }] }, true],
    [{ $and: [{ '{{$item.n}}': { $in: '{{$item.list}}' } }] }, false],
    [{ $and: [{ '{{$item.list}}': { $contains: 2 } }] }, true],
    [{ $and: [{ 'a{{$item.n}}': { $eq: 'a{{$item.n}}' } }] }, true],
    [{ $and: [{ '5': { $eq: '{{$item.n}}' } }] }, true],
  ])('%j is %s', (value, expected) => {
    expect(holds(parsed(parseIfCondition, value))).toBe(expected);
  });

  it('reads fields of the item and expressions of the scope', () => {
    const condition = parsed(parseFilterCondition, {
      $and: [{ 'user.score': { $gte: '{{$item.n}}' } }, { state: { $ne: 'closed' } }],
    });
    expect(holds(condition, { user: { score: 5 } })).toBe(true);
    expect(holds(condition, { user: { score: 4 } })).toBe(false);
    expect(holds(condition, { user: { score: 6 }, state: 'closed' })).toBe(false);
    expect(holds(condition)).toBe(false);
  });

  it('takes data for data: a field that looks like an expression is compared as it is', () => {
    const condition = parsed(parseFilterCondition, { $and: [{ a: { $eq: 5 } }] });
    expect(holds(condition, { a: '{{$item.n}}' })).toBe(false);
  });

  it('keeps to the limits', () => {
    const condition = parsed(parseIfCondition, { $and: [{ '{{$item.n}}': { $eq: 5 } }] });
    const withFuel = (fuel: number): string =>
      codeOf(() => bindCondition(condition, scope, { ...DEFAULT_LIMITS, fuel })(null));
    expect(withFuel(4)).toBe('nothing thrown');
    expect(withFuel(3)).toBe('expression_fuel_exhausted');
  });
});

describe('bindCondition', () => {
  it('resolves its expressions once', () => {
    let lookups = 0;
    const counting: Scope = {
      lookup: () => {
        lookups += 1;
        return { n: 5 };
      },
    };
    const condition = parsed(parseFilterCondition, { $and: [{ a: { $gt: '{{$item.n}}' } }] });
    const holds = bindCondition(condition, counting);
    expect([{ a: 4 }, { a: 6 }, { a: 7 }].map(holds)).toEqual([false, true, true]);
    expect(lookups).toBe(1);
  });

  it('takes 100,000 steps in all its tests, a step more for each item of a list', () => {
    const list = (length: number): Json => Array.from({ length }, () => 'x');
    const isOneOf = bindCondition(
      parsed(parseFilterCondition, { $and: [{ a: { $in: list(999) } }] }),
      scope,
    );
    for (let count = 0; count < 100; count += 1) expect(isOneOf({ a: 1 })).toBe(false);
    expect(codeOf(() => isOneOf({ a: 1 }))).toBe('expression_fuel_exhausted');

    const has = bindCondition(
      parsed(parseFilterCondition, { $and: [{ a: { $contains: 1 } }] }),
      scope,
    );
    const item = { a: list(99_998) };
    expect(has(item)).toBe(false);
    expect(has({ a: 'x' })).toBe(false);
    expect(codeOf(() => has({ a: 'x' }))).toBe('expression_fuel_exhausted');
  });
});
