import { blockList } from '../blocks/types';
import type { JsonObject } from '../json';
import { definitionOf, toyCatalog, toySpec } from '../rules/toy-catalog';
import type { WorkflowDefinition } from '../types';
import { compile } from './compile';
import type { PlanNode } from './types';

const catalog = new Map(toyCatalog).set(
  'charge',
  toySpec('charge', { secretKeys: ['card.number'], connector: { type: 'bank', required: true } }),
);

function planOf(definition: WorkflowDefinition): Record<string, PlanNode> {
  return Object.fromEntries(compile(definition, catalog).nodes.map((node) => [node.id, node]));
}

describe('compile', () => {
  it('gives the quickstart its plan', () => {
    const schema = { type: 'object', properties: { message: { type: 'string' } } };
    const definition = definitionOf({
      root: { type: 'manual', payload: { inputSchema: schema }, children: ['log_message'] },
      log_message: {
        type: 'log',
        payload: { message: 'Incoming message: {{$trigger.body.message}}' },
        children: [],
      },
    });
    expect(compile(definition, catalog)).toEqual({
      format: 1,
      nodes: [
        {
          id: 'root',
          type: 'manual',
          title: 'Manual',
          execution: 'trigger',
          branches: [],
          parents: [],
          children: [1],
          catchesError: false,
          payloadIsRead: false,
          payload: { kind: 'value', value: { inputSchema: schema } },
          secretKeys: [],
        },
        {
          id: 'log_message',
          type: 'log',
          title: 'Log',
          execution: 'inline',
          branches: [],
          parents: [0],
          children: [],
          catchesError: false,
          payloadIsRead: false,
          payload: {
            kind: 'object',
            entries: [
              [
                'message',
                {
                  kind: 'text',
                  parts: [
                    'Incoming message: ',
                    {
                      kind: 'reference',
                      root: { kind: 'trigger', part: 'result' },
                      path: ['body', 'message'],
                    },
                  ],
                },
              ],
            ],
          },
          secretKeys: [],
        },
      ],
    });
  });

  it('keeps nodes in the order of the definition and children in that of their list', () => {
    const { nodes } = compile(
      definitionOf({
        b: 'log',
        root: { type: 'manual', children: ['c', 'b'] },
        c: { type: 'log', children: ['b'] },
      }),
      catalog,
    );
    expect(nodes.map(({ id }) => id)).toEqual(['b', 'root', 'c']);
    expect(nodes[1]?.children).toEqual([2, 0]);
    expect(nodes[0]?.parents).toEqual([1, 2]);
  });

  it('knows the scopes of loops', () => {
    const plan = planOf(
      definitionOf({
        root: { type: 'manual', children: ['outer'] },
        outer: { type: 'for-each', loopBody: ['b', 'a'], children: ['end'] },
        a: { type: 'for-each', loopBody: ['deep'] },
        b: { type: 'log', children: ['a'] },
        deep: 'log',
        end: 'log',
      }),
    );
    expect(plan.outer).toMatchObject({ body: [3, 2], members: [2, 3], children: [5] });
    expect(plan.a).toMatchObject({ loop: 1, body: [4], members: [4], parents: [3] });
    expect(plan.b).toMatchObject({ loop: 1, parents: [], children: [2] });
    expect(plan.deep).toMatchObject({ loop: 2, parents: [] });
    expect(plan.end).toMatchObject({ parents: [1] });
    for (const id of ['root', 'outer', 'end']) expect(plan[id]).not.toHaveProperty('loop');
    for (const id of ['root', 'b', 'end']) {
      expect(plan[id]).not.toHaveProperty('body');
      expect(plan[id]).not.toHaveProperty('members');
    }
  });

  it('takes branches, titles, connectors and secrets over', () => {
    const connector = { type: 'bank', id: 'conn_1' };
    const plan = planOf(
      definitionOf({
        root: { type: 'manual', titleOverride: 'By hand', children: ['check'] },
        check: {
          type: 'if',
          payload: { condition: { $and: [{ a: { $eq: 1 } }] } },
          children: ['pay'],
        },
        pay: { type: 'charge', branch: 'then', connector },
      }),
    );
    expect(plan.root?.title).toBe('By hand');
    expect(plan.check).toMatchObject({ branches: ['then', 'else'], title: 'If' });
    expect(plan.check).not.toHaveProperty('branch');
    expect(plan.check).not.toHaveProperty('connector');
    expect(plan.pay).toMatchObject({ branch: 'then', connector, secretKeys: ['card.number'] });
  });

  it('tells which nodes have their errors caught', () => {
    const plan = planOf(
      definitionOf({
        root: { type: 'manual', children: ['a', 'b'] },
        a: { type: 'log', children: ['caught', 'next'] },
        b: { type: 'log', children: ['caught'] },
        next: { type: 'log', children: [] },
        caught: { type: 'log', branch: 'error' },
      }),
    );
    const catching = Object.values(plan).filter(({ catchesError }) => catchesError);
    expect(catching.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('tells whose payload is read', () => {
    const plan = planOf(
      definitionOf(
        {
          one: { type: 'manual', children: ['a'] },
          two: { type: 'manual', children: ['a'] },
          a: { type: 'log', payload: { message: 'x' }, children: ['b'] },
          b: { type: 'log', payload: { deep: ['{{a.payload.message}} {{root.payload.x}}'] } },
          c: { type: 'log', payload: { message: '{{a.result.x}} {{$trigger.x}} {{b.error}}' } },
        },
        { triggerNodeIds: ['one', 'two'] },
      ),
    );
    const read = Object.values(plan).filter(({ payloadIsRead }) => payloadIsRead);
    expect(read.map(({ id }) => id)).toEqual(['one', 'two', 'a']);
  });

  it('takes the payload of a node for that of no trigger', () => {
    const plan = planOf(
      definitionOf({
        root: { type: 'manual', children: ['a'] },
        a: { type: 'log', children: ['b'] },
        b: { type: 'log', payload: { message: '{{a.payload.message}}' } },
      }),
    );
    expect([plan.root?.payloadIsRead, plan.a?.payloadIsRead]).toEqual([false, true]);
  });

  it('tells what a run needs to know at its start', () => {
    const needs = (last: Parameters<typeof definitionOf>[0][string]) => {
      const { nodes: _, ...rest } = compile(
        definitionOf({ root: { type: 'manual', children: ['a'] }, a: last }),
        catalog,
      );
      return rest;
    };
    const log = (message: string) => ({ type: 'log', payload: { message } });
    expect(needs(log('{{$org.name}}'))).toStrictEqual({ format: 1, usesOrganization: true });
    expect(needs(log('{{$vars.n}}'))).toStrictEqual({ format: 1, usesVariables: true });
    expect(needs({ type: 'set-variable', payload: { name: 'n', value: 1 } })).toStrictEqual({
      ...{ format: 1, usesVariables: true },
    });
    expect(needs(log('{{$trigger.n}} {{$workflow.id}} {{$inputs.n}}'))).toStrictEqual({
      format: 1,
    });
  });

  it('gives actions their policy, and nobody else', () => {
    const plan = planOf(
      definitionOf({
        root: { type: 'manual', children: ['get', 'note'] },
        get: { type: 'http-request', retry: { maxAttempts: 4 }, timeoutMs: 9_000 },
        note: 'log',
      }),
    );
    expect(plan.get?.action).toEqual({
      maxAttempts: 4,
      attemptsAreGiven: true,
      initialIntervalMs: 1_000,
      backoff: 2,
      attemptTimeoutMs: 60_000,
      timeoutMs: 9_000,
      safeToRepeat: false,
    });
    expect(plan.note).not.toHaveProperty('action');
  });

  it('keeps conditions, code, templates and secrets as what they are', () => {
    const plan = planOf(
      definitionOf({
        root: { type: 'manual', children: ['keep', 'shape', 'text', 'pay'] },
        keep: {
          type: 'filter',
          payload: { array: [], filter: { $or: [{ 'a.b': { $exists: true } }] } },
        },
        shape: { type: 'code-transform', payload: { code: '{{1}}' } },
        text: { type: 'format', payload: { template: '{{@id}}', data: '{{$trigger.x}}' } },
        pay: { type: 'charge', payload: { token: { $secret: 'sec_1' } } },
      }),
    );
    expect(plan.keep?.payload).toEqual({
      kind: 'object',
      entries: [
        ['array', { kind: 'value', value: [] }],
        [
          'filter',
          {
            kind: 'condition',
            condition: {
              kind: 'or',
              conditions: [
                {
                  kind: 'comparison',
                  left: { kind: 'field', path: ['a', 'b'] },
                  operator: '$exists',
                  right: { kind: 'value', value: true },
                },
              ],
            },
          },
        ],
      ],
    });
    expect(plan.shape?.payload).toEqual({ kind: 'value', value: { code: '{{1}}' } });
    expect(plan.text?.payload).toMatchObject({
      kind: 'object',
      entries: [
        ['template', { kind: 'value', value: '{{@id}}' }],
        ['data', { kind: 'expression' }],
      ],
    });
    expect(plan.pay?.payload).toEqual({ kind: 'value', value: { token: { $secret: 'sec_1' } } });
  });

  it('gives the same bytes for the same definition', () => {
    const json = JSON.stringify(
      definitionOf({
        root: { type: 'manual', children: ['each'] },
        each: { type: 'for-each', payload: { array: '{{$trigger.items}}' }, loopBody: ['a'] },
        a: { type: 'http-request', payload: { url: 'https://x/{{$item.id}}', method: 'GET' } },
      }),
    );
    const once = () => JSON.stringify(compile(JSON.parse(json) as WorkflowDefinition, catalog));
    expect(once()).toBe(once());
    expect(JSON.parse(once())).toEqual(compile(JSON.parse(json) as WorkflowDefinition, catalog));
  });

  it('shares nothing that can change with the definition and the catalog', () => {
    const definition = definitionOf({ root: 'manual', check: 'if' });
    const plan = compile(definition, catalog);
    plan.nodes[1]?.branches.push('maybe');
    expect(catalog.get('if')?.branches).toEqual(['then', 'else']);
  });

  it('keeps ids and keys that are names of JavaScript', () => {
    const payload = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}') as JsonObject;
    const { nodes } = compile(
      definitionOf({
        root: { type: 'manual', children: ['__proto__'] },
        ['__proto__']: { type: 'log', payload },
      }),
      catalog,
    );
    expect(nodes[1]).toMatchObject({ id: '__proto__', parents: [0] });
    expect(JSON.stringify(nodes[1]?.payload)).toBe(
      '{"kind":"value","value":{"__proto__":{"a":1},"constructor":2}}',
    );
  });

  it('keeps what `$inputs` reads in a node of a block, where the node reads it', () => {
    const blockContext = { inputMapping: { n: '{{$vars.count}}', all: '{{first.payload.x}}' } };
    const plan = compile(
      definitionOf({
        root: { type: 'manual', children: ['first'] },
        first: { type: 'log', payload: { x: '{{$inputs.n}}' }, children: ['second'] },
        second: { type: 'log', payload: { x: '{{$inputs.n}}' }, children: ['third'], blockContext },
        third: { type: 'log', payload: { x: '{{$trigger.y}}' }, blockContext },
      }),
      catalog,
    );
    const [, first, second, third] = plan.nodes;
    expect(plan.usesVariables).toBe(true);
    expect(first).toMatchObject({ payloadIsRead: true });
    expect(first).not.toHaveProperty('inputs');
    expect(second?.inputs).toMatchObject({ kind: 'object' });
    expect(third).not.toHaveProperty('inputs');
  });

  it('puts blocks in their places', () => {
    const block = {
      ...{ id: 'blk_a', version: 1, name: 'A' },
      definition: { nodes: { say: { type: 'log', payload: { message: 'x' } } } },
    };
    const use = { type: 'block', payload: { blockId: 'blk_a' }, children: ['rescue'] };
    const definition = definitionOf({
      root: { type: 'manual', children: ['use'] },
      use,
      rescue: { type: 'log', branch: 'error' },
    });
    const { nodes } = compile(definition, catalog, blockList([block]));
    expect(nodes.map(({ id, failsBlock }) => [id, failsBlock])).toEqual([
      ['root', undefined],
      ['use__inputs', 3],
      ['use__say', 3],
      ['use', undefined],
      ['rescue', undefined],
    ]);
    expect(() => compile(definition, catalog)).toThrow('not validated: a block is unknown');
  });

  it('throws for what was not validated', () => {
    expect(() => compile(definitionOf({ root: 'no-such' }), catalog)).toThrow(
      'not validated: the type no-such is unknown',
    );
    const broken = definitionOf({ root: { type: 'log', payload: { a: { b: '{{' } } } });
    expect(() => compile(broken, catalog)).toThrow('not validated: payload.a.b: The `{{`');
  });
});
