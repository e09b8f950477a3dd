import type { DataSource, EntityManager } from 'typeorm';
import { ApiKey, Organization, ServiceAccount } from '../database/entities';
import { newId } from '../database/ids';
import { generateKey, hashToken, shownPrefix } from './key-format';
import { type KeyScope, PERMISSIONS } from './permissions';

/** Any number that no other lock of the service uses. */
const FIRST_KEY_LOCK = 7_330_001;

/** The service account of the first key, which may do everything in its organization. */
const ADMINISTRATOR = 'Administrator';

export interface NewKey {
  organizationId: string;
  keyId: string;
  /** The key itself: shown now and never again. */
  key: string;
}

/**
 * On an empty database makes the organization and its first API key; afterwards gives undefined.
 * Processes that start together make one between them. `keep` gets the key before it is committed: a
 * key that could not be kept is not made.
 */
export async function ensureFirstKey(
  dataSource: DataSource,
  keep: (key: string) => void,
): Promise<NewKey | undefined> {
  return dataSource.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [FIRST_KEY_LOCK]);
    if (await manager.existsBy(Organization, {})) return undefined;
    const organizationId = newId('org');
    await manager.insert(Organization, { id: organizationId, name: 'Default', slug: 'default' });
    const made = await createKey(manager, {
      organizationId,
      name: 'First key',
      scope: 'read-write',
    });
    keep(made.key);
    return made;
  });
}

/** Stores a new key of the organization's administrator, a service account that is made if need be. */
export async function createKey(
  manager: EntityManager,
  wanted: { organizationId: string; name: string; scope: KeyScope; expiresAt?: Date },
): Promise<NewKey> {
  const { organizationId } = wanted;
  const key = generateKey();
  const keyId = newId('key');
  await manager.insert(ApiKey, {
    ...wanted,
    id: keyId,
    serviceAccountId: await administratorOf(manager, organizationId),
    hash: hashToken(key),
    prefix: shownPrefix(key),
  });
  return { organizationId, keyId, key };
}

async function administratorOf(manager: EntityManager, organizationId: string): Promise<string> {
  const name = ADMINISTRATOR;
  const found = await manager.findOneBy(ServiceAccount, { organizationId, name });
  if (found !== null) return found.id;
  const id = newId('sa');
  await manager.insert(ServiceAccount, {
    ...{ organizationId, id, name, permissions: [...PERMISSIONS] },
    description: 'Made at the first start.',
  });
  return id;
}
