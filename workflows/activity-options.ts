import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';
import { ActivityCancellationType } from '@temporalio/workflow';
import type { ActionPolicy } from '../definition/plan/types';

/** Added to an attempt's own time for its two writes to the record. */
const RECORD_MARGIN_MS = 15_000;

/**
 * Temporal repeats an action without a limit of its own: the record counts the attempts that really
 * began and ends them, so that an outage of the database uses none up.
 */
export function actionOptions(policy: ActionPolicy, summary: string): ActivityOptions {
  return {
    summary,
    startToCloseTimeout: policy.attemptTimeoutMs + RECORD_MARGIN_MS,
    ...(policy.timeoutMs !== undefined && { scheduleToCloseTimeout: policy.timeoutMs }),
    heartbeatTimeout: '10s',
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry: {
      initialInterval: policy.initialIntervalMs,
      backoffCoefficient: policy.backoff,
      maximumInterval: Math.max(60_000, policy.initialIntervalMs),
    },
  };
}

/**
 * Work of the engine's own: quick, safe to repeat, one history event. Given up after 5 seconds: Temporal
 * ends an attempt that hangs then, and the number of attempts ends those that fail at once. More would outlast a
 * workflow task, see `WORKFLOW_TASK_TIMEOUT`.
 */
export const LOCAL_OPTIONS: LocalActivityOptions = {
  startToCloseTimeout: '4s',
  scheduleToCloseTimeout: '5s',
  retry: {
    initialInterval: 100,
    backoffCoefficient: 2,
    maximumInterval: 1000,
    maximumAttempts: 8,
  },
};

/** The same work when the database is away: as a regular activity, until it is back. */
export const FALLBACK_OPTIONS: ActivityOptions = {
  startToCloseTimeout: '15s',
  retry: { initialInterval: 1000, backoffCoefficient: 2, maximumInterval: 30_000 },
};
