import type { Json, JsonObject } from './json';
import { MAX_VARIABLE_SIZE } from './limits';
import {
  atDefault,
  declaredVariables,
  isTooLarge,
  variableProblems,
  variableTypeOf,
} from './variables';

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
    ['with the longest name', { ...COUNTER, name: `x${'-'.repeat(63)}` }],
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

  it('is told everything that is wrong with it, and how to mend it', () => {
    const json = {
      name: '1',
      type: 'string',
      lifetime: 'run',
      default: {},
      description: 7,
      value: 3,
    };
    expect(variableProblems(json).map(({ message }) => message)).toEqual([
      'The `name` of a variable starts with a letter and has at most 64 letters, digits, `_` or `-`.',
      '`type` is one of `number`, `text`, `boolean`, `list`, `object`.',
      '`lifetime` is one of `persist`, `reset`.',
      '`description` is a text.',
      'A variable has no field `value`.',
    ]);
    expect(fieldsOf({})).toEqual(['name', 'type', 'lifetime']);
    expect(fieldsOf({ name: 5, type: 5, lifetime: 5 })).toEqual(['name', 'type', 'lifetime']);
  });

  it('has a default of its type, within its size', () => {
    const messageOf = (json: JsonObject) => variableProblems({ ...COUNTER, ...json })[0]?.message;
    expect(messageOf({ default: 'x' })).toBe('`default` is of the type `number`, or absent.');
    const text = 'x'.repeat(MAX_VARIABLE_SIZE - 2);
    expect(messageOf({ type: 'text', default: text })).toBeUndefined();
    expect(messageOf({ type: 'text', default: `${text}x` })).toBe(
      `\`default\` has at most ${MAX_VARIABLE_SIZE} bytes.`,
    );
    expect([isTooLarge(text), isTooLarge(`${text}x`)]).toEqual([false, true]);
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
