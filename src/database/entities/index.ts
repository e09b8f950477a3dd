import { ApiKey } from './api-key.entity';
import { Organization } from './organization.entity';
import { PayloadBlob } from './payload-blob.entity';
import { RunClaim } from './run-claim.entity';
import { RunEvent } from './run-event.entity';
import { RunNode } from './run-node.entity';
import { Run } from './run.entity';
import { Secret } from './secret.entity';
import { WebhookDelivery } from './webhook-delivery.entity';
import { WorkflowVersion } from './workflow-version.entity';
import { Workflow } from './workflow.entity';

export {
  ApiKey,
  Organization,
  PayloadBlob,
  Run,
  RunClaim,
  RunEvent,
  RunNode,
  Secret,
  WebhookDelivery,
  Workflow,
  WorkflowVersion,
};

export const ENTITIES = [
  Organization,
  ApiKey,
  Workflow,
  WorkflowVersion,
  Run,
  RunNode,
  RunEvent,
  RunClaim,
  PayloadBlob,
  WebhookDelivery,
  Secret,
];
