import { compileSchema } from './json-schema';

describe('compileSchema', () => {
  it('names the field of every problem', () => {
    const check = compileSchema({
      type: 'object',
      required: ['name'],
      properties: {
        size: { enum: ['s', 'm'] },
        'a/b': { type: 'object', properties: { c: { type: 'number' } } },
      },
      additionalProperties: false,
    });
    const problems = check({ size: 'x', 'a/b': { c: 'no' }, extra: 1 });
    expect(problems.map(({ field, message }) => ({ field, message }))).toEqual([
      { field: 'name', message: 'is required' },
      { field: 'extra', message: 'is not known: leave it out' },
      { field: 'size', message: 'must be one of s, m' },
      { field: 'a/b.c', message: 'must be number' },
    ]);
  });

  it('has nothing to say of what fits', () => {
    expect(compileSchema({ type: 'array', items: { type: 'integer' } })([1, 2])).toEqual([]);
  });

  it('stays quick with a pattern that would hold up a backtracking engine', () => {
    const check = compileSchema({ type: 'string', pattern: '^(a+)+$' });
    const before = performance.now();
    expect(check(`${'a'.repeat(5_000)}!`)).toMatchObject([{ field: '' }]);
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(check('aaa')).toEqual([]);
  });

  it('checks formats', () => {
    expect(compileSchema({ format: 'email' })('no')).toMatchObject([
      { message: 'must match format "email"' },
    ]);
  });

  it('takes 2020-12 where the schema says so', () => {
    const check = compileSchema({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      prefixItems: [{ type: 'string' }],
    });
    expect(check([1])).toMatchObject([{ field: '0', message: 'must be string' }]);
  });

  it.each([
    [{ type: 'text' }],
    [{ $ref: 'https://example.com/other.json' }],
    [{ pattern: '(?=x)' }],
    [{ properties: [] }],
  ])('refuses %j', (schema) => {
    expect(() => compileSchema(schema)).toThrow();
  });

  it('gives up on a schema that refers to itself without an end', () => {
    expect(compileSchema({ $ref: '#' })({})).toMatchObject([
      { field: '', message: 'can not be checked: its schema refers to itself without an end' },
    ]);
  });

  it('takes a schema that refers to itself for what is inside', () => {
    const check = compileSchema({ type: 'object', additionalProperties: { $ref: '#' } });
    expect(check({ a: { b: {} } })).toEqual([]);
    expect(check({ a: { b: 1 } })).toMatchObject([{ field: 'a.b' }]);
  });

  it('tells at most 20 problems', () => {
    const check = compileSchema({ items: { type: 'string' } });
    expect(check(Array.from({ length: 100 }, () => 1))).toHaveLength(20);
  });
});
