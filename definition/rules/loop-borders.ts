import { TOP, type Graph } from '../graph';
import type { NodeFacts, Rule } from './facts';
import { quote } from './text';

/** A node runs either in the body of one loop or outside of it. */
export const loopBorders: Rule = ({ nodes, graph }, report) => {
  const inCycle = new Set(graph.cycles.flat());
  for (const index of graph.torn) {
    const node = nodes[index];
    if (!node || inCycle.has(index)) continue;
    const [one, other] = places(node, nodes, graph);
    report(
      'node_in_two_scopes',
      node,
      undefined,
      `${quote(node.id)} runs ${one ?? ''} and ${other ?? ''}. A node has one place: what follows a whole loop goes into the \`children\` of its \`for-each\`, what repeats into its \`loopBody\`.`,
    );
  }
};

/** Where a node would run by each of those that lead to it, different places only. */
function places(node: NodeFacts, nodes: readonly NodeFacts[], graph: Graph): string[] {
  const byScope = new Map<number, string>();
  const add = (scope: number, text: string) => {
    if (!byScope.has(scope)) byScope.set(scope, text);
  };
  const name = (index: number) => quote(nodes[index]?.id ?? '');
  for (const parent of graph.parents[node.index] ?? []) {
    const scope = graph.scope[parent] ?? TOP;
    const where = scope === TOP ? 'outside of all loops' : `in the loop ${name(scope)}`;
    add(scope, `${where} (after ${name(parent)})`);
  }
  for (const loop of graph.holders[node.index] ?? []) {
    add(loop, `in the loop ${name(loop)} (by its \`loopBody\`)`);
  }
  return [...byScope.values()];
}
