import { poolOf } from '../../src/database/data-source';
import { KeyRotation } from '../../src/secrets/key-rotation';
import { Sealer } from '../../src/secrets/sealer';
import { AbsentEngine } from './absent-engine';
import { startApi, type TestApi } from './start-api';

const OLD = { id: 'old', key: Buffer.alloc(32, 3) };
const NEW = { id: 'new', key: Buffer.alloc(32, 4) };

const HOLDS = {
  nodes: {
    root: { type: 'manual', payload: {}, children: ['hold'] },
    hold: {
      ...{ type: 'wait', children: [] },
      payload: { timeoutMs: 60_000, triggerType: 'manual', triggerConfig: {} },
    },
  },
};

let before: TestApi;
let after: TestApi;
beforeAll(async () => {
  before = await startApi(new AbsentEngine(), { sealer: new Sealer([OLD]) });
  after = await startApi(new AbsentEngine(), { sealer: new Sealer([NEW]) }, before);
});
afterAll(async () => {
  await after.close();
  await before.close();
});

const create = async (api: TestApi, key: string): Promise<[id: string, replayed: boolean]> => {
  const response = await fetch(`${api.url}/v1/workflows`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${api.key}`,
      ...{ 'content-type': 'application/json', 'idempotency-key': key },
    },
    body: JSON.stringify({ name: 'Holds', definition: HOLDS }),
  });
  expect(response.status).toBe(200);
  const { data } = (await response.json()) as { data: { id: string } };
  return [data.id, response.headers.has('idempotency-replayed')];
};

it('leaves nothing behind that needs the old key', async () => {
  const [id] = await create(before, 'once');
  const shown = await before.call('GET', `/v1/workflows/${id}`);
  const { triggerSecret } = shown.body.data as { triggerSecret: string };
  const started = await before.call('POST', `/v1/workflows/${id}/run`, {});
  const runId = started.body.data.runId as string;

  const pool = poolOf(before.dataSource);
  expect(await new KeyRotation(pool, new Sealer([NEW])).missingKey()).toBe('old');
  expect(await new KeyRotation(pool, new Sealer([NEW, OLD])).reseal(1)).toBe(1);
  await new KeyRotation(pool, new Sealer([NEW, OLD])).reseal(1_000);
  expect(await new KeyRotation(pool, new Sealer([NEW])).missingKey()).toBeUndefined();

  const read = await after.call('GET', `/v1/workflows/${id}`);
  expect([read.status, read.body.data.triggerSecret]).toEqual([200, triggerSecret]);
  const path = `/v1/runs/${runId}/nodes/hold/resume?secret=${triggerSecret}`;
  expect((await after.call('POST', path, { data: {} }, '')).status).toBe(200);
});

it('forgets the answers that are kept under the old key', async () => {
  const [first] = await create(before, 'again');
  expect(await create(before, 'again')).toEqual([first, true]);
  const [second, replayed] = await create(after, 'again');
  expect(replayed).toBe(false);
  expect(second).not.toBe(first);
  expect(await create(after, 'again')).toEqual([second, true]);
});
