import { gzipSync, brotliCompressSync, deflateSync } from 'node:zlib';
import { ActionError } from '../action';
import { startLocalServer, type LocalServer } from '../testing/local-server';
import { EgressClient, type OutboundRequest } from './client';

const never = new AbortController().signal;
let server: LocalServer;
let other: LocalServer;
let client: EgressClient;
let strict: EgressClient;

beforeAll(async () => {
  other = await startLocalServer({
    '/landing': (_request, response) => response.end('landed'),
  });
  server = await startLocalServer({
    '/hello': (_request, response) => {
      response.setHeader('x-many', ['a', 'b']);
      response.end('hello');
    },
    '/teapot': (_request, response) => response.writeHead(418, 'Short and Stout').end('no coffee'),
    '/gzip': (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed'));
    },
    '/br': (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('packed'));
    },
    '/deflate': (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync('packed'));
    },
    '/bomb': (_request, response) => {
      const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024));
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    },
    '/broken-gzip': (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip at all');
    },
    '/zstd': (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'zstd' }).end('?'),
    '/empty-gzip': (_request, response) => {
      response.writeHead(204, { 'content-encoding': 'gzip' }).end();
    },
    '/endless': (_request, response) => {
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', write);
      write();
    },
    '/announced': (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).flushHeaders();
    },
    '/silent': () => undefined,
    '/slow-body': (_request, response) => {
      response.write('a beginning');
    },
    '/cut': (request) => request.socket.destroy(),
    '/garbage': (request) => request.socket.end('this is no HTTP\r\n\r\n'),
    '/to-hello': (_request, response) => response.writeHead(302, { location: '/hello' }).end(),
    '/to-other': (_request, response) =>
      response.writeHead(307, { location: `${other.url}/landing` }).end(),
    '/see-other': (_request, response) => response.writeHead(303, { location: '/hello' }).end(),
    '/moved': (_request, response) => response.writeHead(301, { location: '/hello' }).end(),
    '/keep-method': (_request, response) => response.writeHead(308, { location: '/hello' }).end(),
    '/loop': (_request, response) => response.writeHead(302, { location: '/loop' }).end(),
    '/no-location': (_request, response) => response.writeHead(302).end('nowhere'),
    '/to-metadata': (_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    '/to-private': (_request, response) =>
      response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    '/to-file': (_request, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    '/to-password': (_request, response) =>
      response.writeHead(302, { location: 'http://user:pass@127.0.0.1/' }).end(),
  });
  client = new EgressClient({ allow: ['127.0.0.1'] });
  strict = new EgressClient({ allow: [] });
});

afterAll(async () => {
  await Promise.all([client.close(), strict.close(), server.close(), other.close()]);
});

beforeEach(() => {
  server.seen.length = 0;
  other.seen.length = 0;
});

function request(path: string, options: Partial<OutboundRequest> = {}, through = client) {
  return through.request({
    url: path.startsWith('/') ? server.url + path : path,
    method: 'GET',
    timeoutMs: 5_000,
    maxBytes: 1_000,
    signal: never,
    ...options,
  });
}

async function failureOf(work: Promise<unknown>): Promise<ActionError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ActionError);
  return error as ActionError;
}

async function codeOf(work: Promise<unknown>): Promise<[string, boolean]> {
  const { code, retryable } = await failureOf(work);
  return [code, retryable];
}

describe('answers', () => {
  it('returns status, headers and body', async () => {
    const { status, statusText, headers, body } = await request('/hello');
    expect({ status, statusText, body: body.toString() }).toEqual({
      status: 200,
      statusText: 'OK',
      body: 'hello',
    });
    expect(headers['x-many']).toBe('a, b');
  });

  it('returns an error status like any other', async () => {
    expect(await request('/teapot')).toMatchObject({ status: 418, statusText: 'Short and Stout' });
  });

  it.each(['/gzip', '/br', '/deflate'])('unpacks %s', async (path) => {
    expect((await request(path)).body.toString()).toBe('packed');
  });

  it('copes with a packed answer that has no body', async () => {
    expect((await request('/empty-gzip')).body).toHaveLength(0);
    expect((await request('/gzip', { method: 'HEAD' })).body).toHaveLength(0);
  });

  it('sends method, headers and body', async () => {
    await request('/hello', { method: 'PUT', headers: { 'X-Count': 3 }, body: 'text' });
    expect(server.seen[0]).toMatchObject({ method: 'PUT', body: 'text' });
    expect(server.seen[0]?.headers).toMatchObject({
      'x-count': '3',
      'user-agent': 'weft',
      'accept-encoding': 'gzip, br',
    });
  });

  it('gives a request with side effects a connection of its own', async () => {
    await request('/hello');
    await request('/hello');
    await request('/hello', { method: 'POST' });
    expect(server.seen.map(({ headers }) => headers.connection)).toEqual([
      'keep-alive',
      'keep-alive',
      'close',
    ]);
  });
});

