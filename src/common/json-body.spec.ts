import { ApiError } from './errors';
import { parseJson } from './json-body';

function errorOf(raw: Buffer): string {
  try {
    parseJson(raw);
  } catch (error) {
    if (error instanceof ApiError) return error.error;
  }
  return 'none';
}

describe('parseJson', () => {
  it('reads JSON', () => {
    expect(parseJson(Buffer.from('{"a":[1,"ü"]}'))).toEqual({ a: [1, 'ü'] });
  });

  it('takes white space alone for an empty object', () => {
    expect(parseJson(Buffer.from(' \n'))).toEqual({});
  });

  it('takes a byte order mark', () => {
    expect(parseJson(Buffer.from('\uFEFF{}'))).toEqual({});
  });

  it('keeps __proto__ as an ordinary key', () => {
    const value = parseJson(Buffer.from('{"__proto__":{"a":1}}'));
    expect(Object.keys(value ?? {})).toEqual(['__proto__']);
  });

  it.each([
    ['malformedJson', '{"a":1'],
    ['malformedJson', 'undefined'],
    ['malformedJson', "{'a':1}"],
    ['bodyTooDeep', '['.repeat(101) + ']'.repeat(101)],
    ['invalidText', '"\\u0000"'],
    ['invalidText', '"\\ud800"'],
    ['numberOutOfRange', '1e999'],
  ])('refuses as %s: %s', (error, text) => {
    expect(errorOf(Buffer.from(text))).toBe(error);
  });

  it('refuses what is not UTF-8', () => {
    expect(errorOf(Buffer.from([0x22, 0xff, 0xfe, 0x22]))).toBe('invalidText');
  });
});
