import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

let accounts = 0;
/** The key of a service account with these permissions and no others. */
async function keyWith(...permissions: string[]): Promise<string> {
  const name = `account ${accounts++}`;
  const account = await api.call('POST', '/v1/service-accounts', { name, permissions });
  const serviceAccountId = account.body.data.id as string;
  const made = await api.call('POST', '/v1/api-keys', { name, serviceAccountId });
  return made.body.data.key as string;
}

const LOGS = { type: 'log', payload: { message: 'hello' }, children: [] };
const asks = (sql: string): object => ({
  ...{ type: 'db-query', connector: { type: 'db' }, payload: { sql }, children: [] },
});
const runs = (node: object, simulate = true): object => ({
  definition: { nodes: { root: { type: 'manual', payload: {}, children: ['only'] }, only: node } },
  ...(simulate && { simulate }),
});

function expectMissing({ status, body }: Answer, permission: string): void {
  expect([status, body.code, body.details]).toEqual([403, 403002, [{ permission }]]);
}

describe('a run of a definition that is sent along', () => {
  it.each(['/v1/runs', '/v1/runs/sync'])('needs to create and to execute: %s', async (path) => {
    const body = runs(LOGS, false);
    expectMissing(
      await api.call('POST', path, body, await keyWith('workflow:execute')),
      'workflow:create',
    );
    expectMissing(
      await api.call('POST', path, body, await keyWith('workflow:create')),
      'workflow:execute',
    );
  });

  it('starts with both', async () => {
    const key = await keyWith('workflow:create', 'workflow:execute');
    expect((await api.call('POST', '/v1/runs', runs(LOGS), key)).status).toBe(200);
  });

  it('asks the database only what its caller may ask it', async () => {
    const start = (sql: string, key: string): Promise<Answer> =>
      api.call('POST', '/v1/runs', runs(asks(sql)), key);
    const plain = await keyWith('workflow:create', 'workflow:execute');
    const reader = await keyWith('workflow:create', 'workflow:execute', 'database:read');
    const writer = await keyWith('workflow:create', 'workflow:execute', 'database:update');
    const [read, write] = ['SELECT 1', 'WITH a AS (SELECT 1) DELETE FROM orders'];
    expectMissing(await start(read, plain), 'database:read');
    expectMissing(await start(write, plain), 'database:update');
    expectMissing(await start(write, reader), 'database:update');
    expect((await start(read, reader)).status).toBe(200);
    expect((await start(write, writer)).status).toBe(200);
  });
});
