import { createKey } from '../../src/auth/first-key';
import { PERMISSIONS } from '../../src/auth/permissions';
import { Organization } from '../../src/database/entities';
import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
let foreignKey: string;
beforeAll(async () => {
  api = await startApi();
  const { manager } = api.dataSource;
  await manager.insert(Organization, { id: 'org_other', name: 'Other' });
  const wanted = { organizationId: 'org_other', name: 'k', scope: 'read-write' as const };
  foreignKey = (await createKey(manager, wanted)).key;
});
afterAll(() => api.close());

let count = 0;
/** An account with these permissions, and a key of it. */
async function account(...permissions: string[]): Promise<{ id: string; key: string }> {
  const name = `account ${count++}`;
  const made = await api.call('POST', '/v1/service-accounts', { name, permissions });
  expect(made.status).toBe(200);
  const { id } = made.body.data;
  const key = await api.call('POST', '/v1/api-keys', { name, serviceAccountId: id });
  return { id, key: key.body.data.key };
}

const list = (key: string): Promise<Answer> => api.call('GET', '/v1/workflows', undefined, key);

describe('API keys', () => {
  it('are shown once and do what their maker does, cut down to their scope', async () => {
    const made = await api.call('POST', '/v1/api-keys', { name: 'Reader' });
    const { id, key, ...rest } = made.body.data;
    expect(rest).toMatchObject({
      ...{ organizationId: api.organizationId, name: 'Reader', scope: 'read' },
      keyPrefix: key.slice(0, 11),
    });
    expect(rest.createdBy).toBe(rest.serviceAccountId);
    expect(rest).not.toHaveProperty('expiresAt');
    expect((await list(key)).status).toBe(200);
    expect((await api.call('POST', '/v1/workflows', {}, key)).body.code).toBe(403001);
    const { body } = await api.call('GET', `/v1/api-keys/${id}`);
    expect(body.data).toMatchObject({
      ...rest,
      lastUsedIp: '127.0.0.1',
      lastUsedUserAgent: 'node',
    });
    expect(JSON.stringify(body)).not.toContain(key);
    const page = await api.call('GET', '/v1/api-keys?limit=1');
    expect(page.body.data).toMatchObject({ items: [{ id }], limit: 1, hasMore: true });
  });

  it('open nothing once they are revoked, and stay on record', async () => {
    const made = await api.call('POST', '/v1/api-keys', { name: 'Short' });
    const { id, key } = made.body.data;
    const gone = await api.call('DELETE', `/v1/api-keys/${id}`);
    expect(Object.keys(gone.body).sort()).toEqual(['code', 'message', 'requestId']);
    expect((await list(key)).body.code).toBe(401003);
    const { revokedAt } = (await api.call('GET', `/v1/api-keys/${id}`)).body.data;
    expect(await api.call('DELETE', `/v1/api-keys/${id}`)).toMatchObject({ status: 200 });
    expect((await api.call('GET', `/v1/api-keys/${id}`)).body.data.revokedAt).toBe(revokedAt);
  });

  it('end when they say', async () => {
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const made = await api.call('POST', '/v1/api-keys', { name: 'Day', expiresAt });
    expect(made.body.data.expiresAt).toBe(expiresAt);
  });

  it('make none that outlives them', async () => {
    const at = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
    const expiresAt = at(1);
    const wanted = { name: 'Day', scope: 'read-write', expiresAt };
    const { key } = (await api.call('POST', '/v1/api-keys', wanted)).body.data as { key: string };
    const make = (body: object): Promise<Answer> =>
      api.call('POST', '/v1/api-keys', { name: 'made by it', ...body }, key);
    expect((await make({})).body.data.expiresAt).toBe(expiresAt);
    const sooner = new Date(Date.now() + 3_600_000).toISOString();
    expect((await make({ expiresAt: sooner })).body.data.expiresAt).toBe(sooner);
    expect(await make({ expiresAt: at(2) })).toMatchObject({
      ...{ status: 400, body: { code: 400006, details: [{ field: 'expiresAt' }] } },
    });
    const { id } = await account('run:read');
    expect((await make({ serviceAccountId: id })).body.data.expiresAt).toBe(expiresAt);
  });

  it.each([
    ['no name', {}, 'name'],
    ['a blank name', { name: ' ' }, 'name'],
    ['a scope of its own', { name: 'x', scope: 'write' }, 'scope'],
    ['no time', { name: 'x', expiresAt: 'tomorrow' }, 'expiresAt'],
    ['a time that is over', { name: 'x', expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
    ['a day that is not', { name: 'x', expiresAt: '2099-02-31' }, 'expiresAt'],
    ['a field that is not known', { name: 'x', permissions: [] }, 'permissions'],
  ])('are refused with %s', async (_, body, field) => {
    const answer = await api.call('POST', '/v1/api-keys', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 400006, details: [{ field }] } });
  });

  it('are not made for an account that does not exist', async () => {
    const body = { name: 'x', serviceAccountId: 'sa_x' };
    expect((await api.call('POST', '/v1/api-keys', body)).body.code).toBe(404034);
  });
});

