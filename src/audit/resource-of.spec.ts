import { resourceOf, textsOf } from './resource-of';

describe('resourceOf', () => {
  it.each([
    ['/v1/workflows/:id', { id: 'wf_1' }, undefined, 'workflow', 'wf_1', null],
    ['/v1/workflows/:id/publish', { id: 'wf_1' }, { id: 'wf_1' }, 'workflow', 'wf_1', null],
    ['/v1/workflows', {}, { id: 'wf_2' }, 'workflow', 'wf_2', null],
    ['/v1/workflows/:id/run', { id: 'wf_1' }, { runId: 'run_1' }, 'workflow', 'wf_1', 'run_1'],
    ['/v1/runs', {}, { runId: 'run_1' }, 'run', 'run_1', 'run_1'],
    ['/v1/runs/sync', {}, { runId: 'run_1' }, 'run', 'run_1', 'run_1'],
    ['/v1/runs/:id/retry', { id: 'run_1' }, { id: 'run_2' }, 'run', 'run_1', 'run_2'],
    ['/v1/runs/:id/cancel', { id: 'run_1' }, undefined, 'run', 'run_1', 'run_1'],
    [
      '/v1/runs/:id/nodes/:nodeId/resume',
      { id: 'run_1', nodeId: 'ask' },
      {},
      ...(['node', 'ask', 'run_1'] as const),
    ],
    ['/v1/orgs/:orgId/invites', { orgId: 'org_1' }, { id: 'inv_1' }, 'invite', 'inv_1', null],
    [
      '/v1/organizations/:orgId/cu/threshold',
      { orgId: 'org_1' },
      {},
      ...(['organization', 'org_1', null] as const),
    ],
    [
      '/v1/organizations/:orgId/knowledge',
      { orgId: 'org_1' },
      { id: 'doc_1' },
      ...(['knowledge', 'doc_1', null] as const),
    ],
    ['/v1/user/password', {}, undefined, 'user', null, null],
  ])('%s with %j and %j', (pattern, params, data, type, id, runId) => {
    expect(resourceOf(pattern, params, textsOf({ data, code: 0 }))).toEqual({ type, id, runId });
  });
});
