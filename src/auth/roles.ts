import type { Role } from '../database/entities/organization-member.entity';
import { type Permission, PERMISSIONS } from './permissions';

/** What only owners may do: people, machines, limits, money. */
const OWNERS_ONLY: ReadonlySet<Permission> = new Set<Permission>([
  'org:update',
  'org:delete',
  'member:invite',
  'member:remove',
  'member:update_role',
  'restriction:update',
  'service_account:write',
  'wallet:withdraw',
  'audit:read',
]);

const BY_ROLE: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  owner: new Set(PERMISSIONS),
  developer: new Set(PERMISSIONS.filter((permission) => !OWNERS_ONLY.has(permission))),
};

/** What `developer_publish` takes from developers. */
const PUBLISHING: ReadonlySet<Permission> = new Set<Permission>(['workflow:publish']);
const NOTHING: ReadonlySet<Permission> = new Set();

/** What a restriction of the organization takes from a role. */
export function withheldFrom(role: Role, isPublishingRestricted: boolean): ReadonlySet<Permission> {
  return isPublishingRestricted && role === 'developer' ? PUBLISHING : NOTHING;
}

export function permissionsOfRole(role: Role): ReadonlySet<Permission> {
  return BY_ROLE[role];
}
