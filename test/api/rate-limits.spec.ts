import { AuthSettings } from '../../src/auth/auth-settings';
import { RateLimitSettings } from '../../src/rate-limits/rate-limit-settings';
import { RequestCounts } from '../../src/rate-limits/request-counts';
import { minuteOf, WINDOW_MS } from '../../src/rate-limits/request-window';
import { ownerOfNew, PASSWORD, somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

const LIMIT = 20;
/** Of one address without a credential. */
const OPEN = 30;

/** Two processes over one database. */
let api: TestApi;
let other: TestApi;
beforeAll(async () => {
  const rateLimits = new RateLimitSettings(LIMIT, OPEN);
  const options = { auth: new AuthSettings('open'), rateLimits, trustedProxies: 1 };
  api = await startApi(new AbsentEngine(), options);
  other = await startApi(new AbsentEngine(), options, api);
});
afterAll(async () => {
  await other.close();
  await api.close();
});

const ask = (process = api): Promise<Answer> => process.call('GET', '/v1/service-accounts');

/** Twice: the first may be one that was under way, and knows nothing of the last requests. */
async function exchange(process: TestApi): Promise<void> {
  const counts = process.app.get(RequestCounts, { strict: false });
  await counts.exchange();
  await counts.exchange();
}

/** Waits for a minute that is long enough for a test, with nothing counted in it. */
async function beginMinute(): Promise<void> {
  while (WINDOW_MS - (Date.now() % WINDOW_MS) < 10_000) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('the limit of an organization', () => {
  it('holds in all processes together, and leaves other organizations alone', async () => {
    await beginMinute();
    const first = await ask();
    expect(first.status).toBe(200);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'ratelimit-policy': `${LIMIT};w=60`,
      'ratelimit-limit': String(LIMIT),
      'ratelimit-remaining': String(LIMIT - 1),
    });
    const reset = Number(first.headers.get('ratelimit-reset'));
    expect(reset).toBeGreaterThan(0);
    expect(reset).toBeLessThanOrEqual(60);
    for (let count = 1; count < LIMIT / 2; count++) expect((await ask()).status).toBe(200);
    await exchange(api);
    expect((await ask(other)).status).toBe(200);
    await exchange(other);
    const left = Number((await ask(other)).headers.get('ratelimit-remaining'));
    expect(left).toBe(LIMIT - LIMIT / 2 - 2);
    for (let count = 0; count < left; count++) expect((await ask(other)).status).toBe(200);
    const refused = await ask(other);
    expect(refused).toMatchObject({ status: 429, body: { code: 429000 } });
    expect(refused.headers.get('ratelimit-remaining')).toBe('0');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await exchange(other);
    await ask();
    await exchange(api);
    expect((await ask()).status).toBe(429);
    const owner = await ownerOfNew(api);
    const elsewhere = await owner.call('GET', '/v1/workflows', undefined, owner.organizationId);
    expect(elsewhere.status).toBe(200);
  }, 90_000);

  it('counts what is refused, too', async () => {
    await beginMinute();
    const owner = await ownerOfNew(api);
    const { organizationId } = owner;
    const body = { name: 'r', scope: 'read' };
    const made = await owner.call('POST', '/v1/api-keys', body, organizationId);
    const { key } = made.body.data as { key: string };
    const denied: Answer[] = [];
    for (let count = 0; count < LIMIT; count++) {
      denied.push(await api.call('POST', '/v1/workflows', {}, key));
    }
    expect(denied.map(({ body: { code } }) => code as number)).toEqual([
      ...Array<number>(LIMIT - 1).fill(403001),
      429000,
    ]);
    expect(denied[0]?.headers.get('ratelimit-remaining')).toBe(String(LIMIT - 2));
  }, 90_000);

  it('costs one statement for many requests', async () => {
    await beginMinute();
    const counts = new RequestCounts(api.dataSource, new RateLimitSettings(1_000_000));
    const counted = { organizationId: 'org_busy', userId: '' };
    for (let count = 0; count < 10_000; count++) counts.take(counted);
    await counts.exchange();
    const row = `SELECT minute, count FROM request_counts WHERE organization_id = 'org_busy'`;
    const minute = String(minuteOf(Date.now()));
    expect(await api.dataSource.query(row)).toEqual([{ minute, count: 10_000 }]);
  });
});

