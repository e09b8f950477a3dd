import type { Json, JsonObject } from '../json';
import type { PureOutcome } from './pure-node';
import { PURE_NODES } from './pure-nodes';

const nowIso = '2026-02-03T04:05:06.789Z';

function run(type: string, input: JsonObject): PureOutcome | undefined {
  return PURE_NODES.get(type)?.run(input, { nowIso });
}

function results(type: string, rows: [name: string, input: JsonObject, result: Json][]): void {
  it.each(rows)('%s', (_name, input, result) => {
    expect(run(type, input)).toEqual({ ok: true, result });
  });
}

function failures(type: string, rows: [name: string, input: JsonObject, message: string][]): void {
  it.each(rows)('refuses %s', (_name, input, message) => {
    expect(run(type, input)).toEqual({ ok: false, error: { code: 'invalid_input', message } });
  });
}

it('lists the inline nodes', () => {
  expect([...PURE_NODES.keys()]).toEqual([
    'if',
    'filter',
    'pluck',
    'log',
    'list-max',
    'list-min',
    'convert-to-wei',
    'convert-from-wei',
    'block-inputs',
    'block-outputs',
  ]);
});

describe('if', () => {
  it.each([
    [true, 'then'],
    [false, 'else'],
  ])('takes its way: %s is %s', (answer, branch) => {
    const asked: Json[] = [];
    const holds = (item: Json): boolean => {
      asked.push(item);
      return answer;
    };
    expect(PURE_NODES.get('if')?.run({}, { nowIso, holds })).toEqual({
      ok: true,
      result: { branch },
      branch,
    });
    expect(asked).toEqual([null]);
  });

  failures('if', [['no condition', {}, '`condition` is missing.']]);
});

describe('filter', () => {
  const holds = (item: Json): boolean => item === 1;

  it('keeps the items for which the condition holds, in their order', () => {
    const input = { array: [1, 2, 1, null] };
    expect(PURE_NODES.get('filter')?.run(input, { nowIso, holds })).toEqual({
      ok: true,
      result: { filtered: [1, 1] },
    });
    expect(PURE_NODES.get('filter')?.run({ array: [] }, { nowIso, holds })).toEqual({
      ok: true,
      result: { filtered: [] },
    });
  });

  it.each<[JsonObject, string]>([
    [{}, 'null'],
    [{ array: null }, 'null'],
    [{ array: {} }, 'an object'],
    [{ array: 'x' }, 'a text'],
    [{ array: 5 }, 'a number'],
    [{ array: true }, 'a boolean'],
  ])('refuses %j', (input, kind) => {
    expect(PURE_NODES.get('filter')?.run(input, { nowIso, holds })).toEqual({
      ok: false,
      error: { code: 'invalid_input', message: `\`array\` must be an array, but it is ${kind}.` },
    });
  });

  failures('filter', [['no condition', { array: [] }, '`filter` is missing.']]);
});

describe('pluck', () => {
  const array: Json = [{ id: 1, user: { name: 'Ada' } }, { id: 2 }, null, 'x'];

  results('pluck', [
    ['one field', { array, field: 'id' }, { values: [1, 2, null, null] }],
    ['a dotted field', { array, field: 'user.name' }, { values: ['Ada', null, null, null] }],
    ['one field as text in `fields`', { array, fields: 'id' }, { values: [1, 2, null, null] }],
    ['one field in a list', { array, fields: ['id'] }, { values: [1, 2, null, null] }],
    [
      'several fields',
      { array, fields: ['id', 'user.name'] },
      {
        values: [
          { id: 1, 'user.name': 'Ada' },
          { id: 2, 'user.name': null },
          { id: null, 'user.name': null },
          { id: null, 'user.name': null },
        ],
      },
    ],
    ['nothing', { array: [], field: 'id' }, { values: [] }],
  ]);

  it('writes `__proto__` as an own key', () => {
    const outcome = run('pluck', { array: [{}], fields: ['__proto__', 'a'] });
    expect(JSON.stringify(outcome)).toBe(
      '{"ok":true,"result":{"values":[{"__proto__":null,"a":null}]}}',
    );
  });

  const which = '`field` must name a field of the items, or `fields` must list some.';
  failures('pluck', [
    ['no array', { array: 'x', field: 'id' }, '`array` must be an array, but it is a text.'],
    ['no field', { array }, which],
    ['an empty list', { array, fields: [] }, which],
    ['a number', { array, field: 1 }, which],
    ['a list with a number', { array, fields: ['id', 1] }, which],
    ['an empty part', { array, field: 'a..b' }, which],
    ['an array in an array', { array, fields: [['id']] }, which],
  ]);
});

