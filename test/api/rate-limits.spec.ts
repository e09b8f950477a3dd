import { AuthSettings } from '../../src/auth/auth-settings';
import { RateLimitSettings } from '../../src/rate-limits/rate-limit-settings';
import { RequestCounts } from '../../src/rate-limits/request-counts';
import { minuteOf, WINDOW_MS } from '../../src/rate-limits/request-window';
import { ownerOfNew, PASSWORD, somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

const LIMIT = 20;

/** Two processes over one database. */
let api: TestApi;
let other: TestApi;
beforeAll(async () => {
  const options = { auth: new AuthSettings('open'), rateLimits: new RateLimitSettings(LIMIT) };
  api = await startApi(new AbsentEngine(), options);
  other = await startApi(new AbsentEngine(), options, api);
});
afterAll(async () => {
  await other.close();
  await api.close();
});

const ask = (process = api): Promise<Answer> => process.call('GET', '/v1/service-accounts');

const exchange = (process: TestApi): Promise<void> =>
  process.app.get(RequestCounts, { strict: false }).exchange();

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

  it('does not count what is public or not let in', async () => {
    const { headers, status } = await api.call('GET', '/v1/actions', undefined, '');
    expect(status).toBe(200);
    expect(headers.get('ratelimit-limit')).toBeNull();
    expect((await api.call('GET', '/v1/workflows', undefined, 'b3sk_x')).status).toBe(401);
  });

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
