/** Does the work for each item, one after another in each of some lanes. Gives a promise for each at once. */
export function inParallel<T, R>(
  items: readonly T[],
  laneCount: number,
  work: (item: T, lane: number) => Promise<R>,
): Promise<R>[] {
  const results: Promise<R>[] = [];
  const lanes: Promise<unknown>[] = Array.from({ length: laneCount }, () => Promise.resolve());
  for (const [index, item] of items.entries()) {
    const lane = index % laneCount;
    const result = (lanes[lane] ?? Promise.resolve()).then(() => work(item, lane));
    // Who waits for the result sees that it failed; the lane goes on.
    lanes[lane] = result.catch(() => undefined);
    results.push(result);
  }
  return results;
}
