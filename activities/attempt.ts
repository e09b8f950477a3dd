import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';

/** What Temporal tells an activity about this attempt. */
export interface Attempt {
  /** Counts from 1. */
  number: number;
  /** Aborted when Temporal wants it to stop, with the error to throw as the reason. */
  signal: AbortSignal;
  heartbeat: () => void;
}

/** The attempt of the activity that is running. */
export function currentAttempt(): Attempt {
  return {
    number: activityInfo().attempt,
    signal: cancellationSignal(),
    heartbeat: () => {
      heartbeat();
    },
  };
}

const FIRST_HEARTBEAT_MS = 2_000;
const HEARTBEAT_MS = 3_000;

/** Heartbeats while the work goes on, so that it is cancelled and missed in time. Short work sends none. */
export async function withHeartbeat<T>(attempt: Attempt, work: () => Promise<T>): Promise<T> {
  let timer = setTimeout(function beat() {
    attempt.heartbeat();
    timer = setTimeout(beat, HEARTBEAT_MS);
  }, FIRST_HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
