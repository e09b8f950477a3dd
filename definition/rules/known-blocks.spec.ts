import { blockList, type Block } from '../blocks/types';
import type { JsonObject } from '../json';
import { knownBlocks } from './known-blocks';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

const block = (version: number): Block => ({
  ...{ id: 'blk_a', version, name: 'A' },
  definition: { nodes: {} },
});

function judge(payload: JsonObject): string[] {
  const definition = definitionOf({ root: { type: 'manual' }, use: { type: 'block', payload } });
  const context = { catalog: toyCatalog, blocks: blockList([block(1), block(2)]) };
  return runRules([knownBlocks], definition, context).map(
    ({ code, nodeId, field, message }) => `${code} ${nodeId} ${field}: ${message}`,
  );
}

describe('a block node', () => {
  it.each<JsonObject>([
    { blockId: 'blk_a' },
    { blockId: 'blk_a', version: 1 },
    { blockId: 'blk_a', version: 2 },
  ])('takes %j', (payload) => {
    expect(judge(payload)).toEqual([]);
  });

  it('names a block that there is', () => {
    expect(judge({ blockId: 'blk_b' })).toEqual([
      'unknown_block use payload.blockId: There is no block `blk_b`. `GET /v1/blocks` lists what there is.',
    ]);
    expect(judge({ blockId: 'blk_a', version: 3 })).toEqual([
      'unknown_block use payload.version: The block `blk_a` has no version 3; its newest is 2.',
    ]);
  });

  it.each<JsonObject>([{}, { blockId: 5 }, { blockId: null }])('says which in %j', (payload) => {
    expect(judge(payload)).toEqual([
      'unknown_block use payload.blockId: `blockId` names the block: "blk_...". `GET /v1/blocks` lists what there is.',
    ]);
  });

  it('is unknown where no blocks are known', () => {
    const definition = definitionOf({ use: { type: 'block', payload: { blockId: 'blk_a' } } });
    expect(runRules([knownBlocks], definition, { catalog: toyCatalog })).toHaveLength(1);
  });
});
