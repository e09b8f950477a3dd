import { createKey } from '../../src/auth/first-key';
import { Organization } from '../../src/database/entities';
import { poolOf } from '../../src/database/data-source';
import { newId } from '../../src/database/ids';
import { RunRows } from '../../src/record/run-rows';
import { foldRunCounts } from '../../src/run-counts/run-count-folding';
import { newRunRow } from '../support/record';
import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
let organizationId: string;
let call: (method: string, path: string, body?: unknown) => Promise<Answer>;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  organizationId = newId('org');
  const { manager } = api.dataSource;
  await manager.insert(Organization, { id: organizationId, name: 'Counting' });
  const wanted = { organizationId, name: 'k', scope: 'read-write' as const };
  const { key } = await createKey(manager, wanted);
  call = (method, path, body) => api.call(method, path, body, key);
});

const DEFINITION = {
  triggerNodeIds: ['one', 'other'],
  nodes: {
    one: { type: 'manual', payload: {}, children: [] },
    other: { type: 'manual', payload: {}, children: [] },
  },
};
const NONE = { running: 0, waiting: 0, success: 0, partial: 0, failure: 0, cancelled: 0 };

async function workflow(name: string): Promise<string> {
  const { body } = await call('POST', '/v1/workflows', { name, definition: DEFINITION });
  return body.data.id as string;
}
async function start(id: string, triggerNodeId = 'one'): Promise<string> {
  const { body } = await call('POST', `/v1/workflows/${id}/run`, { triggerNodeId });
  return body.data.runId as string;
}
const setStatus = (runId: string | undefined, status: string): Promise<unknown> =>
  api.dataSource.query('UPDATE runs SET status = $2 WHERE id = $1', [runId, status]);
const startAt = (workflowId: string, at: string): Promise<unknown> =>
  new RunRows(poolOf(api.dataSource)).create(
    newRunRow({ organizationId, workflowId, startedAt: new Date(at) }),
  );
const data = async (path: string): Promise<unknown> => (await call('GET', path)).body.data;

async function fold(): Promise<void> {
  await foldRunCounts(api.dataSource, 10_000);
}

/** Each count must be the same before its changes are summed up, in the middle, and after. */
async function always(check: () => Promise<void>): Promise<void> {
  await check();
  await foldRunCounts(api.dataSource, 2);
  await check();
  await fold();
  await check();
}

