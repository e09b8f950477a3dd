import type { SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../auth/caller';
import { escapeLike } from '../common/escape-like';
import type { Workflow } from '../database/entities';
import type { UseKind } from '../database/entities/workflow-use.entity';
import { whereVisible } from './workflow-access';
import type { WorkflowFilter } from './workflow-list.query';

type Wanted = Pick<WorkflowFilter, keyof WorkflowFilter>;

/** Narrows a query of workflows `w` to those of the filter that the caller may see, whatever their status. */
export function filterWorkflows(
  builder: SelectQueryBuilder<Workflow>,
  caller: Caller,
  { q, type, actions = [], connectors = [], owner, madeByMe }: Wanted,
): void {
  builder.where('w.organizationId = :organizationId', { organizationId: caller.organizationId });
  whereVisible(builder, caller);
  if (q !== undefined && q !== '') {
    builder.andWhere('(w.name ILIKE :q OR w.description ILIKE :q)', { q: `%${escapeLike(q)}%` });
  }
  if (type !== undefined) builder.andWhere('w.type = :type', { type });
  if (actions.length > 0) builder.andWhere(uses('node', 'actions'), { actions });
  if (connectors.length > 0) builder.andWhere(uses('connector', 'connectors'), { connectors });
  if (madeByMe === true) builder.andWhere('w.createdBy = :me', { me: caller.principal.id });
  if (owner === 'yours') builder.andWhere('w.ownerUserId = :owner', { owner: caller.principal.id });
  if (owner === 'public') builder.andWhere("w.visibility IN ('public_view', 'public_execute')");
}

function uses(kind: UseKind, parameter: string): string {
  return `w.id IN (
    SELECT u.workflow_id FROM workflow_uses u
    WHERE u.organization_id = :organizationId AND u.kind = '${kind}' AND u.name = ANY(:${parameter}))`;
}
