import type { Condition } from '../expression/ast';
import type { Json } from '../json';
import { parseFilterCondition, parseIfCondition } from './parse';

interface Parsed {
  condition: Condition | undefined;
  problems: string[];
}

function parseWith(parse: typeof parseIfCondition, value: Json): Parsed {
  const problems: string[] = [];
  const condition = parse(value, (path, message) => {
    problems.push(`${path.join('/')}: ${message}`);
  });
  return { condition, problems };
}

function constant(value: Json): { kind: 'value'; value: Json } {
  return { kind: 'value', value };
}

function comparison(
  left: string | string[],
  operator: Extract<Condition, { kind: 'comparison' }>['operator'],
  right: Json,
): Condition {
  return {
    kind: 'comparison',
    left: Array.isArray(left)
      ? { kind: 'field', path: left }
      : { kind: 'template', template: constant(left) },
    operator,
    right: constant(right),
  };
}

describe('parseIfCondition', () => {
  it('reads comparisons, whose left side may be an expression', () => {
    expect(
      parseWith(parseIfCondition, {
        $and: [
          { '{{fetch.result.status}}': { $eq: 200 } },
          { 'n{{$index}}': { $in: ['n1', '{{$item.n}}'] } },
        ],
      }),
    ).toEqual({
      problems: [],
      condition: {
        kind: 'and',
        conditions: [
          {
            kind: 'comparison',
            left: {
              kind: 'template',
              template: {
                kind: 'expression',
                expression: {
                  kind: 'reference',
                  root: { kind: 'node', nodeId: 'fetch', part: 'result' },
                  path: ['status'],
                },
              },
            },
            operator: '$eq',
            right: constant(200),
          },
          {
            kind: 'comparison',
            left: {
              kind: 'template',
              template: {
                kind: 'text',
                parts: [
                  'n',
                  { kind: 'reference', root: { kind: 'index', level: 'current' }, path: [] },
                ],
              },
            },
            operator: '$in',
            right: {
              kind: 'array',
              items: [
                constant('n1'),
                {
                  kind: 'expression',
                  expression: {
                    kind: 'reference',
                    root: { kind: 'item', level: 'current' },
                    path: ['n'],
                  },
                },
              ],
            },
          },
        ],
      },
    });
  });

  it.each<[string, Json, Condition]>([
    ['$or', { $or: [{ a: { $gt: 1 } }] }, { kind: 'or', conditions: [comparison('a', '$gt', 1)] }],
    [
      'nested lists',
      { $and: [{ $or: [{ a: { $lt: 1 } }, { $and: [{ b: { $ne: null } }] }] }] },
      {
        kind: 'and',
        conditions: [
          {
            kind: 'or',
            conditions: [
              comparison('a', '$lt', 1),
              { kind: 'and', conditions: [comparison('b', '$ne', null)] },
            ],
          },
        ],
      },
    ],
    [
      'several keys and operators as all of them',
      { $or: [{ a: { $gte: 1, $lte: 5 }, b: { $exists: true } }] },
      {
        kind: 'or',
        conditions: [
          {
            kind: 'and',
            conditions: [
              comparison('a', '$gte', 1),
              comparison('a', '$lte', 5),
              comparison('b', '$exists', true),
            ],
          },
        ],
      },
    ],
    [
      'a list beside a comparison',
      { $and: [{ a: { $eq: 1 }, $or: [{ b: { $eq: 2 } }] }] },
      {
        kind: 'and',
        conditions: [
          {
            kind: 'and',
            conditions: [
              comparison('a', '$eq', 1),
              { kind: 'or', conditions: [comparison('b', '$eq', 2)] },
            ],
          },
        ],
      },
    ],
    [
      '$nin',
      { $and: [{ a: { $nin: [1] } }] },
      { kind: 'and', conditions: [comparison('a', '$nin', [1])] },
    ],
    [
      '$notIn as $nin',
      { $and: [{ a: { $notIn: [1] } }] },
      { kind: 'and', conditions: [comparison('a', '$nin', [1])] },
    ],
    [
      'words, numbers and amounts as text',
      { $and: [{ 'two words': { $eq: 1 }, '5': { $eq: 1 }, true: { $eq: 1 }, $5: { $eq: 1 } }] },
      {
        kind: 'and',
        conditions: [
          {
            kind: 'and',
            conditions: [
              comparison('5', '$eq', 1),
              comparison('two words', '$eq', 1),
              comparison('true', '$eq', 1),
              comparison('$5', '$eq', 1),
            ],
          },
        ],
      },
    ],
    [
      'an object as an operand',
      { $and: [{ a: { $eq: { b: 1 } } }] },
      { kind: 'and', conditions: [comparison('a', '$eq', { b: 1 })] },
    ],
  ])('reads %s', (_name, value, condition) => {
    expect(parseWith(parseIfCondition, value)).toEqual({ problems: [], condition });
  });

  it.each(['$eq $ne $gt $gte $lt $lte $contains $notContains $startsWith $endsWith'.split(' ')])(
    'knows %s',
    (...operators) => {
      for (const operator of operators) {
        const { condition, problems } = parseWith(parseIfCondition, {
          $and: [{ a: { [operator]: 'x' } }],
        });
        expect(problems).toEqual([]);
        expect(condition).toMatchObject({ conditions: [{ operator }] });
      }
    },
  );

  it.each<[string, Json, string[]]>([
    [
      'a text',
      '{{$item.ok}}',
      [': A condition is an object: {"$and": [ ... ]} or {"$or": [ ... ]}.'],
    ],
    ['null', null, [': A condition is an object: {"$and": [ ... ]} or {"$or": [ ... ]}.']],
    ['a list', [], [': A condition is an object: {"$and": [ ... ]} or {"$or": [ ... ]}.']],
    [
      'nothing',
      {},
      [
        ': At the top of a condition stands exactly one of `$and` and `$or`. Put the others inside its list.',
      ],
    ],
    [
      'both lists',
      { $and: [], $or: [] },
      [
        ': At the top of a condition stands exactly one of `$and` and `$or`. Put the others inside its list.',
      ],
    ],
    [
      'a comparison beside the list',
      { a: { $eq: 1 }, $or: [] },
      [
        ': At the top of a condition stands exactly one of `$and` and `$or`. Put the others inside its list.',
      ],
    ],
    [
      'a bare comparison',
      { '{{$item.n}}': { $gt: 5 } },
      [
        ': A comparison can\'t stand alone at the top of a condition. Write {"$and":[{"{{$item.n}}":{"$gt":5}}]}.',
      ],
    ],
    [
      'a bare operator of the older kind',
      { $gt: ['{{$item.n}}', 5] },
      [
        ': A comparison can\'t stand alone at the top of a condition. Write {"$and":[{"{{$item.n}}":{"$gt":5}}]}.',
      ],
    ],
    ['no list', { $and: { a: { $eq: 1 } } }, ['$and: `$and` takes a list: {"$and": [ ... ]}.']],
    ['an empty list', { $or: [] }, ['$or: `$or` needs at least one comparison.']],
    [
      'an empty nested list',
      { $or: [{ $and: [] }] },
      ['$or/0/$and: `$and` needs at least one comparison.'],
    ],
    [
      'things that are no comparison',
      { $and: ['x', {}, [], null] },
      ['0', '1', '2', '3'].map(
        (index) => `$and/${index}: A comparison is an object: {"<left>": {"$eq": <right>}}.`,
      ),
    ],
    [
      'an operator on the left',
      { $and: [{ $gt: ['{{$item.n}}', 5] }] },
      ['$and/0/$gt: An operator stands right of what it compares: {"{{$item.n}}":{"$gt":5}}.'],
    ],
    [
      'an operator on the left with half of its operands',
      { $and: [{ $gt: [1] }, { $lt: 3 }] },
      [
        '$and/0/$gt: An operator stands right of what it compares: {"<left>":{"$gt":null}}.',
        '$and/1/$lt: An operator stands right of what it compares: {"<left>":{"$lt":null}}.',
      ],
    ],
    [
      'no operator',
      { $and: [{ a: 5 }, { b: {} }, { c: [1] }] },
      [
        '$and/0/a: The right side needs an operator: {"$eq": 5}.',
        '$and/1/b: The right side needs an operator: {"$eq": {}}.',
        '$and/2/c: The right side needs an operator: {"$eq": [1]}.',
      ],
    ],
    [
      'a path without braces',
      { $and: [{ '$trigger.body.n': { $gt: 1 } }, { 'fetch.result.n': { $gt: 1 } }] },
      [
        '$and/0/$trigger.body.n: `$trigger.body.n` is only text here. Write `{{$trigger.body.n}}` to read it.',
        '$and/1/fetch.result.n: `fetch.result.n` is only text here. Write `{{fetch.result.n}}` to read it.',
      ],
    ],
    [
      'another join',
      { $and: [{ $not: { a: { $eq: 1 } } }] },
      [
        '$and/0/$not: `$not` is unknown here. Comparisons are joined by `$and` and `$or`.',
        `$and/0/$not/a: \`a\` is no operator. Operators are $eq, $ne, $gt, $gte, $lt, $lte, $in, $nin, $contains, $notContains, $startsWith, $endsWith, $exists, $notExists.`,
      ],
    ],
    [
      'broken expressions on both sides',
      { $and: [{ '{{$x}}': { $eq: ['{{$y}}'] } }] },
      [
        '$and/0/{{$x}}: In `{{$x}}`: `$x` is unknown. An expression starts with one of `$trigger`, `$nodes.<id>.result`, `<id>.result`, `root.result`, `$item`, `$index`, `$parent_item`, `$parent_index`, `$for.<id>.item`, `$props`, `$inputs`, `$vars`, `$org`, `$workflow.id`.',
        '$and/0/{{$x}}/$eq/0: In `{{$y}}`: `$y` is unknown. An expression starts with one of `$trigger`, `$nodes.<id>.result`, `<id>.result`, `root.result`, `$item`, `$index`, `$parent_item`, `$parent_index`, `$for.<id>.item`, `$props`, `$inputs`, `$vars`, `$org`, `$workflow.id`.',
      ],
    ],
    [
      'an operand of the wrong kind',
      { $and: [{ a: { $in: 'x', $notIn: { b: 1 }, $exists: 'yes', $notExists: null } }] },
      [
        '$and/0/a/$in: `$in` needs a list, or an expression that gives one.',
        '$and/0/a/$notIn: `$nin` needs a list, or an expression that gives one.',
        '$and/0/a/$exists: `$exists` needs true or false.',
        '$and/0/a/$notExists: `$notExists` needs true or false.',
      ],
    ],
    [
      'a text with an expression where a list is needed',
      { $and: [{ a: { $in: 'x{{$index}}' } }] },
      ['$and/0/a/$in: `$in` needs a list, or an expression that gives one.'],
    ],
  ])('refuses %s', (_name, value, problems) => {
    expect(parseWith(parseIfCondition, value)).toEqual({ problems, condition: undefined });
  });

  it('takes an expression where a list or a boolean is needed', () => {
    const { condition, problems } = parseWith(parseIfCondition, {
      $and: [{ a: { $in: '{{$item.list}}', $nin: ['{{$index}}'], $exists: '{{$item.yes}}' } }],
    });
    expect(problems).toEqual([]);
    expect(condition).toBeDefined();
  });

  it('cuts what it shows', () => {
    const whole = 'x'.repeat(198);
    expect(parseWith(parseIfCondition, { $and: [{ a: whole }] }).problems).toEqual([
      `$and/0/a: The right side needs an operator: {"$eq": "${whole}"}.`,
    ]);
    const { problems } = parseWith(parseIfCondition, {
      $and: [
        { a: 'x'.repeat(300) },
        { a: { ['y'.repeat(300)]: 1 } },
        { [`$${'z'.repeat(300)}`]: { $eq: 1 } },
      ],
    });
    expect(problems).toEqual([
      `$and/0/a: The right side needs an operator: {"$eq": "${'x'.repeat(199)}...}.`,
      expect.stringContaining(`: \`${'y'.repeat(200)}...\` is no operator.`),
      expect.stringContaining(`: \`$${'z'.repeat(199)}...\` is unknown here.`),
    ]);
  });

  it('takes 50 levels and no more', () => {
    const nest = (levels: number): Json => {
      let value: Json = { a: { $eq: 1 } };
      for (let level = 0; level < levels; level += 1) value = { $and: [value] };
      return value;
    };
    expect(parseWith(parseIfCondition, nest(50)).problems).toEqual([]);
    const path = Array.from({ length: 50 }, () => '$and/0').join('/');
    expect(parseWith(parseIfCondition, nest(51)).problems).toEqual([
      `${path}/$and: A condition has at most 50 levels.`,
    ]);
  });

  it.each([
    ['==', '$eq'],
    ['=', '$eq'],
    ['===', '$eq'],
    ['eq', '$eq'],
    ['$EQ', '$eq'],
    ['$equals', '$eq'],
    ['equal', '$eq'],
    ['is', '$eq'],
    ['!=', '$ne'],
    ['!==', '$ne'],
    ['$neq', '$ne'],
    ['$not', '$ne'],
    ['not_equals', '$ne'],
    ['notEqual', '$ne'],
    ['>', '$gt'],
    ['greater than', '$gt'],
    ['>=', '$gte'],
    ['$ge', '$gte'],
    ['greater-than-or-equal', '$gte'],
    ['<', '$lt'],
    ['lessThan', '$lt'],
    ['<=', '$lte'],
    ['$le', '$lte'],
    ['lessThanOrEqual', '$lte'],
    ['in', '$in'],
    ['not_in', '$nin'],
    ['includes', '$contains'],
    ['notIncludes', '$notContains'],
    ['startswith', '$startsWith'],
    ['ends_with', '$endsWith'],
    ['isNotNull', '$exists'],
    ['isNull', '$notExists'],
  ])('suggests for %s', (written, meant) => {
    expect(parseWith(parseIfCondition, { $and: [{ a: { [written]: 1 } }] }).problems).toEqual([
      `$and/0/a/${written}: \`${written}\` is no operator. Did you mean \`${meant}\`?`,
    ]);
  });

  it.each(['toString', '__proto__', 'constructor', '$regex'])('has no operator %s', (name) => {
    const value = JSON.parse(`{"$and":[{"a":{"${name}":1}}]}`) as Json;
    expect(parseWith(parseIfCondition, value).problems).toEqual([
      `$and/0/a/${name}: \`${name}\` is no operator. Operators are $eq, $ne, $gt, $gte, $lt, $lte, $in, $nin, $contains, $notContains, $startsWith, $endsWith, $exists, $notExists.`,
    ]);
  });
});

