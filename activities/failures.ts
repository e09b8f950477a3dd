import { ApplicationFailure } from '@temporalio/common';
import type { RunError } from '../definition/progress';
import { ActionError } from './action';
import type { SecretMask } from './secrets';

const MAX_MESSAGE = 1_000;

/** The database did not answer: Temporal tries again, and no attempt of the action is used up. */
export function recordUnavailable(cause: unknown): ApplicationFailure {
  return ApplicationFailure.create({
    message: 'The record of the run is not available',
    type: 'record_unavailable',
    nonRetryable: false,
    ...(cause instanceof Error ? { cause } : {}),
  });
}

/**
 * The failure of an action as Temporal sees it: `type` is the code. `recorded` tells the workflow
 * that the database has what the activity carried.
 */
export function actionFailure(
  error: Pick<RunError, 'code' | 'message'>,
  options: { nonRetryable: boolean; recorded: boolean },
): ApplicationFailure {
  return ApplicationFailure.create({
    message: error.message,
    type: error.code,
    nonRetryable: options.nonRetryable,
    details: [{ recorded: options.recorded }],
  });
}

/**
 * The run has ended, and yet its workflow goes on: it was reset. Tried again until the run is reopened;
 * a workflow that is about to close makes an end of that.
 */
export function runEnded(): ApplicationFailure {
  const error = { code: 'run_ended', message: 'The run has ended' };
  return actionFailure(error, { nonRetryable: false, recorded: false });
}

/** Text that PostgreSQL takes: it has no place for the character 0. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}

export interface Described {
  error: { code: string; message: string };
  retryable: boolean;
  /** Where an error came from that no action foresaw. */
  stack?: string;
}

/** What may be shown of an error. One that no action foresaw may be passing, so it may be tried again. */
export function describeError(error: unknown, mask: SecretMask): Described {
  const known = error instanceof ActionError;
  const message = error instanceof Error ? error.message : String(error);
  return {
    error: {
      code: known ? error.code : 'action_failed',
      message: storable(mask.text(message)).slice(0, MAX_MESSAGE),
    },
    retryable: known ? error.retryable : true,
    ...(!known && error instanceof Error && { stack: mask.text(error.stack ?? message) }),
  };
}
