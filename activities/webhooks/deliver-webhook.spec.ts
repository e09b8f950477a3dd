import { EgressClient } from '../egress/client';
import { MemoryDeliveries } from '../testing/context';
import { startLocalServer, type LocalServer } from '../testing/local-server';
import { deliverWebhook } from './deliver-webhook';
import { retryAfterMs } from './retry-after';

const http = new EgressClient({ allow: ['127.0.0.1'] });
let server: LocalServer;
let deliveries: MemoryDeliveries;

beforeAll(async () => {
  server = await startLocalServer({
    '/ok': (_request, response) =>
      response.writeHead(202, { 'set-cookie': 'sid=1', 'x-a': 'b' }).end('taken'),
    '/echo': (request, response) => response.end(`key ${String(request.headers['x-api-key'])}`),
    '/binary': (_request, response) => response.end('a\0b'),
    '/large': (_request, response) => response.end('x'.repeat(10_000)),
    '/busy': (_request, response) => response.writeHead(503, { 'retry-after': '120' }).end('busy'),
    '/bad': (_request, response) => response.writeHead(400).end('bad'),
    '/gone': (_request, response) => response.writeHead(410, { 'retry-after': '1' }).end(),
    '/moved': (_request, response) => response.writeHead(302, { location: '/ok' }).end(),
  });
});
afterAll(async () => {
  await http.close();
  await server.close();
});
beforeEach(() => {
  deliveries = new MemoryDeliveries();
  server.seen.length = 0;
});

interface Tried {
  type: string;
  message: string;
  nonRetryable: boolean;
  nextRetryDelay?: unknown;
}

async function deliver(
  target: string,
  { attempts = 0, maxRetries = 3, request = {} } = {},
): Promise<Tried | 'delivered'> {
  deliveries.requests.set('whd_1', {
    url: target.startsWith('/') ? server.url + target : target,
    headers: { 'x-api-key': 'k' },
    body: { a: 1 },
    settled: false,
    attempts,
    ...request,
  });
  const task = { organizationId: 'org_1', deliveryId: 'whd_1', maxRetries };
  try {
    await deliverWebhook({ deliveries, http }, task, new AbortController().signal);
    return 'delivered';
  } catch (error) {
    const { type, message, nonRetryable, nextRetryDelay } = error as Tried;
    return { type, message, nonRetryable, ...(nextRetryDelay ? { nextRetryDelay } : {}) };
  }
}

it('posts the body and records the answer', async () => {
  expect(await deliver('/ok')).toBe('delivered');
  expect(server.seen).toMatchObject([
    {
      method: 'POST',
      body: '{"a":1}',
      headers: {
        'content-type': 'application/json',
        'webhook-id': 'whd_1',
        'x-api-key': 'k',
      },
    },
  ]);
  expect(deliveries.attempts).toMatchObject([
    {
      organizationId: 'org_1',
      deliveryId: 'whd_1',
      attempt: 1,
      outcome: 'success',
      responseStatus: 202,
      responseHeaders: { 'set-cookie': '***', 'x-a': 'b' },
      responseBody: 'taken',
    },
  ]);
});

it('keeps the beginning of a large answer', async () => {
  expect(await deliver('/large')).toBe('delivered');
  expect(deliveries.attempts[0]?.responseBody).toBe('x'.repeat(4_096));
});

it('keeps no credential that a receiver echoes', async () => {
  const request = { headers: { 'x-api-key': 'key-12345', 'x-trace': 'trace-1' } };
  expect(await deliver('/echo', { request })).toBe('delivered');
  expect(server.seen[0]?.headers['x-api-key']).toBe('key-12345');
  expect(deliveries.attempts[0]?.responseBody).toBe('key ***');
});

it('keeps of a binary answer what a text column takes', async () => {
  expect(await deliver('/binary')).toBe('delivered');
  expect(deliveries.attempts[0]?.responseBody).toBe('a\ufffdb');
});

