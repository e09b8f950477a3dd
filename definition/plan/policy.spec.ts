import type { ActionBehaviour, Execution } from '../catalog';
import { toySpec } from '../rules/toy-catalog';
import type { WorkflowNode } from '../types';
import { actionPolicy } from './policy';

function policyOf(
  behaviour: ActionBehaviour,
  node: Partial<WorkflowNode> = {},
  execution: Execution = 'activity',
): unknown {
  return actionPolicy(toySpec('toy', { behaviour, execution }), {
    type: 'toy',
    payload: {},
    ...node,
  });
}

const defaults = {
  attemptsAreGiven: false,
  initialIntervalMs: 1_000,
  backoff: 2,
  attemptTimeoutMs: 60_000,
};

describe('actionPolicy', () => {
  it.each<[ActionBehaviour, number, boolean]>([
    [{ sideEffects: false }, 3, true],
    [{ sideEffects: false, idempotent: false }, 3, true],
    [{ sideEffects: true }, 1, false],
    [{ sideEffects: true, idempotent: false }, 1, false],
    [{ sideEffects: true, idempotent: true }, 3, true],
  ])('of %j tries %i times', (behaviour, maxAttempts, safeToRepeat) => {
    expect(policyOf(behaviour)).toEqual({ ...defaults, maxAttempts, safeToRepeat });
  });

  it('follows the catalog', () => {
    const behaviour = {
      sideEffects: true,
      maxAttempts: 7,
      initialIntervalMs: 50,
      backoff: 3,
      attemptTimeoutMs: 900,
    };
    expect(policyOf(behaviour)).toEqual({
      maxAttempts: 7,
      attemptsAreGiven: false,
      initialIntervalMs: 50,
      backoff: 3,
      attemptTimeoutMs: 900,
      safeToRepeat: false,
    });
  });

  it('follows the node before the catalog', () => {
    const behaviour = { sideEffects: false, maxAttempts: 7, initialIntervalMs: 50, backoff: 3 };
    const retry = { maxAttempts: 2, initialIntervalMs: 10, backoff: 1 };
    expect(policyOf(behaviour, { retry, timeoutMs: 5_000 })).toEqual({
      maxAttempts: 2,
      attemptsAreGiven: true,
      initialIntervalMs: 10,
      backoff: 1,
      attemptTimeoutMs: 60_000,
      timeoutMs: 5_000,
      safeToRepeat: true,
    });
    expect(policyOf(behaviour, { retry: { backoff: 4 } })).toMatchObject({
      maxAttempts: 7,
      attemptsAreGiven: false,
      initialIntervalMs: 50,
      backoff: 4,
    });
  });

  it.each<[Execution, boolean]>([
    ['activity', true],
    ['local', true],
    ['child-workflow', true],
    ['trigger', false],
    ['inline', false],
    ['delay', false],
    ['wait', false],
    ['for-each', false],
  ])('is there for %s: %s', (execution, expected) => {
    expect(policyOf({ sideEffects: false }, {}, execution) !== undefined).toBe(expected);
  });
});
