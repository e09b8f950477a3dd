import { Injectable } from '@nestjs/common';
import { DataSource, In, type SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../auth/caller';
import { Workflow } from '../database/entities';
import type { WorkflowStatus } from '../database/entities/workflow.entity';
import { Outlines } from './outlines.service';
import { maySee, whereVisible } from './workflow-access';
import type { WorkflowFilter } from './workflow-list.query';
import { filterWorkflows } from './workflow-filter';
import { WorkflowCounts, WorkflowMeta, WorkflowOwnerCounts } from './workflow-overview.response';

/** Tells about many workflows at once. */
@Injectable()
export class WorkflowOverviewService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outlines: Outlines,
  ) {}

  /** By id. What the caller has not is left out. */
  async meta(caller: Caller, ids: readonly string[]): Promise<Record<string, WorkflowMeta>> {
    const workflows = await this.visible(caller, ids);
    const outlines = await this.outlines.ofShown(workflows);
    return Object.fromEntries(
      workflows.map((one) => [one.id, new WorkflowMeta(one, outlines.get(one.id))]),
    );
  }

  async visible(caller: Caller, ids: readonly string[]): Promise<Workflow[]> {
    const where = { organizationId: caller.organizationId, id: In([...new Set(ids)]) };
    const found = await this.dataSource.manager.findBy(Workflow, where);
    return found.filter((workflow) => maySee(caller, workflow));
  }

  async counts(caller: Caller, filter: WorkflowFilter): Promise<WorkflowCounts> {
    const groups = await this.filtered(caller, filter)
      .select('w.status', 'status')
      .addSelect('w.type', 'type')
      .addSelect('count(*)::int', 'count')
      .groupBy('w.status')
      .addGroupBy('w.type')
      .getRawMany<{ status: WorkflowStatus; type: string; count: number }>();
    const connectors = await this.filtered(caller, filter)
      .innerJoin(
        'workflow_uses',
        'c',
        "c.organization_id = w.organizationId AND c.kind = 'connector' AND c.workflow_id = w.id",
      )
      .select('DISTINCT c.name', 'name')
      .orderBy('c.name')
      .getRawMany<{ name: string }>();
    const counts = new WorkflowCounts();
    for (const { status, count } of groups) {
      counts[status] += count;
      counts.total += count;
    }
    counts.availableTypes = [...new Set(groups.map(({ type }) => type))].sort();
    counts.availableConnectors = connectors.map(({ name }) => name);
    return counts;
  }

  async ownerCounts(caller: Caller): Promise<WorkflowOwnerCounts> {
    const builder = this.dataSource.manager
      .createQueryBuilder(Workflow, 'w')
      .select('count(*)::int', 'org')
      .addSelect('(count(*) FILTER (WHERE w.owner_user_id = :me))::int', 'yours')
      .addSelect(
        `(count(*) FILTER (WHERE w.visibility IN ('public_view', 'public_execute')))::int`,
        'public',
      )
      .where('w.organizationId = :organizationId', { organizationId: caller.organizationId })
      .andWhere("w.status <> 'archived'")
      .setParameter('me', caller.principal.id);
    whereVisible(builder, caller);
    const counted = await builder.getRawOne<WorkflowOwnerCounts>();
    return Object.assign(new WorkflowOwnerCounts(), counted);
  }

  private filtered(caller: Caller, filter: WorkflowFilter): SelectQueryBuilder<Workflow> {
    const builder = this.dataSource.manager.createQueryBuilder(Workflow, 'w');
    filterWorkflows(builder, caller, filter);
    return builder;
  }
}
