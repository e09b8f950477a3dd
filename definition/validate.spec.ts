import fc from 'fast-check';
import { ISSUE_CODES } from './issue-codes';
import type { Issue } from './issues';
import type { Json } from './json';
import { parseDefinition } from './parse';
import { compile } from './plan/compile';
import { definitionOf, toyCatalog } from './rules/toy-catalog';
import type { WorkflowDefinition, WorkflowNode } from './types';
import { hints, validate, validateVariables } from './validate';

const context = { catalog: toyCatalog, name: 'n' };

function expectWellFormed(issues: readonly Issue[]): void {
  for (const issue of issues) {
    expect(ISSUE_CODES[issue.code].type).toBe(issue.type);
    expect(issue.message.length).toBeGreaterThan(10);
  }
  expect(issues.length).toBeLessThanOrEqual(101);
}

describe('samples', () => {
  const note = (message: string, children: string[] = []): WorkflowNode => ({
    type: 'log',
    payload: { message },
    children,
  });

  it.each<[string, WorkflowDefinition]>([
    [
      'a manual start and a log',
      definitionOf({
        root: {
          type: 'manual',
          payload: { inputSchema: { type: 'object', properties: { name: { type: 'string' } } } },
          children: ['greet'],
        },
        greet: note('Hello {{$trigger.body.name}}'),
      }),
    ],
    [
      'a schedule, a request and two branches',
      definitionOf({
        root: {
          type: 'cronjob',
          payload: { rrule: 'DTSTART:20260301T070000Z\nRRULE:FREQ=HOURLY;INTERVAL=1' },
          children: ['fetch_stock'],
        },
        fetch_stock: {
          type: 'http-request',
          payload: { url: 'https://stock.example.com/v1/items/42', method: 'GET', timeout: 10000 },
          children: ['is_low'],
        },
        is_low: {
          type: 'if',
          payload: {
            condition: {
              $and: [
                { '{{fetch_stock.result.status}}': { $eq: 200 } },
                { '{{fetch_stock.result.json.quantity || 0}}': { $lt: 5 } },
              ],
            },
          },
          children: ['note_low', 'note_ok'],
        },
        note_low: { ...note('Low: {{fetch_stock.result.json.quantity}}'), branch: 'then' },
        note_ok: { ...note('Fine'), branch: 'else' },
      }),
    ],
    [
      'nested loops and a child after them',
      definitionOf({
        root: { type: 'manual', children: ['each_order'] },
        each_order: {
          type: 'for-each',
          payload: { array: '{{$trigger.body.orders}}' },
          loopBody: ['each_line'],
          children: ['done'],
        },
        each_line: {
          type: 'for-each',
          payload: { array: '{{$item.lines}}' },
          loopBody: ['show'],
          children: [],
        },
        show: note(
          '{{$parent_item.id}}/{{$index}}: {{$item.sku}} (order #{{$for.each_order.index}})',
        ),
        done: note('Orders handled: {{each_order.result.iterationCount}}'),
      }),
    ],
    [
      'an approval',
      definitionOf({
        root: { type: 'manual', children: ['ask_boss'] },
        ask_boss: {
          type: 'send-webhook',
          payload: {
            url: 'https://desk.example.com/tasks',
            body: { amount: '{{$trigger.body.amount}}' },
          },
          children: ['hold'],
        },
        hold: {
          type: 'wait',
          payload: { timeoutMs: 86400000, triggerType: 'manual', triggerConfig: {} },
          children: ['decide', 'expired'],
        },
        decide: {
          type: 'if',
          branch: 'resumed',
          payload: {
            condition: { $and: [{ '{{hold.result.triggerResult.approved}}': { $eq: true } }] },
          },
          children: ['pay', 'refuse'],
        },
        pay: {
          ...note('approved by {{hold.result.triggerResult.reviewer}}'),
          branch: 'then',
        },
        refuse: { ...note('refused'), branch: 'else' },
        expired: { ...note('no answer in {{hold.result.timeoutMs}} ms'), branch: 'timed_out' },
      }),
    ],
    [
      'siblings with a shared child',
      definitionOf({
        root: { type: 'manual', children: ['pause'] },
        pause: { type: 'delay', payload: { delayMs: 2000 }, children: ['left', 'right'] },
        left: note('L', ['after']),
        right: note('R', ['after']),
        after: note('{{left.result.message}}+{{right.result.message}}'),
      }),
    ],
    [
      'filter, code, format and webhook',
      definitionOf({
        root: { type: 'manual', children: ['keep'] },
        keep: {
          type: 'filter',
          payload: {
            array: '{{$trigger.body.rows}}',
            filter: { $and: [{ state: { $eq: 'open' } }, { score: { $gte: 10 } }] },
          },
          children: ['shape'],
        },
        shape: {
          type: 'code-transform',
          payload: {
            code: 'function transform(input) { return input.map(r => ({ id: r.id })); }',
            input: '{{keep.result.filtered}}',
            timeout: 3000,
          },
          children: ['text'],
        },
        text: {
          type: 'format',
          payload: { data: '{{shape.result.output}}', template: '{{@id}}', separator: '\n' },
          children: ['push'],
        },
        push: {
          type: 'send-webhook',
          payload: {
            url: 'https://sink.example.com/in',
            body: { text: '{{text.result.formatted}}' },
          },
        },
      }),
    ],
    [
      'two triggers',
      definitionOf(
        {
          by_hand: { type: 'manual', children: ['work'] },
          hourly: {
            type: 'cronjob',
            payload: { rrule: 'DTSTART:20260301T000000Z\nRRULE:FREQ=HOURLY' },
            children: ['work'],
          },
          work: note('started {{root.result.triggeredAt}}'),
        },
        { triggerNodeIds: ['by_hand', 'hourly'] },
      ),
    ],
  ])('%s', (_, definition) => {
    expect(parseDefinition(definition)).toEqual({ ok: true, definition });
    expect(validate(definition, context)).toEqual([]);
    expect(compile(definition, toyCatalog).nodes).toHaveLength(
      Object.keys(definition.nodes).length,
    );
  });
});

