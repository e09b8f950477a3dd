import type { EventType, ProgressEvent, RunStatus } from '../../definition/progress';
import type { FlushTask } from './types';

const TYPES: Partial<Record<RunStatus, EventType>> = {
  success: 'run_completed',
  partial: 'run_partial',
  cancelled: 'run_cancelled',
};

/** The last event of a run that was ended from outside and could not tell of it itself. */
export function endEvent({ status, error, at }: NonNullable<FlushTask['end']>): ProgressEvent {
  return {
    key: 'end',
    type: TYPES[status] ?? 'run_failed',
    at,
    status,
    ...(error && { error }),
  };
}
