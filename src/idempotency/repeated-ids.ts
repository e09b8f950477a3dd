import type { Repeating } from '../auth/caller';
import { type IdPrefix, newId } from '../database/ids';

/**
 * The id of what a request makes. One with an `Idempotency-Key` that is carried out again, since its process died
 * before the answer was kept, gets the id that it had, and so finds what it has made.
 */
export function idFor({ idEnding }: Repeating, prefix: IdPrefix): string {
  return idEnding === undefined ? newId(prefix) : `${prefix}_${idEnding}`;
}

/** Whether an earlier try of the same request has made it. Asks only when there may have been one. */
export async function isMadeBefore(
  { idEnding }: Repeating,
  isThere: () => Promise<boolean>,
): Promise<boolean> {
  return idEnding !== undefined && (await isThere());
}
