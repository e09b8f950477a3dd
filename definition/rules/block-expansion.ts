import { expandBlocks } from '../blocks/expand';
import type { Rule } from './facts';

/** Blocks fit into the definition: none holds itself, and they are not too many, too deep or in the way of other nodes. */
export const blockExpansion: Rule = ({ definition, context, nodes, graph, blocks }, report) => {
  const { problems } = expandBlocks(definition, blocks, {
    ...(context.block?.id !== undefined && { within: context.block.id }),
  });
  for (const { code, nodeId, message } of problems) {
    const node = nodes[graph.indexById.get(nodeId) ?? -1];
    report(code, node, node && 'payload.blockId', message);
  }
};
