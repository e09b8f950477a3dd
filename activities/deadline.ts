import { ActionError } from './action';

/** How long a cancelled action may take to stop before it is given up. */
const CANCEL_GRACE_MS = 10_000;

/**
 * Runs work with a time limit. The signal it gets is aborted when the time is up or `outer` is; work
 * that ignores it is left behind: at once when the time is up, after 10 s when it was cancelled.
 */
export async function withDeadline<T>(
  limit: { timeoutMs: number; outer: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  const givenUp = new Promise<never>((_, reject) => {
    own.signal.addEventListener('abort', () => {
      const grace = limit.outer.aborted ? CANCEL_GRACE_MS : 0;
      timers.push(setTimeout(reject, grace, own.signal.reason));
    });
  });
  const onOuter = () => {
    own.abort(limit.outer.reason);
  };
  timers.push(
    setTimeout(() => {
      own.abort(
        new ActionError(
          'action_timeout',
          `The action did not end within ${limit.timeoutMs} ms`,
          true,
        ),
      );
    }, limit.timeoutMs),
  );
  limit.outer.addEventListener('abort', onOuter);
  if (limit.outer.aborted) onOuter();
  try {
    return await Promise.race([work(own.signal), givenUp]);
  } finally {
    limit.outer.removeEventListener('abort', onOuter);
    timers.forEach(clearTimeout);
  }
}
