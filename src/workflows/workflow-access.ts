import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../auth/caller';
import type { Workflow } from '../database/entities';

/** A private workflow is there for its owner and for the owners of the organization only. */
export function maySee(
  caller: Caller,
  { visibility, ownerUserId }: Pick<Workflow, 'visibility' | 'ownerUserId'>,
): boolean {
  const viewer = viewerOf(caller);
  return visibility !== 'private' || viewer === null || ownerUserId === viewer;
}

/** Who looks, as the parameter of the conditions below; null sees all. */
export function viewerOf({ role, principal }: Pick<Caller, 'role' | 'principal'>): string | null {
  return role === 'owner' ? null : principal.id;
}

/** SQL: the workflow that a statement calls `w` is hidden from the parameter `viewer`. Not so without a workflow. */
export function isHiddenFrom(viewer: string, w = 'w'): string {
  return `((${w}.visibility = 'private' AND ${viewer}::text IS NOT NULL
    AND ${w}.owner_user_id IS DISTINCT FROM ${viewer}) IS TRUE)`;
}

/** SQL: the ids of the workflows of the organization `$1` that are hidden from the parameter `viewer`. */
export function hiddenWorkflows(viewer: string): string {
  return `(
    SELECT hidden.id FROM workflows hidden
    WHERE hidden.organization_id = $1 AND hidden.visibility = 'private'
      AND ${isHiddenFrom(viewer, 'hidden')})`;
}

/** SQL: what a statement calls `run` is no run of a workflow that is hidden from the parameter `viewer`. */
export function isOfShownWorkflow(viewer: string, run = 'run'): string {
  return `NOT EXISTS (
    SELECT FROM workflows w
    WHERE w.organization_id = ${run}.organization_id AND w.id = ${run}.workflow_id
      AND w.visibility = 'private' AND ${isHiddenFrom(viewer)})`;
}

/** {@link maySee} as a condition on the workflows that a query calls `alias`. */
export function whereVisible<T extends ObjectLiteral>(
  builder: SelectQueryBuilder<T>,
  caller: Caller,
  alias = 'w',
): void {
  const viewer = viewerOf(caller);
  if (viewer !== null) builder.andWhere(`NOT ${isHiddenFrom(':viewer', alias)}`, { viewer });
}

/** The same on the runs that a query calls `run`. */
export function whereRunVisible<T extends ObjectLiteral>(
  builder: SelectQueryBuilder<T>,
  caller: Caller,
): void {
  const viewer = viewerOf(caller);
  if (viewer !== null) builder.andWhere(isOfShownWorkflow(':viewer'), { viewer });
}

/** The same for a list: what is hidden is looked up once, and not for each run that is passed over. */
export function whereRunsVisible<T extends ObjectLiteral>(
  builder: SelectQueryBuilder<T>,
  caller: Caller,
): void {
  const viewer = viewerOf(caller);
  if (viewer === null) return;
  const hidden = `SELECT w.id FROM workflows w
    WHERE w.organization_id = :viewedOrganization AND w.visibility = 'private'
      AND ${isHiddenFrom(':viewer')}`;
  builder.andWhere(`run.workflow_id NOT IN (${hidden})`, {
    ...{ viewedOrganization: caller.organizationId, viewer },
  });
}
