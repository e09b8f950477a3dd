import { CancellationScope } from '@temporalio/workflow';

/** Does work that goes on when the run is cancelled. */
export function shielded<T>(work: () => Promise<T>): Promise<T> {
  return CancellationScope.nonCancellable(work);
}
