import type { Rule } from './facts';
import { quote } from './text';

/** A path leads from a trigger to every node. Of a part that is cut off, its first nodes are reported. */
export const reachability: Rule = ({ nodes, graph }, report) => {
  // Without a trigger nothing is reached, and that is the problem to mend.
  if (graph.triggers.length === 0) return;
  for (const index of graph.strays) {
    const node = nodes[index];
    // A trigger in the wrong place has its own message.
    if (!node || node.spec?.execution === 'trigger') continue;
    report(
      'unreachable',
      node,
      undefined,
      `No path leads from the trigger to ${quote(node.id)}. List it in the \`children\` of the node it follows, or remove it.`,
    );
  }
};