describe('log', () => {
  results('log', [
    ['text as it is', { message: 'Hello "Ada"' }, { message: 'Hello "Ada"', loggedAt: nowIso }],
    ['empty text', { message: '' }, { message: '', loggedAt: nowIso }],
    ['a number as JSON', { message: 1.5 }, { message: '1.5', loggedAt: nowIso }],
    [
      'an object as JSON',
      { message: { a: [null] } },
      { message: '{"a":[null]}', loggedAt: nowIso },
    ],
    ['null as JSON', { message: null }, { message: 'null', loggedAt: nowIso }],
    ['nothing as null', {}, { message: 'null', loggedAt: nowIso }],
  ]);
});

describe('list-max and list-min', () => {
  const amounts = ['9', '1000000000000000000001', 1e21, '-5'];
  const prices: Json = [
    { p: { usd: '3' } },
    { p: null },
    { p: { usd: 12.5 } },
    {},
    { p: { usd: 1 } },
  ];
  const nothing = { value: null, index: null, item: null };

  results('list-max', [
    [
      'exactly, beyond what a float can tell apart',
      { array: amounts },
      { value: '1000000000000000000001', index: 1, item: '1000000000000000000001' },
    ],
    [
      'a field, passing over what lacks it',
      { array: prices, field: 'p.usd' },
      { value: 12.5, index: 2, item: { p: { usd: 12.5 } } },
    ],
    ['the first of equal ones', { array: [1, '1.0', 1] }, { value: 1, index: 0, item: 1 }],
    ['the last', { array: [1, 2, 3], field: null }, { value: 3, index: 2, item: 3 }],
    ['of nothing', { array: [] }, nothing],
    ['of null alone', { array: [null, null] }, nothing],
  ]);
  results('list-min', [
    ['exactly', { array: amounts }, { value: '-5', index: 3, item: '-5' }],
    ['a field', { array: prices, field: 'p.usd' }, { value: 1, index: 4, item: { p: { usd: 1 } } }],
    ['the first of equal ones', { array: ['1.0', 1] }, { value: '1.0', index: 0, item: '1.0' }],
    ['of nothing', { array: [] }, nothing],
  ]);

  const field = '`field` must be the name of a field; dots lead deeper.';
  failures('list-max', [
    ['no array', { array: 1 }, '`array` must be an array, but it is a number.'],
    ['a text', { array: [1, 'x'] }, 'The value of item 1 is a text and no number.'],
    ['an object', { array: [{ p: 1 }] }, 'The value of item 0 is an object and no number.'],
    ['a field that is no text', { array: [], field: 1 }, field],
    ['a field with an empty part', { array: [], field: 'a.' }, field],
  ]);
  failures('list-min', [
    ['a boolean', { array: [true] }, 'The value of item 0 is a boolean and no number.'],
  ]);
});

describe('convert-to-wei', () => {
  results('convert-to-wei', [
    ['18 decimals when not told', { amount: '1.5' }, { wei: '1500000000000000000' }],
    ['null decimals', { amount: '1', decimals: null }, { wei: '1000000000000000000' }],
    ['6 decimals', { amount: '0.000001', decimals: 6 }, { wei: '1' }],
    ['no decimals', { amount: 12, decimals: 0 }, { wei: '12' }],
    ['decimals as text', { amount: '1', decimals: '2' }, { wei: '100' }],
    ['a float', { amount: 0.1, decimals: 2 }, { wei: '10' }],
    ['a small float', { amount: 1e-7, decimals: 8 }, { wei: '10' }],
    ['zeros at the end', { amount: '1.500', decimals: 1 }, { wei: '15' }],
    ['a negative amount', { amount: '-2.5', decimals: 1 }, { wei: '-25' }],
    ['the most decimals', { amount: 1, decimals: 77 }, { wei: `1${'0'.repeat(77)}` }],
    [
      'every digit of a large amount',
      { amount: '123456789012345678901234.567890123456789012' },
      { wei: '123456789012345678901234567890123456789012' },
    ],
  ]);

  const decimals = '`decimals` must be a whole number from 0 to 77.';
  failures('convert-to-wei', [
    ['too many decimals', { amount: '0.123', decimals: 2 }, '`amount` has more than 2 decimals.'],
    ['no amount', {}, '`amount` must be a number or a text that is one.'],
    ['an amount in words', { amount: 'one' }, '`amount` must be a number or a text that is one.'],
    [
      'a number that lost digits',
      { amount: 2 ** 53 },
      '`amount` is too large to be exact as a number: pass it as text.',
    ],
    ['negative decimals', { amount: 1, decimals: -1 }, decimals],
    ['78 decimals', { amount: 1, decimals: 78 }, decimals],
    ['broken decimals', { amount: 1, decimals: 1.5 }, decimals],
    ['decimals in words', { amount: 1, decimals: 'six' }, decimals],
  ]);
});

