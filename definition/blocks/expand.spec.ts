import { definitionOf } from '../rules/toy-catalog';
import type { WorkflowNode } from '../types';
import { expandBlocks } from './expand';
import { blockList, type Block } from './types';

const log = (message: string, children: string[] = []): WorkflowNode => ({
  ...{ type: 'log', payload: { message }, children },
});

const greet: Block = {
  id: 'blk_greet',
  version: 2,
  name: 'Greet',
  definition: {
    nodes: {
      fetch: {
        type: 'http-request',
        payload: { url: '{{$inputs.url}}' },
        children: ['say', 'each'],
      },
      say: log('{{fetch.result.body}} {{$trigger.body.x}}'),
      each: {
        type: 'for-each',
        payload: { array: '{{fetch.result.json}}' },
        loopBody: ['one'],
        children: [],
      },
      one: log('{{$for.each.item}}'),
    },
    inputSchema: [{ key: 'url', type: 'string', required: true }],
    outputSchema: [
      { key: 'text', type: 'string', sourceNode: 'say', sourceField: 'message' },
      { key: 'odd', sourceNode: 'fetch', sourceField: "json.a b.it's" },
      { key: 'whole', sourceNode: 'each' },
    ],
  },
};

const caller: Block = {
  id: 'blk_caller',
  version: 1,
  name: 'Caller',
  definition: {
    nodes: {
      first: log('{{$inputs.name}}', ['hi']),
      hi: {
        type: 'block',
        payload: { blockId: 'blk_greet', version: 2, inputs: { url: 'https://{{$inputs.name}}' } },
        children: [],
      },
    },
    inputSchema: [{ key: 'name' }],
    outputSchema: [{ key: 'text', sourceNode: 'hi', sourceField: 'text' }],
  },
};

const blocks = blockList([greet, caller]);
const block = (blockId: string, inputs: object, more: Partial<WorkflowNode> = {}) =>
  ({
    type: 'block',
    payload: { blockId, inputs },
    ...more,
  }) as WorkflowNode;

describe('a definition without blocks', () => {
  it('stays what it is', () => {
    const definition = definitionOf({ root: 'manual' });
    expect(expandBlocks(definition, blocks)).toEqual({ definition, problems: [] });
    expect(expandBlocks(definition, blocks).definition).toBe(definition);
  });
});

