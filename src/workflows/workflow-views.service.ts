import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import type { Workflow, WorkflowVersion } from '../database/entities';
import type { WorkflowStatus } from '../database/entities/workflow.entity';
import { DefinitionSecrets } from '../secrets/definition-secrets';
import { TriggerSecrets } from './trigger-secrets.service';
import { WorkflowView } from './workflow.response';

/** Shows workflows without the secrets in their definitions. */
@Injectable()
export class WorkflowViews {
  constructor(
    private readonly secrets: DefinitionSecrets,
    private readonly triggerSecrets: TriggerSecrets,
  ) {}

  /** The trigger secret starts work, so it is shown to who may do that with the key already. */
  show(
    caller: Caller,
    workflow: Workflow,
    version: WorkflowVersion,
    status: WorkflowStatus,
  ): WorkflowView {
    return new WorkflowView(workflow, version, {
      status,
      definition: this.secrets.mask(version.definition),
      triggerSecret: caller.permissions.has('workflow:execute')
        ? this.triggerSecrets.reveal(workflow)
        : undefined,
    });
  }
}
