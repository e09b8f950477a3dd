import { ApiKey } from './api-key.entity';
import { ApiRequest } from './api-request.entity';
import { AuditEntry } from './audit-entry.entity';
import { BlockVersion } from './block-version.entity';
import { Block } from './block.entity';
import { CuAccount } from './cu-account.entity';
import { CuEntry } from './cu-entry.entity';
import { CuUsage } from './cu-usage.entity';
import { ErrorTally } from './error-tally.entity';
import { Execution } from './execution.entity';
import { IdempotencyKey } from './idempotency-key.entity';
import { LatencyTally } from './latency-tally.entity';
import { NodeTally } from './node-tally.entity';
import { NodeTotal } from './node-total.entity';
import { OrganizationDocument } from './organization-document.entity';
import { OrganizationInvite } from './organization-invite.entity';
import { OrganizationMember } from './organization-member.entity';
import { OrganizationProfile } from './organization-profile.entity';
import { OrganizationRestriction } from './organization-restriction.entity';
import { Organization } from './organization.entity';
import { PayloadBlob } from './payload-blob.entity';
import { PublicRunQuota } from './public-run-quota.entity';
import { RunAttemptError } from './run-attempt-error.entity';
import { RunClaim } from './run-claim.entity';
import { RunEvent } from './run-event.entity';
import { RunNode } from './run-node.entity';
import { RunTally } from './run-tally.entity';
import { RunTransaction } from './run-transaction.entity';
import { Run } from './run.entity';
import { Secret } from './secret.entity';
import { ServiceAccount } from './service-account.entity';
import { TemplateVersion } from './template-version.entity';
import { Template } from './template.entity';
import { UserAnswer } from './user-answer.entity';
import { UserInterest } from './user-interest.entity';
import { UserSession } from './user-session.entity';
import { User } from './user.entity';
import { VariableWrite } from './variable-write.entity';
import { WebhookDelivery } from './webhook-delivery.entity';
import { WorkflowVariable } from './workflow-variable.entity';
import { WorkflowRelease } from './workflow-release.entity';
import { WorkflowUse } from './workflow-use.entity';
import { WorkflowVersion } from './workflow-version.entity';
import { Workflow } from './workflow.entity';

export {
  ApiKey,
  ApiRequest,
  IdempotencyKey,
  ErrorTally,
  Execution,
  LatencyTally,
  NodeTally,
  NodeTotal,
  AuditEntry,
  Block,
  BlockVersion,
  CuAccount,
  CuEntry,
  CuUsage,
  Organization,
  OrganizationDocument,
  OrganizationInvite,
  OrganizationMember,
  OrganizationProfile,
  OrganizationRestriction,
  PayloadBlob,
  PublicRunQuota,
  Run,
  RunAttemptError,
  RunClaim,
  RunEvent,
  RunNode,
  RunTally,
  RunTransaction,
  Secret,
  ServiceAccount,
  Template,
  TemplateVersion,
  User,
  UserAnswer,
  UserInterest,
  UserSession,
  VariableWrite,
  WebhookDelivery,
  Workflow,
  WorkflowVariable,
  WorkflowRelease,
  WorkflowUse,
  WorkflowVersion,
};

export const ENTITIES = [
  Organization,
  OrganizationMember,
  OrganizationInvite,
  OrganizationRestriction,
  OrganizationDocument,
  OrganizationProfile,
  User,
  UserSession,
  UserInterest,
  UserAnswer,
  ServiceAccount,
  ApiKey,
  ApiRequest,
  IdempotencyKey,
  Workflow,
  WorkflowVersion,
  Template,
  TemplateVersion,
  WorkflowVariable,
  VariableWrite,
  WorkflowUse,
  WorkflowRelease,
  Run,
  RunNode,
  RunEvent,
  RunAttemptError,
  RunClaim,
  AuditEntry,
  Block,
  BlockVersion,
  CuAccount,
  CuEntry,
  CuUsage,
  PayloadBlob,
  WebhookDelivery,
  Secret,
  RunTally,
  ErrorTally,
  NodeTally,
  NodeTotal,
  LatencyTally,
  PublicRunQuota,
  RunTransaction,
  Execution,
];
