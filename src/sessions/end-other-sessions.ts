import { type EntityManager, Not } from 'typeorm';
import type { Person } from '../auth/caller';
import { UserSession } from '../database/entities';

/** Ends all sessions of the person but this one. */
export async function endOtherSessions(
  manager: EntityManager,
  { userId, credential }: Person,
): Promise<void> {
  const id = credential.type === 'session' ? credential.id : '';
  await manager.delete(UserSession, { userId, id: Not(id) });
}
