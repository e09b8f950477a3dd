import { ApplicationFailure, CancelledFailure } from '@temporalio/workflow';
import type { JsonObject } from '../definition/json';
import type { RunState } from '../definition/run-state/types';

/** The output of a run that has ended; throws what makes its workflow `Failed` or `Canceled`. */
export function conclude({ end }: RunState): JsonObject {
  if (!end) throw ApplicationFailure.nonRetryable('The run has no end.', 'internal');
  if (end.status === 'cancelled') throw new CancelledFailure(end.error?.message ?? 'cancelled');
  if (end.status === 'failure') {
    const { code = 'failure', message = 'The run failed.', path } = end.error ?? {};
    throw ApplicationFailure.create({
      message: path === undefined ? message : `${path}: ${message}`,
      type: code,
      nonRetryable: true,
    });
  }
  return end.output;
}
