import { Injectable } from '@nestjs/common';
import { isJsonObject, ownValue } from '../../definition/json';
import type { WorkflowDefinition } from '../../definition/types';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import { keepWithWork } from '../idempotency/keep-with-work';
import { describeDefinition } from './describe-definition';
import { triggerNodeIds } from './trigger-nodes';
import { TriggerSecrets } from './trigger-secrets.service';
import { WorkflowActivation } from './workflow-activation.service';
import { refuseArchived, runnableVersion, shownVersion } from './workflow-state';
import { WorkflowStore } from './workflow-store';
import {
  GeneratedText,
  RefilledWorkflow,
  RotatedTriggerSecret,
  TriggerDetails,
  TriggerInfo,
  WorkflowSchedule,
} from './workflow-triggers.response';

/** What sets a workflow off, how often it still may, and what it says about itself. */
@Injectable()
export class WorkflowTriggersService {
  constructor(
    private readonly store: WorkflowStore,
    private readonly activation: WorkflowActivation,
    private readonly secrets: TriggerSecrets,
  ) {}

  async info(caller: Caller, id: string): Promise<TriggerInfo> {
    const workflow = await this.store.find(caller, id);
    const { definition } = await this.store.version(workflow, runnableVersion(workflow));
    const { nodes, ...rest } = definition as unknown as WorkflowDefinition;
    const triggers = triggerNodeIds({ nodes, ...rest }).flatMap((nodeId) => {
      const node = ownValue(nodes, nodeId);
      if (node === undefined) return [];
      const schema = ownValue(node.payload, 'inputSchema');
      return [new TriggerDetails(nodeId, node.type, isJsonObject(schema) ? schema : undefined)];
    });
    return new TriggerInfo(triggers);
  }

  async schedule(caller: Caller, id: string): Promise<WorkflowSchedule> {
    await this.store.find(caller, id);
    return new WorkflowSchedule(new Date());
  }

  /** Sets how many runs are left; a workflow that was paused for want of runs goes on. */
  refill(caller: Caller, id: string, remainRuns: number): Promise<RefilledWorkflow> {
    return this.store.change(caller, id, async (workflow, manager) => {
      refuseArchived(workflow);
      if (workflow.maxRuns === null) throw new ApiError('noRunLimit');
      workflow.remainRuns = remainRuns;
      await this.activation.goOnRefilled(manager, workflow);
      return keepWithWork(caller, manager, new RefilledWorkflow(id, remainRuns));
    });
  }

  /** The one before counts no longer. Archived workflows too: their runs may still wait. */
  rotateSecret(caller: Caller, id: string): Promise<RotatedTriggerSecret> {
    return this.store.change(caller, id, (workflow) => {
      const { secret, sealed } = this.secrets.generate(workflow);
      workflow.triggerSecret = sealed;
      return new RotatedTriggerSecret(id, secret);
    });
  }

  /** The name and description that authors gave stay as they are. */
  describe(caller: Caller, id: string): Promise<GeneratedText> {
    return this.store.change(caller, id, async (workflow, manager) => {
      refuseArchived(workflow);
      const { definition } = await this.store.version(workflow, shownVersion(workflow), manager);
      const text = describeDefinition(definition as unknown as WorkflowDefinition);
      workflow.aiName = text.name;
      workflow.aiDescription = text.description;
      return new GeneratedText(text.name, text.description);
    });
  }
}
