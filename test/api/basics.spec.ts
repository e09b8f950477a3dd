import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createKey } from '../../src/auth/first-key';
import { ensureFirstKey } from '../../src/auth/first-key';
import { generateKey } from '../../src/auth/key-format';
import { ApiKey } from '../../src/database/entities';
import { operationsOf } from '../support/operations';
import { type Answer, startApi, type TestApi } from './start-api';

/** Their body is what a workflow is given, or a definition as it is. */
const FREE: ReadonlySet<string> = new Set(['runPublicWorkflow', 'validateWorkflow']);

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

async function raw(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(api.url + path, init);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

describe('the envelope', () => {
  it('wraps a success', async () => {
    const { status, body, headers } = await api.call('GET', '/v1/actions/log', undefined, '');
    expect(status).toBe(200);
    expect(body).toMatchObject({ code: 0, message: 'successfully', data: { type: 'log' } });
    expect(body.requestId).toMatch(/^req_[0-9A-Za-z]{22}$/);
    expect(headers.get('x-request-id')).toBe(body.requestId);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('takes over a request id that is harmless', async () => {
    const headers = { 'x-request-id': 'trace-1.2' };
    expect((await raw('/health/live', { headers })).body.requestId).toBe('trace-1.2');
    const bad = { 'x-request-id': 'a b' };
    expect((await raw('/health/live', { headers: bad })).body.requestId).toMatch(/^req_/);
  });

  it('has the same shape for an unknown route', async () => {
    const { status, body } = await api.call('GET', '/v1/nope');
    expect(status).toBe(404);
    expect(body).toEqual({
      code: 404000,
      message: 'There is no such route.',
      details: [],
      requestId: body.requestId,
    });
  });
});

describe('health', () => {
  it('is live', async () => {
    expect((await api.call('GET', '/health/live')).body.data).toEqual({ status: 'ok' });
  });

  it('is not ready without an engine', async () => {
    const { status, body } = await api.call('GET', '/health/ready');
    expect(status).toBe(503);
    expect(body).toMatchObject({ code: 503000, details: ['temporal'] });
  });
});

describe('the open catalog', () => {
  it('lists actions, logic actions and triggers apart', async () => {
    const types = async (path: string): Promise<string[]> =>
      ((await api.call('GET', path, undefined, '')).body.data as { type: string }[]).map(
        ({ type }) => type,
      );
    expect(await types('/v1/triggers')).toEqual(['manual']);
    const logic = await types('/v1/logic-actions');
    expect(logic).toEqual(expect.arrayContaining(['if', 'for-each', 'filter', 'wait']));
    const actions = await types('/v1/actions');
    expect(actions).toEqual(expect.arrayContaining(['list-max', 'trigger-workflow']));
    expect(actions.filter((type) => logic.includes(type) || type === 'manual')).toEqual([]);
  });

  it('filters by all tags, joined or repeated', async () => {
    const all = await api.call('GET', '/v1/triggers?tags=manual,api');
    expect(all.body.data).toHaveLength(1);
    const none = await api.call('GET', '/v1/triggers?tags=manual&tags=moon');
    expect(none.body.data).toEqual([]);
  });

  it('is shorter with summary', async () => {
    const { body } = await api.call('GET', '/v1/triggers?summary=true');
    expect(Object.keys(body.data[0])).toEqual(['type', 'name', 'description', 'tags']);
  });

  it.each([
    ['/v1/actions/manual', 404020],
    ['/v1/actions/__proto__', 404020],
    ['/v1/triggers/log', 404021],
  ])('knows no %s', async (path, code) => {
    expect((await api.call('GET', path)).body.code).toBe(code);
  });

  it('shows a logic node by type', async () => {
    const { body } = await api.call('GET', '/v1/actions/if');
    expect(body.data).toMatchObject({ type: 'if', branches: ['then', 'else'] });
  });
});

describe('a body that can not be read', () => {
  const post = (body: string | Uint8Array, type = 'application/json'): Promise<Answer> =>
    raw('/v1/workflows', {
      method: 'POST',
      headers: { authorization: `Bearer ${api.key}`, 'content-type': type },
      body,
    });

  it.each<[string, string | Uint8Array, number]>([
    ['no JSON', '{"name":', 400001],
    ['too deep', `{"a":${'['.repeat(200)}${']'.repeat(200)}}`, 400003],
    ['not UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d), 400004],
    ['with a NUL', '{"name":"a\\u0000"}', 400004],
    ['with half a surrogate pair', '{"name":"\\ud83d"}', 400004],
    ['with a number without end', '{"maxRuns":1e999}', 400005],
    ['too large', `{"name":"${'x'.repeat(2_000_000)}"}`, 413000],
  ])('is refused when it is %s', async (_, body, code) => {
    const answer = await post(body);
    expect(answer.body.code).toBe(code);
    expect(answer.status).toBe(Math.floor(code / 1000));
  });

  it('is told how much it may be', async () => {
    const large = await post(`{"name":"${'x'.repeat(2_000_000)}"}`);
    expect(large.body.message).toBe('The body has more than 2000000 bytes.');
    const deep = await post(`{"a":${'['.repeat(200)}${']'.repeat(200)}}`);
    expect(deep.body.message).toBe('The body is nested more than 100 levels deep.');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1'])(
    'is refused as %s',
    async (type) => {
      expect((await post('{}', type)).body.code).toBe(415000);
    },
  );

  it('is refused with a content encoding that is unknown', async () => {
    const answer = await raw('/v1/workflows', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${api.key}`,
        'content-type': 'application/json',
        'content-encoding': 'rot13',
      },
      body: '{}',
    });
    expect(answer.status).toBe(415);
  });
});

describe('a field that nothing is known of', () => {
  it('is refused by every operation, also by one that takes no body', async () => {
    const operations = (await operationsOf(api.url)).filter(({ method }) => method !== 'GET');
    expect(operations.length).toBeGreaterThan(60);
    for (const { id, method, path } of operations) {
      if (FREE.has(id)) continue;
      const organization = path.replace('{orgId}', api.organizationId);
      const filled = organization.replaceAll(/\{\w+\}/g, 'x');
      const { status, body } = await api.call(method, filled, { unheard: 1 });
      // Some belong to people or to administrators.
      if (status === 403) continue;
      expect({ id, body }).toMatchObject({
        ...{ id, body: { code: 400006 } },
      });
      expect({ id, message: body.message }).toEqual({
        ...{ id, message: expect.stringContaining('unknown field: unheard') as string },
      });
    }
  });

  it.each(['[]', '"text"', '1'])('stands in an object, and not in %s', async (body) => {
    const headers = { authorization: `Bearer ${api.key}`, 'content-type': 'application/json' };
    const answer = await raw('/v1/runs/run_1/cancel', { method: 'POST', headers, body });
    expect(answer.body.code).toBe(400002);
  });
});

describe('what is no HTTP that can be read', () => {
  /** Sends bytes, and gives what is answered until the connection ends. */
  async function exchange(sent: string): Promise<string> {
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    socket.write(sent);
    return text(socket);
  }

  it.each([
    [
      431000,
      'more than 16384 bytes',
      `GET /v1/runs HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    ],
    [400007, 'percent-encode', 'GET /v1/runs?q=é HTTP/1.1\r\nHost: a\r\n\r\n'],
    [400009, 'method', 'FOO / HTTP/1.1\r\nHost: a\r\n\r\n'],
    [400009, 'Invalid header token', 'GET / HTTP/1.1\r\nbad header\r\n\r\n'],
    [400009, 'method', '\0\0\0'],
    [400009, 'Expected HTTP', 'GET / HTTX/1.1\r\n\r\n'],
    [400009, '`Host`', 'GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ])('is answered in the envelope: %i %s', async (code, words, sent) => {
    const [head = '', body = ''] = (await exchange(sent)).split('\r\n\r\n');
    const answer = JSON.parse(body) as { code: number; message: string; requestId: string };
    expect(answer).toMatchObject({ code, details: [] });
    expect(answer.message).toContain(words);
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${Math.floor(code / 1000)} \\w+`));
    expect(head).toContain(`X-Request-Id: ${answer.requestId}\r\n`);
    expect(head).toContain('Content-Type: application/json; charset=utf-8\r\n');
  });

  it('is not answered in the middle of another answer', async () => {
    const request = `GET /v1/runs/run_none/stream HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${api.key}\r\n\r\n`;
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    socket.write(request);
    const [begin] = (await once(socket, 'data')) as [Buffer];
    expect(begin.toString()).toContain('text/event-stream');
    socket.write('FOO\r\n\r\n');
    expect(await text(socket)).not.toContain('HTTP/1.1 400');
  });

  it('needs no `Host` in HTTP/1.0', async () => {
    expect(await exchange('GET /health/live HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 200 OK/);
  });

  it('takes an expectation that it does not know for none', async () => {
    const answer = await exchange(
      'GET /health/live HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1.1 200 OK/);
  });
});

describe('a page', () => {
  const details = async (query: string): Promise<unknown> =>
    (await api.call('GET', `/v1/runs?${query}`)).body.details;

  it.each(['99', '100', '101', '9'.repeat(20), '9'.repeat(400)])('has a limit of %s', async (n) => {
    const { body } = await api.call('GET', `/v1/runs?limit=${n}`);
    expect(body.data.limit).toBe(Math.min(100, Number(n)));
  });

  it.each(['', 'x', '0', '-1', '1.5', '1e3', '5&limit=6'])('has no limit of %j', async (n) => {
    expect(await details(`limit=${n}`)).toEqual([
      {
        field: 'limit',
        message:
          'limit must be a whole number of at least 1, given once; more than 100 is taken as 100',
      },
    ]);
  });

  it.each(['', '-1', '1.5', '9'.repeat(12), '9'.repeat(20)])('has no offset of %j', async (n) => {
    expect(await details(`offset=${n}`)).toEqual([
      {
        field: 'offset',
        message: 'offset must be a whole number from 0 to 2147483647, given once',
      },
    ]);
  });
});

describe('a URL that can not be read', () => {
  /** `fetch` mends such paths before it sends them. */
  function get(path: string): Promise<{ status: number; code: number }> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(api.url);
      const headers = { authorization: `Bearer ${api.key}` };
      const request = httpRequest({ hostname, port, path, headers }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => {
          const { code } = JSON.parse(text) as { code: number };
          resolve({ status: response.statusCode ?? 0, code });
        });
      });
      request.on('error', reject);
      request.end();
    });
  }

  it.each([
    '/v1/actions/%',
    '/v1/actions/%ff',
    '/v1/actions/%00',
    '/v1/actions?tags=%00',
    '/%c0%ae',
  ])('is refused: %s', async (path) => {
    expect(await get(path)).toEqual({ status: 400, code: 400007 });
  });
});

describe('API keys', () => {
  const asKey = (authorization?: string): Promise<Answer> =>
    raw('/v1/workflows', authorization === undefined ? {} : { headers: { authorization } });

  it.each([
    ['nothing', undefined, 401000],
    ['another scheme', 'Basic YTpi', 401000],
    ['no token', 'Bearer ', 401000],
    ['a token of another kind', 'Bearer hello', 401001],
    ['a mistyped key', 'Bearer b3sk_' + 'a'.repeat(33), 401001],
    ['a key that was never made', `Bearer ${generateKey()}`, 401001],
  ])('are needed: %s', async (_, authorization, code) => {
    const answer = await asKey(authorization);
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe(code);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('end when they expire and when they are revoked', async () => {
    const { organizationId, dataSource } = api;
    const wanted = { organizationId, name: 'x', scope: 'read-write' as const };
    const old = await createKey(dataSource.manager, { ...wanted, expiresAt: new Date(1) });
    expect((await asKey(`Bearer ${old.key}`)).body.code).toBe(401002);
    const gone = await createKey(dataSource.manager, wanted);
    await dataSource.manager.update(ApiKey, { id: gone.keyId }, { revokedAt: new Date() });
    expect((await asKey(`Bearer ${gone.key}`)).body.code).toBe(401003);
  });

  it('note their last use, at most once a minute', async () => {
    const { organizationId, dataSource } = api;
    const made = await createKey(dataSource.manager, { organizationId, name: 'y', scope: 'read' });
    const lastUse = async (): Promise<number | undefined> =>
      (await dataSource.manager.findOneByOrFail(ApiKey, { id: made.keyId })).lastUsedAt?.getTime();
    expect(await lastUse()).toBeUndefined();
    await asKey(`Bearer ${made.key}`);
    const first = await lastUse();
    expect(first).toBeGreaterThan(Date.now() - 10_000);
    await asKey(`Bearer ${made.key}`);
    expect(await lastUse()).toBe(first);
    const longAgo = new Date(Date.now() - 61_000);
    await dataSource.manager.update(ApiKey, { id: made.keyId }, { lastUsedAt: longAgo });
    await asKey(`Bearer ${made.key}`);
    expect(await lastUse()).toBeGreaterThan(longAgo.getTime());
  });

  it('are made once, on an empty database', async () => {
    expect(await ensureFirstKey(api.dataSource, () => undefined)).toBeUndefined();
  });

  it('are not stored', async () => {
    const rows: unknown[] = await api.dataSource.query('SELECT * FROM api_keys');
    expect(JSON.stringify(rows)).not.toContain(api.key);
  });
});

interface Described {
  operationId?: string;
  responses: object;
  'x-weft-status'?: 'pending';
}

describe('OpenAPI', () => {
  it('is served open, in version 3.1, with operation ids and security', async () => {
    const document = (await (await fetch(`${api.url}/v1/openapi.json`)).json()) as any; // eslint-disable-line @typescript-eslint/no-explicit-any -- read as a client does
    expect(document.openapi).toBe('3.1.0');
    expect(document.components.securitySchemes.apiKey).toMatchObject({ scheme: 'bearer' });
    expect(document.paths['/v1/actions'].get.operationId).toBe('listActions');
    expect(document.paths['/v1/actions'].get.security).toBeUndefined();
  });

  it('names every operation once and every schema that it refers to', async () => {
    const text = await (await fetch(`${api.url}/v1/openapi.json`)).text();
    const document = JSON.parse(text) as {
      paths: Record<string, Record<string, Described>>;
      components: { schemas: object };
    };
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
    const built = operations.filter((operation) => operation['x-weft-status'] !== 'pending');
    expect(built.filter(({ responses }) => !('200' in responses))).toEqual([]);
    const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    const schemas = Object.keys(document.components.schemas);
    expect(named.filter((name) => !schemas.includes(name ?? ''))).toEqual([]);
  });

  it('is found by whoever opens the address of the service', async () => {
    const response = await fetch(api.url);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const { data, ...envelope } = (await response.json()) as { data: Record<string, string> };
    const requestId = response.headers.get('x-request-id');
    expect(envelope).toEqual({ code: 0, message: 'successfully', requestId });
    expect(data).toEqual({
      ...{ name: 'Weft', apiVersion: '1.0', docs: '/docs', openApi: '/v1/openapi.json' },
      health: '/health/ready',
    });
    expect((await fetch(new URL(data.docs ?? '', api.url))).status).toBe(200);
  });

  it('is readable at /docs without anything from elsewhere', async () => {
    const page = await (await fetch(`${api.url}/docs`)).text();
    const links = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((link) => /^(https?:)?\/\//.test(link))).toEqual([]);
    for (const link of links) {
      expect((await fetch(new URL(link, `${api.url}/docs`))).status).toBe(200);
    }
  });
});
