/** Does the work for each item, in as many lanes: the next item goes to the first that is free. Gives a promise for each at once. */
export function inParallel<T, R>(
  items: readonly T[],
  laneCount: number,
  work: (item: T, lane: number) => Promise<R>,
): Promise<R>[] {
  const free = Array.from({ length: laneCount }, (_, lane) => lane);
  const waiting: ((lane: number) => void)[] = [];
  const take = async (): Promise<number> =>
    free.shift() ?? new Promise((resolve) => waiting.push(resolve));
  const give = (lane: number): void => {
    const next = waiting.shift();
    if (next) next(lane);
    else free.push(lane);
  };
  return items.map((item) => {
    const result = take().then(async (lane) => {
      try {
        return await work(item, lane);
      } finally {
        give(lane);
      }
    });
    // Who waits for the result sees that it failed; the lane goes on.
    result.catch(() => undefined);
    return result;
  });
}
