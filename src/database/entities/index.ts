import { ApiKey } from './api-key.entity';
import { ApiRequest } from './api-request.entity';
import { OrganizationInvite } from './organization-invite.entity';
import { OrganizationMember } from './organization-member.entity';
import { OrganizationRestriction } from './organization-restriction.entity';
import { Organization } from './organization.entity';
import { PayloadBlob } from './payload-blob.entity';
import { RunClaim } from './run-claim.entity';
import { RunEvent } from './run-event.entity';
import { RunNode } from './run-node.entity';
import { Run } from './run.entity';
import { Secret } from './secret.entity';
import { ServiceAccount } from './service-account.entity';
import { UserAnswer } from './user-answer.entity';
import { UserInterest } from './user-interest.entity';
import { UserSession } from './user-session.entity';
import { User } from './user.entity';
import { WebhookDelivery } from './webhook-delivery.entity';
import { WorkflowVersion } from './workflow-version.entity';
import { Workflow } from './workflow.entity';

export {
  ApiKey,
  ApiRequest,
  Organization,
  OrganizationInvite,
  OrganizationMember,
  OrganizationRestriction,
  PayloadBlob,
  Run,
  RunClaim,
  RunEvent,
  RunNode,
  Secret,
  ServiceAccount,
  User,
  UserAnswer,
  UserInterest,
  UserSession,
  WebhookDelivery,
  Workflow,
  WorkflowVersion,
};

export const ENTITIES = [
  Organization,
  OrganizationMember,
  OrganizationInvite,
  OrganizationRestriction,
  User,
  UserSession,
  UserInterest,
  UserAnswer,
  ServiceAccount,
  ApiKey,
  ApiRequest,
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
