import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../auth/caller';
import type { Workflow } from '../database/entities';

/** A private workflow is there for its owner and for the owners of the organization only. */
export function maySee(
  caller: Caller,
  { visibility, ownerUserId }: Pick<Workflow, 'visibility' | 'ownerUserId'>,
): boolean {
  return visibility !== 'private' || seesAll(caller) || ownerUserId === caller.principal.id;
}

export function seesAll({ role }: Pick<Caller, 'role'>): boolean {
  return role === 'owner';
}

/** {@link maySee} as a condition on the workflows that a query calls `alias`. */
export function whereVisible<T extends ObjectLiteral>(
  builder: SelectQueryBuilder<T>,
  caller: Caller,
  alias = 'w',
): void {
  if (seesAll(caller)) return;
  builder.andWhere(`(${alias}.visibility <> 'private' OR ${alias}.owner_user_id = :viewer)`, {
    viewer: caller.principal.id,
  });
}
