import type { RunStatus } from '../../definition/progress';
import type { Execution } from '../database/entities';

/** B3OS has two more, for payments, which do not happen here. */
export const EXECUTION_STATUSES = [
  ...['workflow_queued', 'workflow_running', 'workflow_waiting', 'workflow_succeeded'],
  ...['workflow_partial', 'workflow_failed', 'workflow_cancelled'],
] as const;

/** How the run of an execution stands; null while its row is not written. */
export interface ExecutionRun {
  status: RunStatus | null;
  /** Number of its newest event. */
  lastSeq: number | null;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export type FoundExecution = Omit<Execution, 'workflow' | 'tokenHash' | 'requestHash'> & {
  run: ExecutionRun;
};

const STATUSES: Readonly<Record<RunStatus, (typeof EXECUTION_STATUSES)[number]>> = {
  running: 'workflow_running',
  waiting: 'workflow_waiting',
  success: 'workflow_succeeded',
  partial: 'workflow_partial',
  failure: 'workflow_failed',
  cancelled: 'workflow_cancelled',
};

/** An execution has the status of its run. */
export function statusOf({ status, lastSeq }: ExecutionRun): (typeof EXECUTION_STATUSES)[number] {
  const hasBegun = status !== null && (lastSeq ?? 0) > 0;
  return hasBegun || (status !== null && status !== 'running')
    ? STATUSES[status]
    : 'workflow_queued';
}
