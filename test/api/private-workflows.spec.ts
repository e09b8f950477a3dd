import { AuthSettings } from '../../src/auth/auth-settings';
import { poolOf } from '../../src/database/data-source';
import { Tallies } from '../../src/tallies/tallies';
import { type Operation, operationsOf } from '../support/operations';
import { join, ownerOfNew, type Somebody } from '../support/people';
import { event } from '../support/record';
import { fillIn, recordPlacesIn, unknownLike } from '../support/walk/places';
import { bodyOf, STREAMS, withQuery } from '../support/walk/requests';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

const DEFINITION = {
  nodes: {
    root: { type: 'manual', payload: {}, children: ['count'] },
    count: { type: 'set-variable', payload: { name: 'counter', value: 5 }, children: ['log'] },
    log: { type: 'log', payload: { message: 'secret' }, children: [] },
  },
};
const VARIABLE = { type: 'number', lifetime: 'persist', default: 1 };
const TX_HASH = `0x${'5'.repeat(64)}`;

/** What tells of private workflows to everybody in the organization, and why. */
const TOLD: Readonly<Record<string, string>> = {
  getCuBalance: 'What is left for all is left for each.',
  getCuUsage: 'What the organization has to pay; of no workflow in particular.',
};

/** Records of the organization that a private workflow says nothing of. */
const OTHERS = new Set([
  ...['members/{userId}', 'invites/{id}', 'restrictions/{id}', 'api-keys/{id}', 'knowledge/{id}'],
  ...['service-accounts/{id}', 'templates/{id}', 'templates/{templateId}', 'interests/{tagId}'],
  'blocks/{id}',
]);

let api: TestApi;
let boss: Somebody & { organizationId: string };
let ada: Somebody;
let bob: Somebody;
let operations: Operation[];

beforeAll(async () => {
  api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open') });
  boss = await ownerOfNew(api);
  ada = await join(api, boss);
  bob = await join(api, boss);
  operations = await operationsOf(api.url);
});
afterAll(() => api.close());

const ask = (who: Somebody, method: string, path: string, body?: unknown): Promise<Answer> =>
  who.call(method, path, body, boss.organizationId);

/** A workflow of Ada's that nobody else sees. */
async function hide(definition: object = DEFINITION): Promise<string> {
  const made = await ask(ada, 'POST', '/v1/workflows', { name: 'secret', definition });
  const id = made.body.data.id as string;
  await ask(ada, 'PUT', `/v1/workflows/${id}/visibility`, { visibility: 'private' });
  await ask(ada, 'PUT', `/v1/workflows/${id}/variables/counter`, VARIABLE);
  expect((await ask(ada, 'POST', `/v1/workflows/${id}/publish`)).status).toBe(200);
  return id;
}

/** A run that has written, sent and failed. */
async function ran(workflowId: string): Promise<string> {
  const started = await ask(ada, 'POST', `/v1/workflows/${workflowId}/run`, {});
  const runId = started.body.data.runId as string;
  const at = Date.now();
  const error = { code: 'x', message: 'secret failure' };
  const written = { name: 'counter', scope: 'workflow', oldValue: null, newValue: 5 };
  const events = [
    event('1', 'run_started', 'running', { at }),
    event('2', 'node_completed', 'success', { path: 'root', nodeType: 'manual', at }),
    event('3', 'node_completed', 'success', {
      ...{ path: 'count', nodeType: 'set-variable', at, result: written },
    }),
    event('5', 'node_failed', 'failure', { path: 'log', at, error }),
  ];
  const run = { organizationId: boss.organizationId, runId, workflowId };
  const node = { address: 'send', id: 'send', type: 'send-token' };
  const first = { attempt: 1, maxAttempts: 1, safeToRepeat: true, input: {} };
  await api.record.begin({ run, node, ...first, carried: { events: [], acks: [] }, at });
  await api.record.succeed({ run, node, attempt: 1, result: { txHash: TX_HASH }, at });
  await api.record.flush({
    run,
    carried: { events, acks: [] },
    end: { status: 'failure', output: {}, at, error },
  });
  await new Tallies(poolOf(api.dataSource)).update();
  return runId;
}

