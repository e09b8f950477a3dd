import { ApiError } from '../common/errors';
import type { Caller } from './caller';
import type { Permission } from './permissions';

/**
 * Nobody gives, changes or takes away more than they have themselves: a caller that could make a key for a
 * stronger account would be as strong as that account. Throws 403006 with what is too much.
 */
export function requireGrantable(caller: Caller, permissions: Iterable<Permission>): void {
  const exceeding = [...permissions].filter((permission) => !caller.permissions.has(permission));
  if (exceeding.length === 0) return;
  throw new ApiError(
    'permissionsExceeded',
    `The caller does not have: ${exceeding.join(', ')}.`,
    exceeding.map((permission) => ({ permission })),
  );
}
