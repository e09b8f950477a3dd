import type { Plan, PlanNode } from '../../definition/plan/types';
import { ApiError } from '../common/errors';
import { withLoops } from './plan-scopes';
import { locate } from './wait-address';

function node(id: string, loop?: number): PlanNode {
  return {
    id,
    type: 'wait',
    title: id,
    execution: 'wait',
    branches: [],
    parents: [],
    children: [],
    catchesError: false,
    payloadIsRead: false,
    payload: { kind: 'value', value: {} },
    secretKeys: [],
    ...(loop !== undefined && { loop }),
  };
}

const plan: Plan = {
  format: 1,
  nodes: [node('hold'), node('orders'), node('lines', 1), node('approve', 2)],
};

function errorOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ApiError) return error.error;
  }
  return 'none';
}

describe('locate', () => {
  it('finds a node outside of loops by its id', () => {
    expect(locate(plan, 'hold').address).toBe('hold');
    expect(locate(plan, 'hold', { stack: [] }).address).toBe('hold');
    expect(locate(plan, 'hold', null).address).toBe('hold');
  });

  it('finds a node in loops by the stack and by its address', () => {
    const stack = [
      { parentNodeId: 'orders', index: 3, total: 9 },
      { parentNodeId: 'lines', index: 0, total: 2 },
    ];
    expect(locate(plan, 'approve', { stack }).address).toBe('orders[3]/lines[0]/approve');
    expect(locate(plan, 'orders[3]/lines[0]/approve').address).toBe('orders[3]/lines[0]/approve');
  });

  it('takes the older form of one level', () => {
    expect(locate(plan, 'lines', { parentNodeId: 'orders', index: 2 }).address).toBe(
      'orders[2]/lines',
    );
  });

  it('leaves the address open when nothing says which iteration', () => {
    expect(locate(plan, 'approve')).toEqual({ node: plan.nodes[3] });
  });

  it.each([
    ['nodeNotFound', 'nobody', undefined],
    ['nodeNotFound', '__proto__', undefined],
    ['nodeNotFound', 'orders[1]/approve', undefined],
    ['nodeNotFound', 'lines[1]/orders[1]/approve', undefined],
    ['nodeNotFound', 'orders[-1]/lines', undefined],
    ['nodeNotFound', 'orders[01]/lines', undefined],
    ['nodeNotFound', 'orders/lines', undefined],
    ['nodeNotFound', '/hold', undefined],
    ['nodeNotFound', 'orders[1]/hold', undefined],
    ['nodeNotFound', 'approve', { stack: [{ parentNodeId: 'orders', index: 0 }] }],
    ['invalidFields', 'approve', { stack: 'orders' }],
    ['invalidFields', 'approve', { stack: [null] }],
    ['invalidFields', 'approve', { stack: [{ parentNodeId: 'orders', index: -1 }] }],
    ['invalidFields', 'approve', { stack: [{ parentNodeId: 'orders', index: 1.5 }] }],
    ['invalidFields', 'approve', { stack: [{ index: 1 }] }],
  ])('refuses as %s: %s %j', (error, nodeId, context) => {
    expect(errorOf(() => locate(plan, nodeId, context))).toBe(error);
  });
});

describe('withLoops', () => {
  it('adds the loops around the wanted nodes', () => {
    expect([...withLoops(plan, ['approve', 'hold'])].sort()).toEqual([
      'approve',
      'hold',
      'lines',
      'orders',
    ]);
    expect([...withLoops(null, ['x'])]).toEqual(['x']);
  });
});
