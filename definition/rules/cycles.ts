import type { Rule } from './facts';
import { quote } from './text';

/** Longer circles are shown with a gap. */
const SHOWN = 10;

/** A run goes forward only: what repeats is the body of a `for-each`. */
export const cycles: Rule = ({ nodes, graph }, report) => {
  for (const cycle of graph.cycles) {
    const from = nodes[cycle.at(-2) ?? -1];
    const to = nodes[cycle.at(-1) ?? -1];
    if (!from || !to) continue;
    const backToLoop = graph.scope[from.index] === to.index;
    const mend = backToLoop
      ? `The body of a loop ends by itself: take ${quote(to.id)} out of the \`children\` of ${quote(from.id)}.`
      : `Take one of these steps out; to repeat nodes, list them in the \`loopBody\` of a \`for-each\`.`;
    const path = shorten(cycle.map((index) => nodes[index]?.id ?? ''));
    report('cycle', from, undefined, `These nodes lead back to themselves: ${path}. ${mend}`);
  }
};

function shorten(ids: readonly string[]): string {
  const shown = ids.length > SHOWN ? [...ids.slice(0, 6), '...', ...ids.slice(-3)] : ids;
  return shown.join(' -> ');
}
