import { newId } from '../../src/database/ids';
import { RunRows } from '../../src/record/run-rows';
import { poolOf } from '../../src/database/data-source';
import type { RunStatus } from '../../definition/progress';
import { Tallies } from '../../src/tallies/tallies';
import { event, newRunRow } from '../support/record';
import { startApi, type TestApi } from './start-api';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-03-10T12:00:00Z');

let api: TestApi;
let tallies: Tallies;
beforeEach(async () => {
  api = await startApi();
  tallies = new Tallies(poolOf(api.dataSource));
});
afterEach(() => api.close());

interface Told {
  at: number;
  status?: Exclude<RunStatus, 'running' | 'waiting'>;
  error?: string;
  /** Milliseconds that its `log` node took. */
  took?: number;
  organizationId?: string;
  isSimulation?: boolean;
  workflowId?: string;
}

/** A run that has ended, as a worker records it. */
async function ranAt(told: Told): Promise<string> {
  const { at, status = 'success', error, took = 0, workflowId = '' } = told;
  const organizationId = told.organizationId ?? api.organizationId;
  const id = newId('run');
  const startedAt = new Date(at - took);
  const row = {
    organizationId,
    id,
    workflowId,
    startedAt,
    isSimulation: told.isSimulation ?? false,
  };
  await new RunRows(poolOf(api.dataSource)).create(newRunRow(row));
  await end({ organizationId, runId: id, workflowId }, { at, status, error, took });
  return id;
}

async function end(
  run: { organizationId: string; runId: string; workflowId: string },
  { at, status, error, took }: Required<Pick<Told, 'at' | 'status' | 'took'>> & { error?: string },
): Promise<void> {
  const problem = error === undefined ? undefined : { code: 'http_status', message: error };
  const nodes = [
    event(`t${at}`, 'node_completed', 'success', {
      path: 'root',
      nodeType: 'manual',
      at: at - took,
    }),
    event(`s${at}`, 'node_started', 'running', { path: 'log', at: at - took }),
    problem
      ? event(`f${at}`, 'node_failed', 'failure', { path: 'log', at, error: problem })
      : event(`c${at}`, 'node_completed', 'success', { path: 'log', at, result: {} }),
  ];
  const outcome = { status, output: {}, at, ...(problem && { error: problem }) };
  await api.record.flush({ run, carried: { events: nodes, acks: [] }, end: outcome });
}

const read = async (path: string, key?: string) =>
  (await api.call('GET', path, undefined, key)).body;
const range = (from: number, to: number): string => `from=${from}&to=${to}`;