describe('parseFilterCondition', () => {
  it.each<[string, string[]]>([
    ['state', ['state']],
    ['user.name', ['user', 'name']],
    ['rows.0', ['rows', '0']],
    ['two words', ['two words']],
    ['$trigger', ['$trigger']],
    ['$id', ['$id']],
    ['{{@price}}', ['price']],
    ['{{ @user.price }}', ['user', 'price']],
    ['@type', ['@type']],
    ['a}}', ['a}}']],
    ['xx@price}}', ['xx@price}}']],
    ['[[@price]]', ['[[@price]]']],
  ])('reads the field %s', (key, path) => {
    expect(parseWith(parseFilterCondition, { $and: [{ [key]: { $eq: 1 } }] })).toEqual({
      problems: [],
      condition: { kind: 'and', conditions: [comparison(path, '$eq', 1)] },
    });
  });

  it.each([
    '',
    'a..b',
    '{{$item.a}}',
    '{{@a',
    '{{@abc',
    '{{@}}',
    '{{@a}} {{@b}}',
    'x {{@a}}',
    '{{state}}',
  ])('refuses the key %j', (key) => {
    expect(parseWith(parseFilterCondition, { $or: [{ [key]: { $eq: 1 } }] })).toEqual({
      problems: [
        `$or/0/${key}: A key of a filter is the name of a field of the item, such as \`state\` or \`user.name\`.`,
      ],
      condition: undefined,
    });
  });

  it('takes expressions on the right', () => {
    const { condition, problems } = parseWith(parseFilterCondition, {
      $and: [{ score: { $gte: '{{$trigger.body.least}}' } }],
    });
    expect(problems).toEqual([]);
    expect(condition).toMatchObject({ conditions: [{ right: { kind: 'expression' } }] });
  });
});
