import fc from 'fast-check';
import { parseFilterCondition, parseIfCondition } from '../condition/parse';
import type { Json } from '../json';
import type { Expression, Root, Template } from './ast';
import { DEFAULT_LIMITS, ExpressionError, type ExpressionLimits } from './budget';
import { resolveTemplate, textOf, type Scope } from './evaluate';
import { parseTemplate } from './template';

function scopeOf(item: Json | undefined): Scope {
  return { lookup: (root) => (root.kind === 'item' ? item : undefined) };
}

function parsed(value: Json): Template {
  return parseTemplate(value, (path, message) => {
    throw new Error(`${path.join('.')}: ${message}`);
  });
}

function resolve(value: Json, item?: Json, limits?: ExpressionLimits): Json {
  return resolveTemplate(parsed(value), scopeOf(item), limits);
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ExpressionError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'nothing thrown';
}

const data: Json = {
  n: 1.5,
  t: 'text',
  yes: true,
  no: false,
  zero: 0,
  empty: '',
  none: null,
  list: [1, null, 'a'],
  object: { a: { b: 'c' } },
};

describe('resolveTemplate', () => {
  it.each<[Json, Json]>([
    ['{{$item.n}}', 1.5],
    ['{{$item.t}}', 'text'],
    ['{{$item.yes}}', true],
    ['{{$item.list}}', [1, null, 'a']],
    ['{{$item.object}}', { a: { b: 'c' } }],
    ['{{$item.object.a.b}}', 'c'],
    ['{{$item.none}}', null],
    ['{{$item.missing.deeper}}', null],
    ['{{$item.none.deeper}}', null],
    ['{{$vars.x}}', null],
    ['{{5}}', 5],
    ['n={{$item.n}}', 'n=1.5'],
    ['{{$item.n}} ', '1.5 '],
    ['{{$item.t}}/{{$item.yes}}/{{$item.no}}/{{$item.zero}}', 'text/true/false/0'],
    ['[{{$item.none}}{{$item.missing}}]', '[]'],
    ['l={{$item.list}}', 'l=[1,null,"a"]'],
    ['o={{$item.object}}', 'o={"a":{"b":"c"}}'],
    ["{{$item.missing || 'b'}}", 'b'],
    ["{{$item.none || $item.missing || 'c'}}", 'c'],
    ["{{$item.none || $item.t || 'c'}}", 'text'],
    ['{{$item.zero || 7}}', 0],
    ['{{$item.empty || 7}}', ''],
    ['{{$item.no || 7}}', false],
    ['{{$item.none || null}}', null],
    ["x{{$item.none || 'y'}}", 'xy'],
    [
      { a: ['{{$item.n}}', { b: '{{$item.t}}!' }], c: 1 },
      { a: [1.5, { b: 'text!' }], c: 1 },
    ],
    [{ constant: [1] }, { constant: [1] }],
  ])('%j gives %j', (value, expected) => {
    expect(resolve(value, data)).toEqual(expected);
  });

  it('reads left before right when a fallback is grouped to the left', () => {
    const value = (json: Json): Expression => ({ kind: 'literal', value: json });
    const left: Expression = { kind: 'fallback', left: value(null), right: value('b') };
    const expression: Expression = { kind: 'fallback', left, right: value('c') };
    expect(resolveTemplate({ kind: 'expression', expression }, scopeOf(null))).toBe('b');
  });

  it('hands data on that looks like an expression, and never evaluates it', () => {
    const hostile = { t: '{{$item.secret}}', secret: 's', list: ['{{$item.secret}}'] };
    expect(resolve('{{$item.t}}', hostile)).toBe('{{$item.secret}}');
    expect(resolve('a {{$item.t}}', hostile)).toBe('a {{$item.secret}}');
    expect(resolve({ a: '{{$item.list}}' }, hostile)).toEqual({ a: ['{{$item.secret}}'] });
  });

  it('leaves any data that is read as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, text) => {
        const json = JSON.parse(JSON.stringify({ value, text: `{{${text}}}` })) as Json;
        expect(resolve('{{$item}}', json)).toEqual(json);
        expect(resolve('<{{$item.text}}>', json)).toBe(`<{{${text}}}>`);
      }),
    );
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length'])(
    'reads a missing %s as null',
    (name) => {
      expect(resolve(`{{$item.${name}}}`, {})).toBeNull();
      expect(resolve(`{{$item.a.${name}.${name}}}`, { a: [] })).toBeNull();
    },
  );

  it('writes `__proto__` as an own key', () => {
    const value = JSON.parse('{"__proto__": "{{$item}}"}') as Json;
    expect(JSON.stringify(resolve(value, 1))).toBe('{"__proto__":1}');
  });

  it('shows a condition with what it compares', () => {
    const fail = (_path: string[], message: string): never => {
      throw new Error(message);
    };
    const ifCondition = parseIfCondition(
      {
        $and: [
          { '{{$item.n}}': { $notIn: [1, '{{$item.t}}'] } },
          { $or: [{ '{{$item.object}}': { $eq: '{{$item.none}}' } }] },
        ],
      },
      fail,
    );
    const filter = parseFilterCondition({ $or: [{ 'a.b': { $gt: '{{$item.n}}' } }] }, fail);
    if (!ifCondition || !filter) throw new Error('no condition');
    const show = (condition: typeof filter): Json =>
      resolveTemplate({ kind: 'condition', condition }, scopeOf(data));
    expect(show(ifCondition)).toEqual({
      $and: [{ '1.5': { $nin: [1, 'text'] } }, { $or: [{ '{"a":{"b":"c"}}': { $eq: null } }] }],
    });
    expect(show(filter)).toEqual({ $or: [{ 'a.b': { $gt: 1.5 } }] });
  });

  describe('limits', () => {
    const limits = (part: Partial<ExpressionLimits>): ExpressionLimits => ({
      ...DEFAULT_LIMITS,
      ...part,
    });

    it.each<[string, Json, number]>([
      ['a constant', 1, 1],
      ['a literal', '{{1}}', 2],
      ['a path', '{{$item.a.b}}', 4],
      ['a fallback that is needed', '{{$item.x || 1}}', 5],
      ['a fallback that is not', "{{1 || $item.a.b.c.d || 'x'}}", 3],
      ['text with expressions', 'a {{$item}} {{$item.a}}', 4],
      ['an array', ['{{1}}', 'x'], 4],
      ['an object', { a: '{{1}}', b: { c: '{{1}}' } }, 6],
    ])('%s takes its steps and no more', (_name, value, fuel) => {
      expect(codeOf(() => resolve(value, {}, limits({ fuel })))).toBe('nothing thrown');
      expect(codeOf(() => resolve(value, {}, limits({ fuel: fuel - 1 })))).toBe(
        `expression_fuel_exhausted: The expressions of one node may take at most ${fuel - 1} steps.`,
      );
    });

    it.each<[string, Json, Json, number]>([
      ['a text', '{{$item}}', 'abc', 5],
      ['a number', '{{$item}}', -12.5, 5],
      ['a boolean', '{{$item}}', false, 5],
      ['null', '{{$item}}', null, 4],
      ['an array', '{{$item}}', ['a', 1], 8],
      ['an object', '{{$item}}', { ab: 1, c: [] }, 16],
      ['text with an expression', 'abc{{$item}}', 'de', 7],
      ['a value read twice', ['{{$item}}', '{{$item}}'], 'abc', 10],
    ])('%s takes its length and no more', (_name, value, item, outputLength) => {
      expect(codeOf(() => resolve(value, item, limits({ outputLength })))).toBe('nothing thrown');
      expect(codeOf(() => resolve(value, item, limits({ outputLength: outputLength - 1 })))).toBe(
        `expression_output_too_large: The expressions of one node may produce at most ${outputLength - 1} characters.`,
      );
    });

    it('counts no constants', () => {
      expect(resolve({ a: 'abc', b: [1] }, null, limits({ outputLength: 0 }))).toEqual({
        a: 'abc',
        b: [1],
      });
    });

    it('stops a payload that multiplies what it reads', () => {
      const value = Array.from({ length: 1_000 }, () => '{{$item}}');
      const big = Array.from({ length: 10_000 }, (_, index) => index);
      expect(codeOf(() => resolve(value, big))).toBe(
        'expression_output_too_large: The expressions of one node may produce at most 1048576 characters.',
      );
      expect(codeOf(() => resolve('{{$item}}', 'x'.repeat(1_048_574)))).toBe('nothing thrown');
    });

    it('gives out after 100,000 steps by default', () => {
      const value = Array.from({ length: 50_000 }, () => '{{1}}');
      expect(codeOf(() => resolve(value))).toBe(
        'expression_fuel_exhausted: The expressions of one node may take at most 100000 steps.',
      );
    });

    it('hands on 500 levels and no more, without recursion', () => {
      const nest = (levels: number): Json => {
        let value: Json = 1;
        for (let level = 0; level < levels; level += 1) value = level % 2 ? { a: value } : [value];
        return value;
      };
      const message =
        'expression_output_too_deep: The data that an expression reads has at most 500 levels.';
      expect(codeOf(() => resolve('{{$item}}', nest(500)))).toBe('nothing thrown');
      expect(codeOf(() => resolve('{{$item}}', nest(501)))).toBe(message);
      expect(codeOf(() => resolve('x{{$item}}', nest(100_000)))).toBe(message);
    });
  });

  it('throws nothing but ExpressionError, whatever the template and the data', () => {
    const root = fc.constantFrom<Root>(
      { kind: 'item', level: 'current' },
      { kind: 'trigger', part: 'result' },
      { kind: 'node', nodeId: '__proto__', part: 'result' },
    );
    const segment = fc.oneof(
      fc.string(),
      fc.constantFrom('0', '1', 'length', '__proto__', 'constructor', 'a'),
    );
    const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json);
    const { template } = fc.letrec<{ expression: Expression; template: Template }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 3 },
        fc.record({ kind: fc.constant('literal' as const), value: json }),
        fc.record({
          kind: fc.constant('reference' as const),
          root,
          path: fc.array(segment, { maxLength: 4 }),
        }),
        fc.record({
          kind: fc.constant('fallback' as const),
          left: tie('expression'),
          right: tie('expression'),
        }),
      ),
      template: fc.oneof(
        { maxDepth: 3 },
        fc.record({ kind: fc.constant('value' as const), value: json }),
        fc.record({ kind: fc.constant('expression' as const), expression: tie('expression') }),
        fc.record({
          kind: fc.constant('text' as const),
          parts: fc.array(fc.oneof(fc.string(), tie('expression'))),
        }),
        fc.record({ kind: fc.constant('array' as const), items: fc.array(tie('template')) }),
        fc.record({
          kind: fc.constant('object' as const),
          entries: fc.array(fc.tuple(segment, tie('template'))),
        }),
      ),
    }));
    const limits = fc.record({ fuel: fc.nat(40), outputLength: fc.nat(100) });
    fc.assert(
      fc.property(template, json, limits, (anyTemplate, item, anyLimits) => {
        const scope: Scope = { lookup: ({ kind }) => (kind === 'node' ? undefined : item) };
        try {
          const value = resolveTemplate(anyTemplate, scope, anyLimits);
          expect(JSON.parse(JSON.stringify(value))).toEqual(value);
        } catch (error) {
          if (!(error instanceof ExpressionError)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('textOf', () => {
  it.each<[Json, string]>([
    [null, ''],
    ['a "b"', 'a "b"'],
    [0, '0'],
    [1e21, '1e+21'],
    [false, 'false'],
    [[null], '[null]'],
    [{}, '{}'],
  ])('%j is %j', (value, text) => {
    expect(textOf(value)).toBe(text);
  });
});