describe('convert-from-wei', () => {
  results('convert-from-wei', [
    ['18 decimals when not told', { wei: '1500000000000000000' }, { amount: '1.5' }],
    ['one wei', { wei: 1 }, { amount: '0.000000000000000001' }],
    ['6 decimals', { wei: '1234567', decimals: 6 }, { amount: '1.234567' }],
    ['no decimals', { wei: '12', decimals: 0 }, { amount: '12' }],
    ['nothing', { wei: '0' }, { amount: '0' }],
    ['a negative amount', { wei: '-5', decimals: 1 }, { amount: '-0.5' }],
    [
      'the largest number that is exact',
      { wei: 2 ** 53 - 1, decimals: 0 },
      { amount: '9007199254740991' },
    ],
    ['an exponent', { wei: '1e18' }, { amount: '1' }],
  ]);

  failures('convert-from-wei', [
    ['a fraction', { wei: '1.5' }, '`wei` must be a whole number.'],
    ['nothing', {}, '`wei` must be a number or a text that is one.'],
    [
      'a number that lost digits',
      { wei: 1e21 },
      '`wei` is too large to be exact as a number: pass it as text.',
    ],
    [
      'decimals that are a list',
      { wei: 1, decimals: [1, 2] },
      '`decimals` must be a whole number from 0 to 77.',
    ],
  ]);
});

describe('block-inputs', () => {
  const key = 'a';
  const kinds: Record<string, Json> = {
    ...{ string: 'x', number: 1, boolean: false, object: {}, array: [] },
  };

  it.each(Object.keys(kinds))('take for a %s only that, and null', (type) => {
    const take = (value: Json) =>
      run('block-inputs', { inputs: { a: value }, inputSchema: [{ key, type }] })?.ok;
    const taken = Object.entries(kinds).filter(([, value]) => take(value));
    expect(taken.map(([kind]) => kind)).toEqual([type]);
    expect(take(null)).toBe(true);
  });

  results('block-inputs', [
    ['what is not given is null', { inputs: {}, inputSchema: [{ key }] }, { a: null }],
    ['what is not declared stays', { inputs: { b: 1 } }, { b: 1 }],
    [
      'a type that is unknown takes all',
      { inputs: { a: 1 }, inputSchema: [{ key, type: 'x' }] },
      { a: 1 },
    ],
    [
      'what declares nothing is passed over',
      { inputs: { a: 1 }, inputSchema: ['a', { key: 1, required: true }, null] },
      { a: 1 },
    ],
    [
      'one that need not be there may be null',
      { inputs: { a: null }, inputSchema: [{ key, required: false }] },
      { a: null },
    ],
  ]);
  failures('block-inputs', [
    ['what is no object', { inputs: [] }, '`inputs` must be an object.'],
    [
      'null for what is required',
      { inputs: { a: null }, inputSchema: [{ key, required: true }] },
      'The block needs the input `a`, and it is null.',
    ],
    [
      'another type',
      { inputs: { a: 1 }, inputSchema: [{ key, type: 'string' }] },
      'The input `a` is of the type `string`, and this is a number.',
    ],
  ]);
});

describe('block-outputs', () => {
  results('block-outputs', [['gives the outputs', { outputs: { a: 1 }, inputs: {} }, { a: 1 }]]);
  failures('block-outputs', [['none', { inputs: {} }, '`outputs` must be an object.']]);
});
