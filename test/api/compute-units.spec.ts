import { AuthSettings } from '../../src/auth/auth-settings';
import { event } from '../support/record';
import { join, ownerOfNew, type Somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

const admins = new Set<string>();
let api: TestApi;
let admin: Somebody;
let owner: Somebody & { organizationId: string };
beforeAll(async () => {
  const auth = new AuthSettings('open', 3_600_000, undefined, admins);
  api = await startApi(new AbsentEngine(), { auth });
  admin = await ownerOfNew(api);
  admins.add(admin.userId);
});
beforeEach(async () => {
  owner = await ownerOfNew(api);
});
afterAll(() => api.close());

const DEFINITION = {
  nodes: {
    root: { type: 'manual', payload: {}, children: ['note'] },
    note: { type: 'log', payload: { message: 'hi' }, children: [] },
  },
};
const AT = Date.UTC(2026, 0, 31, 23, 59, 59);

const post = (path: string, body?: unknown, person: Somebody = owner): Promise<Answer> =>
  person.call('POST', path, body, owner.organizationId);
const get = (path: string, person: Somebody = owner): Promise<Answer> =>
  person.call('GET', path, undefined, owner.organizationId);
const ours = (path: string): string => `/v1/organizations/${owner.organizationId}/${path}`;
const administer = (method: string, path: string, body: unknown): Promise<Answer> =>
  admin.call(method, `/v1/admin/organizations/${owner.organizationId}/${path}`, body);
const allow = (monthlyCu: number | null, tier?: string): Promise<Answer> =>
  administer('PUT', 'subscription', { monthlyCu, ...(tier !== undefined && { tier }) });

async function balance(): Promise<number> {
  return (await get(ours('cu'))).body.data.balance as number;
}

async function workflow(): Promise<string> {
  const made = await post('/v1/workflows', { name: 'w', definition: DEFINITION });
  const path = `/v1/workflows/${made.body.data.id as string}`;
  await post(`${path}/publish`);
  return path;
}

/** Starts a run and writes what a worker would: `nodes` that are through, by type. */
async function use(path: string, ...types: string[]): Promise<string> {
  const { body } = await post(`${path}/run`);
  const runId = body.data.runId as string;
  const events = types.map((nodeType, index) =>
    event(`e${index}`, 'node_completed', 'success', { path: `n${index}`, nodeType, at: AT }),
  );
  const run = { organizationId: owner.organizationId, runId, workflowId: path.slice(14) };
  await api.record.flush({ run, carried: { events, acks: [] } });
  return runId;
}

describe('the price list', () => {
  it('is open to everybody and names every node type once', async () => {
    const { body, status } = await api.call('GET', '/v1/cu/costs', undefined, '');
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      defaults: { trigger: 1, logic: 1, builtIn: 1, dynamic: 5 },
      triggers: [{ type: 'manual', cost: 1, source: 'default' }],
    });
    const { logic, builtIn, dynamic } = body.data.actions as Record<string, { type: string }[]>;
    expect(logic).toContainEqual({ type: 'if', cost: 1, source: 'default' });
    expect(dynamic).toContainEqual({ type: 'http-request', cost: 5, source: 'default' });
    const types = [logic, builtIn, dynamic].flatMap((list = []) => list.map(({ type }) => type));
    expect(new Set(types).size).toBe(types.length);
    expect(types.length).toBeGreaterThan(10);
  });
});

describe('an organization that nobody has limited', () => {
  it('never runs out, and its usage is counted', async () => {
    const path = await workflow();
    await use(path, 'manual', 'http-request');
    const { data } = (await get(ours('cu'))).body as { data: object };
    expect(data).toEqual({
      balance: Number.MAX_SAFE_INTEGER - 6,
      ...{ granted: Number.MAX_SAFE_INTEGER, used: 6, minThreshold: 0, unlimited: true },
    });
    expect((await get(ours('subscription'))).body.data).toEqual({
      ...{ organizationId: owner.organizationId, tier: 'self-hosted' },
      ...{ status: 'active', unlimited: true },
    });
    expect((await post(`${path}/run`)).status).toBe(200);
    const adjust = { amount: 1, direction: 'credit', reason: 'x' };
    expect((await administer('POST', 'cu/adjust', adjust)).body.code).toBe(409040);
  });
});

