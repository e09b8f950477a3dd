import type { Json, JsonObject } from '../json';
import { jsonSize } from './json-size';

const FAR = 1_000_000;

describe('jsonSize', () => {
  // Exact, since a run that is replayed must meet its limit at the same node.
  it.each<[Json, number]>([
    ['', 2],
    ['four', 6],
    [null, 5],
    [true, 5],
    [12, 5],
    [[], 2],
    [{}, 2],
    [['a', 'b'], 10],
    [{ key: 'value' }, 16],
    [{ a: { b: ['c'] }, d: null }, 30],
  ])('of %j is %i', (value, size) => {
    expect(jsonSize(value, FAR)).toBe(size);
  });

  it('is not below the JSON text', () => {
    const value = { list: [{ id: 'a', tags: ['x', 'y'], next: null }], total: 'many' };
    expect(jsonSize(value, FAR)).toBeGreaterThanOrEqual(JSON.stringify(value).length);
  });

  it('is above the cap when the value is, however it is built', () => {
    expect(jsonSize(['abc'], 3)).toBeGreaterThan(3);
    expect(jsonSize('abc', 4)).toBeGreaterThan(4);
  });

  it('stops counting above the cap', () => {
    const unread: JsonObject = Object.defineProperty({}, 'key', {
      enumerable: true,
      get: () => {
        throw new Error('was read');
      },
    });
    expect(jsonSize([unread, 'x'.repeat(100)], 10)).toBeGreaterThan(10);
    expect(() => jsonSize([unread, 'x'.repeat(100)], FAR)).toThrow('was read');
  });
});
