import type { JsonObject } from '../../definition/json';
import { failureOf, testContext } from '../testing/context';
import { startLocalServer, type LocalServer } from '../testing/local-server';
import { httpRequest } from './http-request';

const context = testContext();
let server: LocalServer;

beforeAll(async () => {
  server = await startLocalServer({
    '/json': (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":[1,null]}'),
    '/problem': (_request, response) =>
      response
        .writeHead(409, { 'content-type': 'application/problem+json; charset=utf-8' })
        .end('{"title":"busy"}'),
    '/broken-json': (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":'),
    '/text': (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('{"a":1}'),
    '/latin': (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/plain; charset=iso-8859-1' })
        .end(Buffer.from('café', 'latin1')),
    '/odd-charset': (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/plain; charset=klingon' }).end('café'),
    '/bare': (_request, response) => response.end('bare'),
    '/redirect': (_request, response) => response.writeHead(302, { location: '/bare' }).end(),
    '/silent': () => undefined,
  });
});

afterAll(async () => {
  await context.http.close();
  await server.close();
});

beforeEach(() => {
  server.seen.length = 0;
});

function run(path: string, input: JsonObject = {}) {
  return httpRequest.run({ url: server.url + path, method: 'GET', ...input }, context);
}

it('returns the answer with its parsed JSON', async () => {
  expect(await run('/json')).toMatchObject({
    status: 200,
    statusText: 'OK',
    headers: { 'content-type': 'application/json' },
    body: '{"a":[1,null]}',
    contentType: 'application/json',
    json: { a: [1, null] },
  });
});

it('succeeds with an error status, and reads any JSON type', async () => {
  expect(await run('/problem')).toMatchObject({
    status: 409,
    statusText: 'Conflict',
    json: { title: 'busy' },
  });
});

it('has no JSON for another type or for broken JSON', async () => {
  expect(await run('/text')).toMatchObject({ body: '{"a":1}', json: null });
  expect(await run('/broken-json')).toMatchObject({ body: '{"a":', json: null });
  expect(await run('/bare')).toMatchObject({ contentType: '', json: null });
});

it('decodes the charset of the answer', async () => {
  expect(await run('/latin')).toMatchObject({ body: 'café' });
  expect(await run('/odd-charset')).toMatchObject({ body: 'café' });
});

it('sends a body with POST, PUT and PATCH only', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'GET']) {
    await run('/bare', { method, body: 'text' });
  }
  expect(server.seen.map(({ method, body }) => [method, body])).toEqual([
    ['POST', 'text'],
    ['PUT', 'text'],
    ['PATCH', 'text'],
    ['DELETE', ''],
    ['GET', ''],
  ]);
});

it('names the type of the body unless the author does', async () => {
  const bodies = ['{"a":1}', ' [1]', '{not json', '12'];
  for (const body of bodies) await run('/bare', { method: 'POST', body });
  await run('/bare', { method: 'POST', body: '{}', headers: { 'Content-Type': 'text/x-own' } });
  expect(server.seen.map(({ headers }) => headers['content-type'])).toEqual([
    'application/json',
    'application/json',
    'text/plain; charset=utf-8',
    'text/plain; charset=utf-8',
    'text/x-own',
  ]);
});

it('sends the idempotency key of the node with what has side effects', async () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE']) {
    await run('/bare', { method });
  }
  await run('/bare', { method: 'POST', headers: { 'IDEMPOTENCY-KEY': 'own' } });
  expect(server.seen.map(({ headers }) => headers['idempotency-key'])).toEqual([
    undefined,
    undefined,
    undefined,
    'run_1/loop[3]/node',
    'run_1/loop[3]/node',
    'own',
  ]);
});

it('can leave redirects alone', async () => {
  expect(await run('/redirect')).toMatchObject({ status: 200, body: 'bare' });
  expect(await run('/redirect', { followRedirects: false })).toMatchObject({ status: 302 });
});

it('keeps to its limits of time and size', async () => {
  expect(await failureOf(run('/silent', { timeout: 100 }))).toMatchObject({
    code: 'http_timeout',
    retryable: true,
  });
  expect(await failureOf(run('/bare', { maxResponseSize: 3 }))).toMatchObject({
    code: 'http_response_too_large',
    retryable: false,
  });
});

it('may repeat only what has no side effects', () => {
  const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];
  expect(methods.map((method) => httpRequest.safeToRepeat({ method }))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