describe('service accounts', () => {
  it('do what they may and nothing else', async () => {
    const { key } = await account('workflow:read');
    expect((await list(key)).status).toBe(200);
    const refused = await api.call('GET', '/v1/runs', undefined, key);
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 403002, details: [{ permission: 'run:read' }] },
    });
  });

  it('are read, changed and listed', async () => {
    const { id, key } = await account('workflow:read');
    const body = { name: 'renamed', description: 'Reads runs', permissions: ['run:read'] };
    const changed = await api.call('PATCH', `/v1/service-accounts/${id}`, body);
    expect(changed.body.data).toMatchObject({ ...body, id, status: 'active' });
    expect((await list(key)).body.code).toBe(403002);
    expect((await api.call('GET', '/v1/runs', undefined, key)).status).toBe(200);
    const keep = { name: 'renamed', permissions: ['run:read'] };
    await api.call('PATCH', `/v1/service-accounts/${id}`, keep);
    const read = await api.call('GET', `/v1/service-accounts/${id}`);
    expect(read.body.data.description).toBe('Reads runs');
    const page = await api.call('GET', '/v1/service-accounts');
    expect(page.body.data.items[0]).toEqual(read.body.data);
  });

  it('have names of their own', async () => {
    const body = { name: 'unique', permissions: ['run:read'] };
    expect((await api.call('POST', '/v1/service-accounts', body)).status).toBe(200);
    expect((await api.call('POST', '/v1/service-accounts', body)).body.code).toBe(409010);
    const { id } = await account('run:read');
    expect((await api.call('PATCH', `/v1/service-accounts/${id}`, body)).body.code).toBe(409010);
  });

  it('are kept out while they are disabled', async () => {
    const { id, key } = await account('workflow:read');
    const off = await api.call('POST', `/v1/service-accounts/${id}/disable`);
    expect(off.body.data).toMatchObject({ status: 'disabled' });
    expect((await list(key)).body.code).toBe(401006);
    const on = await api.call('POST', `/v1/service-accounts/${id}/enable`);
    expect(on.body.data.status).toBe('active');
    expect(on.body.data).not.toHaveProperty('disabledAt');
    expect((await list(key)).status).toBe(200);
  });

  it('take their keys with them', async () => {
    const { id, key } = await account('workflow:read');
    expect((await api.call('DELETE', `/v1/service-accounts/${id}`)).status).toBe(200);
    expect((await list(key)).body.code).toBe(401003);
    expect((await api.call('GET', `/v1/service-accounts/${id}`)).body.code).toBe(404034);
    const keys = await api.call('GET', '/v1/api-keys?limit=100');
    expect(keys.body.data.items).toContainEqual(expect.objectContaining({ serviceAccountId: id }));
  });

  it.each([
    ['no permissions', { permissions: [] }],
    ['a permission that is not known', { permissions: ['workflow:fly'] }],
    ['a permission twice', { permissions: ['run:read', 'run:read'] }],
    ['permissions that are no list', { permissions: 'run:read' }],
  ])('are refused with %s', async (_, body) => {
    const answer = await api.call('POST', '/v1/service-accounts', { name: 'x', ...body });
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field: 'permissions' }] } });
  });
});

