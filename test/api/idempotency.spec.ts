import { AuthSettings } from '../../src/auth/auth-settings';
import { createKey } from '../../src/auth/first-key';
import { KeptAnswers } from '../../src/idempotency/kept-answers';
import { join, ownerOfNew, somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open') });
});
afterAll(() => api.close());

interface Sent {
  path?: string;
  body?: object;
  token?: string;
  headers?: Record<string, string>;
}

/** Sends a POST with an `Idempotency-Key`; by default one that makes a service account. */
async function send(key: string, sent: Sent = {}): Promise<Answer> {
  const { path = '/v1/service-accounts', token = api.key, body = account(key) } = sent;
  const response = await fetch(api.url + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
      ...sent.headers,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const account = (name: string): object => ({ name, permissions: ['run:read'] });

async function countOf(name: string): Promise<number> {
  const { body } = await api.call('GET', '/v1/service-accounts?limit=100');
  return (body.data.items as { name: string }[]).filter((item) => item.name === name).length;
}

describe('a request with an Idempotency-Key', () => {
  it('is carried out once, and answered alike when it is sent again', async () => {
    const first = await send('once');
    const second = await send('once');
    expect(first).toMatchObject({ status: 200, body: { data: { name: 'once' } } });
    expect(second.status).toBe(first.status);
    expect({ ...second.body, requestId: '' }).toEqual({ ...first.body, requestId: '' });
    expect(second.body.requestId).toBe(second.headers.get('x-request-id'));
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await countOf('once')).toBe(1);
  });

  it('is answered, and not carried out again, when its entry in the audit log can not be settled', async () => {
    await api.dataSource.query(`
      CREATE FUNCTION no_space_left() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE 'no space left'; END $$;
      CREATE TRIGGER no_space_left BEFORE UPDATE ON audit_entries
        FOR EACH ROW EXECUTE FUNCTION no_space_left()`);
    const [first, second] = [await send('unsettled'), await send('unsettled')];
    const refused = await send('unsettled too', { body: { name: '' } });
    await api.dataSource.query('DROP FUNCTION no_space_left CASCADE');
    expect([first.status, second.status, refused.status]).toEqual([200, 200, 400]);
    expect(second.body.data).toEqual(first.body.data);
    expect(await countOf('unsettled')).toBe(1);
    const rows = await api.dataSource.query<object[]>(
      'SELECT outcome FROM audit_entries WHERE request_id = $1',
      [first.body.requestId],
    );
    expect(rows).toEqual([{ outcome: 'pending' }]);
  });

  it('may name the fields of its body in any order', async () => {
    const first = await send('order', { body: { name: 'order', permissions: ['run:read'] } });
    const second = await send('order', { body: { permissions: ['run:read'], name: 'order' } });
    expect(second.body.data).toEqual(first.body.data);
  });

  it('is refused when the key stands for another body, path or query', async () => {
    await send('other');
    const refused = { status: 409, body: { code: 409090 } };
    expect(await send('other', { body: account('else') })).toMatchObject(refused);
    const query = { path: '/v1/service-accounts?x=1', body: account('other') };
    expect(await send('other', query)).toMatchObject(refused);
    expect(await countOf('else')).toBe(0);
  });

  it('is carried out by one of many that come together', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => send('together')));
    const codes = answers.map(({ status, body }) => (status === 200 ? 200 : body.code));
    expect(codes).toContain(200);
    expect(codes.filter((code) => code !== 200 && code !== 409091)).toEqual([]);
    expect(await countOf('together')).toBe(1);
    expect((await send('together')).status).toBe(200);
  });

  it('may be sent again when it was refused, also with another body', async () => {
    expect((await send('mended', { body: { name: '' } })).status).toBe(400);
    expect((await send('mended')).status).toBe(200);
    expect((await send('taken', { body: account('mended') })).body.code).toBe(409010);
    expect((await send('taken')).status).toBe(200);
  });

  it('shows a new API key again, and keeps it sealed', async () => {
    const sent = { path: '/v1/api-keys', body: { name: 'shown once' } };
    const first = await send('secret', sent);
    const { key } = first.body.data as { key: string };
    expect((await send('secret', sent)).body.data.key).toBe(key);
    const rows: { answer: Buffer }[] = await api.dataSource.query(
      "SELECT * FROM idempotency_keys WHERE operation = 'createApiKey'",
    );
    expect(rows).toHaveLength(1);
    for (const encoding of ['latin1', 'base64', 'hex'] as const) {
      const secret = Buffer.from(key).toString(encoding);
      expect(rows[0]!.answer.toString(encoding)).not.toContain(secret);
    }
    expect(JSON.stringify(rows)).not.toContain('secret');
  });

  it.each([['a b'], ['x'.repeat(256)], ['é']])('refuses the key %s', async (key) => {
    expect((await send(key, { body: account('odd') })).body.code).toBe(400090);
  });
});

describe('a key', () => {
  it('is told apart by organization, by caller and by operation', async () => {
    const owner = await ownerOfNew(api);
    const developer = await join(api, owner);
    const headers = { 'x-org-id': owner.organizationId };
    const path = '/v1/workflows';
    const body = { name: 'w', definition: { nodes: { root: { type: 'manual', payload: {} } } } };
    const ids = [
      await send('shared', { path, body }),
      await send('shared', { path, body, token: owner.token, headers }),
      await send('shared', { path, body, token: developer.token, headers }),
    ].map(({ body: answer }) => answer.data.id as string);
    expect(new Set(ids).size).toBe(3);
    expect((await send('shared')).status).toBe(200);
  });

  it('works for what a person does in no organization', async () => {
    const { token, call } = await somebody(api);
    const sent = { path: '/v1/organizations', body: { name: 'Mine' }, token };
    const first = await send('own', sent);
    expect((await send('own', sent)).body.data).toEqual(first.body.data);
    expect((await call('GET', '/v1/organizations')).body.data.items).toHaveLength(1);
  });

  it('opens nothing to a credential that may not', async () => {
    const { organizationId, dataSource } = api;
    await send('guarded');
    const wanted = { organizationId, name: 'reads', scope: 'read' as const };
    const { key } = await createKey(dataSource.manager, wanted);
    expect((await send('guarded', { token: key })).body.code).toBe(403001);
  });

  it('is forgotten after a day', async () => {
    const first = await send('old');
    const age = `UPDATE idempotency_keys SET created_at = now() - interval '25 hours'`;
    await api.dataSource.query(age);
    expect((await send('old')).body).toMatchObject({ code: 409010 });
    expect(first.status).toBe(200);
    await send('older');
    await api.dataSource.query(age);
    await api.app.get(KeptAnswers, { strict: false }).clean();
    expect(await api.dataSource.query('SELECT * FROM idempotency_keys')).toEqual([]);
  });

  it('is free again when the process that had it was cut off', async () => {
    await send('cut');
    await api.dataSource.query(
      `UPDATE idempotency_keys SET answer = NULL, created_at = now() - interval '1 minute'`,
    );
    expect((await send('cut')).body.code).toBe(409091);
    await api.dataSource.query(
      `UPDATE idempotency_keys SET created_at = now() - interval '3 minutes'`,
    );
    // It is carried out again, and finds the name taken.
    expect((await send('cut')).body.code).toBe(409010);
  });

  it('means nothing where there is no caller to tell it apart', async () => {
    const body = { email: 'nobody@example.com', password: 'wrong password' };
    const path = '/v1/sessions';
    expect((await send('public', { path, body })).status).toBe(401);
    expect((await send('public', { path, body: { ...body, email: 'x@example.com' } })).status).toBe(
      401,
    );
  });
});