describe('a block', () => {
  const inputs = { url: '{{$trigger.body.url}}' };
  const given = {
    ...definitionOf({
      root: { type: 'manual', children: ['hello', 'after'] },
      hello: block('blk_greet', inputs, {
        branch: 'then',
        children: ['after'],
        titleOverride: 'Hi',
      }),
      after: log('{{hello.result.text}}'),
    }),
    blockExpansions: { before: {} },
  };
  const expand = () => expandBlocks(given, blocks);
  const context = { blockId: 'blk_greet', blockNodeId: 'hello', blockVersion: 2 };
  const blockContext = { ...context, inputMapping: inputs };

  it('becomes its inputs, its nodes and its end', () => {
    const { definition, problems } = expand();
    expect(problems).toEqual([]);
    expect(definition.nodes).toEqual({
      root: { type: 'manual', payload: {}, children: ['hello__inputs', 'after'] },
      hello__inputs: {
        type: 'block-inputs',
        titleOverride: 'Hi: inputs',
        payload: { inputs, inputSchema: greet.definition.inputSchema },
        children: ['hello__fetch', 'hello'],
        branch: 'then',
        blockContext: context,
      },
      hello__fetch: {
        type: 'http-request',
        payload: { url: '{{hello__inputs.result.url}}' },
        children: ['hello__say', 'hello__each'],
        blockContext,
      },
      hello__say: {
        ...log('{{hello__fetch.result.body}} {{$trigger.body.x}}', ['hello']),
        blockContext,
      },
      hello__each: {
        type: 'for-each',
        payload: { array: '{{hello__fetch.result.json}}' },
        loopBody: ['hello__one'],
        children: ['hello'],
        blockContext,
      },
      hello__one: { ...log('{{$for.hello__each.item}}'), blockContext },
      hello: {
        type: 'block-outputs',
        titleOverride: 'Hi',
        payload: {
          ...{ blockId: 'blk_greet', version: 2, inputs: '{{hello__inputs.result}}' },
          outputs: {
            text: '{{hello__say.result.message}}',
            odd: "{{hello__fetch.result.json['a b']['it\\'s']}}",
            whole: '{{hello__each.result}}',
          },
        },
        children: ['after'],
      },
      after: log('{{hello.result.text}}'),
    });
  });

  it('is told of beside the nodes', () => {
    expect(expand().definition.blockExpansions).toEqual({
      before: {},
      hello: {
        blockId: 'blk_greet',
        blockVersion: 2,
        entryNodeIds: ['hello__inputs'],
        expandedIds: ['hello__inputs', 'hello__fetch', 'hello__say', 'hello__each', 'hello__one'],
        outputSchema: greet.definition.outputSchema,
      },
    });
  });

  it('is called what it is called, where its node has no title, and has no branch of its own', () => {
    const node = block('blk_plain', {});
    const plain: Block = {
      ...{ id: 'blk_plain', version: 1, name: 'Plain' },
      definition: { nodes: { only: { type: 'log', payload: { message: 'x' } } } },
    };
    const { definition } = expandBlocks(definitionOf({ a: node }), blockList([plain]));
    const blockContext = { blockId: 'blk_plain', blockNodeId: 'a', blockVersion: 1 };
    expect(definition.nodes).toStrictEqual({
      a__inputs: {
        type: 'block-inputs',
        titleOverride: 'Plain: inputs',
        payload: { inputs: {}, inputSchema: [] },
        children: ['a__only', 'a'],
        blockContext,
      },
      a__only: {
        type: 'log',
        payload: { message: 'x' },
        blockContext: { ...blockContext, inputMapping: {} },
        children: ['a'],
      },
      a: {
        type: 'block-outputs',
        titleOverride: 'Plain',
        payload: {
          ...{ blockId: 'blk_plain', version: 1, inputs: '{{a__inputs.result}}', outputs: {} },
        },
      },
    });
    expect(definition.blockExpansions?.a).toMatchObject({ outputSchema: [] });
  });

  it('is expanded once', () => {
    const { definition } = expand();
    expect(expandBlocks(definition, blocks).definition).toBe(definition);
  });
});

describe('a block in a block', () => {
  const expand = () =>
    expandBlocks(
      definitionOf({
        root: { type: 'manual', children: ['a'] },
        a: block('blk_caller', { name: 'x' }),
      }),
      blocks,
    ).definition;

  it('reads what the outer one was given', () => {
    const definition = expand();
    expect(definition.nodes.a__hi__inputs).toMatchObject({
      payload: { inputs: { url: 'https://{{a__inputs.result.name}}' } },
      blockContext: { blockNodeId: 'a__hi', inputMapping: { name: 'x' } },
    });
    expect(definition.nodes.a__first?.blockContext).toEqual({
      ...{ blockId: 'blk_caller', blockNodeId: 'a', blockVersion: 1 },
      inputMapping: { name: 'x' },
    });
    expect(definition.nodes.a__first?.children).toEqual(['a__hi__inputs']);
    expect(definition.nodes.a__hi__fetch?.payload).toEqual({ url: '{{a__hi__inputs.result.url}}' });
  });

  it('ends before the outer one ends', () => {
    const definition = expand();
    expect(definition.nodes.a__hi).toMatchObject({
      type: 'block-outputs',
      children: ['a'],
      blockContext: { blockNodeId: 'a', blockId: 'blk_caller' },
    });
    expect(definition.nodes.a?.payload.outputs).toEqual({ text: '{{a__hi.result.text}}' });
  });

  it('is told of, and is among what the outer one became', () => {
    const definition = expand();
    expect(Object.keys(definition.blockExpansions ?? {}).sort()).toEqual(['a', 'a__hi']);
    const { expandedIds } = definition.blockExpansions?.a as { expandedIds: string[] };
    expect(expandedIds).toContain('a__hi__one');
  });
});

