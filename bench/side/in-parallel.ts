/** Does something `runs` times, `clients` at a time. */
export async function inParallel<T>(
  { runs, clients }: { runs: number; clients: number },
  task: () => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let begun = 0;
  const client = async (): Promise<void> => {
    while (begun < runs) {
      begun += 1;
      results.push(await task());
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return results;
}