describe('validate', () => {
  it('tells everything at once: what hangs together first, what is read last', () => {
    const definition = definitionOf({
      root: { type: 'manual', children: ['check', 'ghost'] },
      check: {
        type: 'if',
        connector: { type: 'db' },
        payload: { condition: { a: { $eq: 1 } } },
        children: ['note'],
      },
      note: { type: 'log', payload: { message: '{{other.result.message}} {{ask.name}}' } },
      other: { type: 'log', ...{ next: ['note'] } },
      pause: { type: 'delya' },
    });
    const issues = validate(definition, { catalog: toyCatalog, name: '' });
    expect(issues.map(({ nodeId, code }) => [nodeId ?? '', code])).toEqual([
      ['', 'name_empty'],
      ['pause', 'unknown_type'],
      ['other', 'unknown_field'],
      ['root', 'unknown_child'],
      ['other', 'unreachable'],
      ['pause', 'unreachable'],
      ['note', 'branch_missing'],
      ['check', 'connector_not_allowed'],
      ['check', 'condition_invalid'],
      ['note', 'placeholder_left'],
      ['note', 'not_an_ancestor'],
    ]);
  });

  it('does not judge a name that it is not given', () => {
    expect(validate(definitionOf({ root: 'manual' }), { catalog: toyCatalog })).toEqual([]);
  });

  it('runs every rule', () => {
    const bad = definitionOf({
      ask: { type: 'manual', payload: { inputSchema: 7 } },
      a: { type: 'log', children: ['a'], retry: {} },
      loop: { type: 'for-each', payload: {}, children: ['b'] },
      loop2: { type: 'for-each', payload: { array: '{{q.result}}' }, loopBody: ['b'] },
      b: { type: 'wait', payload: {} },
      c: { type: 'delay', payload: { delay: 1 } },
      d: { type: 'http-request', payload: { url: 'x', body: {} } },
      e: { type: 'regex', payload: { pattern: '(' } },
      f: { type: 'code-transform', payload: { code: '' } },
      g: { type: 'format', payload: { template: '{{x}}' } },
      h: { type: 'convert-to-wei', payload: { amount: 'x' } },
      i: { type: 'cronjob', payload: { rrule: '' } },
      q: { type: 'db-query' },
      r: { type: 'log', payload: { message: '{{q.result.x}}' } },
    });
    const checkPayload = () => [{ field: 'schema', message: 'does not fit the schema' }];
    const codes = new Set(validate(bad, { ...context, checkPayload }).map(({ code }) => code));
    for (const code of [
      'root_missing',
      'trigger_misplaced',
      'reserved_id',
      'cycle',
      'loop_body_missing',
      'retry_not_allowed',
      'field_required',
      'unknown_field',
      'text_required',
      'url_invalid',
      'regex_invalid',
      'transform_missing',
      'template_invalid',
      'token_amount_invalid',
      'schedule_without_start',
      'connector_required',
      'unknown_result_field',
      'pure_variable_type_mismatch',
      'payload_invalid',
    ] as const) {
      expect(codes).toContain(code);
    }
  });

  it('stays quick when everything is wrong', () => {
    const nodes: Record<string, { type: string; children: string[] }> = {};
    for (let n = 0; n < 1_000; n += 1) {
      nodes[`node_${n}`] = { type: `log${n}`, children: [`mode_${n}`, `node_${n - 1}`] };
    }
    expect(validate(definitionOf(nodes), context)).toHaveLength(101);
  });
});

