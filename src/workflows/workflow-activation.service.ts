import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Plan } from '../../definition/plan/types';
import { isOutOfCu } from '../cu/cu-pauses';
import type { Workflow, WorkflowVersion } from '../database/entities';
import { ActionRestrictions } from '../restrictions/action-restrictions';
import { DefinitionsService } from './definitions.service';
import { runnableVersion } from './workflow-state';
import { WorkflowStore } from './workflow-store';

/** Puts versions to work. For use while the workflow is locked. */
@Injectable()
export class WorkflowActivation {
  constructor(
    private readonly store: WorkflowStore,
    private readonly definitions: DefinitionsService,
    private readonly restrictions: ActionRestrictions,
  ) {}

  /** Makes a version the live one. Throws 400228 when it has problems. */
  async goLive(manager: EntityManager, workflow: Workflow, number: number): Promise<void> {
    const version = await this.store.version(workflow, number, manager);
    const plan = await this.planOf(manager, workflow, version);
    await this.store.storePlan(version, plan, manager);
    await this.store.markPublished(version, manager);
    workflow.liveVersion = version.number;
    if (workflow.draftVersion === version.number) workflow.draftVersion = null;
    workflow.type = triggerTypeOf(plan) ?? workflow.type;
  }

  private async planOf(
    manager: EntityManager,
    workflow: Workflow,
    { plan, definition }: WorkflowVersion,
  ): Promise<Plan> {
    const { organizationId } = workflow;
    const around = { variables: await this.store.variables(workflow, manager), manager };
    if (plan === null) {
      return (await this.definitions.compile(organizationId, definition, around)).plan;
    }
    // A version that has run has its plan, and was judged by the variables that there were.
    await this.definitions.requireVariables(organizationId, definition, around);
    return plan;
  }

  /**
   * Starts automatic triggers; a workflow without runs left, or without compute units, stays paused. Throws 403 when the live version has an
   * action that the organization has disabled.
   */
  async activate(manager: EntityManager, workflow: Workflow): Promise<void> {
    const { plan } = await this.store.version(workflow, runnableVersion(workflow), manager);
    if (plan !== null) await this.restrictions.require(workflow.organizationId, plan, manager);
    workflow.pausedReason = await whyPaused(manager, workflow);
    workflow.status = workflow.pausedReason === null ? 'active' : 'paused';
    if (workflow.status === 'active') workflow.activeSince = new Date();
  }

  /** Goes on after a pause that runs which are there again have ended. */
  async goOnRefilled(manager: EntityManager, workflow: Workflow): Promise<void> {
    if (workflow.status !== 'paused' || workflow.pausedReason !== 'max_runs_exhausted') return;
    await this.activate(manager, workflow);
  }
}

async function whyPaused(manager: EntityManager, workflow: Workflow): Promise<string | null> {
  if (workflow.maxRuns !== null && workflow.remainRuns === 0) return 'max_runs_exhausted';
  return (await isOutOfCu(manager, workflow.organizationId)) ? 'cu_exhausted' : null;
}

function triggerTypeOf(plan: Plan): string | undefined {
  return plan.nodes.find(({ execution }) => execution === 'trigger')?.type;
}
