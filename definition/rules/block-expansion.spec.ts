import { blockList } from '../blocks/types';
import { validate } from '../validate';
import { blockExpansion } from './block-expansion';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

const blocks = blockList([
  {
    ...{ id: 'blk_a', version: 1, name: 'A' },
    definition: {
      nodes: { say: { type: 'log', payload: { message: '{{$vars.name}}' }, children: [] } },
    },
  },
]);
const use = { type: 'block', payload: { blockId: 'blk_a' } };

describe('blocks in their places', () => {
  it('are in nobody’s way', () => {
    const definition = definitionOf({ root: { type: 'manual', children: ['use'] }, use });
    expect(runRules([blockExpansion], definition, { catalog: toyCatalog, blocks })).toEqual([]);
  });

  it('make no node that is there already', () => {
    const definition = definitionOf({ use, use__say: 'log' });
    expect(runRules([blockExpansion], definition, { catalog: toyCatalog, blocks })).toEqual([
      {
        type: 'nodes',
        code: 'block_id_taken',
        nodeId: 'use__say',
        nodeName: 'Log',
        field: 'payload.blockId',
        message:
          'The block makes a node `use__say`, and there is one already. Give one of the two another id.',
      },
    ]);
  });

  it('are judged by every rule, once the definition itself is sound', () => {
    const definition = definitionOf({ root: { type: 'manual', children: ['use'] }, use });
    const context = { catalog: toyCatalog, blocks, variables: [] };
    expect(validate(definition, context).map(({ code, nodeId }) => [code, nodeId])).toEqual([
      ['unknown_variable', 'use__say'],
    ]);
    const declared = {
      ...definition,
      variableDefs: [{ name: 'name', type: 'text', lifetime: 'reset' }],
    };
    expect(validate(declared, context)).toEqual([]);
  });

  it('end after an `if`, whatever its outcome', () => {
    const condition = { $and: [{ '{{$trigger.body.n}}': { $gt: 5 } }] };
    const ends = blockList([
      {
        ...{ id: 'blk_a', version: 1, name: 'A' },
        definition: { nodes: { check: { type: 'if', payload: { condition }, children: [] } } },
      },
    ]);
    const definition = definitionOf({ root: { type: 'manual', children: ['use'] }, use });
    expect(validate(definition, { catalog: toyCatalog, blocks: ends })).toEqual([]);
  });
});
