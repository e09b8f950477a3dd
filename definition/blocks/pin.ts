import { setOwn } from '../json';
import type { WorkflowNode } from '../types';
import { blockReference, findBlock } from './block-node';
import type { Blocks } from './types';

type Nodes = Record<string, WorkflowNode>;

/** The nodes with a version in each that names a block without one: the newest. The same nodes when there is none. */
export function pinBlocks(nodes: Nodes, blocks: Blocks): Nodes {
  const pinned: Nodes = {};
  let isSame = true;
  for (const [id, node] of Object.entries(nodes)) {
    const isOpen = blockReference(node)?.version === undefined;
    const block = isOpen ? findBlock(node, blocks) : undefined;
    isSame &&= !block;
    const payload = block && { ...node.payload, version: block.version };
    setOwn(pinned, id, payload ? { ...node, payload } : node);
  }
  return isSame ? nodes : pinned;
}
