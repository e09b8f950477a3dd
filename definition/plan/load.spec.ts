import { loadPlan } from './load';
import type { Plan, PlanNode } from './types';

function node(id: string, more: Partial<PlanNode> = {}): PlanNode {
  return {
    id,
    type: 'log',
    title: 'Log',
    execution: 'inline',
    branches: [],
    parents: [],
    children: [],
    catchesError: false,
    payloadIsRead: false,
    payload: { kind: 'value', value: {} },
    secretKeys: [],
    ...more,
  };
}

describe('loadPlan', () => {
  const plan: Plan = {
    format: 1,
    nodes: [node('__proto__'), node('each', { body: [2], members: [2] }), node('in', { loop: 1 })],
  };

  it('finds nodes by id, whatever the id', () => {
    expect([...loadPlan(plan).indexById]).toEqual([
      ['__proto__', 0],
      ['each', 1],
      ['in', 2],
    ]);
  });

  it('lists the nodes outside of loops', () => {
    expect(loadPlan(plan).topLevel).toEqual([0, 1]);
  });

  it('keeps the plan it was made from', () => {
    const loaded = loadPlan(plan);
    expect(loaded.plan).toBe(plan);
    expect(loaded.nodes).toBe(plan.nodes);
  });
});