describe('a block that does not fit', () => {
  type Given = Parameters<typeof definitionOf>[0];
  const LIMITS = { maxDepth: 9, maxChildren: 9, maxStringLength: 99 };
  const expand = (nodes: Given, within?: string, { maxNodes = 15, maxBytes = 100_000 } = {}) =>
    expandBlocks(definitionOf(nodes), blocks, {
      ...(within !== undefined && { within }),
      limits: { ...LIMITS, maxNodes, maxBytes },
    });
  const problemsOf = (...given: Parameters<typeof expand>) =>
    expand(...given).problems.map(({ code, nodeId }) => `${code} ${nodeId}`);

  it('is unknown, and stays where it is', () => {
    const definition = definitionOf({ root: 'manual', a: block('blk_none', {}) });
    expect(expandBlocks(definition, blocks)).toEqual({
      definition: { ...definition, blockExpansions: {} },
      problems: [],
    });
  });

  it('makes ids that are there already', () => {
    expect(problemsOf({ a: block('blk_caller', {}), a__hi: 'log' })).toEqual([
      'block_id_taken a__hi',
    ]);
    expect(problemsOf({ a__hi: 'log', a: block('blk_caller', {}) })).toEqual(['block_id_taken a']);
  });

  it('makes ids that are too long', () => {
    const long = 'x'.repeat(60);
    const { problems } = expand({ [long]: block('blk_greet', {}) });
    expect(problems.map(({ code, nodeId }) => `${code} ${nodeId}`)).toEqual(
      Array<string>(5).fill(`node_id_invalid ${long}`),
    );
    expect(problems[0]?.message).toBe(
      `\`${long}__inputs\`, as the block makes it: An id has 1 to 64 letters, digits, \`_\` or \`-\`; this one has 68.`,
    );
  });

  it('holds itself, and is not opened', () => {
    const { problems, definition } = expand({ a: block('blk_caller', {}) }, 'blk_greet');
    expect(problems).toEqual([
      {
        code: 'block_cycle',
        nodeId: 'a',
        message:
          'The block blk_greet would hold itself. Take its node out of one of: blk_greet, blk_caller.',
      },
    ]);
    expect(Object.keys(definition.nodes)).toEqual(['a__inputs', 'a__first', 'a']);
  });

  it('fills a definition to its last node and byte, and no more', () => {
    const nodes = { a: block('blk_greet', {}) };
    expect(problemsOf(nodes, undefined, { maxNodes: 6 })).toEqual([]);
    expect(problemsOf(nodes, undefined, { maxNodes: 5 })).toEqual(['too_many_nodes a']);
    expect(problemsOf(nodes, undefined, { maxBytes: 2_000 })).toEqual([]);
    const { problems, definition } = expand(nodes, undefined, { maxBytes: 500 });
    expect(problems).toEqual([
      {
        code: 'too_many_nodes',
        nodeId: 'a',
        message:
          'With its blocks in their places a definition has at most 15 nodes and 500 bytes, and here it gets more. Move a part into a workflow of its own and start it with `trigger-workflow`.',
      },
    ]);
    expect(Object.keys(definition.nodes).length).toBeLessThan(6);
  });

  it('has too many nodes, which is said once', () => {
    const nodes = {
      a: block('blk_caller', {}),
      b: block('blk_caller', {}),
      c: block('blk_greet', {}),
    };
    expect(problemsOf({ a: nodes.a, b: nodes.b })).toEqual(['too_many_nodes b']);
    expect(problemsOf(nodes)).toEqual(['too_many_nodes b']);
  });

  it('is nested too deep', () => {
    const chain = [1, 2, 3, 4, 5, 6].map((level): Block => ({
      ...{ id: `blk_${level}`, version: 1, name: `${level}` },
      definition: { nodes: { n: block(`blk_${level + 1}`, {}) } },
    }));
    const last = { ...greet, id: 'blk_7' };
    const expand = (id: string) =>
      expandBlocks(definitionOf({ a: block(id, {}) }), blockList([...chain, last]));
    expect(expand('blk_3').problems).toEqual([]);
    expect(Object.keys(expand('blk_2').definition.nodes)).not.toContain('a__n__n__n__n__n__inputs');
    expect(expand('blk_2').problems).toEqual([
      {
        code: 'block_too_deep',
        nodeId: 'a',
        message: 'Blocks are nested at most 5 deep.',
      },
    ]);
  });
});
