import type { JsonObject } from '../json';
import { toyCatalog } from '../rules/toy-catalog';
import { blockList, type Block } from './types';
import { parseBlock, validateBlock } from './validate-block';

const log = (message: string, children: string[] = []): JsonObject => ({
  ...{ type: 'log', payload: { message }, children },
});

const inner: Block = {
  ...{ id: 'blk_inner', version: 1, name: 'Inner' },
  definition: { nodes: { say: { type: 'log', payload: { message: 'x' }, children: [] } } },
};

function problemsOf(json: unknown, id?: string): string[] {
  const parsed = parseBlock(json);
  const issues = parsed.ok
    ? validateBlock(parsed.definition, { catalog: toyCatalog, blocks: blockList([inner]) }, id)
    : parsed.issues;
  return issues.map(
    ({ code, nodeId = '', field = '', message }) => `${code} ${nodeId} ${field}: ${message}`,
  );
}

const whole = {
  nodes: {
    call: { type: 'http-request', payload: { url: '{{$inputs.url}}' }, children: ['say'] },
    say: log('{{call.result.body}} {{$vars.x}} {{$trigger.body.y}}'),
  },
  inputSchema: [{ key: 'url', type: 'string', required: true, description: 'Where.' }],
  outputSchema: [
    { key: 'status', type: 'number', sourceNode: 'call', sourceField: 'status' },
    {
      key: 'all',
      sourceNode: 'say',
      description: 'All.',
      properties: { message: { type: 'string' } },
    },
  ],
};

describe('a block', () => {
  it('is sound', () => {
    expect(problemsOf(whole)).toEqual([]);
    expect(problemsOf({ nodes: { say: log('x') } })).toEqual([]);
  });

  it('has an outline', () => {
    expect(problemsOf({ nodes: {} })).toEqual(['nodes_missing  nodes: A block needs a node.']);
    expect(
      problemsOf({ ...whole, triggerNodeIds: ['call'], outputSchema: [{ key: 'x' }] }),
    ).toEqual([
      'unknown_field  triggerNodeIds: A block has `nodes`, `inputSchema` and `outputSchema`, and no field `triggerNodeIds`.',
      'wrong_type  outputSchema: `outputSchema` is a list of outputs with `key` and `sourceNode`: [{"key": "total", "sourceNode": "sum", "sourceField": "output"}].',
    ]);
    for (const output of ['x', null, { key: 1, sourceNode: 'say' }, { key: 'a', sourceNode: 1 }]) {
      expect(problemsOf({ ...whole, outputSchema: [output] })[0]).toMatch(/^wrong_type/);
    }
    expect(problemsOf({ nodes: { root: log('x') } })).toEqual([
      'reserved_id root : `root` is the trigger of the workflow around the block. Give this node another id.',
    ]);
    expect(problemsOf('x')[0]).toMatch(/^definition_is_text/);
  });

  it('begins at one node', () => {
    expect(problemsOf({ nodes: { a: log('a', ['c']), b: log('b'), c: log('c') } })).toEqual([
      'block_entry b : A block begins at one node, and nothing leads to `a` and to `b`. List one of them in the `children` of another node.',
    ]);
    expect(problemsOf({ nodes: { a: log('a', ['b']), b: log('b', ['a']) } })[0]).toMatch(/^cycle/);
  });

  it('has no trigger of its own', () => {
    const found = problemsOf({ nodes: { start: { type: 'manual', payload: {}, children: [] } } });
    expect(found[0]).toMatch(/^trigger_misplaced start type/);
  });

  it('reads nothing that is not in it', () => {
    expect(
      problemsOf({ nodes: { say: log('{{other.result.x}} {{$inputs.n}} {{$item}}') } }),
    ).toEqual([
      'unknown_node say payload.message: There is no node `other`.',
      expect.stringMatching(/^outside_loop say/) as string,
      'block_input_unknown say payload.message: The block has no input `n`. Declare it in `inputSchema`.',
    ]);
    const near = { ...whole, nodes: { say: log('{{$inputs.ulr}}') }, outputSchema: [] };
    expect(problemsOf(near)).toEqual([
      'block_input_unknown say payload.message: The block has no input `ulr`. Did you mean `url`?',
    ]);
  });

  it('has inputs and outputs that can be read', () => {
    const nodes = {
      call: { type: 'http-request', payload: {}, children: ['each'] },
      each: { type: 'for-each', payload: { array: [1] }, loopBody: ['one'], children: [] },
      one: log('x'),
    };
    const output = { sourceNode: 'call' };
    expect(
      problemsOf({
        nodes,
        inputSchema: [{ key: 'a b' }, { key: 'c', type: 'text' }],
        outputSchema: [
          { ...output, key: '1' },
          { ...output, key: 'a', type: 'text', description: 1, properties: [], more: 1 },
          { ...output, key: 'a' },
          { key: 'b', sourceNode: 'cal' },
          { key: 'c', sourceNode: 'one' },
          { ...output, key: 'd', sourceField: 'state' },
          { ...output, key: 'e', sourceField: 5 },
          { key: 'f', sourceNode: 'root' },
          { ...output, key: 'g', sourceField: 'json.any.path' },
        ],
      }).map((text) => text.replace(/^block_schema_invalid {2}/, '')),
    ).toEqual([
      'input_schema_invalid  inputSchema.1.type: `type` is string, number, boolean, object or array.',
      'inputSchema.0.key: A `key` starts with a letter and has at most 64 letters, digits, `_` or `-`.',
      'outputSchema.0.key: A `key` starts with a letter and has at most 64 letters, digits, `_` or `-`.',
      'outputSchema.1.type: `type` is string, number, boolean, object or array.',
      'outputSchema.1.description: `description` is a text.',
      'outputSchema.1.properties: `properties` is an object.',
      'outputSchema.1.more: An output has no field `more`.',
      'outputSchema.2.key: `a` is given twice.',
      'outputSchema.3.sourceNode: The block has no node `cal`. Did you mean `call`?',
      "outputSchema.4.sourceNode: `one` runs inside the loop `each` and can't be read outside of it. What all its iterations gave is `iterations` of `each`.",
      'outputSchema.5.sourceField: `call` has no `state` in its result. It has `status`, `body` or `json`.',
      'outputSchema.6.sourceField: `sourceField` is a path into the result, such as "json.total".',
      'outputSchema.7.sourceNode: The block has no node `root`.',
    ]);
  });

  it('may use other blocks, and not itself', () => {
    const nodes = {
      a: { type: 'block', payload: { blockId: 'blk_inner', version: 1 }, children: [] },
    };
    expect(problemsOf({ nodes }, 'blk_outer')).toEqual([]);
    expect(problemsOf({ nodes }, 'blk_inner')).toEqual([
      'block_cycle a payload.blockId: The block blk_inner would hold itself. Take its node out of one of: blk_inner.',
    ]);
  });
});
