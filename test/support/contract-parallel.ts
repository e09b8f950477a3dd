/** Does the work for each item, some at a time, in order. Gives a promise for each at once. */
export function inParallel<T, R>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<R>,
): Promise<R>[] {
  const results: Promise<R>[] = [];
  const lanes: Promise<unknown>[] = Array.from({ length: atATime }, () => Promise.resolve());
  for (const [index, item] of items.entries()) {
    const lane = index % atATime;
    const result = (lanes[lane] ?? Promise.resolve()).then(() => work(item));
    // Who waits for the result sees that it failed; the lane goes on.
    lanes[lane] = result.catch(() => undefined);
    results.push(result);
  }
  return results;
}