describe('an allowance', () => {
  it('begins when it is set, and falls by what events cost', async () => {
    const path = await workflow();
    await use(path, 'http-request');
    const answer = await allow(20, 'team');
    expect(answer.body.data).toMatchObject({ tier: 'team', unlimited: false, monthlyCu: 20 });
    expect((await get(ours('subscription'))).body.data).toEqual(answer.body.data);
    expect(await balance()).toBe(20);
    await use(path, 'manual', 'http-request', 'log');
    expect(await balance()).toBe(13);
    expect((await allow(30)).status).toBe(200);
    expect(await balance()).toBe(23);
    await allow(null);
    expect((await get(ours('cu'))).body.data).toMatchObject({ unlimited: true, used: 12 });
  });

  it('can be added to and taken from', async () => {
    await allow(10);
    const adjust = { amount: 5, direction: 'credit', reason: 'for the launch' };
    const more = await administer('POST', 'cu/adjust', adjust);
    expect(more.body.data).toEqual({ oldBalance: 10, newBalance: 15 });
    await administer('POST', 'cu/adjust', { ...adjust, amount: 12, direction: 'debit' });
    expect(await balance()).toBe(3);
  });

  it('comes anew each month: what is left of it goes, what was added stays', async () => {
    await allow(10);
    await administer('POST', 'cu/adjust', { amount: 5, direction: 'credit', reason: 'x' });
    await use(await workflow(), 'http-request');
    await api.dataSource.query(
      `UPDATE cu_accounts SET period_start = period_start - interval '1 month'
       WHERE organization_id = $1`,
      [owner.organizationId],
    );
    // 10 of the month and 5 added, less 5 used: the last month's are used first.
    expect(await balance()).toBe(10);
    expect(await balance()).toBe(10);
  });
});

