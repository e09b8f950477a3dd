/** What a caller may be allowed to do. The strings are B3OS's own and go over the wire. */
export const PERMISSIONS = [
  'org:read',
  'org:update',
  'org:delete',
  'member:invite',
  'member:remove',
  'member:update_role',
  'workflow:create',
  'workflow:read',
  'workflow:update',
  'workflow:delete',
  'workflow:execute',
  'workflow:publish',
  'connector:create',
  'connector:read',
  'connector:update',
  'connector:delete',
  'action:read',
  'run:read',
  'run:stream',
  'run:cancel',
  'execution:read',
  'execution:stream',
  'execution:webhook',
  'restriction:read',
  'restriction:update',
  'ai:chat',
  'wallet:withdraw',
  'action_proxy:execute',
  'apikey:create',
  'apikey:read',
  'apikey:revoke',
  'service_account:read',
  'service_account:write',
  'stats:read',
  'database:read',
  'database:update',
  // Ours: B3OS has no audit log.
  'audit:read',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

export const KEY_SCOPES = ['read', 'read-write'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

export function without(
  permissions: ReadonlySet<Permission>,
  withheld: ReadonlySet<Permission>,
): ReadonlySet<Permission> {
  return withheld.size === 0
    ? permissions
    : new Set([...permissions].filter((one) => !withheld.has(one)));
}

/** What is left of its owner's permissions to a key that may only read. */
const READING: ReadonlySet<Permission> = new Set(
  PERMISSIONS.filter((permission) => /:(read|stream)$/.test(permission)),
);

/** The permissions of a key: those of its owner, cut down to its scope. */
export function permissionsOfKey(
  owned: Iterable<Permission>,
  scope: KeyScope,
): ReadonlySet<Permission> {
  const permissions = [...owned];
  return new Set(scope === 'read' ? permissions.filter((one) => READING.has(one)) : permissions);
}

/** Whether a key can have the permission at all when it may only read. */
export function isReading(permission: Permission): boolean {
  return READING.has(permission);
}
