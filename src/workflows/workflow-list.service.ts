import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../auth/caller';
import { type Page, pageOf } from '../common/pagination';
import { Run, Workflow } from '../database/entities';
import type { ListWorkflowsQuery, WorkflowSort } from './workflow.dto';
import { WorkflowItem } from './workflow.response';

const SORTS: Readonly<Record<WorkflowSort, [string, 'ASC' | 'DESC']>> = {
  'updatedAt:desc': ['w.updatedAt', 'DESC'],
  'createdAt:desc': ['w.createdAt', 'DESC'],
  'name:asc': ['lower(w.name)', 'ASC'],
  'runs:desc': ['run_count', 'DESC'],
};

/** Nodes of the version that a workflow shows. */
const SHOWN_NODES = `SELECT 1
  FROM workflow_versions v, json_each(v.definition->'nodes') AS node
  WHERE v.organization_id = w.organization_id AND v.workflow_id = w.id
    AND v.number = coalesce(w.draft_version, w.live_version, w.current_version)`;

@Injectable()
export class WorkflowListService {
  constructor(private readonly dataSource: DataSource) {}

  async list(caller: Caller, query: ListWorkflowsQuery): Promise<Page<WorkflowItem>> {
    const builder = this.dataSource.manager
      .createQueryBuilder(Workflow, 'w')
      .where('w.organizationId = :organizationId', caller);
    filter(builder, caller, query);
    sort(builder, query.sort ?? 'updatedAt:desc');
    const rows = await builder
      .limit(query.limit + 1)
      .offset(query.offset)
      .getMany();
    return pageOf(rows, query, (row) => new WorkflowItem(row));
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

function sort(builder: SelectQueryBuilder<Workflow>, by: WorkflowSort): void {
  if (by === 'runs:desc') {
    builder.addSelect(
      (count) =>
        count
          .select('count(*)')
          .from(Run, 'r')
          .where('r.organizationId = w.organizationId AND r.workflowId = w.id'),
      'run_count',
    );
  }
  const [column, direction] = SORTS[by];
  builder.orderBy(column, direction).addOrderBy('w.id', 'DESC');
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