it('does nothing for a delivery that is settled', async () => {
  expect(await deliver('/ok', { request: { settled: true } })).toBe('delivered');
  expect([server.seen, deliveries.attempts]).toEqual([[], []]);
});

it('is tried again, no earlier than the receiver asks', async () => {
  expect(await deliver('/busy')).toEqual({
    type: 'webhook_refused',
    message: 'The receiver answered 503',
    nonRetryable: false,
    nextRetryDelay: 120_000,
  });
  expect(deliveries.attempts).toMatchObject([{ outcome: 'retrying', responseStatus: 503 }]);
});

it.each(['/bad', '/moved', '/nowhere'])('takes %s for a failed attempt', async (path) => {
  expect(await deliver(path)).toMatchObject({ type: 'webhook_refused', nonRetryable: false });
  expect(server.seen).toHaveLength(1);
});

it.each([
  [0, 5_000],
  [1, 20_000],
  [20, 14_400_000],
])('waits longer after each attempt: after %s earlier ones %s ms', async (attempts, pause) => {
  expect(await deliver('/bad', { attempts, maxRetries: 30 })).toMatchObject({
    nextRetryDelay: pause,
  });
  expect(deliveries.attempts).toMatchObject([{ attempt: attempts + 1 }]);
});

it('gives up when the retries are used up', async () => {
  expect(await deliver('/busy', { attempts: 2 })).toMatchObject({
    nonRetryable: false,
  });
  expect(await deliver('/busy', { attempts: 3 })).toEqual({
    type: 'webhook_refused',
    message: 'The receiver answered 503',
    nonRetryable: true,
  });
  expect(await deliver('/busy', { maxRetries: 0 })).toMatchObject({
    nonRetryable: true,
  });
  expect(deliveries.attempts.map(({ outcome }) => outcome)).toEqual([
    'retrying',
    'failure',
    'failure',
  ]);
});

it('gives up at once when the receiver is gone for good', async () => {
  expect(await deliver('/gone')).toEqual({
    type: 'webhook_refused',
    message: 'The receiver answered 410',
    nonRetryable: true,
  });
  expect(deliveries.attempts).toMatchObject([{ outcome: 'failure', responseStatus: 410 }]);
});

it('records why there was no answer', async () => {
  expect(await deliver('http://127.0.0.1:1/')).toMatchObject({
    type: 'http_connect_failed',
    nonRetryable: false,
  });
  expect(await deliver('https://10.0.0.1/')).toMatchObject({
    type: 'egress_refused',
    nonRetryable: true,
  });
  expect(deliveries.attempts).toMatchObject([
    { outcome: 'retrying', errorMessage: 'No connection to 127.0.0.1:1 (ECONNREFUSED)' },
    {
      outcome: 'failure',
      errorMessage:
        '10.0.0.1 is not a public address; an operator can allow it with WEFT_EGRESS_ALLOW',
    },
  ]);
});

it('waits for a record that is away', async () => {
  deliveries.read = () => Promise.reject(new Error('connection refused'));
  expect(await deliver('/ok', { attempts: 9 })).toEqual({
    type: 'record_unavailable',
    message: 'The record of the run is not available',
    nonRetryable: false,
  });
  expect(server.seen).toHaveLength(0);
});

describe('Retry-After', () => {
  const after = (value?: string) =>
    retryAfterMs({ headers: value === undefined ? {} : { 'retry-after': value } });

  it('is seconds or a date, a day at most', () => {
    expect(after('30')).toBe(30_000);
    expect(after('999999999')).toBe(86_400_000);
    const wait = after(new Date(Date.now() + 60_000).toUTCString());
    expect(wait).toBeGreaterThan(50_000);
    expect(wait).toBeLessThanOrEqual(60_000);
  });

  it.each([undefined, '', '0', '-5', 'soon', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
    'is nothing as %p',
    (value) => {
      expect(after(value)).toBeUndefined();
    },
  );
});
