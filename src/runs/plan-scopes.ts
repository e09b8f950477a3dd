import type { Plan, PlanNode } from '../../definition/plan/types';

/** Ids of the loops around a node, the outermost first. */
export function loopsAround(plan: Plan, node: PlanNode): string[] {
  const loops: string[] = [];
  let loop = node.loop === undefined ? undefined : plan.nodes[node.loop];
  while (loop !== undefined) {
    loops.unshift(loop.id);
    loop = loop.loop === undefined ? undefined : plan.nodes[loop.loop];
  }
  return loops;
}

/** The ids, and those of the loops around them. */
export function withLoops(plan: Plan | null, nodeIds: readonly string[]): Set<string> {
  const wanted = new Set(nodeIds);
  for (const node of plan?.nodes ?? []) {
    if (plan === null || !nodeIds.includes(node.id)) continue;
    for (const loop of loopsAround(plan, node)) wanted.add(loop);
  }
  return wanted;
}
