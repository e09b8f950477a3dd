/** How far the first round looks back, in milliseconds. */
const FIRST_LOOK_MS = 24 * 60 * 60 * 1000;
/** Temporal's lists may lag this much behind, in milliseconds. */
const LAG_MS = 60_000;

/**
 * Looks at what is new since the last look that did not fail. What lies within the lag is seen more than
 * once.
 */
export function sinceLastRound(): <T>(now: Date, look: (from: Date) => Promise<T>) => Promise<T> {
  let from: Date | undefined;
  return async (now, look) => {
    const found = await look(from ?? new Date(now.getTime() - FIRST_LOOK_MS));
    from = new Date(now.getTime() - LAG_MS);
    return found;
  };
}
