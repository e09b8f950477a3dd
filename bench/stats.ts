/** The value below which the fraction `q` of all values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * q;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export interface Estimate {
  median: number;
  /** Ends of the 95 % interval. */
  low: number;
  high: number;
}

const RESAMPLES = 5_000;

/** The median with its 95 % interval by bootstrap (percentiles of the medians of resamples). */
export function estimate(values: readonly number[]): Estimate {
  const medians = Array.from({ length: RESAMPLES }, () =>
    median(values.map(() => values[Math.floor(Math.random() * values.length)] ?? Number.NaN)),
  );
  return {
    median: median(values),
    low: quantile(medians, 0.025),
    high: quantile(medians, 0.975),
  };
}

/** Ratios of pairs that were measured one after the other. */
export function ratios(values: readonly number[], bases: readonly number[]): Estimate {
  return estimate(values.map((value, index) => value / (bases[index] ?? Number.NaN)));
}

/**
 * Growth per index, as the median of the slopes between all pairs of blocks of ten values (Theil and
 * Sen): a few outliers do not count.
 */
export function slope(values: readonly number[]): number {
  const blocks: number[] = [];
  for (let first = 0; first + 10 <= values.length; first += 10) {
    blocks.push(median(values.slice(first, first + 10)));
  }
  const slopes = blocks.flatMap((value, index) =>
    blocks.slice(0, index).map((before, earlier) => (value - before) / (10 * (index - earlier))),
  );
  return median(slopes);
}

export function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