describe('metrics', () => {
  it('are empty for an organization in which nothing ran', async () => {
    const query = `${range(NOW - DAY, NOW)}&granularity=hourly`;
    const { data } = await read(`/v1/metrics/summary?${query}`);
    expect(data.failureRate).toEqual({ total: 0, failed: 0, partial: 0, failureRate: 0 });
    expect(data.topErrors).toEqual([]);
    expect(data.recentActivity).toEqual([]);
    expect(data.runsTimeSeries.data).toHaveLength(24);
    expect(data.runsTimeSeries.data[0]).toEqual({
      bucketStart: new Date(NOW - DAY).toISOString(),
      ...{ total: 0, success: 0, partial: 0, failure: 0 },
    });
    expect((await read('/v1/statistics')).data).toEqual({});
  });

  it('count runs in the hour of their end, and by day in UTC', async () => {
    await ranAt({ at: NOW - 1 });
    await ranAt({ at: NOW, status: 'failure', error: 'no' });
    await ranAt({ at: NOW + HOUR - 1, status: 'partial' });
    await ranAt({ at: NOW + HOUR, status: 'cancelled' });
    await ranAt({ at: NOW + DAY });
    await ranAt({ at: NOW, isSimulation: true });
    expect(await tallies.update()).toBe(5);

    const hours = await read(
      `/v1/metrics/runs-timeseries?${range(NOW - HOUR, NOW + 2 * HOUR)}&granularity=hourly`,
    );
    expect(hours.data.granularity).toBe('hourly');
    expect(hours.data.data).toEqual([
      { bucketStart: iso(NOW - HOUR), total: 1, success: 1, partial: 0, failure: 0 },
      { bucketStart: iso(NOW), total: 2, success: 0, partial: 1, failure: 1 },
      { bucketStart: iso(NOW + HOUR), total: 1, success: 0, partial: 0, failure: 0 },
    ]);
    const days = await read(
      `/v1/metrics/runs-timeseries?${range(NOW, NOW + DAY)}&granularity=daily`,
    );
    expect(days.data.data).toEqual([
      { bucketStart: '2026-03-10T00:00:00.000Z', total: 4, success: 1, partial: 1, failure: 1 },
      { bucketStart: '2026-03-11T00:00:00.000Z', total: 1, success: 1, partial: 0, failure: 0 },
    ]);
    const rate = await read(`/v1/metrics/failure-rate?${range(NOW - HOUR, NOW + 1)}`);
    expect(rate.data).toEqual({ total: 3, failed: 1, partial: 1, failureRate: 33.33 });
  });

  it('count each run once, also when processes count at the same time', async () => {
    for (let index = 0; index < 30; index++) await ranAt({ at: NOW + index });
    const counted = await Promise.all([tallies.update(), tallies.update(), tallies.update()]);
    expect(counted.reduce((sum, count) => sum + count)).toBe(30);
    expect(await tallies.update()).toBe(0);
    const { data } = await read(`/v1/metrics/failure-rate?${range(NOW, NOW + HOUR)}`);
    expect(data.total).toBe(30);
  });

  it('count a run anew that was reopened and has ended again', async () => {
    const runId = await ranAt({ at: NOW, status: 'failure', error: 'no' });
    await tallies.update();
    const run = { organizationId: api.organizationId, runId, workflowId: '' };
    expect(await new RunRows(poolOf(api.dataSource)).reopen(api.organizationId, runId)).toBe(true);
    await tallies.update();
    await end(run, { at: NOW + 2 * HOUR, status: 'success', took: 0 });
    await tallies.update();
    const query = `${range(NOW, NOW + 3 * HOUR)}&granularity=hourly`;
    const { data } = (await read(`/v1/metrics/runs-timeseries?${query}`)).data;
    expect(data.map((point: Record<string, number>) => [point.total, point.failure])).toEqual([
      [0, 0],
      [0, 0],
      [1, 0],
    ]);
    const { log, manual } = (await read('/v1/statistics')).data;
    expect([log.totalExecutions, log.successRate, manual.totalExecutions]).toEqual([2, 50, 1]);
  });

  it('tell the errors that come most often, over days and hours', async () => {
    const failed = (at: number, error: string) => ranAt({ at, status: 'failure', error });
    await failed(NOW - 3 * DAY, 'The service answered 503');
    await failed(NOW - 2 * DAY, 'The service answered 503');
    await failed(NOW, 'The service answered 503');
    await failed(NOW - DAY, `No order ${newId('run')}`);
    await failed(NOW - DAY, `No order ${newId('run')}`);
    await failed(NOW - 10 * DAY, 'too early');
    await failed(NOW - 2 * DAY, 'with NUL \0 and half a pair \ud800 in it');
    await tallies.update();
    const from = NOW - 3 * DAY;
    const { data } = await read(`/v1/metrics/top-errors?${range(from, NOW + 1)}&limit=2`);
    expect(data).toEqual([
      { error: 'The service answered 503', count: 3, lastOccurred: iso(NOW) },
      { error: 'No order #', count: 2, lastOccurred: iso(NOW - DAY) },
    ]);
    const later = await read(`/v1/metrics/top-errors?${range(from + HOUR, NOW)}`);
    expect(
      later.data.map(({ error, count }: { error: string; count: number }) => [count, error]),
    ).toEqual([
      [2, 'No order #'],
      [1, 'The service answered 503'],
      [1, 'with NUL \ufffd and half a pair \ufffd in it'],
    ]);
  });

  it('keep a day to a hundred different errors', async () => {
    for (let index = 0; index < 104; index++) {
      await ranAt({ at: NOW, status: 'failure', error: `This is error ${index}` });
    }
    await tallies.update();
    await ranAt({ at: NOW, status: 'failure', error: 'One more' });
    await tallies.update();
    const { data } = await read(`/v1/metrics/top-errors?${range(NOW, NOW + 1)}&limit=1`);
    expect(data).toEqual([
      { error: 'http_status: other messages', count: 5, lastOccurred: iso(NOW) },
    ]);
  });

  it('list the runs that started last, of a status', async () => {
    const definition = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };
    const made = await api.call('POST', '/v1/workflows', { name: 'Nightly', definition });
    const workflowId = made.body.data.id as string;
    const failed = await ranAt({ at: NOW, status: 'failure', error: 'no', took: 250, workflowId });
    const simulated = await ranAt({ at: NOW + 5, isSimulation: true });
    const { data } = await read('/v1/metrics/recent-activity');
    expect(data).toEqual([
      expect.objectContaining({ runId: simulated, isSimulation: true, durationMs: 0 }),
      {
        ...{ runId: failed, workflowId, workflowName: 'Nightly', status: 'failure', error: 'no' },
        ...{
          isSimulation: false,
          startedAt: iso(NOW - 250),
          finishedAt: iso(NOW),
          durationMs: 250,
        },
      },
    ]);
    const failures = await read('/v1/metrics/recent-activity?status=failure&limit=500');
    expect(failures.data.map(({ runId }: { runId: string }) => runId)).toEqual([failed]);
    expect((await read('/v1/metrics/recent-activity?limit=1')).data).toHaveLength(1);
  });

  it.each([
    ['/v1/metrics/failure-rate', 'from'],
    ['/v1/metrics/failure-rate?from=1', 'to'],
    ['/v1/metrics/failure-rate?from=1.5&to=2', 'from'],
    ['/v1/metrics/failure-rate?from=5&to=5', 'to'],
    ['/v1/metrics/failure-rate?from=-1&to=5', 'from'],
    [`/v1/metrics/failure-rate?from=0&to=${366 * DAY}`, 'to'],
    ['/v1/metrics/runs-timeseries?from=0&to=1', 'granularity'],
    ['/v1/metrics/runs-timeseries?from=0&to=1&granularity=weekly', 'granularity'],
    [`/v1/metrics/runs-timeseries?from=0&to=${60 * DAY}&granularity=hourly`, 'granularity'],
    ['/v1/metrics/top-errors?from=0&to=1&limit=0', 'limit'],
    ['/v1/metrics/recent-activity?status=done', 'status'],
    [`/v1/metrics/summary?from=0&to=1&granularity=daily&topErrorsLimit=x`, 'topErrorsLimit'],
    ['/v1/statistics/node/log/usage?from=0&to=1&granularity=daily', 'type'],
    [`/v1/statistics/action/log/latency?from=0&to=${60 * DAY}&granularity=hourly`, 'granularity'],
  ])('refuse %s by its field %s', async (path, field) => {
    const { status, body } = await api.call('GET', path);
    expect([status, body.code, body.details[0].field]).toEqual([400, 400006, field]);
  });
});

