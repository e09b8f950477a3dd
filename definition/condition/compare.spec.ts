import fc from 'fast-check';
import type { ComparisonOperator } from '../expression/ast';
import type { Json } from '../json';
import { COMPARISONS, order } from './compare';

type Row = [left: Json, operator: ComparisonOperator, right: Json, expected: boolean];

function check(rows: Row[]): void {
  it.each(rows)('%j %s %j is %s', (left, operator, right, expected) => {
    expect(COMPARISONS[operator](left, right)).toBe(expected);
  });
}

const wei = '1000000000000000000001';

describe('COMPARISONS', () => {
  describe('equality', () => {
    check([
      [1, '$eq', 1, true],
      [1, '$eq', 2, false],
      [0.1, '$eq', 0.1, true],
      [0, '$eq', -0, true],
      ['a', '$eq', 'a', true],
      ['a', '$eq', 'A', false],
      ['007', '$eq', '7', false],
      ['1.0', '$eq', '1', false],
      [7, '$eq', '007', true],
      ['7.0', '$eq', 7, true],
      [1000, '$eq', '1e3', true],
      [1, '$eq', '2', false],
      [0.1, '$eq', '0.10', true],
      [1e21, '$eq', wei, false],
      [1, '$eq', 'x', false],
      ['', '$eq', 0, false],
      [0, '$eq', '', false],
      [1, '$eq', true, false],
      ['true', '$eq', true, false],
      [true, '$eq', true, true],
      [false, '$eq', false, true],
      [null, '$eq', null, true],
      [null, '$eq', 0, false],
      [null, '$eq', '', false],
      [null, '$eq', false, false],
      [null, '$eq', {}, false],
      [{}, '$eq', null, false],
      [[1, ['a']], '$eq', [1, ['a']], true],
      [[1, 2], '$eq', [2, 1], false],
      [[1], '$eq', [1, null], false],
      [[1, null], '$eq', [1], false],
      [[1], '$eq', ['1'], false],
      [[], '$eq', {}, false],
      [{}, '$eq', [], false],
      [[], '$eq', { length: 0 }, false],
      [{ length: 0 }, '$eq', [], false],
      [{ a: 1, b: { c: [] } }, '$eq', { b: { c: [] }, a: 1 }, true],
      [{ a: 1 }, '$eq', { a: 1, b: 2 }, false],
      [{ a: 1, b: 2 }, '$eq', { a: 1 }, false],
      [{ a: null }, '$eq', { b: null }, false],
      [{ a: [1] }, '$eq', { a: [2] }, false],
      [{ toString: 1 }, '$eq', { a: 1 }, false],
      [{ a: 1 }, '$eq', { toString: 1 }, false],
      [1, '$eq', [1], false],
      [1, '$ne', 1, false],
      [1, '$ne', '1', false],
      ['007', '$ne', '7', true],
      [null, '$ne', 1, true],
      [null, '$ne', null, false],
    ]);

    it('compares deep data without recursion', () => {
      const nest = (inner: Json): Json => {
        let value = inner;
        for (let level = 0; level < 100_000; level += 1) value = [value];
        return value;
      };
      expect(COMPARISONS.$eq(nest(1), nest(1))).toBe(true);
      expect(COMPARISONS.$eq(nest(1), nest(2))).toBe(false);
    });
  });

  describe('order', () => {
    check([
      [1, '$gt', 0, true],
      [1, '$gt', 1, false],
      [0, '$gt', 1, false],
      [1, '$gte', 1, true],
      [2, '$gte', 1, true],
      [0, '$gte', 1, false],
      [0, '$lt', 1, true],
      [1, '$lt', 1, false],
      [2, '$lt', 1, false],
      [1, '$lte', 1, true],
      [0, '$lte', 1, true],
      [2, '$lte', 1, false],
      ['10', '$gt', '9', true],
      ['10', '$gt', 9, true],
      [10, '$gt', '9', true],
      ['-1', '$lt', '0', true],
      ['1.10', '$gte', '1.1', true],
      ['1.10', '$lte', '1.1', true],
      [wei, '$gt', '1000000000000000000000', true],
      [1e21, '$lt', wei, true],
      ['b', '$gt', 'a', true],
      ['a', '$lt', 'b', true],
      ['a', '$gte', 'a', true],
      ['a', '$lte', 'a', true],
      ['Z', '$lt', 'a', true],
      ['z', '$lt', 'é', true],
      ['10', '$lt', '9 items', true],
      ['9 items', '$gt', '10', true],
      ['', '$lt', '0', true],
      [1, '$gt', 'a', false],
      [1, '$lt', 'a', false],
      [1, '$lte', 'a', false],
      [1, '$gte', 'a', false],
      [null, '$lt', 1, false],
      [null, '$lte', 0, false],
      [0, '$gte', null, false],
      [null, '$gte', null, false],
      [null, '$lte', null, false],
      [true, '$gt', false, false],
      [true, '$gte', true, false],
      [[2], '$gt', [1], false],
      [{}, '$lte', {}, false],
    ]);
  });

  describe('membership', () => {
    check([
      ['a', '$in', ['b', 'a'], true],
      ['a', '$in', ['b'], false],
      ['a', '$in', [], false],
      ['007', '$in', ['7'], false],
      [7, '$in', ['7'], true],
      [[1], '$in', [[1]], true],
      [null, '$in', [null], true],
      [null, '$in', [], false],
      ['a', '$in', 'abc', false],
      ['a', '$in', null, false],
      ['a', '$nin', ['b'], true],
      ['a', '$nin', ['a'], false],
      ['a', '$nin', null, true],
      ['abc', '$contains', 'b', true],
      ['abc', '$contains', '', true],
      ['abc', '$contains', 'B', false],
      ['a5', '$contains', 5, false],
      ['null', '$contains', null, false],
      [['a', 'b'], '$contains', 'b', true],
      [['a', 'b'], '$contains', 'c', false],
      [[{ a: 1 }], '$contains', { a: 1 }, true],
      [[7], '$contains', '7', true],
      [{ a: 1 }, '$contains', 'a', false],
      [null, '$contains', 'a', false],
      [5, '$contains', 5, false],
      ['abc', '$notContains', 'b', false],
      ['abc', '$notContains', 'x', true],
      [null, '$notContains', 'x', true],
    ]);
  });

  describe('text', () => {
    check([
      ['abc', '$startsWith', 'ab', true],
      ['abc', '$startsWith', 'bc', false],
      ['abc', '$startsWith', '', true],
      ['5', '$startsWith', 5, false],
      [5, '$startsWith', '5', false],
      ['null', '$startsWith', null, false],
      ['abc', '$endsWith', 'bc', true],
      ['abc', '$endsWith', 'ab', false],
      ['5', '$endsWith', 5, false],
      [5, '$endsWith', '5', false],
      [['a'], '$endsWith', 'a', false],
    ]);
  });

  describe('existence', () => {
    check([
      [0, '$exists', true, true],
      ['', '$exists', true, true],
      [false, '$exists', true, true],
      [null, '$exists', true, false],
      [0, '$exists', false, false],
      [null, '$exists', false, true],
      [0, '$notExists', true, false],
      [null, '$notExists', true, true],
      [0, '$notExists', false, true],
      [null, '$notExists', false, false],
      [0, '$exists', null, true],
    ]);
  });

  const json = fc.oneof(
    fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom<Json>('1', '01', '2', 'a', ''),
  );

  it('says the same of `a $in list` and `list $contains a`', () => {
    fc.assert(
      fc.property(json, fc.array(json), (value, list) => {
        expect(COMPARISONS.$in(value, list)).toBe(COMPARISONS.$contains(list, value));
      }),
    );
  });

  it('is equal to itself, whatever it is', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(COMPARISONS.$eq(value, structuredClone(value))).toBe(true);
      }),
    );
  });

  it('never throws and every opposite is one', () => {
    const opposites: [ComparisonOperator, ComparisonOperator][] = [
      ['$eq', '$ne'],
      ['$in', '$nin'],
      ['$contains', '$notContains'],
      ['$exists', '$notExists'],
    ];
    fc.assert(
      fc.property(json, json, (left, right) => {
        for (const [one, other] of opposites) {
          expect(COMPARISONS[one](left, right)).toBe(!COMPARISONS[other](left, right));
        }
      }),
    );
  });

  it('orders both ways alike', () => {
    fc.assert(
      fc.property(json, json, (left, right) => {
        const forth = order(left, right);
        const back = order(right, left);
        expect(Number.isNaN(forth) ? Number.isNaN(back) : forth + back === 0).toBe(true);
      }),
    );
  });
});
