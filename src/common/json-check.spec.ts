import { findUnstorable, isTooDeep } from './json-check';

const bytes = (text: string): Buffer => Buffer.from(text);

describe('isTooDeep', () => {
  it('counts objects and arrays alike', () => {
    expect(isTooDeep(bytes('[{"a":[1]}]'), 3)).toBe(false);
    expect(isTooDeep(bytes('[{"a":[1]}]'), 2)).toBe(true);
  });

  it('counts siblings once', () => {
    expect(isTooDeep(bytes('[[],[],[],{},{}]'), 2)).toBe(false);
  });

  it('takes brackets inside strings, also after escaped quotes, for text', () => {
    expect(isTooDeep(bytes('["[[[[","\\"[[[","\\\\",[]]'), 2)).toBe(false);
  });

  it('takes a megabyte of open brackets without a stack overflow', () => {
    expect(isTooDeep(bytes('['.repeat(1_000_000)))).toBe(true);
  });
});

describe('findUnstorable', () => {
  it.each([
    ['a NUL in text', { a: ['x\0'] }, 'invalidText'],
    ['a NUL in a key', { 'a\0': 1 }, 'invalidText'],
    ['a lone high surrogate', ['\ud800'], 'invalidText'],
    ['a lone low surrogate in a key', { '\udc00': 1 }, 'invalidText'],
    ['a number beyond a double', { n: Infinity }, 'numberOutOfRange'],
  ])('finds %s', (_, value, expected) => {
    expect(findUnstorable(value)).toBe(expected);
  });

  it('takes emoji, null, huge and tiny numbers', () => {
    expect(findUnstorable({ a: '😀', b: null, c: [1e308, 5e-324, -0], d: true })).toBeUndefined();
  });
});
