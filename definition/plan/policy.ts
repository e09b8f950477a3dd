import type { NodeSpec } from '../catalog';
import type { WorkflowNode } from '../types';
import type { ActionPolicy } from './types';

/** Attempts of an action that may be repeated. */
const SAFE_ATTEMPTS = 3;
const INITIAL_INTERVAL_MS = 1_000;
const BACKOFF = 2;
const ATTEMPT_TIMEOUT_MS = 60_000;

/** How often and how long a node is tried; undefined for what the scheduler does itself. */
export function actionPolicy(
  { execution, behaviour }: NodeSpec,
  { retry, timeoutMs }: WorkflowNode,
): ActionPolicy | undefined {
  const isAction =
    execution === 'activity' || execution === 'local' || execution === 'child-workflow';
  if (!isAction) return undefined;
  const safeToRepeat = !behaviour.sideEffects || behaviour.idempotent === true;
  return {
    maxAttempts: retry?.maxAttempts ?? behaviour.maxAttempts ?? (safeToRepeat ? SAFE_ATTEMPTS : 1),
    attemptsAreGiven: retry?.maxAttempts !== undefined,
    initialIntervalMs:
      retry?.initialIntervalMs ?? behaviour.initialIntervalMs ?? INITIAL_INTERVAL_MS,
    backoff: retry?.backoff ?? behaviour.backoff ?? BACKOFF,
    attemptTimeoutMs: behaviour.attemptTimeoutMs ?? ATTEMPT_TIMEOUT_MS,
    ...(timeoutMs !== undefined && { timeoutMs }),
    safeToRepeat,
  };
}
