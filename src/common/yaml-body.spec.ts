import { parseJson } from './json-body';
import { isYaml, jsonOfYaml } from './yaml-body';

const read = (text: string): unknown => parseJson(jsonOfYaml(Buffer.from(text)));

describe('a body in YAML', () => {
  it('reads what JSON can say', () => {
    expect(read('a: 1\nb: [x, "007", yes, null]\nc: 2026-01-01')).toEqual({
      a: 1,
      b: ['x', '007', 'yes', null],
      c: '2026-01-01',
    });
    expect(read('')).toEqual({});
    expect(Object.keys(read('__proto__: {a: 1}') as object)).toEqual(['__proto__']);
  });

  it.each([
    ['a: [', 'malformedYaml'],
    ['a: &x 1\nb: *x', 'malformedYaml'],
    ['a: "\\0"', 'invalidText'],
    [`a: ${'['.repeat(5_000)}${']'.repeat(5_000)}`, /malformedYaml|bodyTooDeep/],
  ])('refuses %p', (text, error) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ error: expect.stringMatching(error) as unknown }),
    );
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(() => jsonOfYaml(Buffer.from([0x61, 0x3a, 0x20, 0xff]))).toThrow(/UTF-8/);
  });
});

describe('isYaml', () => {
  it.each([
    ['application/yaml', true],
    ['application/x-yaml; charset=utf-8', true],
    ['text/yaml', true],
    ['application/json', false],
    [undefined, false],
  ])('%p is %p', (header, expected) => {
    expect(isYaml(header)).toBe(expected);
  });
});
