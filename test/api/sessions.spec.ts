import { AuthSettings } from '../../src/auth/auth-settings';
import { UserSession } from '../../src/database/entities';
import { callAs, ownerOfNew, PASSWORD, somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open') });
});
afterAll(() => api.close());

const open = (path: string, body: unknown): Promise<Answer> => api.call('POST', path, body, '');

async function withCookie(path: string, cookie: string, headers = {}): Promise<Answer> {
  const response = await fetch(api.url + path, { headers: { cookie, ...headers } });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

describe('signing up and in', () => {
  it('gives a token that stands for the person', async () => {
    const { email, userId, token } = await somebody(api);
    const me = await callAs(api, token)('GET', '/v1/user');
    expect(me.body.data).toMatchObject({ id: userId, email, emailVerified: false });
    const again = await open('/v1/sessions', { email: email.toUpperCase(), password: PASSWORD });
    expect(again.body.data).toMatchObject({ user: { id: userId } });
    expect(again.body.data.token).toMatch(/^b3st_[0-9A-Za-z]{33}$/);
    expect(again.body.data.token).not.toBe(token);
  });

  it('keeps neither password nor token', async () => {
    const { token } = await somebody(api);
    const users: { password_hash: string }[] = await api.dataSource.query('SELECT * FROM users');
    for (const { password_hash } of users) expect(password_hash).toMatch(/^\$argon2id\$/);
    const sessions: unknown[] = await api.dataSource.query('SELECT * FROM user_sessions');
    expect(JSON.stringify(sessions)).not.toContain(token);
  });

  it('refuses a wrong password and an unknown address alike', async () => {
    const { email } = await somebody(api);
    const wrong = await open('/v1/sessions', { email, password: 'wrong password' });
    const unknown = await open('/v1/sessions', { email: 'no@example.com', password: PASSWORD });
    expect(wrong).toMatchObject({ status: 401, body: { code: 401007 } });
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  });

  it('stops who tries passwords out', async () => {
    const { email } = await somebody(api);
    for (let attempt = 0; attempt < 10; attempt++) {
      await open('/v1/sessions', { email, password: 'wrong password' });
    }
    const right = await open('/v1/sessions', { email, password: PASSWORD });
    expect(right).toMatchObject({ status: 429, body: { code: 429002 } });
  });

  it('makes one account per address, whatever its case', async () => {
    const { email } = await somebody(api);
    const again = { email: email.toUpperCase(), password: PASSWORD };
    expect((await open('/v1/users', again)).body.code).toBe(409012);
  });

  it.each([
    [{ email: 'x', password: PASSWORD }, 'email'],
    [{ email: 'a@example.com', password: 'too short' }, 'password'],
    [{ email: 'a@example.com', password: 'x'.repeat(201) }, 'password'],
    [{ email: 'a@example.com' }, 'password'],
  ])('refuses %j', async (body, field) => {
    expect(await open('/v1/users', body)).toMatchObject({
      status: 400,
      body: { details: [{ field }] },
    });
  });
});

describe('a session', () => {
  it('ends when the person signs out', async () => {
    const { call } = await somebody(api);
    expect((await call('DELETE', '/v1/sessions/current')).status).toBe(200);
    expect((await call('GET', '/v1/user')).body.code).toBe(401005);
  });

  it('ends by itself', async () => {
    const { call, userId } = await somebody(api);
    await api.dataSource.manager.update(UserSession, { userId }, { expiresAt: new Date() });
    expect((await call('GET', '/v1/user')).body.code).toBe(401005);
  });

  it('ends when the password is changed elsewhere', async () => {
    const { email, token, call } = await somebody(api);
    const other = await open('/v1/sessions', { email, password: PASSWORD });
    const change = { currentPassword: PASSWORD, newPassword: 'another horse battery' };
    const wrong = { ...change, currentPassword: 'not this password' };
    expect((await call('PUT', '/v1/user/password', wrong)).body.code).toBe(401007);
    expect((await call('PUT', '/v1/user/password', change)).status).toBe(200);
    expect((await callAs(api, other.body.data.token)('GET', '/v1/user')).status).toBe(401);
    expect((await callAs(api, token)('GET', '/v1/user')).status).toBe(200);
    expect((await open('/v1/sessions', { email, password: PASSWORD })).status).toBe(401);
    const next = { email, password: change.newPassword };
    expect((await open('/v1/sessions', next)).status).toBe(200);
  });

  it('goes on with the old password when its others can not be ended', async () => {
    const { email, call } = await somebody(api);
    await open('/v1/sessions', { email, password: PASSWORD });
    await api.dataSource.query(`
      CREATE FUNCTION shut_down() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE 'shutting down' USING ERRCODE = '57P01'; END $$;
      CREATE TRIGGER shut_down BEFORE DELETE ON user_sessions
        FOR EACH ROW EXECUTE FUNCTION shut_down()`);
    const change = { currentPassword: PASSWORD, newPassword: 'another horse battery' };
    const { status } = await call('PUT', '/v1/user/password', change);
    await api.dataSource.query('DROP FUNCTION shut_down CASCADE');
    expect(status).toBe(503);
    expect((await open('/v1/sessions', { email, password: PASSWORD })).status).toBe(200);
  });

  it('is a cookie in browsers, on pages of this host only', async () => {
    const { email } = await somebody(api);
    const { headers } = await open('/v1/sessions', { email, password: PASSWORD });
    const set = headers.get('set-cookie') ?? '';
    expect(set).toMatch(
      /^weft_session=b3st_\w+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    const [cookie = ''] = set.split(';');
    expect((await withCookie('/v1/user', cookie)).body.data.email).toBe(email);
    expect((await withCookie('/v1/user', cookie, { origin: api.url })).status).toBe(200);
    for (const origin of ['https://evil.example', 'null']) {
      const answer = await withCookie('/v1/user', cookie, { origin });
      expect(answer).toMatchObject({ status: 403, body: { code: 403007 } });
    }
  });

  it('acts in the organization that X-Org-ID names', async () => {
    const { call, organizationId } = await ownerOfNew(api);
    expect((await call('GET', '/v1/workflows')).body.code).toBe(403003);
    expect((await call('GET', '/v1/workflows', undefined, organizationId)).status).toBe(200);
    const foreign = await call('GET', '/v1/workflows', undefined, api.organizationId);
    const unknown = await call('GET', '/v1/workflows', undefined, 'org_x');
    expect(foreign.body.code).toBe(403004);
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...foreign.body, requestId: '' });
  });

  it.each(['b3st_x', 'b3st_' + '0'.repeat(27) + '2MvMGi'])('is not %s', async (token) => {
    expect((await callAs(api, token)('GET', '/v1/user')).body.code).toBe(401005);
  });

  it('is needed for what belongs to a person', async () => {
    const answer = await api.call('GET', '/v1/user');
    expect(answer).toMatchObject({ status: 403, body: { code: 403005 } });
  });
});

describe('an API key of a user', () => {
  it('does what the user may, in its organization alone', async () => {
    const { call, userId, organizationId } = await ownerOfNew(api);
    const body = { name: 'mine', scope: 'read-write' };
    const made = await call('POST', '/v1/api-keys', body, organizationId);
    expect(made.body.data).toMatchObject({ userId, organizationId, createdBy: userId });
    const withKey = callAs(api, made.body.data.key);
    expect((await withKey('GET', '/v1/workflows')).status).toBe(200);
    expect((await withKey('GET', '/v1/workflows', undefined, organizationId)).status).toBe(200);
    const other = await withKey('GET', '/v1/workflows', undefined, api.organizationId);
    expect(other.body.code).toBe(403004);
    expect((await withKey('POST', '/v1/organizations', { name: 'x' })).body.code).toBe(403005);
  });
});
