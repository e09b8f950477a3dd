import type { Plan, PlanNode } from './types';

/** A plan with what is looked up again and again. Made once per worker and run, never stored. */
export interface LoadedPlan {
  plan: Plan;
  nodes: readonly PlanNode[];
  indexById: ReadonlyMap<string, number>;
  /** Indexes of the nodes outside of all loops, in definition order. */
  topLevel: readonly number[];
}

export function loadPlan(plan: Plan): LoadedPlan {
  const indexById = new Map<string, number>();
  const topLevel: number[] = [];
  plan.nodes.forEach((node, index) => {
    indexById.set(node.id, index);
    if (node.loop === undefined) topLevel.push(index);
  });
  return { plan, nodes: plan.nodes, indexById, topLevel };
}
