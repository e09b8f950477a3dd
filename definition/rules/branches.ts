import { BLOCK_OUTPUTS } from '../blocks/block-node';
import type { Facts, NodeFacts, Report, Rule } from './facts';
import { oneOf, quote } from './text';

const ERROR = 'error';

/** `branch` says to which outcome of its parents a node belongs. */
export const branches: Rule = (facts, report) => {
  for (const node of facts.nodes) {
    if (node.node.branch === undefined) checkMissing(node, facts, report);
    else checkBranch(node, node.node.branch, facts, report);
  }
};

function checkMissing(node: NodeFacts, facts: Facts, report: Report): void {
  // The end of a block comes after all of its nodes, whatever their outcome.
  if (node.node.type === BLOCK_OUTPUTS) return;
  const parent = parentsOf(node, facts).find(({ spec }) => (spec?.branches ?? []).length > 0);
  if (!parent?.spec?.branches) return;
  report(
    'branch_missing',
    node,
    'branch',
    `Children of \`${parent.node.type}\` need \`branch\`: ${oneOf(parent.spec.branches)}. ${quote(node.id)} follows ${quote(parent.id)} and has none.`,
  );
}

function checkBranch(node: NodeFacts, branch: string, facts: Facts, report: Report): void {
  const parents = parentsOf(node, facts);
  if (parents.length === 0) {
    // What nothing leads to is reported as unreachable.
    const starts = node.isTrigger || (facts.graph.holders[node.index] ?? []).length > 0;
    if (!starts) return;
    const what = node.isTrigger ? 'a trigger' : 'the first node of a loop body';
    const message = `\`branch\` chooses among the outcomes of a parent, and ${what} has none. Remove it.`;
    report('branch_unknown', node, 'branch', message);
    return;
  }
  if (parents.some((parent) => !parent.spec || outcomes(parent).includes(branch))) return;
  const possible = [...new Set(parents.flatMap(outcomes))];
  const names = parents.map(({ id }) => quote(id));
  report(
    'branch_unknown',
    node,
    'branch',
    possible.length === 0
      ? `${oneOf(names)} can't end in ${quote(branch)}: a trigger has no branches. Remove \`branch\`.`
      : `${oneOf(names)} can't end in ${quote(branch)}. Here \`branch\` is ${oneOf(possible)}${possible.length === 1 ? ', or left out' : ''}.`,
  );
}

/** Those whose outcome decides about the node: parents in its own scope. */
function parentsOf(node: NodeFacts, { nodes, graph }: Facts): NodeFacts[] {
  return (graph.parents[node.index] ?? []).flatMap((index) => nodes[index] ?? []);
}

/** Everything can fail, except a trigger: the run has begun by then. */
function outcomes({ spec }: NodeFacts): string[] {
  return [...(spec?.branches ?? []), ...(spec?.execution === 'trigger' ? [] : [ERROR])];
}
