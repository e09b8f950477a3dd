import type { Permission } from './permissions';

/** Who may use an operation. */
export type Access =
  /** Everybody, without a credential. */
  | { kind: 'public' }
  /** Whoever has the permission; without a credential the route itself finds out who asks. */
  | { kind: 'optional'; permission: Permission }
  /** Whoever has all of the permissions in the organization. */
  | { kind: 'permission'; permissions: readonly Permission[] }
  /** A user by a session of theirs, in no organization; no API key. */
  | { kind: 'person' }
  /** Whom the operator has named as an administrator of the installation; no key that may only read. */
  | { kind: 'admin' }
  /** Whoever has a credential, in an organization or in none. */
  | { kind: 'identity' };

const PUBLIC: Access = { kind: 'public' };
const PERSON: Access = { kind: 'person' };
const IDENTITY: Access = { kind: 'identity' };
const ADMIN: Access = { kind: 'admin' };
const needs = (...permissions: Permission[]): Access => ({ kind: 'permission', permissions });
const optional = (permission: Permission): Access => ({ kind: 'optional', permission });

/**
 * What each operation needs, by operation id: the one place where that is said. The guard reads it and
 * lets nothing through that has no row. The public ones are a closed list, held by a test.
 */
export const OPERATIONS = {
  healthLive: PUBLIC,
  healthReady: PUBLIC,

  listActions: PUBLIC,
  getAction: PUBLIC,
  listLogicActions: PUBLIC,
  listTriggers: PUBLIC,
  getTrigger: PUBLIC,

  signUp: PUBLIC,
  signIn: PUBLIC,
  signOut: PERSON,
  getUser: PERSON,
  changePassword: PERSON,
  listUserInterests: PERSON,
  addUserInterest: PERSON,
  deleteUserInterest: PERSON,
  getUserInterestSettings: PERSON,
  updateUserInterestSettings: PERSON,
  listOnboardingQuestions: IDENTITY,
  submitOnboardingResponses: PERSON,
  getOnboardingStatus: PERSON,

  listOrganizations: IDENTITY,
  createOrganization: PERSON,
  getOrganization: needs('org:read'),
  updateOrganization: needs('org:update'),
  deleteOrganization: needs('org:delete'),
  getPublicOrganization: PUBLIC,
  listOrgMembers: needs('org:read'),
  updateOrgMember: needs('member:update_role'),
  removeOrgMember: needs('member:remove'),
  leaveOrganization: needs('org:read'),
  listOrgInvites: needs('org:read'),
  createOrgInvite: needs('member:invite'),
  cancelOrgInvite: needs('member:invite'),
  listOrgRestrictions: needs('restriction:read'),
  createOrgRestriction: needs('restriction:update'),
  deleteOrgRestriction: needs('restriction:update'),
  listMyInvites: PERSON,
  acceptInvite: PERSON,
  declineInvite: PERSON,

  getCuCosts: PUBLIC,
  getCuBalance: needs('org:read'),
  listCuRuns: needs('run:read'),
  updateCuThreshold: needs('org:update'),
  getCuUsage: needs('stats:read'),
  getCuUsageByWorkflow: needs('stats:read'),
  getSubscription: needs('org:read'),
  adminUpdateSubscription: ADMIN,
  adminAdjustCu: ADMIN,

  listAuditLog: needs('audit:read'),
  adminListAuditLog: ADMIN,

  listApiKeys: needs('apikey:read'),
  createApiKey: needs('apikey:create'),
  listApiRequestAudits: needs('apikey:read'),
  getApiKey: needs('apikey:read'),
  revokeApiKey: needs('apikey:revoke'),

  listServiceAccounts: needs('service_account:read'),
  createServiceAccount: needs('service_account:write'),
  getServiceAccount: needs('service_account:read'),
  updateServiceAccount: needs('service_account:write'),
  deleteServiceAccount: needs('service_account:write'),
  enableServiceAccount: needs('service_account:write'),
  disableServiceAccount: needs('service_account:write'),

  listWorkflows: needs('workflow:read'),
  createWorkflow: needs('workflow:create'),
  countWorkflows: needs('workflow:read'),
  countWorkflowsByOwner: needs('workflow:read'),
  batchWorkflowMeta: needs('workflow:read'),
  listIncomingLinks: needs('workflow:read'),
  resolveWorkflowOrg: IDENTITY,
  transferWorkflowOwner: needs('workflow:update'),
  updateWorkflowVisibility: needs('workflow:update'),
  updateWorkflowUiMetadata: needs('workflow:update'),
  exportWorkflow: needs('workflow:read'),
  importWorkflow: needs('workflow:create'),
  validateWorkflow: needs('workflow:read'),
  getWorkflow: needs('workflow:read'),
  updateWorkflow: needs('workflow:update'),
  archiveWorkflow: needs('workflow:delete'),
  unarchiveWorkflow: needs('workflow:update'),
  publishWorkflow: needs('workflow:publish'),
  releaseWorkflow: needs('workflow:publish'),
  listReleases: needs('workflow:read'),
  revertToRelease: needs('workflow:publish'),
  revertToVersion: needs('workflow:publish'),
  refillWorkflow: needs('workflow:update'),
  // The secret is shown, as `getWorkflow` shows it to who may execute.
  rotateTriggerSecret: needs('workflow:update', 'workflow:execute'),
  regenerateDescriptions: needs('workflow:update'),
  getTriggerInfo: needs('workflow:read'),
  getWorkflowSchedule: needs('workflow:read'),
  pauseWorkflow: needs('workflow:update'),
  resumeWorkflow: needs('workflow:update'),
  rollbackWorkflow: needs('workflow:update'),
  getLive: needs('workflow:read'),
  getDraft: needs('workflow:read'),
  discardDraft: needs('workflow:update'),
  listWorkflowVersions: needs('workflow:read'),
  countWorkflowVersions: needs('workflow:read'),
  getWorkflowVersion: needs('workflow:read'),
  runWorkflow: needs('workflow:execute'),
  listWorkflowRuns: needs('run:read'),

  listOrgPublicTemplates: PUBLIC,
  listTemplates: needs('workflow:read'),
  createTemplate: needs('workflow:create'),
  getTemplateBySourceWorkflow: needs('workflow:read'),
  listRecommendedTemplates: needs('workflow:read'),
  getTemplate: optional('workflow:read'),
  updateTemplate: needs('workflow:update'),
  deleteTemplate: needs('workflow:delete'),
  rollbackTemplate: needs('workflow:update'),
  getTemplateStats: needs('workflow:read'),
  listTemplateVersions: needs('workflow:read'),
  countTemplateVersions: needs('workflow:read'),
  getTemplateVersion: needs('workflow:read'),
  promoteTemplate: needs('workflow:publish'),
  unpromoteTemplate: needs('workflow:publish'),
  approveTemplate: needs('workflow:publish'),
  rejectTemplate: needs('workflow:publish'),

  // A block does nothing but in a workflow, so each needs what the same needs on workflows. A new version reaches no
  // published workflow before somebody publishes that one anew.
  listBlocks: needs('workflow:read'),
  createBlock: needs('workflow:create'),
  getBlock: needs('workflow:read'),
  updateBlock: needs('workflow:update'),
  archiveBlock: needs('workflow:delete'),
  rollbackBlock: needs('workflow:update'),
  listBlockVersions: needs('workflow:read'),
  getBlockVersion: needs('workflow:read'),
  listBlockUses: needs('workflow:read'),

  getOrgWebhookSecret: needs('org:update'),
  rotateOrgWebhookSecret: needs('org:update'),

  /** What the SQL needs, the route itself finds out: writing does not need the permission to read. */
  queryDatabase: needs(),
  listDatabaseTables: needs('database:read'),
  getDatabaseTable: needs('database:read'),

  listWorkflowVariables: needs('workflow:read'),
  upsertWorkflowVariable: needs('workflow:update'),
  deleteWorkflowVariable: needs('workflow:update'),
  setWorkflowVariable: needs('workflow:update'),
  resetWorkflowVariable: needs('workflow:update'),
  listVariableHistory: needs('workflow:read'),
  listRunVariableWrites: needs('run:read'),
  listKnowledge: needs('database:read'),
  createKnowledge: needs('database:update'),
  getKnowledge: needs('database:read'),
  updateKnowledge: needs('database:update'),
  deleteKnowledge: needs('database:update'),
  getOrgProfile: needs('org:read'),
  updateOrgProfile: needs('org:update'),

  listTags: needs('action:read'),
  listTagCategories: needs('action:read'),
  search: needs('workflow:read'),
  findSimilar: needs('workflow:read'),

  streamWorkflowRuns: needs('run:stream'),
  streamManyWorkflowRuns: needs('run:stream'),
  attributeTransactions: needs('run:read'),
  countRunsByStatus: needs('run:read'),
  countRunsByWorkflow: needs('run:read'),
  batchWorkflowStats: needs('run:read'),
  countWorkflowRuns: needs('run:read'),
  getTriggerAggregates: needs('run:read'),
  listRuns: needs('run:read'),
  createEphemeralRun: needs('workflow:create', 'workflow:execute'),
  runSync: needs('workflow:create', 'workflow:execute'),
  getRun: needs('run:read'),
  cancelRun: needs('run:cancel'),
  retryRun: needs('workflow:execute'),
  listRunLogs: needs('run:read'),
  streamRun: needs('run:stream'),
  resumeWaitingNode: optional('workflow:execute'),

  getPublicWorkflow: PUBLIC,
  getPublicWorkflowMeta: PUBLIC,
  listPublicWorkflowRuns: PUBLIC,
  getPublicRun: PUBLIC,
  getPublicRunByTx: PUBLIC,
  runPublicWorkflow: PUBLIC,
  createPublicExecution: PUBLIC,
  getPublicExecution: PUBLIC,
  streamPublicExecution: PUBLIC,
  getPublicWidget: PUBLIC,
  enableWidget: needs('workflow:update'),
  disableWidget: needs('workflow:update'),

  getMetricsSummary: needs('stats:read'),
  getRunsTimeseries: needs('stats:read'),
  getFailureRate: needs('stats:read'),
  getTopErrors: needs('stats:read'),
  getRecentActivity: needs('stats:read'),
  getAllStatistics: needs('stats:read'),
  getActionLatency: needs('stats:read'),
  getNodeUsage: needs('stats:read'),
} as const satisfies Record<string, Access>;

export type OperationId = keyof typeof OPERATIONS;
