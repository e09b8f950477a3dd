import type { NodeFacts, Report, Rule } from './facts';
import { didYouMean, quote } from './text';

/** `children` and `loopBody` name nodes that exist, each once, and no trigger. */
export const childLists: Rule = ({ nodes, graph }, report) => {
  for (const node of nodes) {
    checkList(node, 'children', nodes, graph.indexById, report);
    checkList(node, 'loopBody', nodes, graph.indexById, report);
  }
};

function checkList(
  node: NodeFacts,
  list: 'children' | 'loopBody',
  nodes: readonly NodeFacts[],
  indexById: ReadonlyMap<string, number>,
  report: Report,
): void {
  const seen = new Set<string>();
  node.node[list]?.forEach((id, position) => {
    const field = `${list}.${position}`;
    const index = indexById.get(id);
    if (seen.has(id)) {
      report('duplicate_child', node, field, `${quote(id)} is listed twice. List it once.`);
    } else if (index === undefined) {
      const message = () => `There is no node ${quote(id)}.${didYouMean(id, indexById.keys())}`;
      report('unknown_child', node, field, message);
    } else if (nodes[index]?.isTrigger) {
      const message = `${quote(id)} is a trigger: a run starts there, and nothing leads to it.`;
      report('trigger_has_parent', node, field, message);
    }
    seen.add(id);
  });
}
