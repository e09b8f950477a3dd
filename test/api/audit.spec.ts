import { request } from 'node:http';
import { AuthSettings } from '../../src/auth/auth-settings';
import { isNotedFirst } from '../../src/audit/audited-operations';
import { isChange } from '../../src/auth/changes';
import type { OperationId } from '../../src/auth/operations';
import { until } from '../chaos/until';
import { operationsOf } from '../support/operations';
import { join, ownerOfNew, PASSWORD, type Somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

const admins = new Set<string>();
let api: TestApi;
let owner: Somebody & { organizationId: string };
beforeAll(async () => {
  const auth = new AuthSettings('open', 3_600_000, undefined, admins);
  api = await startApi(new AbsentEngine(), { auth });
});
beforeEach(async () => {
  owner = await ownerOfNew(api);
});
afterAll(() => api.close());

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

interface Entry {
  operation: string;
  outcome: string;
  requestId: string;
  runId?: string;
  resourceId?: string;
}

const call = (method: string, path: string, body?: unknown, person: Somebody = owner) =>
  person.call(method, path, body, owner.organizationId);
const log = async (query = '', person: Somebody = owner): Promise<Answer> =>
  call('GET', `/v1/orgs/${owner.organizationId}/audit-log${query}`, undefined, person);
async function entries(query = ''): Promise<Entry[]> {
  const { body, status } = await log(query);
  expect(status).toBe(200);
  return body.data.items as Entry[];
}

/** What the log says of a request, in any organization. */
async function noted({ body }: Answer): Promise<{ operation: string; outcome: string }[]> {
  // Reading writes what waits.
  await log();
  return api.dataSource.query(
    'SELECT operation, outcome FROM audit_entries WHERE request_id = $1',
    [body.requestId],
  );
}

async function workflow(): Promise<string> {
  const made = await call('POST', '/v1/workflows', { name: 'w', definition: DEFINITION });
  return made.body.data.id as string;
}

describe('every operation that changes something', () => {
  it('leaves one row when it is asked for, refused or not', async () => {
    admins.add(owner.userId);
    const operations = (await operationsOf(api.url)).filter(
      ({ id, method, secured }) =>
        secured && isChange(id as OperationId, method) && isNotedFirst(id as OperationId),
    );
    expect(operations.length).toBeGreaterThan(30);
    const last = ['deleteOrganization', 'signOut'];
    operations.sort((a, b) => last.indexOf(a.id) - last.indexOf(b.id));
    for (const { id, method, path } of operations) {
      const url = path.replace('{orgId}', owner.organizationId).replace(/\{\w+\}/g, 'x');
      // Deleting answers nothing to ask with, so the log is read by somebody else at the end.
      const answer = await call(method, url, method === 'DELETE' ? undefined : {});
      const rows = await api.dataSource.query<{ operation: string; outcome: string }[]>(
        'SELECT operation, outcome FROM audit_entries WHERE request_id = $1',
        [answer.body.requestId],
      );
      const outcome = answer.status === 200 ? 'done' : 'failed';
      expect({ id, rows }).toEqual({ id, rows: [{ operation: id, outcome }] });
    }
  });

  it('leaves one when it starts a run, or needs no credential', async () => {
    const id = await workflow();
    const started = await call('POST', `/v1/workflows/${id}/run`);
    const runId = started.body.data.runId as string;
    expect(await noted(started)).toEqual([{ operation: 'runWorkflow', outcome: 'done' }]);
    const [row] = await entries(`?runId=${runId}`);
    expect(row).toMatchObject({ resourceType: 'workflow', resourceId: id, runId });
    await api.dataSource.query(`UPDATE runs SET status = 'failure', ended = true WHERE id = $1`, [
      runId,
    ]);
    const retried = await call('POST', `/v1/runs/${runId}/retry`);
    expect(await noted(retried)).toEqual([{ operation: 'retryRun', outcome: 'done' }]);
    const inline = await call('POST', '/v1/runs', { definition: DEFINITION });
    expect(await noted(inline)).toEqual([{ operation: 'createEphemeralRun', outcome: 'done' }]);
    const resumed = await call('POST', `/v1/runs/${runId}/nodes/call/resume`, {});
    expect(await noted(resumed)).toEqual([{ operation: 'resumeWaitingNode', outcome: 'done' }]);
    await api.dataSource.query(`UPDATE workflows SET visibility = 'public_execute' WHERE id = $1`, [
      id,
    ]);
    await call('POST', `/v1/workflows/${id}/publish`);
    const open = await api.call('POST', `/v1/public/workflows/${id}/run`, {}, '');
    expect(await noted(open)).toEqual([{ operation: 'runPublicWorkflow', outcome: 'done' }]);
    expect(await entries('?operation=runPublicWorkflow')).toMatchObject([
      { actorType: 'anonymous', resourceId: id },
    ]);
    const synced = call('POST', '/v1/runs/sync', { definition: DEFINITION });
    await endOpenRuns(synced);
    expect(await noted(await synced)).toEqual([{ operation: 'runSync', outcome: 'done' }]);
    const email = `x${owner.email}`;
    const signedUp = await api.call('POST', '/v1/users', { email, password: PASSWORD }, '');
    expect(await noted(signedUp)).toEqual([{ operation: 'signUp', outcome: 'done' }]);
    const signedIn = await api.call('POST', '/v1/sessions', { email, password: PASSWORD }, '');
    expect(await noted(signedIn)).toEqual([{ operation: 'signIn', outcome: 'done' }]);
  });
});

/** As a worker would, until the call that waits for it is answered. */
async function endOpenRuns(waiting: Promise<unknown>): Promise<void> {
  let isAnswered = false;
  void waiting.then(() => (isAnswered = true));
  await until('the run of the call has ended', 10_000, async () => {
    const open = await api.dataSource.query<{ id: string }[]>(
      `SELECT id FROM runs WHERE organization_id = $1 AND NOT ended`,
      [owner.organizationId],
    );
    for (const { id: runId } of open) {
      await api.record.flush({
        run: { organizationId: owner.organizationId, runId, workflowId: '' },
        carried: { events: [], acks: [] },
        end: { status: 'success', output: {}, at: Date.now() },
      });
    }
    return isAnswered;
  });
}

/** Not with fetch: an answer of 500 is published by no operation. */
function rename(id: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${owner.token}`,
      'x-org-id': owner.organizationId,
      'content-type': 'application/json',
    };
    const options = { method: 'PUT', headers };
    const sent = request(`${api.url}/v1/workflows/${id}`, options, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject).end(JSON.stringify({ name: 'changed' }));
  });
}

describe('a row', () => {
  it('says who did what to what, when and from where, and no secrets', async () => {
    const key = { name: 'ci', scope: 'read-write', description: 'x'.repeat(300) };
    const made = await call('POST', '/v1/api-keys', key);
    const { id, key: token } = made.body.data as { id: string; key: string };
    const [row, ...rest] = await entries('?operation=createApiKey');
    expect(rest).toEqual([]);
    expect(row).toEqual({
      id: expect.stringMatching(/^aud_/) as unknown,
      at: expect.any(String) as unknown,
      outcome: 'done',
      ...{ actorType: 'user', actorId: owner.userId },
      credentialType: 'session',
      credentialId: expect.stringMatching(/^ses_/) as unknown,
      ...{ operation: 'createApiKey', resourceType: 'api-key', resourceId: id },
      changes: { name: 'ci', scope: 'read-write', description: '(sent)' },
      count: 1,
      requestId: made.body.requestId as string,
      ...{ clientIp: '127.0.0.1', userAgent: 'node' },
    });
    const workflowId = await api
      .call('POST', '/v1/workflows', { name: 'w', definition: DEFINITION }, token)
      .then(({ body }) => body.data.id as string);
    expect((await entries(`?resourceId=${workflowId}`))[0]).toMatchObject({
      ...{ operation: 'createWorkflow', resourceType: 'workflow', outcome: 'done' },
      ...{ actorId: owner.userId, credentialType: 'api_key', credentialId: id },
      changes: { name: 'w', definition: '(sent)' },
    });
    expect(JSON.stringify(await entries())).not.toContain(token);
  });

  it('is there before the change is made', async () => {
    const id = await workflow();
    const locker = api.dataSource.createQueryRunner();
    await locker.startTransaction();
    await locker.query('SELECT FROM workflows WHERE id = $1 FOR UPDATE', [id]);
    const publishing = call('POST', `/v1/workflows/${id}/publish`);
    const query = '?operation=publishWorkflow';
    await until('the wish is noted', 5_000, async () => (await entries(query)).length > 0);
    expect(await entries(query)).toMatchObject([{ outcome: 'pending', resourceId: id }]);
    await locker.rollbackTransaction();
    await locker.release();
    expect((await publishing).status).toBe(200);
    expect(await entries(query)).toMatchObject([{ outcome: 'done', resourceId: id }]);
  });

  it('is a condition of the change', async () => {
    const id = await workflow();
    await api.dataSource.query('ALTER TABLE audit_entries RENAME TO away');
    try {
      expect(await rename(id)).toBe(500);
    } finally {
      await api.dataSource.query('ALTER TABLE away RENAME TO audit_entries');
    }
    expect((await call('GET', `/v1/workflows/${id}`)).body.data.name).toBe('w');
  });

  it('is in the organization that was made, and in the one that an administrator acts for', async () => {
    expect(await entries('?operation=createOrganization&limit=1')).toMatchObject([
      { outcome: 'done', resourceType: 'organization', resourceId: owner.organizationId },
    ]);
    const admin = await ownerOfNew(api);
    admins.add(admin.userId);
    const path = `/v1/admin/organizations/${owner.organizationId}/subscription`;
    await admin.call('PUT', path, { tier: 'team' });
    expect(await entries('?operation=adminUpdateSubscription')).toMatchObject([
      { actorId: admin.userId, outcome: 'done', changes: { tier: 'team' } },
    ]);
    const ofPeople = await admin.call('GET', '/v1/admin/audit-log?operation=signUp&limit=1');
    expect(ofPeople.body.data.items).toMatchObject([{ actorType: 'anonymous', outcome: 'done' }]);
    expect((await owner.call('GET', '/v1/admin/audit-log')).body.code).toBe(403020);
  });
});

describe('a refusal', () => {
  const refused = async (code: string): Promise<Entry[]> => {
    const all = await entries('?outcome=refused');
    return (all as (Entry & { code: string })[]).filter((entry) => entry.code === code);
  };

  it('by a permission is noted, of reading too', async () => {
    const developer = await join(api, owner);
    await call('POST', `/v1/orgs/${owner.organizationId}/invites`, { email: 'a@b.co' }, developer);
    await log('', developer);
    expect(await refused('403002')).toMatchObject([
      { operation: 'listAuditLog', actorId: developer.userId },
      { operation: 'createOrgInvite', actorId: developer.userId },
    ]);
  });

  it('by the scope of a key is noted', async () => {
    const made = await call('POST', '/v1/api-keys', { name: 'r', scope: 'read' });
    const { id, key } = made.body.data as { id: string; key: string };
    await api.call('POST', '/v1/workflows', {}, key);
    expect(await refused('403001')).toMatchObject([
      { operation: 'createWorkflow', credentialId: id },
    ]);
  });

  it('by a restriction and for want of compute units is noted', async () => {
    const id = await workflow();
    const restriction = { type: 'disabled_action', actionType: 'http-request' };
    await call('POST', `/v1/orgs/${owner.organizationId}/restrictions`, restriction);
    await call('POST', `/v1/workflows/${id}/run`);
    await call('POST', `/v1/workflows/${id}/publish`);
    expect(await refused('403009')).toMatchObject([
      { operation: 'publishWorkflow', resourceId: id },
      { operation: 'runWorkflow', resourceId: id },
    ]);
    admins.add(owner.userId);
    const path = `/v1/admin/organizations/${owner.organizationId}/subscription`;
    await owner.call('PUT', path, { monthlyCu: 0 });
    const log = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };
    expect((await call('POST', '/v1/runs', { definition: log })).status).toBe(402);
    expect(await refused('402001')).toMatchObject([{ operation: 'createEphemeralRun' }]);
  });

  it('of a node by the egress rules is linked to its run', async () => {
    const id = await workflow();
    const runId = (await call('POST', `/v1/workflows/${id}/run`)).body.data.runId as string;
    const run = { organizationId: owner.organizationId, runId, workflowId: id };
    const node = { address: 'loop[1]/call', id: 'call', type: 'http-request' };
    const task = { run, node, input: {}, attempt: 1, maxAttempts: 1, safeToRepeat: true };
    await api.record.begin({ ...task, carried: { events: [], acks: [] }, at: Date.now() });
    const error = { code: 'egress_refused', message: '10.0.0.1 is private' };
    const release = { run, address: node.address, attempt: 1, error };
    await api.record.release(release);
    await api.record.release(release);
    const [refusal, start, ...rest] = await entries(`?runId=${runId}`);
    expect(rest).toEqual([]);
    expect(refusal).toMatchObject({
      ...{ outcome: 'refused', actorType: 'run', actorId: runId, runId },
      ...{ resourceType: 'node', resourceId: 'loop[1]/call' },
      ...{ code: 'egress_refused', reason: '10.0.0.1 is private' },
    });
    expect(start).toMatchObject({ operation: 'runWorkflow', outcome: 'done' });
    await api.record.begin({
      ...task,
      attempt: 2,
      maxAttempts: 2,
      carried: { events: [], acks: [] },
      at: 1,
    });
    const timeout = { code: 'http_timeout', message: 'No answer' };
    await api.record.release({ ...release, attempt: 2, error: timeout });
    expect(await entries(`?runId=${runId}`)).toHaveLength(2);
  });
});

describe('the log', () => {
  it('is filtered and paged', async () => {
    const ids = [await workflow(), await workflow(), await workflow()];
    const created = '?operation=createWorkflow';
    const names = (list: Entry[]): unknown[] => list.map(({ resourceId }) => resourceId);
    expect(names(await entries(created))).toEqual(ids.toReversed());
    const page = await log(`${created}&limit=1&offset=1`);
    expect(page.body.data).toMatchObject({ items: [{ resourceId: ids[1] }], hasMore: true });
    expect(
      names(await entries(`${created}&resourceType=workflow&actorId=${owner.userId}`)),
    ).toEqual(ids.toReversed());
    expect(await entries(`${created}&actorId=usr_x`)).toEqual([]);
    expect(await entries(`${created}&outcome=failed,refused`)).toEqual([]);
    expect(await entries(`${created}&to=${Date.now() - 3_600_000}`)).toEqual([]);
    expect(await entries(`${created}&from=${Date.now() - 3_600_000}`)).toHaveLength(3);
  });

  it.each([
    ['outcome=maybe', 'outcome'],
    ['from=yesterday', 'from'],
    ['runId=a&runId=b', 'runId'],
  ])('refuses %s', async (query, field) => {
    expect(await log(`?${query}`)).toMatchObject({ status: 400, body: { details: [{ field }] } });
  });

  it('is read by owners, and by machines that may', async () => {
    const account = { name: 'siem', permissions: ['audit:read'] };
    const made = await call('POST', '/v1/service-accounts', account);
    const key = { name: 'siem', scope: 'read', serviceAccountId: made.body.data.id as string };
    const { key: token } = (await call('POST', '/v1/api-keys', key)).body.data as { key: string };
    const path = `/v1/orgs/${owner.organizationId}/audit-log`;
    expect((await api.call('GET', path, undefined, token)).status).toBe(200);
    expect((await log('', await join(api, owner))).body.code).toBe(403002);
    const other = await ownerOfNew(api);
    expect((await other.call('GET', path)).body.code).toBe(404030);
  });
});