/** All that is read without naming a record, as somebody reads it. */
async function seen(who: Somebody): Promise<Record<string, object>> {
  const shown: Record<string, object> = {};
  for (const operation of operations) {
    const { id, method, path, secured } = operation;
    const places = recordPlacesIn(path).filter((place) => !place.endsWith('{orgId}'));
    if (method !== 'GET' || !secured || places.length > 0 || STREAMS.has(id)) continue;
    const filled = withQuery(
      operation,
      fillIn(path, () => boss.organizationId),
    );
    const { status, body } = await ask(who, method, filled);
    const text = JSON.stringify({ ...body, requestId: '' });
    shown[id] = { status, text: text.replace(/"processingTimeMs":\d+/, '') };
  }
  const { body } = await ask(who, 'POST', '/v1/runs/tx-attribution', { txHashes: [TX_HASH] });
  return { ...shown, attributeTransactions: body.data as object };
}

/** Operations whose answers differ. */
const changed = (before: Record<string, object>, after: Record<string, object>): string[] =>
  Object.keys(after).filter((id) => JSON.stringify(before[id]) !== JSON.stringify(after[id]));

describe('a private workflow', () => {
  it('is in no list and in no count of other developers, and in all of the owners', async () => {
    const before = { bob: await seen(bob), boss: await seen(boss), ada: await seen(ada) };
    const workflowId = await hide();
    await ran(workflowId);
    const bobs = changed(before.bob, await seen(bob));
    expect(bobs.filter((id) => !(id in TOLD))).toEqual([]);
    expect(bobs.sort()).toEqual(Object.keys(TOLD).sort());
    const telling = [
      ...['attributeTransactions', 'countRunsByStatus', 'countRunsByWorkflow', 'countWorkflows'],
      ...['countWorkflowsByOwner', 'getActionLatency', 'getAllStatistics', 'getCuBalance'],
      ...['getCuUsage', 'getCuUsageByWorkflow', 'getFailureRate', 'getMetricsSummary'],
      ...['getNodeUsage', 'getRecentActivity', 'getRunsTimeseries', 'getTopErrors', 'listCuRuns'],
      ...['listRuns', 'listWorkflows', 'search'],
    ];
    expect(changed(before.ada, await seen(ada)).sort()).toEqual(telling);
    const bosses = changed(before.boss, await seen(boss)).filter((id) => id !== 'listAuditLog');
    expect(bosses.sort()).toEqual(telling);
  });

  it('is answered by every operation as one that does not exist', async () => {
    const workflowId = await hide();
    const runId = await ran(workflowId);
    const ids = new Map([
      ...['workflows/{id}', 'by-source-workflow/{workflowId}', 'similar/{type}/{id}'].map(
        (place) => [place, workflowId] as const,
      ),
      ['runs/{id}', runId],
    ]);
    let walked = 0;
    for (const operation of operations.filter(({ secured }) => secured)) {
      const { id, method, path } = operation;
      const places = recordPlacesIn(path).filter((place) => !place.endsWith('{orgId}'));
      if (places.every((place) => OTHERS.has(place)) || STREAMS.has(id)) continue;
      const answer = async (of: (id: string) => string): Promise<object> => {
        const filled = fillIn(path, (place) => {
          const named = ids.get(place);
          return named === undefined ? undefined : of(named);
        });
        const { status, body } = await ask(
          bob,
          method,
          withQuery(operation, filled),
          bodyOf(operation),
        );
        return { id, status, ...body, requestId: '' };
      };
      const hidden = await answer((one) => one);
      expect(hidden).toEqual(await answer(unknownLike));
      expect(hidden).toMatchObject({ id, status: 404 });
      walked++;
    }
    expect(walked).toBeGreaterThan(45);
  });

  it('can not be named in a list of ids', async () => {
    const workflowId = await hide();
    await ran(workflowId);
    for (const path of ['batch-meta', 'batch-stats']) {
      const answer = await ask(bob, 'POST', `/v1/workflows/${path}`, { workflowIds: [workflowId] });
      expect(answer.body.data).toEqual({});
    }
    const { data } = (await ask(bob, 'GET', `/v1/runs?workflowId=${workflowId}`)).body;
    expect(data.items).toEqual([]);
  });

  it('counts for others once it is private no more', async () => {
    const workflowId = await hide();
    const runs = async (): Promise<unknown[]> => {
      await new Tallies(poolOf(api.dataSource)).update();
      const shown = await seen(bob);
      return [shown.getFailureRate, shown.getAllStatistics, shown.countRunsByStatus];
    };
    const before = await runs();
    await ran(workflowId);
    expect(await runs()).toEqual(before);
    await ask(ada, 'PUT', `/v1/workflows/${workflowId}/visibility`, { visibility: 'org' });
    const after = await runs();
    for (const [index, one] of after.entries()) expect(one).not.toEqual(before[index]);
  });
});
