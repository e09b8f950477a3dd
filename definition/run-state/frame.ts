import type { LoadedPlan } from '../plan/load';
import type { Frame, NodeState } from './types';

/** A frame whose nodes have not started. `members` are indexes in the plan. */
export function createFrame(
  plan: LoadedPlan,
  members: readonly number[],
  entries: readonly number[],
  loop?: Frame['loop'],
): Frame {
  const nodes: Record<string, NodeState> = Object.create(null) as Record<string, NodeState>;
  const first = new Set(entries);
  for (const index of members) {
    const node = plan.nodes[index];
    if (!node) continue;
    nodes[node.id] = {
      status: 'pending',
      pending: node.parents.length,
      reached: first.has(index),
    };
  }
  return { ...(loop && { loop }), nodes, open: members.length, active: 0 };
}