/** Asks from an address of its own. */
async function askFrom(ip: string, method: string, path: string, body?: object): Promise<Answer> {
  const headers = { 'x-forwarded-for': ip, 'content-type': 'application/json' };
  const sent = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  const response = await fetch(api.url + path, sent);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

describe('the limit of an address without a credential', () => {
  const times = async (count: number, ask: () => Promise<Answer>): Promise<number[]> => {
    const statuses: number[] = [];
    for (let time = 0; time < count; time++) statuses.push((await ask()).status);
    return statuses;
  };

  it('holds for what is public, and for what is not let in', async () => {
    await beginMinute();
    const first = await askFrom('10.0.0.1', 'GET', '/v1/actions');
    expect(first.headers.get('ratelimit-limit')).toBe(String(OPEN));
    const other = () => askFrom('10.0.0.1', 'GET', '/v1/workflows');
    expect(await times(OPEN - 1, other)).toEqual(Array<number>(OPEN - 1).fill(401));
    const refused = await askFrom('10.0.0.1', 'GET', '/v1/actions');
    expect(refused).toMatchObject({ status: 429, body: { code: 429000 } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await askFrom('10.0.0.2', 'GET', '/v1/actions')).status).toBe(200);
    expect((await askFrom('10.0.0.1', 'GET', '/health/live')).status).toBe(200);
  }, 90_000);

  it('holds for a wait that is resumed by its secret', async () => {
    await beginMinute();
    const resume = () =>
      askFrom('10.0.0.3', 'POST', '/v1/runs/run_x/nodes/ask/resume', { secret: 'x' });
    const statuses = await times(OPEN + 1, resume);
    expect(statuses.slice(0, OPEN)).not.toContain(429);
    expect(statuses.at(-1)).toBe(429);
  }, 90_000);

  it('does not let many of them use up what an organization has', async () => {
    const owner = await ownerOfNew(api);
    const { organizationId } = owner;
    const definition = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };
    const wanted = { name: 'w', definition };
    const made = await owner.call('POST', '/v1/workflows', wanted, organizationId);
    const path = `/v1/workflows/${made.body.data.id}`;
    await owner.call('POST', `${path}/publish`, {}, organizationId);
    const visible = { visibility: 'public_execute' };
    await owner.call('PUT', `${path}/visibility`, visible, organizationId);
    await beginMinute();
    let address = 0;
    const run = () => {
      address += 1;
      const open = `/v1/public/workflows/${made.body.data.id}/run`;
      return askFrom(`10.0.1.${address}`, 'POST', open, {});
    };
    const statuses = await times(OPEN + 1, run);
    expect(statuses).toEqual([...Array<number>(OPEN).fill(200), 429]);
    // Its own people go on.
    expect((await owner.call('GET', path, undefined, organizationId)).status).toBe(200);
    const log = `/v1/orgs/${organizationId}/audit-log?outcome=refused`;
    expect((await owner.call('GET', log, undefined, organizationId)).body.data.items).toMatchObject(
      [{ operation: 'runPublicWorkflow', code: '429000', actorType: 'anonymous', count: 1 }],
    );
  }, 90_000);
});

describe('attempts with a password', () => {
  const WRONG = 'not this password';
  const signIn = (ip: string, email: string, password = WRONG): Promise<Answer> =>
    askFrom(ip, 'POST', '/v1/sessions', { email, password });
  const fill = (place: string, count: number): Promise<unknown> =>
    api.dataSource.query(
      `INSERT INTO user_sign_in_attempts VALUES (sha256(convert_to($1, 'UTF8')), $2, now() + interval '900 s')`,
      [place, count],
    );

  it('are counted for an address, whatever the accounts', async () => {
    await fill('from 10.0.2.1', 99);
    expect((await signIn('10.0.2.1', 'a@example.com')).status).toBe(401);
    expect((await signIn('10.0.2.1', 'b@example.com')).body.code).toBe(429002);
    expect((await signIn('10.0.2.2', 'b@example.com')).status).toBe(401);
  });

  it('are counted for an account, whatever the addresses', async () => {
    const { email } = await somebody(api);
    await fill(`of ${email}`, 99);
    expect((await signIn('10.0.3.1', email, PASSWORD)).status).toBe(200);
    expect((await signIn('10.0.3.2', email)).status).toBe(401);
    expect((await signIn('10.0.3.3', email)).body.code).toBe(429002);
  });

  it('are counted where accounts are made', async () => {
    await fill('sign-up 10.0.4.1', 199);
    const signUp = (ip: string, email: string): Promise<Answer> =>
      askFrom(ip, 'POST', '/v1/users', { email, password: PASSWORD });
    expect((await signUp('10.0.4.1', 'first@example.com')).status).toBe(200);
    expect((await signUp('10.0.4.1', 'second@example.com')).body.code).toBe(429002);
    for (let attempt = 0; attempt < 10; attempt++) await signUp('10.0.4.2', 'third@example.com');
    expect((await signUp('10.0.4.3', 'third@example.com')).body.code).toBe(429002);
  });

  it('are counted where a password is changed', async () => {
    const { userId, call } = await somebody(api);
    await fill(`change ${userId}`, 9);
    const change = { currentPassword: WRONG, newPassword: 'another horse battery' };
    expect((await call('PUT', '/v1/user/password', change)).body.code).toBe(401007);
    const right = { ...change, currentPassword: PASSWORD };
    expect((await call('PUT', '/v1/user/password', right)).body.code).toBe(429002);
  });
});

describe('attempts to sign in', () => {
  const signIn = (process: TestApi, email: string, password: string): Promise<Answer> =>
    process.call('POST', '/v1/sessions', { email, password }, '');

  it('are counted by all processes together, until one succeeds', async () => {
    const { email } = await somebody(api);
    const wrong = async (process: TestApi): Promise<number> =>
      (await signIn(process, email, 'wrong password')).status;
    for (let attempt = 0; attempt < 5; attempt++) expect(await wrong(api)).toBe(401);
    expect((await signIn(other, email, PASSWORD)).status).toBe(200);
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(await wrong(api)).toBe(401);
      expect(await wrong(other)).toBe(401);
    }
    const stopped = await signIn(api, email, PASSWORD);
    expect(stopped).toMatchObject({ status: 429, body: { code: 429002 } });
    const seconds = Number(stopped.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(800);
    expect(seconds).toBeLessThanOrEqual(900);
    await api.dataSource.query('UPDATE user_sign_in_attempts SET ends_at = now()');
    expect((await signIn(other, email, PASSWORD)).status).toBe(200);
  });
});