describe('limits', () => {
  it('refuses an answer that is too large, announced or not', async () => {
    const large = ['http_response_too_large', false];
    expect(await codeOf(request('/announced', { maxBytes: 999 }))).toEqual(large);
    expect(await codeOf(request('/endless'))).toEqual(large);
  });

  it('counts unpacked bytes', async () => {
    expect(await codeOf(request('/bomb', { maxBytes: 1_000_000 }))).toEqual([
      'http_response_too_large',
      false,
    ]);
  });

  it('takes an answer of exactly the limit', async () => {
    expect((await request('/hello', { maxBytes: 5 })).body.toString()).toBe('hello');
    expect(await codeOf(request('/hello', { maxBytes: 4 }))).toEqual([
      'http_response_too_large',
      false,
    ]);
  });

  it('keeps the beginning when asked to', async () => {
    const { body } = await request('/endless', { maxBytes: 70_000, overflow: 'truncate' });
    expect(body.toString()).toBe('x'.repeat(70_000));
  });

  it.each(['/silent', '/slow-body'])('bounds the time of %s', async (path) => {
    const error = await failureOf(request(path, { timeoutMs: 150 }));
    expect([error.code, error.retryable]).toEqual(['http_timeout', true]);
    expect(error.message).toMatch(/^127\.0\.0\.1:\d+ did not answer within 150 ms$/);
  });

  it('stops when the caller does, with the reason of the caller', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const pending = request('/silent', { signal: controller.signal });
    controller.abort(reason);
    await expect(pending).rejects.toBe(reason);
  });
});

describe('failures', () => {
  it.each([
    ['/cut', 'http_connection_lost', true],
    ['/garbage', 'http_invalid_response', false],
    ['/broken-gzip', 'http_invalid_response', false],
    ['/zstd', 'http_invalid_response', false],
    ['http://127.0.0.1:1/', 'http_connect_failed', true],
    ['http://name.invalid/', 'http_connect_failed', true],
    ['ftp://127.0.0.1/', 'http_invalid_url', false],
    ['file:///etc/passwd', 'http_invalid_url', false],
    ['http://user:secret@127.0.0.1/', 'http_invalid_url', false],
    ['http://user@127.0.0.1/', 'http_invalid_url', false],
    ['/relative-needs-a-base', 'none', false],
    ['not a url', 'http_invalid_url', false],
    ['http://', 'http_invalid_url', false],
  ])('%s gives %s', async (path, code, retryable) => {
    if (code === 'none') {
      expect((await request(path)).status).toBe(404);
    } else {
      expect(await codeOf(request(path))).toEqual([code, retryable]);
    }
  });

  it.each([
    [{ 'Content-Length': '5' }],
    [{ host: 'elsewhere.example.com' }],
    [{ 'transfer-encoding': 'chunked' }],
    [{ 'x-split': 'a\r\nx-injected: b' }],
    [{ 'x-null': 'a\0b' }],
    [{ 'x-wide': 'Ω' }],
    [{ 'bad name': 'x' }],
    [{ '': 'x' }],
  ])('refuses the headers %j', async (headers) => {
    expect(await codeOf(request('/hello', { headers }))).toEqual(['http_invalid_header', false]);
    expect(server.seen).toHaveLength(0);
  });
});

