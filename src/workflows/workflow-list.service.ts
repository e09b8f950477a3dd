import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import type { SortKey } from '../common/cursor';
import { readRows } from '../common/cursor-page';
import { type CursorPage, pageOf } from '../common/pagination';
import { Workflow } from '../database/entities';
import { RunCounts } from '../run-counts/run-counts.service';
import { Outlines } from './outlines.service';
import type { ListWorkflowsQuery, WorkflowSort } from './workflow-list.query';
import { filterWorkflows } from './workflow-filter';
import { WorkflowListItem } from './workflow-list.response';

const SORTS: Readonly<Record<WorkflowSort, SortKey>> = {
  'updatedAt:desc': { expression: 'w.updatedAt', direction: 'DESC', type: 'time' },
  'createdAt:desc': { expression: 'w.createdAt', direction: 'DESC', type: 'time' },
  'name:asc': { expression: 'lower(w.name)', direction: 'ASC', type: 'text' },
  'runs:desc': { expression: 'c.total', direction: 'DESC', type: 'number' },
};

@Injectable()
export class WorkflowListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outlines: Outlines,
    private readonly runs: RunCounts,
  ) {}

  async list(caller: Caller, query: ListWorkflowsQuery): Promise<CursorPage<WorkflowListItem>> {
    const builder = this.dataSource.manager.createQueryBuilder(Workflow, 'w');
    filterWorkflows(builder, caller, query);
    const { status, sort = 'updatedAt:desc' } = query;
    if (status === undefined) builder.andWhere("w.status <> 'archived'");
    else builder.andWhere('w.status = :status', { status });
    if (sort === 'runs:desc') {
      builder.innerJoin(
        'run_counts',
        'c',
        `c.organization_id = w.organizationId AND c.trigger_node_id = '' AND c.workflow_id = w.id`,
      );
    }
    const key = SORTS[sort];
    // The id beside the first key, so that one index has both.
    const id = sort === 'runs:desc' ? 'c.workflow_id' : 'w.id';
    const byId: SortKey = { expression: id, direction: key.direction, type: 'text' };
    const { rows, nextCursor } = await readRows(builder, query, [key, byId]);
    const outlines = await this.outlines.ofShown(rows);
    const ids = rows.map(({ id }) => id);
    const runs = await this.runs.ofWorkflows(caller.organizationId, ids);
    const page = pageOf(rows, query, (row) => {
      const item = new WorkflowListItem(row, outlines.get(row.id));
      item.lastTriggeredAt = runs.get(row.id)?.lastStartedAt?.toISOString();
      return item;
    });
    return { ...page, nextCursor };
  }
}
