import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Plan } from '../../definition/plan/types';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import { isOutOfCu } from '../cu/cu-pauses';
import type { Workflow } from '../database/entities';
import { ActionRestrictions } from '../restrictions/action-restrictions';
import { DefinitionsService } from './definitions.service';
import type { PublishWorkflowDto, RollbackWorkflowDto } from './workflow.dto';
import { expectVersion, refuseArchived, runnableVersion, shownVersion } from './workflow-state';
import { WorkflowStore } from './workflow-store';

/** The steps of a workflow from draft to archive. */
@Injectable()
export class WorkflowLifecycleService {
  constructor(
    private readonly store: WorkflowStore,
    private readonly definitions: DefinitionsService,
    private readonly restrictions: ActionRestrictions,
  ) {}

  /** Makes the draft the live version. Without a draft a paused workflow becomes active, an active one stays. */
  async publish(caller: Caller, id: string, dto: PublishWorkflowDto): Promise<void> {
    await this.store.change(caller, id, async (workflow, manager) => {
      refuseArchived(workflow);
      expectVersion(workflow, dto.expectedVersion);
      if (workflow.draftVersion !== null) await this.goLive(manager, workflow);
      await this.activate(manager, workflow);
    });
  }

  async pause(caller: Caller, id: string): Promise<void> {
    await this.store.change(caller, id, (workflow) => {
      requireLive(workflow);
      workflow.status = 'paused';
    });
  }

  async resume(caller: Caller, id: string): Promise<void> {
    await this.store.change(caller, id, async (workflow, manager) => {
      requireLive(workflow);
      await this.activate(manager, workflow);
      if (workflow.status === 'paused') throw new ApiError('cuExhausted');
    });
  }

  async archive(caller: Caller, id: string): Promise<void> {
    await this.store.change(caller, id, (workflow) => {
      workflow.status = 'archived';
    });
  }

  /** What it showed last becomes its draft; it runs again once it is published. */
  async unarchive(caller: Caller, id: string): Promise<void> {
    await this.store.change(caller, id, (workflow) => {
      if (workflow.status !== 'archived') throw new ApiError('workflowNotArchived');
      workflow.draftVersion = shownVersion(workflow);
      workflow.liveVersion = null;
      workflow.status = 'draft';
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

  private async goLive(manager: EntityManager, workflow: Workflow): Promise<void> {
    const version = await this.store.version(workflow, shownVersion(workflow), manager);
    const variables = await this.store.variables(workflow, manager);
    const plan = version.plan ?? this.definitions.compile(version.definition, variables);
    await this.store.storePlan(version, plan, manager);
    workflow.liveVersion = version.number;
    workflow.draftVersion = null;
    workflow.type = triggerTypeOf(plan) ?? workflow.type;
  }

  /**
   * Throws 403 when the live version has an action that the organization has disabled. Without compute units
   * it stays paused.
   */
  private async activate(manager: EntityManager, workflow: Workflow): Promise<void> {
    const { plan } = await this.store.version(workflow, runnableVersion(workflow), manager);
    if (plan !== null) await this.restrictions.require(workflow.organizationId, plan, manager);
    const isOut = await isOutOfCu(manager, workflow.organizationId);
    workflow.status = isOut ? 'paused' : 'active';
    workflow.pausedReason = isOut ? 'cu_exhausted' : null;
  }
}

function triggerTypeOf(plan: Plan): string | undefined {
  return plan.nodes.find(({ execution }) => execution === 'trigger')?.type;
}

function requireLive(workflow: Workflow): void {
  refuseArchived(workflow);
  if (workflow.liveVersion === null) throw new ApiError('workflowNotLive');
}
