import type { Json } from '../../definition/json';
import { canonicalJson } from './canonical-json';

describe('canonicalJson', () => {
  it('is the same whatever the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
      canonicalJson({ a: true, b: [1, { c: 'x', d: null }] }),
    );
  });

  it('tells apart what differs', () => {
    const values: Json[] = [{}, [], null, '', '{}', 0, false, { a: 1 }, { a: '1' }, [1, 2], [2, 1]];
    const texts = values.map(canonicalJson);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('takes names of the prototype for names', () => {
    const value = JSON.parse('{"__proto__":{"a":1},"constructor":2}') as Json;
    expect(canonicalJson(value)).toBe('{"__proto__":{"a":1},"constructor":2}');
  });
});
