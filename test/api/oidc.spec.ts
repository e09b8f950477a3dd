import { AuthSettings } from '../../src/auth/auth-settings';
import { AUDIENCE, startIssuer, type TestIssuer } from '../support/issuer';
import { callAs } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

let issuer: TestIssuer;
let api: TestApi;
beforeAll(async () => {
  issuer = await startIssuer();
  const auth = new AuthSettings('invited', 3_600_000, { issuer: issuer.url, audience: AUDIENCE });
  api = await startApi(new AbsentEngine(), { auth });
});
afterAll(async () => {
  await api.close();
  await issuer.close();
});

const me = (token: string): Promise<Answer> => callAs(api, token)('GET', '/v1/user');

describe('a JWT of the configured issuer', () => {
  it('stands for a user that is made when it is first seen', async () => {
    const token = await issuer.sign({ sub: 'ada', email: 'Ada@example.com', email_verified: true });
    const [first, second] = await Promise.all([me(token), me(token)]);
    expect(first.body.data).toMatchObject({ email: 'ada@example.com', emailVerified: true });
    expect(second.body.data.id).toBe(first.body.data.id);
    const renamed = await issuer.sign({ sub: 'ada', email: 'lovelace@example.com' });
    expect((await me(renamed)).body.data).toMatchObject({
      id: first.body.data.id,
      email: 'lovelace@example.com',
      emailVerified: false,
    });
  });

  it('is noted when it makes somebody known', async () => {
    const call = callAs(api, await issuer.sign({ sub: 'noted' }));
    const { id } = (await call('GET', '/v1/user')).body.data as { id: string };
    await call('GET', '/v1/user');
    const rows = await api.dataSource.query<unknown[]>(
      'SELECT organization_id, operation, actor_type FROM audit_entries WHERE resource_id = $1',
      [id],
    );
    expect(rows).toEqual([{ organization_id: '', operation: 'signUp', actor_type: 'system' }]);
  });

  it('opens the invites to an address that the issuer vouches for, and the organization', async () => {
    const path = `/v1/orgs/${api.organizationId}/invites`;
    const email = 'grace@example.com';
    const { id } = (await api.call('POST', path, { email })).body.data;
    const claimed = callAs(api, await issuer.sign({ sub: 'eve', email, email_verified: false }));
    expect((await claimed('GET', '/v1/invites')).body.data.items).toEqual([]);
    expect((await claimed('POST', `/v1/invites/${id}/accept`)).body.code).toBe(404032);
    const call = callAs(api, await issuer.sign({ sub: 'grace', email, email_verified: true }));
    expect((await call('GET', '/v1/invites')).body.data.items).toMatchObject([{ id }]);
    expect((await call('POST', `/v1/invites/${id}/accept`)).status).toBe(200);
    const list = await call('GET', '/v1/workflows', undefined, api.organizationId);
    expect(list.status).toBe(200);
    const key = { name: 'mine', scope: 'read' };
    const made = await call('POST', '/v1/api-keys', key, api.organizationId);
    expect((await callAs(api, made.body.data.key)('GET', '/v1/workflows')).status).toBe(200);
  });

  it('keeps the address that is known when it names none', async () => {
    const token = await issuer.sign({
      sub: 'mary',
      email: 'mary@example.com',
      email_verified: true,
    });
    const known = (await me(token)).body.data as object;
    expect((await me(await issuer.sign({ sub: 'mary' }))).body.data).toEqual(known);
    const other = await issuer.sign({ sub: 'mary', email: 'mary2@example.com' });
    expect((await me(other)).body.data).toMatchObject({ email: 'mary2@example.com' });
  });

  it('is refused when anything about it is wrong', async () => {
    const wrong = {
      forged: await issuer.forge({ sub: 'ada' }),
      expired: await issuer.sign({ sub: 'ada' }, '-2m'),
      'for somebody else': await issuer.sign({ sub: 'ada', aud: 'others' }),
      'of somebody else': await issuer.sign({ sub: 'ada', iss: 'https://evil.example' }),
      'of nobody': await issuer.sign({}),
      unsigned: `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`,
      cut: (await issuer.sign({ sub: 'ada' })).slice(0, -10),
    };
    for (const [how, token] of Object.entries(wrong)) {
      const answer = await me(token);
      expect({ how, code: answer.body.code }).toEqual({ how, code: 401008 });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });
});

describe('without an issuer', () => {
  it('no JWT counts', async () => {
    const plain = await startApi();
    try {
      const answer = await plain.call(
        'GET',
        '/v1/user',
        undefined,
        await issuer.sign({ sub: 'a' }),
      );
      expect(answer.body.code).toBe(401008);
    } finally {
      await plain.close();
    }
  });

  it('that answers, its people wait and others go on', async () => {
    const auth = new AuthSettings('open', 1_000, { issuer: 'http://127.0.0.1:9', audience: 'x' });
    const alone = await startApi(new AbsentEngine(), { auth });
    try {
      const token = await issuer.sign({ sub: 'ada' });
      expect((await alone.call('GET', '/v1/user', undefined, token)).status).toBe(503);
      expect((await alone.call('GET', '/v1/workflows')).status).toBe(200);
    } finally {
      await alone.close();
    }
  });
});
