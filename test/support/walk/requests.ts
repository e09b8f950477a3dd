import type { Operation } from '../operations';

const DEFINITION = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };
const BLOCK = { nodes: { say: { type: 'log', payload: { message: 'x' }, children: [] } } };
const ACCOUNT = { name: 'x', permissions: ['run:read'] };

/** Bodies that pass, where an empty one is refused before anything is looked for. */
export const BODIES: Readonly<Record<string, object>> = {
  acceptInvite: { token: 'x' },
  attributeTransactions: { txHashes: [] },
  batchWorkflowMeta: { workflowIds: ['wf_x'] },
  batchWorkflowStats: { workflowIds: ['wf_x'] },
  createApiKey: { name: 'x' },
  createEphemeralRun: { definition: DEFINITION },
  createBlock: { name: 'x', definition: BLOCK },
  createKnowledge: { title: 'x', content: '' },
  createOrgInvite: { email: 'x@example.com' },
  createOrgRestriction: { type: 'developer_publish' },
  createPublicExecution: { sourceSystem: 'x', sourceEntityType: 'x', sourceEntityId: 'x' },
  createServiceAccount: ACCOUNT,
  createTemplate: {
    ...{ name: 't', description: '', tags: ['t'], visibility: 'org', definition: DEFINITION },
  },
  createWorkflow: { name: 'x', definition: DEFINITION },
  declineInvite: { token: 'x' },
  enableWidget: { title: 'x' },
  importWorkflow: { name: 'x', definition: DEFINITION },
  adminAdjustCu: { amount: 1, direction: 'credit', reason: 'x' },
  adminUpdateSubscription: { tier: 'x' },
  queryDatabase: { sql: 'SELECT 1' },
  refillWorkflow: { remainRuns: 1 },
  revertToVersion: { workflowVersion: 1 },
  rollbackBlock: { targetVersion: 1 },
  rollbackTemplate: { targetVersion: 1 },
  rollbackWorkflow: { targetVersion: 1 },
  runSync: { definition: DEFINITION },
  transferWorkflowOwner: { ownerUserId: 'usr_x' },
  updateCuThreshold: { minThreshold: 0 },
  updateOrgMember: { role: 'developer' },
  updateServiceAccount: ACCOUNT,
  updateWorkflowUiMetadata: { uiMetadata: {} },
  updateWorkflowVisibility: { visibility: 'org' },
  upsertWorkflowVariable: { type: 'number', lifetime: 'persist' },
  validateWorkflow: { definition: DEFINITION },
};

const HOUR_MS = 3_600_000;
const RANGE = `from=${Date.now() - 24 * HOUR_MS}&to=${Date.now() + 24 * HOUR_MS}`;
const SERIES = `${RANGE}&granularity=hourly`;

/** Queries without which nothing is answered. */
const QUERIES: Readonly<Record<string, string>> = {
  getActionLatency: SERIES,
  getCuUsage: `yearMonth=${new Date().toISOString().slice(0, 7)}`,
  getCuUsageByWorkflow: RANGE,
  getFailureRate: RANGE,
  getMetricsSummary: SERIES,
  getNodeUsage: SERIES,
  getRunsTimeseries: SERIES,
  getTopErrors: RANGE,
  search: 'q=secret',
  streamManyWorkflowRuns: 'ids=wf_x',
};

export function bodyOf({ id, method }: Operation): object | undefined {
  return method === 'GET' || method === 'DELETE' ? undefined : (BODIES[id] ?? {});
}

/** With the path's own query, if it has one. */
export function withQuery({ id }: Operation, path: string): string {
  const query = QUERIES[id];
  return query === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

/** Their answers do not end. */
export const STREAMS: ReadonlySet<string> = new Set([
  ...['streamRun', 'streamWorkflowRuns', 'streamManyWorkflowRuns', 'streamPublicExecution'],
]);
