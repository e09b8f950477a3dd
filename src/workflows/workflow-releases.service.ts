import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../auth/caller';
import type { SortKey } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { ApiError } from '../common/errors';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { type Workflow, WorkflowRelease } from '../database/entities';
import { keepWithWork } from '../idempotency/keep-with-work';
import { WorkflowActivation } from './workflow-activation.service';
import { ReleaseView } from './workflow-release.response';
import { expectVersion, refuseArchived, shownVersion } from './workflow-state';
import { WorkflowStore } from './workflow-store';

const NEWEST_FIRST: readonly SortKey[] = [
  { expression: 'r.number', direction: 'DESC', type: 'number' },
];

/** The history of what was put to work as a release, and the ways back in it. */
@Injectable()
export class WorkflowReleasesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: WorkflowStore,
    private readonly activation: WorkflowActivation,
  ) {}

  /** Publishes what the workflow shows. */
  release(caller: Caller, id: string, expectedVersion?: number | null): Promise<ReleaseView> {
    return this.store.change(caller, id, (workflow, manager) => {
      expectVersion(workflow, expectedVersion);
      const version = shownVersion(workflow);
      return this.putToWork(caller, manager, workflow, { version, kind: 'release' });
    });
  }

  /** The newest first. */
  async list(caller: Caller, id: string, query: CursorPageQuery): Promise<CursorPage<ReleaseView>> {
    const { organizationId } = await this.store.find(caller, id);
    const rows = this.dataSource.manager
      .createQueryBuilder(WorkflowRelease, 'r')
      .where({ organizationId, workflowId: id });
    return readPage(rows, query, NEWEST_FIRST, (row) => new ReleaseView(row));
  }

  revertToRelease(caller: Caller, id: string, number: number): Promise<ReleaseView> {
    return this.store.change(caller, id, async (workflow, manager) => {
      const key = { organizationId: workflow.organizationId, workflowId: id, number };
      const release = await manager.findOneBy(WorkflowRelease, key);
      if (release === null) throw new ApiError('releaseNotFound');
      const version = release.workflowVersion;
      const wanted = { version, kind: 'revert' as const, revertedTo: number };
      return this.putToWork(caller, manager, workflow, wanted);
    });
  }

  revertToVersion(caller: Caller, id: string, version: number): Promise<ReleaseView> {
    return this.store.change(caller, id, (workflow, manager) =>
      this.putToWork(caller, manager, workflow, { version, kind: 'revert' }),
    );
  }

  /** The workflow is locked, so numbers have no gaps. */
  private async putToWork(
    caller: Caller,
    manager: EntityManager,
    workflow: Workflow,
    { version, kind, revertedTo }: Wanted,
  ): Promise<ReleaseView> {
    refuseArchived(workflow);
    await this.activation.goLive(manager, workflow, version);
    await this.activation.activate(manager, workflow);
    const key = { organizationId: workflow.organizationId, workflowId: workflow.id };
    const last = await manager.maximum(WorkflowRelease, 'number', key);
    const release = manager.create(WorkflowRelease, {
      ...{ ...key, number: (last ?? 0) + 1, workflowVersion: version, kind },
      ...{ revertedTo: revertedTo ?? null, createdBy: caller.principal.id },
    });
    await manager.save(release);
    return keepWithWork(caller, manager, new ReleaseView(release));
  }
}

interface Wanted {
  version: number;
  kind: WorkflowRelease['kind'];
  revertedTo?: number;
}