describe('a caller with few permissions', () => {
  const few = ['service_account:write', 'apikey:create', 'apikey:revoke', 'workflow:read'];

  it('makes no account, and no key, that could do more', async () => {
    const weak = await account(...few);
    const strong = await account(...PERMISSIONS);
    const more = { name: 'more', permissions: ['workflow:read', 'workflow:publish'] };
    const key = { name: 'more', serviceAccountId: strong.id };
    const calls: [string, string, unknown][] = [
      ['POST', '/v1/service-accounts', more],
      ['PATCH', `/v1/service-accounts/${weak.id}`, more],
      ['PATCH', `/v1/service-accounts/${strong.id}`, { ...more, permissions: ['workflow:read'] }],
      ['POST', `/v1/service-accounts/${strong.id}/disable`, {}],
      ['DELETE', `/v1/service-accounts/${strong.id}`, undefined],
      ['POST', '/v1/api-keys', key],
      ['POST', '/v1/api-keys', { ...key, scope: 'read' }],
    ];
    for (const [method, path, body] of calls) {
      const answer = await api.call(method, path, body, weak.key);
      expect({ method, path, code: answer.body.code }).toEqual({ method, path, code: 403006 });
    }
    expect((await list(strong.key)).status).toBe(200);
  });

  it('revokes its own keys and those of weaker accounts only', async () => {
    const weak = await account(...few);
    const all = (await api.call('GET', '/v1/api-keys?limit=100')).body.data.items as {
      id: string;
      name: string;
      serviceAccountId: string;
    }[];
    const first = all.find(({ name }) => name === 'First key')?.id ?? '';
    const refused = await api.call('DELETE', `/v1/api-keys/${first}`, undefined, weak.key);
    expect(refused.body.code).toBe(403006);
    const own = all.find(({ serviceAccountId }) => serviceAccountId === weak.id)?.id ?? '';
    expect((await api.call('DELETE', `/v1/api-keys/${own}`, undefined, weak.key)).status).toBe(200);
    expect((await list(weak.key)).body.code).toBe(401003);
  });
});

describe('another organization', () => {
  it('finds none of them', async () => {
    const { id } = await account('run:read');
    const { body } = await api.call('GET', '/v1/api-keys?limit=1');
    const keyId = body.data.items[0].id as string;
    const change = { name: 'x', permissions: ['run:read'] };
    const foreign = (method: string, path: string, sent?: unknown): Promise<Answer> =>
      api.call(method, path, sent, foreignKey);
    expect((await foreign('GET', `/v1/api-keys/${keyId}`)).body.code).toBe(404033);
    expect((await foreign('DELETE', `/v1/api-keys/${keyId}`)).body.code).toBe(404033);
    expect((await foreign('GET', `/v1/service-accounts/${id}`)).body.code).toBe(404034);
    expect((await foreign('PATCH', `/v1/service-accounts/${id}`, change)).body.code).toBe(404034);
    expect((await foreign('DELETE', `/v1/service-accounts/${id}`)).body.code).toBe(404034);
    expect((await foreign('POST', `/v1/service-accounts/${id}/disable`)).body.code).toBe(404034);
    const key = { name: 'x', serviceAccountId: id };
    expect((await foreign('POST', '/v1/api-keys', key)).body.code).toBe(404034);
    expect((await foreign('GET', '/v1/api-keys')).body.data.items).toHaveLength(1);
  });
});