describe('an organization that has used up its compute units', () => {
  const REFUSAL = { status: 402, body: { code: 402001 } };

  it('starts nothing in any way until it is given more', async () => {
    const path = await workflow();
    const failed = await use(path, 'log');
    await api.dataSource.query(`UPDATE runs SET status = 'failure', ended = true WHERE id = $1`, [
      failed,
    ]);
    await allow(1);
    await use(path, 'http-request');
    expect(await balance()).toBe(-4);
    expect(await post(`${path}/run`)).toMatchObject(REFUSAL);
    expect(await post('/v1/runs', { definition: DEFINITION })).toMatchObject(REFUSAL);
    expect(await post('/v1/runs/sync', { definition: DEFINITION })).toMatchObject(REFUSAL);
    expect(await post(`/v1/runs/${failed}/retry`)).toMatchObject(REFUSAL);
    expect((await get('/v1/runs')).body.data.items).toHaveLength(2);
    expect((await post(`${path}/run`, { simulate: true })).status).toBe(200);
    await administer('POST', 'cu/adjust', { amount: 5, direction: 'credit', reason: 'x' });
    expect((await post(`${path}/run`)).status).toBe(200);
  });

  it('has its live workflows paused, and they go on with the next credit', async () => {
    const path = await workflow();
    const byHand = await workflow();
    await post(`${byHand}/pause`);
    await allow(1);
    await use(path, 'http-request');
    expect(await post(`${path}/run`)).toMatchObject(REFUSAL);
    const paused = { status: 'paused', pausedReason: 'cu_exhausted' };
    expect((await get(path)).body.data).toMatchObject(paused);
    expect(await post(`${path}/resume`)).toMatchObject(REFUSAL);
    const another = await workflow();
    expect((await get(another)).body.data).toMatchObject({ ...paused, hasLiveVersion: true });
    await allow(100);
    expect((await get(path)).body.data).toMatchObject({ status: 'active' });
    expect((await get(another)).body.data).toMatchObject({ status: 'active' });
    expect((await get(byHand)).body.data).toMatchObject({ status: 'paused' });
  });

  it('leaves paused what was disabled in the meantime', async () => {
    const path = await workflow();
    await allow(0);
    const disable = { type: 'disabled_action', actionType: 'log' };
    await post(`/v1/orgs/${owner.organizationId}/restrictions`, disable);
    await allow(10);
    const { data } = (await get(path)).body as { data: object };
    expect(data).toMatchObject({ status: 'paused', pausedReason: 'disabled_action' });
  });

  it('leaves paused what a person made who is no member any more', async () => {
    const developer = await join(api, owner);
    const made = await post('/v1/workflows', { name: 'w', definition: DEFINITION }, developer);
    const path = `/v1/workflows/${made.body.data.id as string}`;
    await post(`${path}/publish`, {}, developer);
    const ofOwner = await workflow();
    await allow(0);
    const member = `/v1/orgs/${owner.organizationId}/members/${developer.userId}`;
    expect((await owner.call('DELETE', member)).status).toBe(200);
    await allow(10);
    expect((await get(path)).body.data).toMatchObject({
      ...{ status: 'paused', pausedReason: 'member_removed' },
    });
    expect((await get(ofOwner)).body.data).toMatchObject({ status: 'active' });
  });

  it('is one that has reached its threshold', async () => {
    const path = await workflow();
    await allow(10);
    const set = (minThreshold: unknown, person: Somebody = owner): Promise<Answer> =>
      person.call('PUT', ours('cu/threshold'), { minThreshold }, owner.organizationId);
    expect((await set(10)).body.data).toEqual({ oldThreshold: 0, newThreshold: 10 });
    expect((await get(ours('cu'))).body.data).toMatchObject({ balance: 10, minThreshold: 10 });
    expect(await post(`${path}/run`)).toMatchObject(REFUSAL);
    expect((await set(9)).body.data).toEqual({ oldThreshold: 10, newThreshold: 9 });
    expect((await post(`${path}/run`)).status).toBe(200);
    const developer = await join(api, owner);
    expect((await set(0, developer)).body.code).toBe(403002);
    for (const bad of [-1, 0.5, '1', null]) expect((await set(bad)).status).toBe(400);
  });
});

