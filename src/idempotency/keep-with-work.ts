import type { EntityManager } from 'typeorm';
import type { Repeating } from '../auth/caller';

/**
 * For a change that can't be found again by the id of what it makes: its answer is kept in the same transaction, so
 * the request is answered, and not carried out again, when its process dies right after. Gives the answer.
 */
export async function keepWithWork<T>(
  { keepAnswer }: Repeating,
  manager: EntityManager,
  answer: T,
): Promise<T> {
  await keepAnswer?.(manager, answer);
  return answer;
}
