import type { EntityManager } from 'typeorm';

/** Keeps this lock apart from the others of the service. */
const RESTRICTIONS = 7_330_170;

/**
 * The restrictions of an organization stay as they are until the transaction is over. Taken before any row is
 * locked: who makes a restriction holds it alone and then locks workflows.
 */
export async function holdRestrictions(
  manager: EntityManager,
  organizationId: string,
): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock_shared($1, hashtext($2))', [
    RESTRICTIONS,
    organizationId,
  ]);
}

/** Waits for the transactions that hold the restrictions, and keeps others out until this one is over. */
export async function lockRestrictions(
  manager: EntityManager,
  organizationId: string,
): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [
    RESTRICTIONS,
    organizationId,
  ]);
}
