import { createKey } from '../../src/auth/first-key';
import { Organization } from '../../src/database/entities';
import { startApi, type TestApi } from './start-api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

interface Logged {
  path: string;
  statusCode: number;
  apiKeyId: string;
}

describe('the log of API requests', () => {
  it('tells what a key asked, refused or not, without the query', async () => {
    const account = { name: 'reader', permissions: ['workflow:read'] };
    const made = await api.call('POST', '/v1/service-accounts', account);
    const serviceAccountId = made.body.data.id as string;
    const body = { name: 'reader', serviceAccountId };
    const key = (await api.call('POST', '/v1/api-keys', body)).body.data as {
      id: string;
      key: string;
    };
    const done = await api.call('GET', '/v1/workflows/wf_x?secret=s3cret', undefined, key.key);
    await api.call('GET', '/v1/runs', undefined, key.key);
    const query = `?serviceAccountId=${serviceAccountId}&limit=1`;
    const list = (rest = ''): Promise<Logged[]> =>
      api
        .call('GET', `/v1/api-keys/requests?apiKeyId=${key.id}${rest}`)
        .then(({ body }) => (body.data as { items: Logged[] }).items);
    const [refused, missing, ...others] = await list();
    expect(others).toEqual([]);
    expect(refused).toMatchObject({ path: '/v1/runs', statusCode: 403 });
    expect(missing).toEqual({
      id: expect.stringMatching(/^req_/) as unknown,
      organizationId: api.organizationId,
      apiKeyId: key.id,
      principalType: 'service_account',
      principalId: serviceAccountId,
      serviceAccountId,
      requestId: done.body.requestId as string,
      method: 'GET',
      path: '/v1/workflows/wf_x',
      routePattern: '/v1/workflows/:id',
      statusCode: 404,
      durationMs: expect.any(Number) as unknown,
      clientIp: '127.0.0.1',
      userAgent: 'node',
      createdAt: expect.any(String) as unknown,
    });
    const page = await api.call('GET', `/v1/api-keys/requests${query}`);
    expect(page.body.data).toMatchObject({ items: [refused], hasMore: true });
    expect(await list('&serviceAccountId=sa_x')).toEqual([]);
  });

  it('tells what is asked with a key that opens nothing any more', async () => {
    const account = { name: 'gone', permissions: ['workflow:read'] };
    const serviceAccountId = (await api.call('POST', '/v1/service-accounts', account)).body.data
      .id as string;
    const make = async (): Promise<{ id: string; key: string }> =>
      (await api.call('POST', '/v1/api-keys', { name: 'k', serviceAccountId })).body.data;
    const revoked = await make();
    await api.call('DELETE', `/v1/api-keys/${revoked.id}`);
    const expired = await make();
    await api.dataSource.query('UPDATE api_keys SET expires_at = now() WHERE id = $1', [
      expired.id,
    ]);
    const disabled = await make();
    await api.call('POST', `/v1/service-accounts/${serviceAccountId}/disable`);
    for (const { id, key } of [revoked, expired, disabled]) {
      expect((await api.call('GET', '/v1/workflows', undefined, key)).status).toBe(401);
      const { body } = await api.call('GET', `/v1/api-keys/requests?apiKeyId=${id}`);
      expect(body.data.items).toMatchObject([
        { path: '/v1/workflows', statusCode: 401, principalId: serviceAccountId },
      ]);
    }
  });

  it("is the organization's own", async () => {
    const { manager } = api.dataSource;
    await manager.insert(Organization, { id: 'org_other', name: 'Other' });
    const wanted = { organizationId: 'org_other', name: 'k', scope: 'read' as const };
    const { key, keyId } = await createKey(manager, wanted);
    await api.call('GET', '/v1/workflows', undefined, key);
    const own = (await api.call('GET', '/v1/api-keys/requests', undefined, key)).body.data;
    expect(own).toMatchObject({ items: [{ apiKeyId: keyId, path: '/v1/workflows' }] });
    const foreign = await api.call('GET', `/v1/api-keys/requests?apiKeyId=${keyId}`);
    expect(foreign.body.data.items).toEqual([]);
  });

  it('is about keys: what nobody or an unknown key asks is not in it', async () => {
    await api.call('GET', '/v1/actions', undefined, '');
    await api.call('GET', '/v1/runs', undefined, 'b3sk_x');
    const { body } = await api.call('GET', '/v1/api-keys/requests?limit=100');
    const items = (body.data as { items: Logged[] }).items;
    expect(items.filter(({ path }) => path === '/v1/actions')).toEqual([]);
    expect(items.filter(({ path }) => path === '/v1/runs').map((item) => item.statusCode)).toEqual([
      403,
    ]);
  });
});