describe('redirects', () => {
  it('follows them and drops the body where the rules say so', async () => {
    for (const path of ['/see-other', '/moved', '/to-hello']) {
      const options = { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } };
      expect((await request(path, options)).body.toString()).toBe('hello');
    }
    expect(server.seen.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/see-other', 'x'],
      ['GET', '/hello', ''],
      ['POST', '/moved', 'x'],
      ['GET', '/hello', ''],
      ['POST', '/to-hello', 'x'],
      ['GET', '/hello', ''],
    ]);
    expect(server.seen[1]?.headers).not.toHaveProperty('content-type');
  });

  it('keeps method and body for 307 and 308, and the method of what is no POST', async () => {
    await request('/keep-method', { method: 'POST', body: 'x' });
    await request('/moved', { method: 'PUT', body: 'y' });
    expect(server.seen.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/keep-method', 'x'],
      ['POST', '/hello', 'x'],
      ['PUT', '/moved', 'y'],
      ['PUT', '/hello', 'y'],
    ]);
  });

  it('passes credentials to the same origin only', async () => {
    const headers = { authorization: 'Bearer s', cookie: 'a=b', 'X-Api-Key': 'k', 'x-trace': 't' };
    await request('/to-hello', { headers });
    await request('/to-other', { headers });
    expect(server.seen[1]?.headers).toMatchObject({ authorization: 'Bearer s', cookie: 'a=b' });
    expect(other.seen[0]?.headers).toMatchObject({ 'x-trace': 't' });
    for (const name of ['authorization', 'cookie', 'x-api-key']) {
      expect(other.seen[0]?.headers).not.toHaveProperty(name);
    }
  });

  it('returns the redirect itself when told not to follow, or when it leads nowhere', async () => {
    expect((await request('/to-hello', { followRedirects: false })).status).toBe(302);
    expect((await request('/no-location')).body.toString()).toBe('nowhere');
  });

  it('follows five at most', async () => {
    expect(await codeOf(request('/loop'))).toEqual(['http_too_many_redirects', false]);
    expect(server.seen).toHaveLength(6);
  });

  it('checks where each one leads', async () => {
    expect(await codeOf(request('/to-metadata'))).toEqual(['egress_refused', false]);
    expect(await codeOf(request('/to-private'))).toEqual(['egress_refused', false]);
    expect(await codeOf(request('/to-file'))).toEqual(['http_invalid_url', false]);
    expect(await codeOf(request('/to-password'))).toEqual(['http_invalid_url', false]);
    expect(server.seen).toHaveLength(4);
  });
});

describe('egress rules', () => {
  const literal = (host: string) => server.url.replace('127.0.0.1', host);

  it.each(['127.0.0.1', '127.1', '2130706433', '0x7f.0.0.1', '0177.0.0.1', '0.0.0.0'])(
    'refuses the loopback address as %s',
    async (host) => {
      expect(await codeOf(request(`${literal(host)}/hello`, {}, strict))).toEqual([
        'egress_refused',
        false,
      ]);
      expect(server.seen).toHaveLength(0);
    },
  );

  it.each([
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '169.254.169.254',
    '10.0.0.1',
  ])('refuses %s', async (host) => {
    expect(await codeOf(request(`http://${host}/`, {}, strict))).toEqual(['egress_refused', false]);
  });

  it.each(['localhost', 'LOCALHOST'])(
    'refuses %s, a name that resolves to a loopback address',
    async (host) => {
      expect(await codeOf(request(`${literal(host)}/hello`, {}, strict))).toEqual([
        'egress_refused',
        false,
      ]);
      expect(server.seen).toHaveLength(0);
    },
  );

  it('reaches a name that an operator allows, and a network', async () => {
    for (const allow of ['localhost', '127.0.0.0/8']) {
      const url = allow === 'localhost' ? literal('localhost') : server.url;
      const allowing = new EgressClient({ allow: [allow] });
      expect((await request(`${url}/hello`, {}, allowing)).status).toBe(200);
      await allowing.close();
    }
  });

  it('does not look at proxy variables', async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      HTTP_PROXY: other.url,
      http_proxy: other.url,
      ALL_PROXY: other.url,
      NODE_USE_ENV_PROXY: '1',
    });
    try {
      const fresh = new EgressClient({ allow: ['127.0.0.1'] });
      expect((await request('/hello', {}, fresh)).body.toString()).toBe('hello');
      await fresh.close();
      expect(other.seen).toHaveLength(0);
    } finally {
      process.env = before;
    }
  });

  it('names the host and the way out, nothing else of the URL', async () => {
    const error = await failureOf(request(`${server.url}/private/path?key=1`, {}, strict));
    expect(error.message).toBe(
      '127.0.0.1 is not a public address; an operator can allow it with WEFT_EGRESS_ALLOW',
    );
  });
});
