import type { Sides } from '../environment';
import { shuffled } from '../stats';
import type { SideName } from '../side/side';

export const SIDE_NAMES: readonly SideName[] = ['weft', 'record', 'bare'];

/** Measures every side once a round, in random order. Gives the values by side, in the order of the rounds. */
export async function interleave<T>(
  sides: Sides,
  rounds: number,
  measure: (side: Sides[SideName], name: SideName) => Promise<T>,
): Promise<Record<SideName, T[]>> {
  const values: Record<SideName, T[]> = { weft: [], record: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of shuffled(SIDE_NAMES)) values[name].push(await measure(sides[name], name));
  }
  return values;
}

/** The same thing for each side. */
export function mapSides<T, U>(
  values: Record<SideName, T>,
  map: (value: T, name: SideName) => U,
): Record<SideName, U> {
  return {
    weft: map(values.weft, 'weft'),
    record: map(values.record, 'record'),
    bare: map(values.bare, 'bare'),
  };
}
