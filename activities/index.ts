import { activityInfo } from '@temporalio/activity';
import type { DeliveryStart } from '../workflows/messages';
import type {
  ActionActivity,
  ChildTask,
  EngineActivities,
  FlushTask,
  LocalActivity,
  PreparedChild,
  Timed,
} from '../workflows/port';
import { ActionError, type Action } from './action';
import { currentAttempt, withHeartbeat } from './attempt';
import type { ActivityDeps } from './deps';
import { EgressClient } from './egress/client';
import { evaluate } from './evaluate';
import { actionFailure, recordUnavailable, runEnded } from './failures';
import { runAttempt, type RunnerDeps } from './runner';
import { deliverWebhook } from './webhooks/deliver-webhook';

/** What a worker registers: the engine's own activities, and each action under its own type. */
export interface Activities extends EngineActivities {
  /** One attempt of a queued webhook; Temporal's retries make the next ones. */
  'deliver-webhook'(task: DeliveryStart): Promise<void>;
}

export function createActivities(
  deps: ActivityDeps,
  actions: ReadonlyMap<string, Action>,
): Activities & Record<string, unknown> {
  const runner: RunnerDeps = { ...deps, http: new EgressClient(deps.egress) };
  const activities: Activities = {
    'record-progress': (task) => recordProgress(deps, task),
    'settle-attempt': async (task) => timed(await deps.record.settle(task)),
    'claim-timeout': async (task) => timed(await deps.record.claimTimeout(task)),
    'trigger-workflow': (task) => withCurrentHeartbeat(() => prepareChild(deps, task)),
    'deliver-webhook': (task) => {
      const attempt = currentAttempt();
      return withHeartbeat(attempt, () => deliverWebhook(runner, task, attempt.signal));
    },
  };
  return { ...localActivities(actions), ...actionActivities(runner, actions), ...activities };
}

async function recordProgress({ record }: ActivityDeps, task: FlushTask): Promise<undefined> {
  const { workflowExecution } = activityInfo();
  if (!(await record.flush(task, workflowExecution?.runId))) throw runEnded();
}

function actionActivities(
  deps: RunnerDeps,
  actions: ReadonlyMap<string, Action>,
): Record<string, ActionActivity> {
  const regular = [...actions].filter(([, { spec }]) => spec.execution === 'activity');
  return Object.fromEntries(
    regular.map(([type, action]): [string, ActionActivity] => [
      type,
      (task) => {
        const attempt = currentAttempt();
        return withHeartbeat(attempt, () => runAttempt(deps, action, task, attempt));
      },
    ]),
  );
}

function localActivities(actions: ReadonlyMap<string, Action>): Record<string, LocalActivity> {
  const local = [...actions.values()].filter(({ spec }) => spec.execution === 'local');
  return Object.fromEntries(
    local.map((action): [string, LocalActivity] => [
      action.spec.type,
      async (input) => timed(await evaluate(action, input)),
    ]),
  );
}

function timed<T extends object>(answer: T): Timed<T> {
  return { ...answer, at: Date.now() };
}

function withCurrentHeartbeat<T>(work: () => Promise<T>): Promise<T> {
  return withHeartbeat(currentAttempt(), work);
}

async function prepareChild({ record }: ActivityDeps, task: ChildTask): Promise<PreparedChild> {
  try {
    return await record.prepareChild(task);
  } catch (error) {
    if (!(error instanceof ActionError)) throw recordUnavailable(error);
    const { code, message, retryable } = error;
    throw actionFailure({ code, message }, { nonRetryable: !retryable, recorded: false });
  }
}
