import fc from 'fast-check';
import { parseTemplate } from '../expression/template';
import { readPath } from '../expression/read-path';
import { resolveTemplate } from '../expression/evaluate';
import { splitText } from '../expression/split-text';
import type { Json, JsonObject } from '../json';
import { fillDefinition } from './fill-definition';
import { fillKey, fillText } from './fill-text';
import { escapeText, type WrittenPart, writeParts } from './write-text';

const never = (message: string): never => {
  throw new Error(message);
};
const reader = (values: JsonObject) => (path: readonly string[]) => readPath(values, path);
const fill = (source: string, values: JsonObject): Json => fillText(source, reader(values), never);

describe('fillText', () => {
  it.each<[string, JsonObject, Json]>([
    ['no props: {{$trigger.body.a}}', {}, 'no props: {{$trigger.body.a}}'],
    ['{{$props.n}}', { n: 5 }, 5],
    ['{{ $props.list }}', { list: [1, { a: 'b' }] }, [1, { a: 'b' }]],
    ['{{$props.table.to.1}}', { table: { to: ['x', 'y'] } }, 'y'],
    ['{{$props.gone}}', {}, null],
    ['to {{$props.who}}: {{$trigger.body.m}}', { who: 'Ada' }, 'to Ada: {{$trigger.body.m}}'],
    ['{{$props.a}}{{$props.b}}', { a: 1, b: { c: null } }, '1{"c":null}'],
    [
      '{{$props.a || $trigger.body.a || $props.b}}',
      { b: "it's" },
      "{{$trigger.body.a || 'it\\'s'}}",
    ],
    ['{{$props.a || $trigger.body.a}}', { a: false }, false],
    ['{{$trigger.body.a || $props.b}}', {}, '{{$trigger.body.a}}'],
    // What reads no prop, or can't be read at all, stays as it is written.
    ["{{'x'}}", {}, "{{'x'}}"],
    ['{{$trigger.a||"x"}}', {}, '{{$trigger.a||"x"}}'],
    ['{{$props.a || (}}', { a: 1 }, '{{$props.a || (}}'],
    ['{{$nope || $props.a}}', { a: 1 }, '{{$nope || $props.a}}'],
    ['{{$props.a', { a: 1 }, '{{$props.a'],
    ['a{{$props.gone}}', {}, 'a'],
    // Stays text, which one expression alone would not be.
    ['{{$props.a}}{{$trigger.body.a}}', {}, "{{''}}{{$trigger.body.a}}"],
    // What a value holds is data.
    ['{{$props.a}}', { a: '{{$vars.key}}' }, '\\{{$vars.key}}'],
    ['{{$props.a}}', { a: { '{{x}}': ['\\{{y}}'] } }, { '\\{{x}}': ['\\\\\\{{y}}'] }],
    ['{{$props.a}}{$vars.key}}', { a: '{' }, '\\{{$vars.key}}'],
    ['{{$props.a}}{{$trigger.body.b}}', { a: '{' }, "{{'{'}}{{$trigger.body.b}}"],
    ['{{$props.a}}{{$trigger.body.b}}', { a: '\\' }, '\\\\{{$trigger.body.b}}'],
    ['{{$props.a}}', JSON.parse('{"__proto__":{"a":1}}') as JsonObject, null],
  ])('%s with %j', (source, values, expected) => {
    expect(fill(source, values)).toEqual(expected);
  });

  it('says what no expression can hold', () => {
    const problems: string[] = [];
    const source = '{{$trigger.body.a || $props.b}}';
    const onProblem = (message: string): number => problems.push(message);
    for (const b of [{}, [1], 2 ** 60]) fillText(source, reader({ b }), onProblem);
    expect(problems).toHaveLength(3);
  });

  const part = fc.constantFrom(
    ...['{', '{{', '}}', '\\', '\\{{', "'", '"', ' ', 'x', '||', '.', '{{$props.a}}'],
    ...['{{$props.b.c}}', '{{$trigger.x}}', "{{'}}'}}", '{{$trigger.y || $props.a}}', '{{ask.q}}'],
    ...['{{$props.b || $trigger.x}}', '{{$props.a || $props.b.c || 7}}'],
  );
  const source = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
  const text = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(''));
  const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
  const values = fc.record({
    a: scalar,
    b: fc.oneof(scalar, fc.record({ c: fc.oneof(scalar, fc.dictionary(text, scalar)) })),
  });

  const trigger = { x: '{{$props.a}}', y: null };
  const resolve = (value: Json, props: JsonObject): Json => {
    const template = parseTemplate({ k: value }, () => undefined);
    const roots: Record<string, Json> = { trigger, props };
    return resolveTemplate(template, { lookup: ({ kind }) => roots[kind] });
  };
  const isWellFormed = (value: string): boolean => {
    let isFine = true;
    parseTemplate({ k: value }, () => (isFine = false));
    return isFine;
  };

  it('gives what the run would have read', () => {
    fc.assert(
      fc.property(source.filter(isWellFormed), values, (template, props) => {
        expect(resolve(fill(template, props), {})).toEqual(resolve(template, props));
      }),
      { numRuns: 3_000 },
    );
  });

  it('leaves what is left to do as it was, in number and kind', () => {
    const expressionsOf = (value: Json): string[] => {
      const split = typeof value === 'string' ? splitText(value) : undefined;
      if (split?.ok !== true) return [];
      return split.parts.flatMap((one) => (one.kind === 'expression' ? [one.source] : []));
    };
    fc.assert(
      fc.property(source.filter(isWellFormed), values, (template, props) => {
        const reads = expressionsOf(template).join().split('$trigger').length;
        const left = expressionsOf(fill(template, props));
        expect(left.filter((one) => one.includes('$props') && !one.includes("'"))).toEqual([]);
        // A value that quotes an expression stays in its quotes.
        const read = left.join().replaceAll(/'(?:[^'\\]|\\.)*'/g, '');
        expect(read.split('$trigger').length).toBeLessThanOrEqual(reads);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is written so that it is read again', () => {
    const parts = fc.array<WrittenPart>(
      fc.oneof(
        text.map((value) => ({ kind: 'text' as const, text: value })),
        fc.constant({ kind: 'expression' as const, source: '$trigger.x' }),
      ),
    );
    fc.assert(
      fc.property(parts, (wanted) => {
        const split = splitText(writeParts(wanted));
        const shown = (list: readonly WrittenPart[]): string =>
          list.map((one) => (one.kind === 'text' ? one.text : '<x>')).join('');
        if (!split.ok) throw new Error(split.message);
        const braces = split.parts.map((one) => {
          return one.kind === 'expression' && one.source === "'{'"
            ? { kind: 'text' as const, text: '{' }
            : one;
        });
        expect(shown(braces)).toBe(shown(wanted));
      }),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(text, (value) => {
        const expected = value === '' ? [] : [{ kind: 'text', text: value }];
        expect(splitText(escapeText(value))).toEqual({ ok: true, parts: expected });
      }),
    );
  });
});

describe('fillKey', () => {
  it.each<[string, JsonObject, string]>([
    ['{{$props.n}}', { n: 5 }, '{{5}}'],
    ['{{$props.n}}', { n: '$and' }, "{{'$and'}}"],
    ['{{$trigger.x}}{{$props.n}}', { n: 1 }, '{{$trigger.x}}1'],
    ['a{{$props.n}}', { n: '{{b' }, "{{'a{{b'}}"],
    ['{{$props.n}}{{$props.m}}', { n: 1, m: 2 }, "{{'12'}}"],
    ['$and', {}, '$and'],
    ['{{$props.n', { n: 1 }, '{{$props.n'],
  ])('%s with %j', (source, values, expected) => {
    expect(fillKey(source, reader(values), never)).toBe(expected);
  });
});

describe('fillDefinition', () => {
  const run = (definition: JsonObject, values: JsonObject): [JsonObject, unknown[]] => {
    const problems: unknown[] = [];
    const filled = fillDefinition(definition, {
      read: reader(values),
      problem: (place, message) => problems.push([place, message]),
    });
    return [filled, problems];
  };
  const props = '{{$props.p}}';

  it('fills payloads, connectors and the inputs of blocks, and nothing else', () => {
    const node = {
      type: 'http-request',
      titleOverride: props,
      children: [props],
      payload: { url: props, headers: [{ a: props }] },
      connector: { type: 'db', id: props, chainId: 5, walletAddress: null },
      resultSchema: { inputMapping: { a: props } },
      blockContext: { blockId: props, inputMapping: { a: props } },
    };
    const others = {
      triggerNodeIds: [props],
      publicWidgetConfig: { a: { payload: { a: props } } },
    };
    const [filled] = run({ nodes: { [props]: node }, ...others }, { p: 'v' });
    expect(filled).toEqual({
      ...others,
      nodes: {
        [props]: {
          ...node,
          payload: { url: 'v', headers: [{ a: 'v' }] },
          connector: { type: 'db', id: 'v', chainId: 5, walletAddress: null },
          blockContext: { blockId: props, inputMapping: { a: 'v' } },
        },
      },
    });
  });

  it('never makes a value code, a schema or a condition', () => {
    const nodes = {
      code: { type: 'code-transform', payload: { code: props, input: props } },
      gate: { type: 'if', payload: { condition: props } },
      list: { type: 'if', payload: { condition: { $and: props } } },
      part: {
        type: 'if',
        payload: { condition: { $and: [props, { [props]: { $eq: props } }] } },
      },
      rows: { type: 'filter', payload: { filter: { $or: [{ [props]: { $eq: props } }] } } },
    };
    const [filled, problems] = run({ nodes }, { p: 'x' });
    expect(problems).toEqual([]);
    expect(filled.nodes).toEqual({
      code: { type: 'code-transform', payload: { code: props, input: 'x' } },
      gate: nodes.gate,
      list: nodes.list,
      part: {
        type: 'if',
        payload: { condition: { $and: [props, { "{{'x'}}": { $eq: 'x' } }] } },
      },
      rows: { type: 'filter', payload: { filter: { $or: [{ [props]: { $eq: 'x' } }] } } },
    });
  });

  it('keeps the type of a value in a connector, and what is no payload', () => {
    const nodes = { a: { type: 'x', payload: props, connector: { chainId: props } }, b: props };
    const [filled] = run({ nodes }, { p: 1 });
    expect(filled.nodes).toEqual({ ...nodes, a: { ...nodes.a, connector: { chainId: 1 } } });
  });

  it('tells what does not fit into its place, and leaves it there', () => {
    const nodes = {
      a: { type: 'x', payload: {}, connector: { id: props } },
      b: { type: 'if', payload: { condition: { $and: [{ [props]: { $eq: 1 } }] } } },
    };
    const [filled, problems] = run({ nodes }, { p: { some: 'object' } });
    expect(filled.nodes).toEqual(nodes);
    expect(problems).toEqual([
      [['a', 'connector', 'id'], 'A connector takes a text here.'],
      [
        ['b', 'payload', 'condition', '$and', 0, props],
        'A comparison can only begin with a text, number or boolean.',
      ],
    ]);
  });

  it('tells of two comparisons that become one', () => {
    const condition = { $and: [{ "{{'x'}}": { $eq: 1 }, [props]: { $eq: 2 } }] };
    const [, problems] = run({ nodes: { a: { type: 'if', payload: { condition } } } }, { p: 'x' });
    expect(problems).toEqual([
      [['a', 'payload', 'condition', '$and', 0, props], 'Two comparisons became the same one.'],
    ]);
  });

  it('keeps names that JavaScript knows', () => {
    const json = '{"nodes":{"__proto__":{"type":"log","payload":{"__proto__":"{{$props.p}}"}}}}';
    const [filled] = run(JSON.parse(json) as JsonObject, { p: 1 });
    expect(JSON.stringify(filled)).toBe(json.replace('"{{$props.p}}"', '1'));
  });
});
