import { enclosingLoops } from '../graph';
import { MAX_LOOP_NESTING } from '../limits';
import type { Rule } from './facts';
import { quote } from './text';

/** `loopBody` belongs to `for-each`, which needs one; loops are nested only so deep. */
export const loops: Rule = ({ nodes, graph }, report) => {
  for (const node of nodes) {
    const body = node.node.loopBody ?? [];
    const isLoop = node.spec?.execution === 'for-each';
    if (node.spec && !isLoop && body.length > 0) {
      report(
        'loop_body_not_allowed',
        node,
        'loopBody',
        `Only a \`for-each\` has a \`loopBody\`. List what follows ${quote(node.id)} in its \`children\`.`,
      );
    }
    if (isLoop && body.length === 0) {
      const swapped = (node.node.children ?? []).length > 0;
      report(
        'loop_body_missing',
        node,
        'loopBody',
        `\`for-each\` needs \`loopBody\`: the ids of the nodes that run once for each item.${swapped ? ' Its `children` run once, after the last item.' : ''}`,
      );
    }
    // Reported where the limit is passed, not again for the loops further in.
    if (isLoop && enclosingLoops(graph, node.index).length === MAX_LOOP_NESTING) {
      report(
        'loop_too_deep',
        node,
        undefined,
        `Loops are nested at most ${MAX_LOOP_NESTING} deep. Move the inner loops into a workflow of their own and start it with \`trigger-workflow\`.`,
      );
    }
  }
};
