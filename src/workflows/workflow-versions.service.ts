import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import type { SortKey } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { WorkflowVersion } from '../database/entities';
import { VersionCount, type WorkflowView } from './workflow.response';
import { shownVersion, versionStatus } from './workflow-state';
import { WorkflowStore } from './workflow-store';
import { WorkflowViews } from './workflow-views.service';

const NEWEST_FIRST: readonly SortKey[] = [
  { expression: 'v.number', direction: 'DESC', type: 'number' },
];

@Injectable()
export class WorkflowVersionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: WorkflowStore,
    private readonly views: WorkflowViews,
  ) {}

  async live(caller: Caller, id: string): Promise<WorkflowView> {
    const workflow = await this.store.find(caller, id);
    if (workflow.liveVersion === null) throw new ApiError('liveNotFound');
    const version = await this.store.version(workflow, workflow.liveVersion);
    return this.views.show(caller, workflow, version, workflow.status);
  }

  async draft(caller: Caller, id: string): Promise<WorkflowView> {
    const workflow = await this.store.find(caller, id);
    if (workflow.draftVersion === null) throw new ApiError('draftNotFound');
    const version = await this.store.version(workflow, workflow.draftVersion);
    return this.views.show(caller, workflow, version, versionStatus(workflow, version.number));
  }

  async get(caller: Caller, id: string, number: number): Promise<WorkflowView> {
    const workflow = await this.store.find(caller, id);
    const version = await this.store.version(workflow, number);
    return this.views.show(caller, workflow, version, versionStatus(workflow, number));
  }

  async list(
    caller: Caller,
    id: string,
    query: CursorPageQuery,
  ): Promise<CursorPage<WorkflowView> & { currentVersion: number }> {
    const workflow = await this.store.find(caller, id);
    const { organizationId } = workflow;
    const versions = this.dataSource.manager
      .createQueryBuilder(WorkflowVersion, 'v')
      .where({ organizationId, workflowId: id });
    const page = await readPage(versions, query, NEWEST_FIRST, (row) =>
      this.views.show(caller, workflow, row, versionStatus(workflow, row.number)),
    );
    return { ...page, currentVersion: shownVersion(workflow) };
  }

  async count(caller: Caller, id: string): Promise<VersionCount> {
    const { organizationId } = await this.store.find(caller, id);
    const where = { organizationId, workflowId: id };
    return new VersionCount(await this.dataSource.manager.countBy(WorkflowVersion, where));
  }
}