describe('statistics', () => {
  it('tell how actions and triggers are used', async () => {
    const latencies = [10, 20, 20, 40, 4_000];
    for (const took of latencies) await ranAt({ at: NOW, took });
    await ranAt({ at: NOW + DAY, status: 'failure', error: 'no', took: 100 });
    const root = { type: 'manual', payload: {}, children: ['log'] };
    const log = { type: 'log', payload: { message: 'x' }, children: [] };
    const body = { name: 'x', definition: { nodes: { root, log } } };
    const made = await api.call('POST', '/v1/workflows', body);
    await api.call('POST', '/v1/workflows', body);
    await tallies.update();

    const { data } = await read('/v1/statistics');
    expect(data).toEqual({
      manual: { nodeId: 'manual', nodeType: 'trigger', totalExecutions: 6, workflowsCount: 2 },
      log: {
        ...{ nodeId: 'log', nodeType: 'action', totalExecutions: 6, workflowsCount: 2 },
        ...{ successRate: 83.33, averageLatencyMs: 698.3 },
      },
    });
    const query = `${range(NOW, NOW + DAY + HOUR)}&granularity=daily`;
    expect((await read(`/v1/statistics/action/log/usage?${query}`)).data).toEqual({
      ...{ nodeId: 'log', nodeType: 'action', granularity: 'daily' },
      data: [
        { bucketStart: '2026-03-10T00:00:00.000Z', usageCount: 5 },
        { bucketStart: '2026-03-11T00:00:00.000Z', usageCount: 1 },
      ],
    });
    const hours = `${range(NOW, NOW + 1)}&granularity=hourly`;
    const before = `${range(NOW - HOUR, NOW)}&granularity=hourly`;
    const { data: usage } = await read(`/v1/statistics/trigger/manual/usage?${before}`);
    expect(usage.data).toEqual([{ bucketStart: iso(NOW - HOUR), usageCount: 5 }]);
    const { data: latency } = await read(`/v1/statistics/action/log/latency?${hours}`);
    expect(latency.data).toHaveLength(1);
    const [point] = latency.data;
    expect(point).toMatchObject({ bucketStart: iso(NOW), avgLatencyMs: 818 });
    expect(point.p50LatencyMs).toBeGreaterThan(18);
    expect(point.p50LatencyMs).toBeLessThan(22);
    expect(point.p95LatencyMs).toBeGreaterThan(3_600);
    expect(point.p95LatencyMs).toBeLessThan(4_400);

    // The count follows what a workflow shows.
    const id = made.body.data.id as string;
    await api.call('PUT', `/v1/workflows/${id}`, {
      definition: { nodes: { root: { ...root, children: [] } } },
    });
    await tallies.update();
    const changed = (await read('/v1/statistics')).data;
    expect([changed.log.workflowsCount, changed.manual.workflowsCount]).toEqual([1, 2]);
    await api.call('DELETE', `/v1/workflows/${id}`);
    await tallies.update();
    const archived = (await read('/v1/statistics')).data;
    expect([archived.log.workflowsCount, archived.manual.workflowsCount]).toEqual([1, 1]);
  });

  it('have nothing of what is not known, nor of other organizations', async () => {
    await api.dataSource.manager.query(
      `INSERT INTO organizations (id, name) VALUES ('org_other', 'x')`,
    );
    await ranAt({ at: NOW, organizationId: 'org_other', status: 'failure', error: 'theirs' });
    await tallies.update();
    expect((await read('/v1/statistics')).data).toEqual({});
    const query = `${range(NOW, NOW + 1)}&granularity=hourly`;
    const { data } = await read(`/v1/metrics/summary?${query}`);
    expect([data.failureRate.total, data.topErrors, data.recentActivity]).toEqual([0, [], []]);
    const usage = await read(`/v1/statistics/action/log/usage?${query}`);
    expect(usage.data.data).toEqual([{ bucketStart: iso(NOW), usageCount: 0 }]);
    expect((await read(`/v1/statistics/action/log/latency?${query}`)).data.data).toEqual([]);
    expect((await read(`/v1/statistics/action/__proto__/latency?${query}`)).data.data).toEqual([]);
  });
});

function iso(at: number): string {
  return new Date(at).toISOString();
}