describe('usage', () => {
  it('is the sum of the events, by month, day, type, workflow and run', async () => {
    const [first, second] = [await workflow(), await workflow()];
    const run = await use(first, 'manual', 'http-request', 'http-request');
    await use(second, 'manual', 'log');
    const usage = { date: '2026-01-31', used: 13 };
    const summary = { granted: 0, deposited: 0, adjusted: 0, used: 13 };
    expect((await get(ours('cu/usage?yearMonth=2026-01'))).body.data).toEqual({
      yearMonth: '2026-01',
      summary,
      daily: [
        {
          ...usage,
          breakdown: [
            { nodeType: 'http-request', type: 'action', count: 2, cu: 10 },
            { nodeType: 'manual', type: 'trigger', count: 2, cu: 2 },
            { nodeType: 'log', type: 'action', count: 1, cu: 1 },
          ],
        },
      ],
    });
    const empty = await get(ours('cu/usage?yearMonth=2026-02'));
    expect(empty.body.data).toMatchObject({ daily: [], summary: { used: 0 } });
    const runs = (await get(ours('cu/runs?limit=1&offset=1'))).body.data as object;
    const items = [{ runId: run, totalCu: 11, status: 'running', triggerSource: 'api' }];
    expect(runs).toMatchObject({ items, hasMore: false });
    expect((await get(`/v1/runs/${run}`)).body.data.totalCu).toBe(11);
    const to = Date.now() + 3_600_000;
    const from = to - 7_200_000;
    const query = `cu/usage-by-workflow?from=${from}&to=${to}`;
    const common = { runCount: 1, status: 'active', triggerType: 'manual', isStream: false };
    expect((await get(ours(query))).body.data.workflows).toEqual([
      {
        ...{ ...common, workflowId: first.slice(14), workflowName: 'w' },
        ...{ totalCu: 11, estimatedCostPerRun: 11, cuPerHour: 5.5 },
      },
      {
        ...{ ...common, workflowId: second.slice(14), workflowName: 'w' },
        ...{ totalCu: 2, estimatedCostPerRun: 2, cuPerHour: 1 },
      },
    ]);
    const before = await get(ours(`cu/usage-by-workflow?from=${from - 1_000}&to=${from}`));
    expect(before.body.data.workflows).toEqual([]);
  });

  it.each([
    ['cu/usage', 'yearMonth'],
    ['cu/usage?yearMonth=2026-13', 'yearMonth'],
    ['cu/usage?yearMonth=0000-01', 'yearMonth'],
    ['cu/usage?yearMonth=2026-01&yearMonth=2026-02', 'yearMonth'],
    ['cu/usage-by-workflow?from=1', 'to'],
    ['cu/usage-by-workflow?from=2&to=1', 'to'],
    [`cu/usage-by-workflow?from=1&to=${365 * 86_400_000 + 2}`, 'to'],
    ['cu/usage-by-workflow?from=x&to=1', 'from'],
    ['cu/usage-by-workflow?from=1&to=1e30', 'to'],
    ['cu/usage-by-workflow?from=253402300799999&to=253402300800000', 'to'],
  ])('refuses %s', async (path, field) => {
    expect(await get(ours(path))).toMatchObject({ status: 400, body: { details: [{ field }] } });
  });

  it.each([
    'cu/usage?yearMonth=9999-12',
    'cu/usage-by-workflow?from=253370764800000&to=253402300799999',
  ])('is none at the end of time: %s', async (path) => {
    expect(await get(ours(path))).toMatchObject({ status: 200 });
  });
});

describe('administration', () => {
  it('is for those whom the operator has named, in any organization that there is', async () => {
    const path = `/v1/admin/organizations/${owner.organizationId}/subscription`;
    expect((await owner.call('PUT', path, { monthlyCu: 1 })).body.code).toBe(403020);
    const key = await admin.call('POST', '/v1/organizations', { name: 'Admins' });
    const own = (key.body.data as { id: string }).id;
    const make = async (scope: string): Promise<string> => {
      const made = await admin.call('POST', '/v1/api-keys', { name: 'k', scope }, own);
      return (made.body.data as { key: string }).key;
    };
    const reading = await api.call('PUT', path, { monthlyCu: 1 }, await make('read'));
    expect(reading.body.code).toBe(403020);
    expect((await api.call('PUT', path, { monthlyCu: 1 }, await make('read-write'))).status).toBe(
      200,
    );
    const nowhere = await admin.call('PUT', '/v1/admin/organizations/org_x/subscription', {});
    expect(nowhere.body.code).toBe(404030);
  });

  it.each([
    ['PUT', 'subscription', { monthlyCu: -1 }, 'monthlyCu'],
    ['PUT', 'subscription', { monthlyCu: 1e13 }, 'monthlyCu'],
    ['PUT', 'subscription', { tier: '' }, 'tier'],
    ['PUT', 'subscription', { tier: null }, 'tier'],
    ['POST', 'cu/adjust', { amount: 0, direction: 'credit', reason: 'x' }, 'amount'],
    ['POST', 'cu/adjust', { amount: 1, direction: 'up', reason: 'x' }, 'direction'],
    ['POST', 'cu/adjust', { amount: 1, direction: 'debit' }, 'reason'],
  ])('refuses %s %s %j', async (method, path, body, field) => {
    const answer = await administer(method, path, body);
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field }] } });
  });
});
