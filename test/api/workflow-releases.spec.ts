import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const log = (message: string) => ({
  nodes: {
    root: { type: 'manual', payload: {}, children: ['say'] },
    say: { type: 'log', payload: { message }, children: [] },
  },
});
async function create(): Promise<string> {
  const body = { name: 'w', definition: log('v1') };
  return (await api.call('POST', '/v1/workflows', body)).body.data.id as string;
}
const post = (id: string, step: string, body?: unknown): Promise<Answer> =>
  api.call('POST', `/v1/workflows/${id}/${step}`, body);
const put = (id: string, body: unknown): Promise<Answer> =>
  api.call('PUT', `/v1/workflows/${id}`, body);
const get = (id: string, part = ''): Promise<Answer> =>
  api.call('GET', `/v1/workflows/${id}${part}`);
const liveMessage = async (id: string): Promise<unknown> =>
  (await get(id, '/live')).body.data.definition.nodes.say.payload.message;

describe('releases', () => {
  it('publish, and are told the newest first', async () => {
    const id = await create();
    expect((await get(id, '/releases')).body.data.items).toEqual([]);
    const first = await post(id, 'release');
    expect(first.body.data).toEqual({
      ...{ releaseVersion: 1, workflowId: id, workflowVersion: 1, kind: 'release' },
      ...{ createdBy: expect.any(String), createdAt: expect.any(String) },
    });
    expect((await get(id)).body.data).toMatchObject({ status: 'active', liveVersion: 1 });
    await put(id, { definition: log('v2') });
    await post(id, 'release', { expectedVersion: 2 });
    const page = await get(id, '/releases?limit=1');
    expect(page.body.data).toMatchObject({
      items: [{ releaseVersion: 2, workflowVersion: 2 }],
      hasMore: true,
    });
  });

  it('are refused when the version has moved on, and leave nothing behind', async () => {
    const id = await create();
    const { status, body } = await post(id, 'release', { expectedVersion: 2 });
    expect([status, body.code]).toEqual([409, 409001]);
    await put(id, { definition: { nodes: { root: { type: 'no-such', children: ['gone'] } } } });
    expect((await post(id, 'release')).body.code).toBe(400228);
    expect((await get(id, '/releases')).body.data.items).toEqual([]);
    expect((await get(id)).body.data.status).toBe('draft');
  });

  it('are gone back to at once, and the draft stays', async () => {
    const id = await create();
    await post(id, 'release');
    await put(id, { definition: log('v2') });
    await post(id, 'release');
    await put(id, { definition: log('v3') });
    const back = await post(id, 'releases/1/revert');
    expect(back.body.data).toMatchObject({
      ...{ releaseVersion: 3, workflowVersion: 1, kind: 'revert', revertedTo: 1 },
    });
    expect(await liveMessage(id)).toBe('v1');
    expect((await get(id)).body.data).toMatchObject({
      status: 'active',
      draftVersion: 3,
      liveVersion: 1,
    });
    const runId = (await post(id, 'run', {})).body.data.runId as string;
    expect((await api.call('GET', `/v1/runs/${runId}`)).body.data.workflowVersion).toBe(1);
    expect((await post(id, 'releases/9/revert')).body.code).toBe(404005);
    expect((await post(id, 'releases/x/revert')).body.details).toMatchObject([
      { field: 'releaseVersion' },
    ]);
  });

  it('of a version need no release before', async () => {
    const id = await create();
    await put(id, { definition: log('v2') });
    await post(id, 'publish');
    const back = await post(id, 'revert-to-version', { workflowVersion: 1 });
    expect(back.body.data).toMatchObject({ releaseVersion: 1, workflowVersion: 1, kind: 'revert' });
    expect(back.body.data).not.toHaveProperty('revertedTo');
    expect(await liveMessage(id)).toBe('v1');
    expect((await post(id, 'revert-to-version', { workflowVersion: 9 })).body.code).toBe(404002);
    expect((await post(id, 'revert-to-version', {})).body.details).toMatchObject([
      { field: 'workflowVersion' },
    ]);
    await api.call('DELETE', `/v1/workflows/${id}`);
    expect((await post(id, 'revert-to-version', { workflowVersion: 1 })).body.code).toBe(400120);
  });

  it('made at the same time are numbered without gaps', async () => {
    const id = await create();
    await Promise.all(Array.from({ length: 8 }, () => post(id, 'release')));
    const { items } = (await get(id, '/releases')).body.data as {
      items: { releaseVersion: number }[];
    };
    expect(items.map(({ releaseVersion }) => releaseVersion)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
  });
});

describe('a text out of the definition', () => {
  it('is kept beside the name that the author gave', async () => {
    const id = await create();
    expect((await get(id)).body.data).not.toHaveProperty('aiName');
    const made = await post(id, 'regenerate-descriptions');
    const text = { aiName: 'Manual → Log', aiDescription: 'Starts with Manual. Then Log.' };
    expect(made.body.data).toEqual(text);
    expect((await get(id)).body.data).toMatchObject({ ...text, name: 'w', version: 1 });
  });
});

describe('what sets a workflow off', () => {
  it('is told with the input that it takes', async () => {
    const inputSchema = { type: 'object', properties: { n: { type: 'number' } } };
    const definition = { nodes: { root: { type: 'manual', payload: { inputSchema } } } };
    const made = await api.call('POST', '/v1/workflows', { name: 'w', definition });
    const id = made.body.data.id as string;
    expect((await get(id, '/trigger-info')).body.data).toEqual({
      triggers: [{ triggerNodeId: 'root', type: 'manual', inputSchema }],
    });
    const { serverTime, ...rest } = (await get(id, '/schedule')).body.data as {
      serverTime: string;
    };
    expect(Math.abs(Date.parse(serverTime) - Date.now())).toBeLessThan(60_000);
    expect(rest).toEqual({});
  });
});
