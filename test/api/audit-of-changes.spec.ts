import { AuthSettings } from '../../src/auth/auth-settings';
import { CuAccounts } from '../../src/cu/cu-accounts';
import { join, ownerOfNew, type Somebody, somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { startApi, type TestApi } from './start-api';

type Owner = Somebody & { organizationId: string };

const admins = new Set<string>();
let api: TestApi;
let owner: Owner;
let admin: Owner;
beforeAll(async () => {
  const auth = new AuthSettings('open', 3_600_000, undefined, admins);
  api = await startApi(new AbsentEngine(), { auth });
  owner = await ownerOfNew(api);
  admin = await ownerOfNew(api);
  admins.add(admin.userId);
});
afterAll(() => api.close());

interface Entry {
  id: string;
  outcome: string;
  actorType: string;
  actorId?: string;
  operation: string;
  resourceType: string;
  resourceId?: string;
  changes?: object;
  code?: string;
  count: number;
}

const call = (method: string, path: string, body?: unknown, by: Somebody = owner) =>
  by.call(method, path, body, owner.organizationId);

async function entries(query: string, of: Owner = owner): Promise<Entry[]> {
  const path = `/v1/orgs/${of.organizationId}/audit-log?${query}`;
  const { status, body } = await of.call('GET', path, undefined, of.organizationId);
  expect(status).toBe(200);
  return body.data.items as Entry[];
}

async function ofNobody(query: string): Promise<Entry[]> {
  const { status, body } = await admin.call('GET', `/v1/admin/audit-log?${query}`);
  expect(status).toBe(200);
  return body.data.items as Entry[];
}

async function make(path: string, body: object): Promise<string> {
  const answer = await call('POST', path, body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.data.id as string;
}

const DEFINITION = {
  nodes: {
    root: { type: 'manual', payload: {}, children: ['call'] },
    call: {
      type: 'http-request',
      payload: { url: 'https://example.com', method: 'GET' },
      children: [],
    },
  },
};
const TEMPLATE = {
  ...{ name: 'T', description: 'd', visibility: 'public', tags: ['t'], templateProps: [] },
  definition: DEFINITION,
};

const workflow = (): Promise<string> =>
  make('/v1/workflows', { name: 'w', definition: DEFINITION });
async function live(): Promise<string> {
  const id = await workflow();
  expect((await call('POST', `/v1/workflows/${id}/publish`)).status).toBe(200);
  return id;
}

describe('a change that was made', () => {
  it('names its resource, whatever the operation', async () => {
    const org = `/v1/orgs/${owner.organizationId}`;
    const organization = `/v1/organizations/${owner.organizationId}`;
    const [wf, other] = [await live(), await live()];
    const key = await make('/v1/api-keys', { name: 'k' });
    const body = { name: 'sa', permissions: ['run:read'] };
    const account = await make('/v1/service-accounts', body);
    const document = await make(`${organization}/knowledge`, { title: 't', content: '' });
    const invite = await make(`${org}/invites`, { email: 'a@example.com' });
    const restriction = await make(`${org}/restrictions`, { type: 'developer_publish' });
    const template = await make('/v1/templates', { ...TEMPLATE, visibility: 'org' });
    const member = await join(api, owner);
    const second = { nodes: { root: { ...DEFINITION.nodes.root, children: [] } } };
    const changes: [operation: string, resourceId: string][] = [
      ['createWorkflow', wf],
      ['publishWorkflow', wf],
      ['createApiKey', key],
      ['createServiceAccount', account],
      ['createKnowledge', document],
      ['createOrgInvite', invite],
      ['createOrgRestriction', restriction],
      ['createTemplate', template],
    ];
    const change = async (
      ...[operation, id, method, path, body]: [string, string, string, string, object?]
    ): Promise<void> => {
      const answer = await call(method, path, body);
      expect({ operation, status: answer.status }).toEqual({ operation, status: 200 });
      changes.push([operation, id]);
    };
    const inWorkflow = `/v1/workflows/${wf}`;
    await change('updateWorkflow', wf, 'PUT', inWorkflow, { definition: second });
    await change('discardDraft', wf, 'DELETE', `${inWorkflow}/draft`);
    await change('pauseWorkflow', wf, 'POST', `${inWorkflow}/pause`);
    await change('resumeWorkflow', wf, 'POST', `${inWorkflow}/resume`);
    await change('releaseWorkflow', wf, 'POST', `${inWorkflow}/release`, {});
    await change('updateWorkflowVisibility', wf, 'PUT', `${inWorkflow}/visibility`, {
      visibility: 'org',
    });
    await change('transferWorkflowOwner', other, 'PUT', `/v1/workflows/${other}/owner`, {
      ownerUserId: member.userId,
    });
    await change('archiveWorkflow', wf, 'DELETE', inWorkflow);
    await change('unarchiveWorkflow', wf, 'POST', `${inWorkflow}/unarchive`);
    await change('revokeApiKey', key, 'DELETE', `/v1/api-keys/${key}`);
    const inAccount = `/v1/service-accounts/${account}`;
    await change('disableServiceAccount', account, 'POST', `${inAccount}/disable`);
    await change('enableServiceAccount', account, 'POST', `${inAccount}/enable`);
    await change('deleteServiceAccount', account, 'DELETE', inAccount);
    const inDocument = `${organization}/knowledge/${document}`;
    await change('updateKnowledge', document, 'PATCH', inDocument, { title: 'u' });
    await change('deleteKnowledge', document, 'DELETE', inDocument);
    await change('cancelOrgInvite', invite, 'DELETE', `${org}/invites/${invite}`);
    const inRestrictions = `${org}/restrictions/${restriction}`;
    await change('deleteOrgRestriction', restriction, 'DELETE', inRestrictions);
    await change('updateTemplate', template, 'PATCH', `/v1/templates/${template}`, { name: 'U' });
    await change('deleteTemplate', template, 'DELETE', `/v1/templates/${template}`);
    const inMember = `${org}/members/${member.userId}`;
    await change('updateOrgMember', member.userId, 'PATCH', inMember, { role: 'owner' });
    await change('removeOrgMember', member.userId, 'DELETE', inMember);
    await change('updateOrganization', owner.organizationId, 'PATCH', organization, { name: 'N' });
    await change(
      'rotateOrgWebhookSecret',
      owner.organizationId,
      'POST',
      `/organizations/${owner.organizationId}/webhook-secret/rotate`,
    );
    for (const [operation, resourceId] of changes) {
      const ofUser = `operation=${operation}&resourceId=${resourceId}&actorId=${owner.userId}`;
      const found = await entries(ofUser);
      const expected = { operation, outcome: 'done', resourceId, actorType: 'user' };
      expect({ operation, found }).toMatchObject({ operation, found: [expected] });
    }
  });

  it('is in the log of the organization that it was made in, also by a stranger', async () => {
    const template = await make('/v1/templates', TEMPLATE);
    const path = `/v1/templates/${template}`;
    for (const step of ['approve', 'promote', 'unpromote', 'reject']) {
      const body = step === 'reject' ? { reason: 'No' } : {};
      const answer = await admin.call('PUT', `${path}/${step}`, body, admin.organizationId);
      expect({ step, status: answer.status }).toEqual({ step, status: 200 });
    }
    await admin.call('DELETE', path, undefined, admin.organizationId);
    const ofAdmin = `resourceId=${template}&actorId=${admin.userId}`;
    const found = (await entries(ofAdmin)).map(({ operation }) => operation).toReversed();
    const steps = ['approveTemplate', 'promoteTemplate', 'unpromoteTemplate', 'rejectTemplate'];
    expect(found.slice(0, 4)).toEqual(steps);
    expect(await entries(ofAdmin, admin)).toEqual([]);
    const guest = await somebody(api);
    const invites = `/v1/orgs/${owner.organizationId}/invites`;
    const invite = (await call('POST', invites, { email: guest.email })).body.data;
    const declined = await guest.call('POST', `/v1/invites/${invite.id}/decline`, {
      token: invite.token,
    });
    expect(declined.status).toBe(200);
    expect(await entries('operation=declineInvite')).toMatchObject([
      { outcome: 'done', actorId: guest.userId, resourceId: invite.id },
    ]);
  });

  it('is told of a deleted organization to administrators', async () => {
    const gone = await ownerOfNew(api);
    const { organizationId } = gone;
    const path = `/v1/organizations/${organizationId}`;
    expect((await gone.call('DELETE', path, undefined, organizationId)).status).toBe(200);
    const found = await ofNobody(`organizationId=${organizationId}`);
    expect(found.map(({ operation }) => operation)).toEqual([
      'deleteOrganization',
      'createOrganization',
    ]);
    expect(await ofNobody(`operation=deleteOrganization`)).toEqual([]);
  });
});

describe('what the service does by itself', () => {
  const pausedBy = async (id: string): Promise<unknown[]> =>
    (await entries(`operation=pauseWorkflow&resourceId=${id}`))
      .filter(({ actorType }) => actorType === 'system')
      .map(({ outcome, actorId, changes }) => ({ outcome, actorId, ...changes }));
  const set = (columns: string, id: string): Promise<unknown> =>
    api.dataSource.query(`UPDATE workflows SET ${columns} WHERE id = $1`, [id]);

  it('is noted when a workflow is paused, with the reason', async () => {
    const byHand = await live();
    await call('POST', `/v1/workflows/${byHand}/pause`);
    expect(await pausedBy(byHand)).toEqual([]);

    const limited = await live();
    await set(`visibility = 'public_execute', max_runs = 1, remain_runs = 1`, limited);
    expect((await api.call('POST', `/v1/public/workflows/${limited}/run`, {}, '')).status).toBe(
      200,
    );
    expect(await pausedBy(limited)).toEqual([
      { outcome: 'done', pausedReason: 'max_runs_exhausted' },
    ]);

    const failing = await live();
    await set(`visibility = 'public_execute'`, failing);
    for (let run = 0; run < 10; run++) {
      await api.call('POST', `/v1/public/workflows/${failing}/run`, {}, '');
    }
    await api.dataSource.query(
      `UPDATE runs SET status = 'failure', ended = true WHERE workflow_id = $1`,
      [failing],
    );
    expect(await pausedBy(failing)).toEqual([
      { outcome: 'done', pausedReason: 'consecutive_failures' },
    ]);

    const disabled = await live();
    const restrictions = `/v1/orgs/${owner.organizationId}/restrictions`;
    const restriction = { type: 'disabled_action', actionType: 'http-request' };
    const { id } = (await call('POST', restrictions, restriction)).body.data as { id: string };
    await call('DELETE', `${restrictions}/${id}`);
    expect(await pausedBy(disabled)).toEqual([
      { outcome: 'done', pausedReason: 'disabled_action' },
    ]);

    const member = await join(api, owner);
    const theirs = await call(
      'POST',
      '/v1/workflows',
      { name: 'w', definition: DEFINITION },
      member,
    );
    const left = theirs.body.data.id as string;
    expect((await call('POST', `/v1/workflows/${left}/publish`, undefined, member)).status).toBe(
      200,
    );
    await call('DELETE', `/v1/orgs/${owner.organizationId}/members/${member.userId}`);
    expect(await pausedBy(left)).toEqual([{ outcome: 'done', pausedReason: 'member_removed' }]);
  });

  it('is noted when compute units come and go', async () => {
    const id = await live();
    const path = `/v1/admin/organizations/${owner.organizationId}/subscription`;
    await admin.call('PUT', path, { monthlyCu: 0 });
    expect(await pausedBy(id)).toEqual([{ outcome: 'done', pausedReason: 'cu_exhausted' }]);
    await set(`visibility = 'public_execute', status = 'active'`, id);
    const refused = await api.call('POST', `/v1/public/workflows/${id}/run`, {}, '');
    expect(refused.body.code).toBe(402001);
    expect(await entries(`operation=runPublicWorkflow&resourceId=${id}`)).toMatchObject([
      { actorType: 'anonymous', outcome: 'refused', code: '402001' },
    ]);
    await set(`status = 'paused', paused_reason = 'cu_exhausted'`, id);
    await admin.call('PUT', path, { monthlyCu: 1_000 });
    const resumed = await entries(`operation=resumeWorkflow&resourceId=${id}`);
    expect(resumed).toMatchObject([{ actorType: 'system', outcome: 'done' }]);
    await api.dataSource.query(
      `UPDATE cu_accounts SET period_start = now() - interval '40 days' WHERE organization_id = $1`,
      [owner.organizationId],
    );
    await api.app.get(CuAccounts, { strict: false }).standing(owner.organizationId);
    expect(await entries('operation=grantCu&limit=1')).toMatchObject([
      { actorType: 'system', resourceId: owner.organizationId, changes: { amount: 1_000 } },
    ]);
  });

  it('is noted at the first start', async () => {
    const path = `/v1/orgs/${api.organizationId}/audit-log`;
    const { body } = await api.call('GET', path);
    const first = (body.data.items as Entry[]).filter(({ actorType }) => actorType === 'system');
    expect(first.map(({ operation }) => operation).toReversed()).toEqual([
      'createOrganization',
      'createServiceAccount',
      'createApiKey',
    ]);
  });
});

describe('refusals', () => {
  it('that are alike are one row with a count', async () => {
    const developer = await join(api, owner);
    const path = `/v1/orgs/${owner.organizationId}/audit-log`;
    for (let attempt = 0; attempt < 20; attempt++) await call('GET', path, undefined, developer);
    await entries('limit=1');
    for (let attempt = 0; attempt < 20; attempt++) await call('GET', path, undefined, developer);
    const found = await entries(`outcome=refused&actorId=${developer.userId}`);
    // A minute may have ended in between.
    expect(found.length).toBeLessThanOrEqual(2);
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(40);
  });

  it('of changes are folded, too', async () => {
    const id = await live();
    const restrictions = `/v1/orgs/${owner.organizationId}/restrictions`;
    const restriction = { type: 'disabled_action', actionType: 'http-request' };
    const made = (await call('POST', restrictions, restriction)).body.data as { id: string };
    for (let attempt = 0; attempt < 5; attempt++) {
      expect((await call('POST', `/v1/workflows/${id}/publish`)).body.code).toBe(403009);
    }
    await call('DELETE', `${restrictions}/${made.id}`);
    const found = await entries(`outcome=refused&operation=publishWorkflow`);
    expect(found.length).toBeLessThanOrEqual(2);
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(5);
    expect(await entries(`outcome=pending`)).toEqual([]);
  });

  it('of who has no credential are in the log of the workflow', async () => {
    const id = await live();
    const run = async (): Promise<number> =>
      (await api.call('POST', `/v1/public/workflows/${id}/run`, {}, '')).body.code as number;
    const set = (columns: string): Promise<unknown> =>
      api.dataSource.query(`UPDATE workflows SET ${columns} WHERE id = $1`, [id]);
    await set(`visibility = 'public_view'`);
    expect(await run()).toBe(403060);
    await set(`visibility = 'public_execute', public_run_cooldown_seconds = 600`);
    expect(await run()).toBe(0);
    expect(await run()).toBe(429060);
    await set(`public_run_cooldown_seconds = NULL, public_run_daily_limit = 2`);
    expect(await run()).toBe(0);
    expect(await run()).toBe(429061);
    await set(`public_run_daily_limit = NULL, cooldown_ms = 600000, last_triggered_at = now()`);
    expect(await run()).toBe(429010);
    const found = await entries(`outcome=refused&operation=runPublicWorkflow&resourceId=${id}`);
    expect(found.map(({ code }) => code).toReversed()).toEqual([
      ...['403060', '429060', '429061', '429010'],
    ]);
    for (const entry of found) expect(entry).toMatchObject({ actorType: 'anonymous' });
  });
});
