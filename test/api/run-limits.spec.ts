import { poolOf } from '../../src/database/data-source';
import { newId } from '../../src/database/ids';
import { RunRows } from '../../src/record/run-rows';
import { newRunRow } from '../support/record';
import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
let rows: RunRows;
beforeAll(async () => {
  api = await startApi();
  rows = new RunRows(poolOf(api.dataSource));
});
afterAll(() => api.close());

const DEFINITION = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };

async function live(limits: object): Promise<string> {
  const body = { name: 'w', definition: DEFINITION, ...limits };
  const id = (await api.call('POST', '/v1/workflows', body)).body.data.id as string;
  await post(id, 'publish');
  return id;
}
const post = (id: string, step: string, body?: unknown): Promise<Answer> =>
  api.call('POST', `/v1/workflows/${id}/${step}`, body);
const read = async (id: string): Promise<object> =>
  (await api.call('GET', `/v1/workflows/${id}`)).body.data as object;
const runsOf = async (id: string): Promise<number> =>
  (await api.call('GET', `/v1/workflows/${id}/runs/count`)).body.data.total as number;

/** Starts a run as a trigger does. */
const trigger = (workflowId: string, id = newId('run')): Promise<string> => {
  const { organizationId } = api;
  return rows.create(newRunRow({ organizationId, id, workflowId, triggerSource: 'webhook' }));
};
const EXHAUSTED = { status: 'paused', pausedReason: 'max_runs_exhausted', remainRuns: 0 };

describe('the number of runs', () => {
  it('is never exceeded, however many triggers fire at once', async () => {
    const id = await live({ maxRuns: 5 });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => trigger(id)));
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'out-of-runs')).toHaveLength(15);
    expect(await runsOf(id)).toBe(5);
    expect(await read(id)).toMatchObject({ ...EXHAUSTED, maxRuns: 5 });
  });

  it('counts a run once that is tried again', async () => {
    const id = await live({ maxRuns: 1 });
    const runId = newId('run');
    expect(await trigger(id, runId)).toBe('created');
    expect(await trigger(id, runId)).toBe('duplicate');
    expect(await trigger(id)).toBe('out-of-runs');
  });

  it('does not count a run whose action is disabled', async () => {
    const id = await live({ maxRuns: 1 });
    const path = `/v1/orgs/${api.organizationId}/restrictions`;
    const made = await api.call('POST', path, { type: 'disabled_action', actionType: 'log' });
    const start = (actionTypes: string[]): Promise<string> =>
      rows.create(
        newRunRow({
          ...{ organizationId: api.organizationId, workflowId: id, actionTypes },
          triggerSource: 'webhook',
        }),
      );
    expect(await start(['manual', 'log'])).toBe('disabled');
    expect(await read(id)).toMatchObject({ status: 'active', remainRuns: 1 });
    expect(await start(['manual', 'delay'])).toBe('created');
    await api.call('DELETE', `${path}/${made.body.data.id as string}`);
  });

  it('neither counts nor stops what a person asks for', async () => {
    const id = await live({ maxRuns: 1, cooldownMs: 60_000 });
    expect((await post(id, 'run', {})).status).toBe(200);
    expect(await read(id)).toMatchObject({ status: 'active', remainRuns: 1 });
    expect(await trigger(id)).toBe('created');
    expect((await post(id, 'run', {})).status).toBe(200);
    expect(await runsOf(id)).toBe(3);
  });

  it('is refilled, which sets the workflow going again', async () => {
    const id = await live({ maxRuns: 1 });
    await trigger(id);
    expect((await post(id, 'resume')).body.code).toBe(400131);
    expect((await post(id, 'refill', { remainRuns: 2 })).body.data).toEqual({
      workflowId: id,
      remainRuns: 2,
    });
    const refilled = await read(id);
    expect(refilled).toMatchObject({ status: 'active', maxRuns: 1, remainRuns: 2 });
    expect(refilled).not.toHaveProperty('pausedReason');
    expect([await trigger(id), await trigger(id), await trigger(id)]).toEqual([
      ...['created', 'created', 'out-of-runs'],
    ]);
  });

  it('is not refilled over a pause by hand', async () => {
    const id = await live({ maxRuns: 3 });
    await post(id, 'pause');
    await post(id, 'refill', { remainRuns: 9 });
    expect(await read(id)).toMatchObject({ status: 'paused', remainRuns: 9 });
    expect(await trigger(id)).toBe('paused');
  });

  it('changes with the limit', async () => {
    const id = await live({ maxRuns: 1 });
    await trigger(id);
    await api.call('PUT', `/v1/workflows/${id}`, { maxRuns: 4 });
    expect(await read(id)).toMatchObject({ status: 'active', maxRuns: 4, remainRuns: 4 });
    await api.call('PUT', `/v1/workflows/${id}`, { maxRuns: null });
    expect(await read(id)).not.toHaveProperty('remainRuns');
    expect((await post(id, 'refill', { remainRuns: 1 })).body.code).toBe(400132);
  });

  it('stays used up when a new version is published', async () => {
    const id = await live({ maxRuns: 1 });
    await trigger(id);
    const say = { type: 'log', payload: { message: 'x' } };
    const root = { ...DEFINITION.nodes.root, children: ['say'] };
    await api.call('PUT', `/v1/workflows/${id}`, { definition: { nodes: { root, say } } });
    expect((await post(id, 'publish')).body.data).toMatchObject({ ...EXHAUSTED, liveVersion: 2 });
  });

  it.each([0, -1, 1.5, '5', 100_000, undefined])('is not refilled with %p', async (remainRuns) => {
    const { status, body } = await post(await live({ maxRuns: 1 }), 'refill', { remainRuns });
    expect([status, body.details[0].field]).toEqual([400, 'remainRuns']);
  });
});

describe('the cooldown', () => {
  it('lets one of many triggers through, and the next one when it is over', async () => {
    const id = await live({ cooldownMs: 60_000 });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => trigger(id)));
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'cooling-down')).toHaveLength(9);
    await api.dataSource.query(
      `UPDATE workflows SET last_triggered_at = last_triggered_at - interval '1 minute'
       WHERE id = $1`,
      [id],
    );
    expect(await trigger(id)).toBe('created');
  });
});

describe('a pause', () => {
  it('stops triggers, and nobody else', async () => {
    const id = await live({});
    await post(id, 'pause');
    expect(await trigger(id)).toBe('paused');
    expect((await post(id, 'run', {})).status).toBe(200);
    await post(id, 'resume');
    expect(await trigger(id)).toBe('created');
  });

  it('comes by itself after ten failures in a row', async () => {
    const id = await live({});
    const end = async (status: string): Promise<void> => {
      const runId = newId('run');
      expect(await trigger(id, runId)).toBe('created');
      await api.dataSource.query('UPDATE runs SET status = $2 WHERE id = $1', [runId, status]);
    };
    for (let n = 0; n < 9; n++) await end('failure');
    await end('success');
    for (let n = 0; n < 9; n++) await end('failure');
    expect(await read(id)).toMatchObject({ status: 'active' });
    await end('failure');
    expect(await read(id)).toMatchObject({
      status: 'paused',
      pausedReason: 'consecutive_failures',
    });
    await post(id, 'resume');
    await end('failure');
    expect(await read(id)).toMatchObject({ status: 'active' });
  });
});