describe('any JSON', () => {
  it('is parsed and validated without an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const parsed = parseDefinition(json);
        expectWellFormed(parsed.ok ? validate(parsed.definition, context) : parsed.issues);
      }),
      { numRuns: 300 },
    );
  });

  const id = fc.constantFrom('root', 'a', 'b', 'c', 'd', '__proto__', 'constructor', 'ask', 'x y');
  const text = fc.oneof(
    fc.string(),
    id.map((name) => `{{${name}.result.x}}`),
    fc.constantFrom(
      '{{$item.x}} and {{$parent_index}}',
      '{{$for.a.item}}',
      '{{$trigger.body.x || ask.y}}',
      '{{b.error}}{{c.payload}}',
      '{{',
      '{{__proto__.result.__proto__}}',
    ),
  );
  const json = fc.oneof(
    text,
    fc.jsonValue({ maxDepth: 3 }),
    fc.array(text, { maxLength: 3 }),
    fc.dictionary(text, text, { maxKeys: 3 }),
  );
  const key = fc.constantFrom(
    'array',
    'condition',
    'filter',
    'timeoutMs',
    'triggerType',
    'triggerConfig',
    'delayMs',
    'url',
    'body',
    'pattern',
    'code',
    'template',
    'amount',
    'wei',
    'decimals',
    'rrule',
    'inputSchema',
    'message',
    'resumes',
    '__proto__',
  );
  const node = fc.record(
    {
      type: fc.oneof(fc.constantFrom(...toyCatalog.keys(), '__proto__'), fc.string()),
      payload: fc.dictionary(key, json, { maxKeys: 4 }),
      children: fc.array(id, { maxLength: 3 }),
      loopBody: fc.array(id, { maxLength: 2 }),
      branch: fc.constantFrom('then', 'else', 'error', 'resumed', 'nope'),
      connector: fc.record({ type: fc.constantFrom('db', 'x') }),
      retry: fc.dictionary(fc.constantFrom('maxAttempts', 'backoff', 'zzz'), json, { maxKeys: 2 }),
      timeoutMs: fc.double({ noNaN: true, noDefaultInfinity: true }),
      resultSchema: fc.constant({}),
    },
    { requiredKeys: ['type', 'payload'] },
  );
  const definition = fc.record(
    {
      nodes: fc.dictionary(id, node, { maxKeys: 8 }),
      triggerNodeIds: fc.array(id, { maxLength: 3 }),
      inputSchema: fc.array(fc.record({ key: fc.string(), type: json }), { maxLength: 2 }),
      other: json,
    },
    { requiredKeys: ['nodes'] },
  );

  it('of the right outline is validated without an exception, and compiled when nothing is wrong', () => {
    fc.assert(
      fc.property(definition, (random) => {
        const parsed = parseDefinition(JSON.parse(JSON.stringify(random)));
        if (!parsed.ok) {
          expectWellFormed(parsed.issues);
          return;
        }
        const issues = validate(parsed.definition, context);
        expectWellFormed(issues);
        if (issues.length === 0) compile(parsed.definition, toyCatalog);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a random definition without a mistake', () => {
  /** What the generator decides for one node: where it hangs, and what it is. */
  const step = fc.record({
    parents: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
    intoBody: fc.boolean(),
    type: fc.constantFrom('log', 'if', 'for-each', 'wait', 'http-request', 'delay'),
    branch: fc.nat(),
    reads: fc.array(fc.nat(), { maxLength: 3 }),
  });

  const PAYLOADS: Record<string, Record<string, Json>> = {
    if: { condition: { $and: [{ '{{$trigger.x}}': { $eq: 1 } }] } },
    'for-each': { array: '{{$trigger.items}}' },
    wait: { timeoutMs: 5_000, triggerType: 'manual' },
    'http-request': { url: 'https://api.example.com', method: 'GET' },
    delay: { delayMs: 1 },
  };

  interface Built {
    id: string;
    node: WorkflowNode;
    scope: Built | undefined;
    before: Set<Built>;
  }

  function build(steps: (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): Built[] {
    const root: Built = {
      id: 'root',
      node: { type: 'manual', payload: {}, children: [] },
      scope: undefined,
      before: new Set(),
    };
    const built = [root];
    for (const [n, { parents, intoBody, type, branch, reads }] of steps.entries()) {
      const pick = (at: number): Built => built[at % built.length] ?? root;
      const first = pick(parents[0] ?? 0);
      const inside = intoBody && first.node.type === 'for-each';
      const scope = inside ? first : first.scope;
      const all = inside ? [] : [...new Set(parents.map(pick))].filter((p) => p.scope === scope);
      const mine: Built = {
        id: `n${n}`,
        node: { type, payload: { ...PAYLOADS[type] }, children: [] },
        scope,
        before: new Set(inside ? first.before : all.flatMap((p) => [p, ...p.before])),
      };
      if (type === 'for-each') mine.node.loopBody = [];
      if (inside) first.node.loopBody?.push(mine.id);
      for (const parent of all) parent.node.children?.push(mine.id);
      const outcomes = all.flatMap((p) => toyCatalog.get(p.node.type)?.branches ?? []);
      const chosen = outcomes[branch % Math.max(1, outcomes.length)];
      if (chosen !== undefined) mine.node.branch = chosen;
      const readable = [...mine.before].filter((other) => other !== root);
      const read = reads.flatMap((at) => readable[at % Math.max(1, readable.length)] ?? []);
      if (type === 'log') {
        mine.node.payload.message = [
          ...read.map((other) => `{{${other.id}.payload}}`),
          ...(scope ? [`{{$item}} {{$for.${scope.id}.index}}`] : []),
          ...(scope?.scope ? ['{{$parent_item}}'] : []),
        ].join(' ');
      }
      built.push(mine);
    }
    // A loop without a body is a mistake, so each gets one.
    for (const loop of built.filter(({ node: { loopBody } }) => loopBody?.length === 0)) {
      const body: Built = {
        id: `${loop.id}_body`,
        node: { type: 'log', payload: { message: '{{$index}}' }, children: [] },
        scope: loop,
        before: loop.before,
      };
      loop.node.loopBody = [body.id];
      built.push(body);
    }
    return built;
  }

  function depthOf({ scope }: Built): number {
    return scope ? 1 + depthOf(scope) : 0;
  }

  it('has no problems, and its plan knows every edge from both ends', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const built = build(steps);
        fc.pre(built.every((one) => depthOf(one) <= 10));
        const nodes = Object.fromEntries(built.map(({ id, node }) => [id, node]));
        const parsed = parseDefinition({ nodes });
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
        expect(validate(parsed.definition, context)).toEqual([]);

        const plan = compile(parsed.definition, toyCatalog);
        expect(plan.nodes.map(({ id }) => id)).toEqual(built.map(({ id }) => id));
        for (const [index, node] of plan.nodes.entries()) {
          const mine = built[index];
          expect(plan.nodes[node.loop ?? -1]?.id).toBe(mine?.scope?.id);
          expect(node.children.map((at) => plan.nodes[at]?.id)).toEqual(mine?.node.children);
          expect(node.body?.map((at) => plan.nodes[at]?.id)).toEqual(mine?.node.loopBody);
          expect(node.parents).toEqual(
            plan.nodes.flatMap(({ children }, at) => (children.includes(index) ? [at] : [])),
          );
          if (node.loop === undefined) continue;
          expect(plan.nodes[node.loop]?.members).toContain(index);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('beside what keeps a definition from being published', () => {
  const definition = definitionOf({
    root: { type: 'manual', children: ['hold', 'lost'] },
    hold: { type: 'wait', payload: { timeoutMs: 1_000 }, children: ['say'] },
    say: { type: 'log', payload: { message: '{{$vars.gone}} {{nobody.result}}' } },
  });
  const codes = (issues: readonly Issue[]): string[] => issues.map(({ code }) => code);

  it('there are hints at what is seldom meant', () => {
    expect(codes(hints(definition, context))).toEqual(['wait_short', 'timeout_not_handled']);
  });

  it('its variables can be judged again on their own', () => {
    const variables = { ...context, variables: [] };
    expect(codes(validateVariables(definition, variables))).toEqual(['unknown_variable']);
  });
});
