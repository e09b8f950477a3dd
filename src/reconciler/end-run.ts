import type { RunError, RunStatus } from '../../definition/progress';
import type { JsonObject } from '../../definition/json';
import type { LostRun } from '../record/lost-runs';
import type { RepairDeps } from './repair';

export interface RunEnd {
  status: Exclude<RunStatus, 'running' | 'waiting'>;
  error?: RunError;
  output?: JsonObject;
  at: Date;
}

/** Writes the end that the run itself can't write any more. One that has ended stays as it is. */
export async function endRun(
  { record }: Pick<RepairDeps, 'record'>,
  run: LostRun,
  { status, error, output = {}, at }: RunEnd,
): Promise<void> {
  await record.flush({
    run,
    carried: { events: [], acks: [] },
    end: { status, ...(error && { error }), output, at: at.getTime() },
  });
}

/** A run that was asked to stop, and that nobody is there to stop. */
export function cancelledEnd(at: Date): RunEnd {
  return {
    status: 'cancelled',
    error: { code: 'cancelled', message: 'The run was cancelled.' },
    at,
  };
}
