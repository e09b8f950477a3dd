import { buildGraph, TOP } from '../graph';
import type { BlockDefinition } from './types';

/** Where a block begins and where it ends. */
export interface Borders {
  /** The nodes that nothing in the block leads to: one, in a sound block. */
  beginnings: string[];
  /** Those outside of its loops that lead to nothing. */
  ends: string[];
}

export function bordersOf({ nodes }: Pick<BlockDefinition, 'nodes'>): Borders {
  const led = new Set<string>();
  for (const { children = [], loopBody = [] } of Object.values(nodes)) {
    for (const id of [...children, ...loopBody]) led.add(id);
  }
  const beginnings = Object.keys(nodes).filter((id) => !led.has(id));
  const { scope } = buildGraph({ nodes, triggerNodeIds: beginnings });
  const ends = Object.entries(nodes).flatMap(([id, { children = [] }], index) =>
    scope[index] === TOP && children.length === 0 ? [id] : [],
  );
  return { beginnings, ends };
}