describe('counts of runs', () => {
  it('follow every run through its states, whether they are summed up or not', async () => {
    const [a, b] = [await workflow('a'), await workflow('b')];
    const runs = [await start(a), await start(a), await start(a, 'other'), await start(b)];
    await setStatus(runs[0], 'success');
    await setStatus(runs[1], 'waiting');
    await setStatus(runs[1], 'failure');
    const ofA = { ...NONE, total: 3, running: 1, success: 1, failure: 1 };
    const ofB = { ...NONE, total: 1, running: 1 };
    await always(async () => {
      const all = { ...NONE, total: 4, running: 2, success: 1, failure: 1 };
      expect(await data('/v1/runs/status-counts')).toEqual(all);
      expect(await data('/v1/runs/status-counts/by-workflow')).toEqual([
        { workflowId: a, ...ofA },
        { workflowId: b, ...ofB },
      ]);
      expect(await data(`/v1/workflows/${a}/runs/count`)).toEqual(ofA);
      expect(await data(`/v1/workflows/${a}/trigger-aggregates`)).toEqual({
        workflowId: a,
        triggers: [
          {
            ...{ triggerNodeId: 'one', type: 'manual', runCount: 2, successCount: 1 },
            ...{ failureCount: 1, cancelledCount: 0, lastFiredAt: expect.any(String) },
          },
          {
            ...{ triggerNodeId: 'other', type: 'manual', runCount: 1, successCount: 0 },
            ...{ failureCount: 0, cancelledCount: 0, lastFiredAt: expect.any(String) },
          },
        ],
      });
    });
    const lastTriggeredAt = expect.any(String) as string;
    expect((await call('GET', '/v1/workflows?sort=runs:desc')).body.data.items).toMatchObject([
      { id: a, lastTriggeredAt },
      { id: b, lastTriggeredAt },
    ]);
    expect(await data(`/v1/workflows/${a}`)).toMatchObject({ lastTriggeredAt });
  });

  it('since a time take whole days from the sums and its own day from the runs', async () => {
    const id = await workflow('a');
    for (const at of ['2026-01-01T23:00:00Z', '2026-01-02T09:00:00Z', '2026-01-02T11:00:00Z']) {
      await startAt(id, at);
    }
    await startAt(id, '2026-01-03T00:00:00Z');
    await always(async () => {
      for (const [since, total] of [
        ['2026-01-01T00:00:00Z', 4],
        ['2026-01-02T00:00:00Z', 3],
        ['2026-01-02T10:00:00Z', 2],
        ['2026-01-02T10:00:00-09:00', 1],
        ['2026-01-03T00:00:01Z', 0],
        ['2999-01-01T00:00:00Z', 0],
      ] as const) {
        const query = `since=${encodeURIComponent(since)}`;
        const counted = (await data(`/v1/runs/status-counts?${query}`)) as { total: number };
        expect([since, counted.total]).toEqual([since, total]);
        const by = (await data(`/v1/runs/status-counts/by-workflow?${query}`)) as object[];
        expect(by).toEqual(total === 0 ? [] : [expect.objectContaining({ workflowId: id, total })]);
      }
    });
  });

  it('and costs of any time are those of the runs in it, ended or not', async () => {
    const ids = [await workflow('a'), await workflow('b')];
    await api.dataSource.query(
      `INSERT INTO runs (organization_id, id, workflow_id, workflow_version, status, trigger_node_id,
         trigger_payload, trigger_result, prop_values, trigger_source, triggered_by, is_simulation,
         parent_waits, depth, last_seq, started_at, cu)
       SELECT $1, $1 || n, ($2::text[])[1 + n % 2], 1, 'running', 'one', '{}', '{}', '{}', 'api', 'k',
         n % 9 = 0, false, 0, 0, '2025-07-01T05:00:00Z'::timestamptz + n * interval '19 hours',
         CASE WHEN n % 9 = 0 THEN 0 ELSE n END
       FROM generate_series(1, 250) AS n`,
      [organizationId, ids],
    );
    const end = (which: string): Promise<unknown> =>
      api.dataSource.query(
        `UPDATE runs SET ended = true, status = 'success', cu = cu + 1
         WHERE organization_id = $1 AND NOT is_simulation AND ${which}`,
        [organizationId],
      );
    await end('cu % 2 = 0');
    await fold();
    await end('cu % 5 = 0 AND NOT ended');
    await api.dataSource.query(
      `UPDATE runs SET ended = false, status = 'running', cu = cu + 7
       WHERE organization_id = $1 AND cu % 11 = 0 AND ended`,
      [organizationId],
    );
    const times = [
      ['2025-06-30T00:00:00Z', '2026-01-20T00:00:00Z'],
      ['2025-07-02T00:00:00Z', '2025-07-03T00:00:00Z'],
      ['2025-07-09T01:30:00Z', '2025-07-09T23:00:00Z'],
      ['2025-07-09T13:00:00Z', '2025-07-10T11:00:00Z'],
      ['2025-08-03T17:00:00Z', '2025-12-24T03:00:00Z'],
      ['2025-07-31T00:00:00Z', '2025-11-28T12:00:00Z'],
    ] as const;
    await always(async () => {
      for (const [from, to] of times) {
        const runs = await api.dataSource.query<object[]>(
          `SELECT workflow_id AS "workflowId", count(*)::int AS total,
             count(*) FILTER (WHERE NOT is_simulation)::int AS "runCount", sum(cu)::int AS "totalCu"
           FROM runs WHERE organization_id = $1 AND started_at >= $2 AND started_at < $3
           GROUP BY 1 ORDER BY 4 DESC`,
          [organizationId, from, to],
        );
        const period = `from=${Date.parse(from)}&to=${Date.parse(to)}`;
        const costs = await data(
          `/v1/organizations/${organizationId}/cu/usage-by-workflow?${period}`,
        );
        expect({ from, costs }).toMatchObject({
          costs: { workflows: runs.map(({ total: _, ...cost }: { total?: number }) => cost) },
        });
        const since = (await data(`/v1/runs/status-counts/by-workflow?since=${from}`)) as object[];
        const all = await api.dataSource.query<object[]>(
          `SELECT workflow_id AS "workflowId", count(*)::int AS total,
             (count(*) FILTER (WHERE ended))::int AS success
           FROM runs WHERE organization_id = $1 AND started_at >= $2
           GROUP BY 1 ORDER BY 2 DESC, 1`,
          [organizationId, from],
        );
        expect({ from, since }).toMatchObject({ since: all });
      }
    });
  });

  it.each(['yesterday', '2026-13-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026-01-01', ''])(
    'refuse %p as a time',
    async (since) => {
      const { status, body } = await call('GET', `/v1/runs/status-counts?since=${since}`);
      expect([status, body.details[0].field]).toEqual([400, 'since']);
    },
  );

  it('of many workflows come with their last runs, and without those of others', async () => {
    const [a, idle] = [await workflow('a'), await workflow('idle')];
    const runs: string[] = [];
    for (let n = 0; n < 6; n++) runs.unshift(await start(a));
    const foreign = await api.call('POST', '/v1/workflows', { name: 'f', definition: DEFINITION });
    const workflowIds = [a, idle, foreign.body.data.id as string];
    const { body } = await call('POST', '/v1/workflows/batch-stats', { workflowIds });
    expect(body.data).toEqual({
      [a]: {
        counts: { ...NONE, total: 6, running: 6 },
        recentRuns: runs.slice(0, 5).map((id) => ({
          ...{ id, status: 'running', startedAt: expect.any(String) },
        })),
      },
      [idle]: { counts: { ...NONE, total: 0 }, recentRuns: [] },
    });
  });

  it('go with their organization', async () => {
    await start(await workflow('a'));
    await fold();
    await start(await workflow('b'));
    await api.dataSource.query('DELETE FROM organizations WHERE id = $1', [organizationId]);
    const [left] = await api.dataSource.query<{ left: number }[]>(
      `SELECT (SELECT count(*) FROM run_counts WHERE organization_id = $1)
         + (SELECT count(*) FROM run_period_counts WHERE organization_id = $1)
         + (SELECT count(*) FROM run_count_changes WHERE organization_id = $1) AS left`,
      [organizationId],
    );
    expect(Number(left?.left)).toBe(0);
  });

  it('lose nothing when processes sum up at the same time', async () => {
    const id = await workflow('a');
    const starts = Array.from({ length: 20 }, () => start(id));
    const folds = Array.from({ length: 10 }, () => foldRunCounts(api.dataSource, 3));
    await Promise.all([...starts, ...folds]);
    await always(async () => {
      expect(await data(`/v1/workflows/${id}/runs/count`)).toMatchObject({ total: 20 });
    });
  });
});
