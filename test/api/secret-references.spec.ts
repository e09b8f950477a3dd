import { FILE_FORMAT } from '../../src/workflows/workflow-file';
import { type Answer, startApi, type TestApi } from './start-api';

/** Where the secret of an organization once was among those of definitions. */
const SECRET = { $secret: 'sec_organization_webhook' };

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const call = (payload: object): object => ({
  nodes: {
    root: { type: 'manual', payload: {}, children: ['call'] },
    call: {
      type: 'http-request',
      payload: { url: 'https://example.com', method: 'GET', ...payload },
      children: [],
    },
  },
});

function expectRefused({ status, body }: Answer, field: string): void {
  expect([status, body.code]).toEqual([400, 400228]);
  expect(body.details).toEqual([
    expect.objectContaining({ code: 'foreign_secret', nodeId: 'call', field }),
  ]);
}

describe('a reference to a secret that a client sends', () => {
  const definition = call({ headers: { authorization: SECRET } });
  const field = 'payload.headers.authorization';

  it.each([
    ['/v1/workflows', { name: 'x', definition }],
    ['/v1/workflows/import', { name: 'x', format: FILE_FORMAT, definition }],
    ['/v1/runs', { definition }],
    ['/v1/runs', { definition, simulate: true }],
    ['/v1/runs/sync', { definition }],
  ])('is refused by POST %s', async (path, body) => {
    expectRefused(await api.call('POST', path, body), field);
  });

  it('is refused with an expression inside, and in places of other data', async () => {
    const odd = call({ headers: { authorization: { $secret: '{{$trigger.body.id}}' } } });
    expectRefused(await api.call('POST', '/v1/workflows', { name: 'x', definition: odd }), field);
    const body = call({ method: 'POST', body: { list: [SECRET] } });
    expectRefused(
      await api.call('POST', '/v1/workflows', { name: 'x', definition: body }),
      'payload.body.list.0',
    );
  });

  it('is a problem of its definition', async () => {
    const { status, body } = await api.call('POST', '/v1/workflows/validate', { definition });
    expect(status).toBe(200);
    expect(body.data.valid).toBe(false);
    expect(JSON.stringify(body.data)).toContain('foreign_secret');
  });

  it('is refused by an update, unless it is there already', async () => {
    const own = call({ headers: { authorization: 'Bearer hidden', cookie: 'c' } });
    const made = await api.call('POST', '/v1/workflows', { name: 'x', definition: own });
    const path = `/v1/workflows/${made.body.data.id as string}`;
    expectRefused(await api.call('PUT', path, { definition }), field);

    const [version] = await api.dataSource.query<{ definition: { nodes: { call: Node } } }[]>(
      'SELECT definition FROM workflow_versions WHERE workflow_id = $1',
      [made.body.data.id],
    );
    const { authorization, cookie } = version?.definition.nodes.call.payload.headers ?? {};
    const moved = call({ headers: { authorization: cookie, cookie: '***' } });
    expectRefused(await api.call('PUT', path, { definition: moved }), field);
    const same = call({ headers: { authorization, cookie: '***' } });
    const kept = await api.call('PUT', path, { definition: same });
    expect([kept.status, kept.body.data.version]).toEqual([200, 1]);
  });
});

interface Node {
  payload: { headers: Record<string, object> };
}
