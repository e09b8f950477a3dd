import type { Json, JsonObject } from './json';
import { atDefault, declaredVariables, variableProblems, variableTypeOf } from './variables';

const COUNTER = { name: 'counter', type: 'number', lifetime: 'persist', default: 0 };

const fieldsOf = (json: JsonObject): string[] => variableProblems(json).map(({ field }) => field);

describe('a variable', () => {
  it.each<[Json, string | undefined]>([
    [null, undefined],
    [1.5, 'number'],
    ['1', 'text'],
    [false, 'boolean'],
    [[], 'list'],
    [{}, 'object'],
  ])('that is %j has the type %s', (value, type) => {
    expect(variableTypeOf(value)).toBe(type);
  });

  it.each<[string, JsonObject]>([
    ['in full', { ...COUNTER, description: 'How many.' }],
    ['without a default', { name: 'a-b_1', type: 'list', lifetime: 'reset' }],
    ['whose default is null', { ...COUNTER, default: null, description: null }],
    ['named as what objects have', { ...COUNTER, name: 'constructor' }],
  ])('may be declared %s', (_, json) => {
    expect(variableProblems(json)).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ['name', { ...COUNTER, name: '__proto__' }],
    ['name', { ...COUNTER, name: 'a b' }],
    ['name', { ...COUNTER, name: 'x'.repeat(65) }],
    ['type', { ...COUNTER, type: 'string' }],
    ['lifetime', { ...COUNTER, lifetime: 'forever' }],
    ['default', { ...COUNTER, default: '0' }],
    ['default', { ...COUNTER, type: 'text', default: 'x'.repeat(40_000) }],
    ['description', { ...COUNTER, description: 1 }],
    ['value', { ...COUNTER, value: 3 }],
  ])('is refused over its %s', (field, json) => {
    expect(fieldsOf(json)).toEqual([field]);
  });

  it('is told everything that is wrong with it', () => {
    expect(fieldsOf({})).toEqual(['name', 'type', 'lifetime']);
  });
});

describe('declared variables', () => {
  it('are those that can be read, the first of a name', () => {
    const again = { ...COUNTER, type: 'text', default: 'x' };
    expect(declaredVariables([COUNTER, again, { name: 'odd' }, 'no object'])).toEqual([
      { ...COUNTER, description: '' },
    ]);
    expect(declaredVariables(undefined)).toEqual([]);
  });

  it('start from their defaults', () => {
    const bare = { name: 'bare', type: 'text', lifetime: 'reset' };
    const values = atDefault(declaredVariables([COUNTER, bare]));
    expect(values.map(({ name, value }) => [name, value])).toEqual([
      ['counter', 0],
      ['bare', null],
    ]);
  });
});
