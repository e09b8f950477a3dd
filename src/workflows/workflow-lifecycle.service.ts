import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import type { Workflow } from '../database/entities';
import type { PublishWorkflowDto, RollbackWorkflowDto } from './workflow.dto';
import { WorkflowActivation } from './workflow-activation.service';
import { expectVersion, refuseArchived, shownVersion } from './workflow-state';
import { WorkflowStore } from './workflow-store';

/** The steps of a workflow from draft to archive. */
@Injectable()
export class WorkflowLifecycleService {
  constructor(
    private readonly store: WorkflowStore,
    private readonly activation: WorkflowActivation,
  ) {}

  /** Makes the draft the live version. Without a draft a paused workflow becomes active, an active one stays. */
  async publish(caller: Caller, id: string, dto: PublishWorkflowDto): Promise<void> {
    await this.store.change(caller, id, async (workflow, manager) => {
      refuseArchived(workflow);
      expectVersion(workflow, dto.expectedVersion);
      const { draftVersion } = workflow;
      if (draftVersion !== null) await this.activation.goLive(manager, workflow, draftVersion);
      await this.activation.activate(manager, workflow);
    });
  }

  async pause(caller: Caller, id: string): Promise<void> {
    await this.store.change(caller, id, (workflow) => {
      requireLive(workflow);
      workflow.status = 'paused';
      workflow.pausedReason = null;
    });
  }

  async resume(caller: Caller, id: string): Promise<void> {
    await this.store.change(caller, id, async (workflow, manager) => {
      requireLive(workflow);
      await this.activation.activate(manager, workflow);
      if (workflow.pausedReason === 'cu_exhausted') throw new ApiError('cuExhausted');
      if (workflow.pausedReason !== null) throw new ApiError('maxRunsExhausted');
    });
  }

  async archive(caller: Caller, id: string): Promise<void> {
    await this.store.change(caller, id, (workflow) => {
      workflow.status = 'archived';
      workflow.pausedReason = null;
    });
  }

  /** What it showed last becomes its draft; it runs again once it is published. */
  async unarchive(caller: Caller, id: string): Promise<void> {
    await this.store.change(caller, id, (workflow) => {
      if (workflow.status !== 'archived') throw new ApiError('workflowNotArchived');
      workflow.draftVersion = shownVersion(workflow);
      workflow.liveVersion = null;
      workflow.status = 'draft';
      workflow.pausedReason = null;
    });
  }

  async discardDraft(caller: Caller, id: string): Promise<void> {
    await this.store.change(caller, id, (workflow) => {
      if (workflow.draftVersion === null) throw new ApiError('draftNotFound');
      if (workflow.liveVersion === null) throw new ApiError('draftIsAll');
      workflow.draftVersion = null;
    });
  }

  /** Makes the definition of an older version the draft. */
  async rollback(caller: Caller, id: string, dto: RollbackWorkflowDto): Promise<void> {
    const number = dto.targetVersion ?? dto.versionNumber;
    if (number === undefined || number === null) {
      throw ApiError.fields([{ field: 'targetVersion', message: 'targetVersion is required' }]);
    }
    await this.store.change(caller, id, async (workflow, manager) => {
      refuseArchived(workflow);
      expectVersion(workflow, dto.expectedCurrentVersion);
      const { definition } = await this.store.version(workflow, number, manager);
      await this.store.saveDraft(manager, workflow, definition, caller);
    });
  }
}

function requireLive(workflow: Workflow): void {
  refuseArchived(workflow);
  if (workflow.liveVersion === null) throw new ApiError('workflowNotLive');
}
