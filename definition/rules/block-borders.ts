import { bordersOf } from '../blocks/borders';
import type { Rule } from './facts';
import { quote } from './text';

/** A block begins at one node. */
export const blockBorders: Rule = ({ context: { block }, graph, nodes }, report) => {
  if (!block) return;
  const { beginnings } = bordersOf(block.definition);
  for (const id of beginnings.slice(1)) {
    const node = nodes[graph.indexById.get(id) ?? -1];
    const first = quote(beginnings[0] ?? '');
    const message = `A block begins at one node, and nothing leads to ${first} and to ${quote(id)}. List one of them in the \`children\` of another node.`;
    report('block_entry', node, undefined, message);
  }
};
