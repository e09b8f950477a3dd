import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../auth/caller';
import type { SortKey } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import type { CursorPage } from '../common/pagination';
import { Workflow } from '../database/entities';
import type { ListWorkflowsQuery, WorkflowSort } from './workflow.dto';
import { WorkflowItem } from './workflow.response';

const RUN_COUNT = `(SELECT count(*) FROM runs r
  WHERE r.organization_id = w.organization_id AND r.workflow_id = w.id)`;

const SORTS: Readonly<Record<WorkflowSort, SortKey>> = {
  'updatedAt:desc': { expression: 'w.updatedAt', direction: 'DESC', type: 'time' },
  'createdAt:desc': { expression: 'w.createdAt', direction: 'DESC', type: 'time' },
  'name:asc': { expression: 'lower(w.name)', direction: 'ASC', type: 'text' },
  'runs:desc': { expression: RUN_COUNT, direction: 'DESC', type: 'number' },
};

const BY_ID: SortKey = { expression: 'w.id', direction: 'DESC', type: 'text' };

/** Nodes of the version that a workflow shows. */
const SHOWN_NODES = `SELECT 1
  FROM workflow_versions v, json_each(v.definition->'nodes') AS node
  WHERE v.organization_id = w.organization_id AND v.workflow_id = w.id
    AND v.number = coalesce(w.draft_version, w.live_version, w.current_version)`;

@Injectable()
export class WorkflowListService {
  constructor(private readonly dataSource: DataSource) {}

  async list(caller: Caller, query: ListWorkflowsQuery): Promise<CursorPage<WorkflowItem>> {
    const builder = this.dataSource.manager
      .createQueryBuilder(Workflow, 'w')
      .where('w.organizationId = :organizationId', caller);
    filter(builder, caller, query);
    const keys = [SORTS[query.sort ?? 'updatedAt:desc'], BY_ID];
    return readPage(builder, query, keys, (row) => new WorkflowItem(row));
  }
}

function filter(
  builder: SelectQueryBuilder<Workflow>,
  { principal }: Caller,
  { status, q, type, actions = [], connectors = [], owner, madeByMe }: ListWorkflowsQuery,
): void {
  if (status === undefined) builder.andWhere("w.status <> 'archived'");
  else builder.andWhere('w.status = :status', { status });
  if (q !== undefined && q !== '') {
    builder.andWhere('(w.name ILIKE :q OR w.description ILIKE :q)', { q: `%${escapeLike(q)}%` });
  }
  if (type !== undefined) builder.andWhere('w.type = :type', { type });
  if (actions.length > 0) {
    const wanted = `node.value->>'type' = ANY(:actions)`;
    builder.andWhere(`EXISTS (${SHOWN_NODES} AND ${wanted})`, { actions });
  }
  if (connectors.length > 0) {
    const wanted = `node.value->'connector'->>'type' = ANY(:connectors)`;
    builder.andWhere(`EXISTS (${SHOWN_NODES} AND ${wanted})`, { connectors });
  }
  if (madeByMe === true || owner === 'yours')
    builder.andWhere('w.createdBy = :id', { id: principal.id });
  if (owner === 'public') builder.andWhere("w.visibility IN ('public_view', 'public_execute')");
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
