import type { Repair } from './repair';

/** Counts the runs that have ended since the last round. Nothing is mended by that. */
export function updateTallies(): Repair {
  return {
    name: 'tallies',
    async run({ tallies }, { signal }) {
      await tallies.update(signal);
      return 0;
    },
  };
}
