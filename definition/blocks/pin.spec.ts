import type { JsonObject } from '../json';
import type { WorkflowNode } from '../types';
import { blockReferences } from './block-node';
import { pinBlocks } from './pin';
import { blockList, type Block } from './types';

const version = (number: number): Block => ({
  ...{ id: 'blk_a', version: number, name: 'A' },
  definition: { nodes: {} },
});
const blocks = blockList([version(1), version(2)]);
const node = (payload: JsonObject, type = 'block'): WorkflowNode => ({ type, payload });

describe('pinBlocks', () => {
  it('gives the newest version to a node that names none, and leaves the others alone', () => {
    const nodes = {
      open: { ...node({ blockId: 'blk_a', inputs: { x: 1 } }), children: ['old'] },
      old: node({ blockId: 'blk_a', version: 1 }),
      unknown: node({ blockId: 'blk_none' }),
      nameless: node({}),
      other: node({ blockId: 'blk_a' }, 'log'),
    };
    expect(pinBlocks(nodes, blocks)).toStrictEqual({
      ...nodes,
      open: { ...nodes.open, payload: { blockId: 'blk_a', inputs: { x: 1 }, version: 2 } },
    });
  });

  it('gives the same nodes back when there is nothing to do', () => {
    const nodes = { old: node({ blockId: 'blk_a', version: 1 }), unknown: node({ blockId: 'b' }) };
    expect(pinBlocks(nodes, blocks)).toBe(nodes);
  });
});

describe('blockReferences', () => {
  it('names each version of a block once', () => {
    const nodes = {
      a: node({ blockId: 'blk_a', version: 1 }),
      b: node({ blockId: 'blk_a' }),
      c: node({ blockId: 'blk_a', version: 1 }),
      d: node({ blockId: 'blk_b', version: 1 }),
      e: node({ blockId: 5 }),
      f: node({ blockId: 'blk_c' }, 'log'),
    };
    expect(blockReferences(nodes)).toStrictEqual([
      { blockId: 'blk_a', version: 1 },
      { blockId: 'blk_a' },
      { blockId: 'blk_b', version: 1 },
    ]);
  });
});
