import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import type { JsonObject } from '../../definition/json';
import { newId } from '../../src/database/ids';
import { log } from '../contract/cases/build';
import { workflow } from '../support/scripted-run';
import { TestService } from '../support/service';

const END_MS = 60_000;
/** Lower case, so that it is found wherever a host was made of it. */
const SECRET = 'canary-4f9a7c21d08e';

/** A service that repeats the credentials of a request wherever it can. */
async function startEcho(): Promise<Server> {
  const server = createServer((request, response) => {
    const credential = request.headers.authorization?.split(' ').at(-1) ?? '';
    switch (request.url) {
      case '/encoding':
        response.writeHead(200, { 'content-encoding': credential }).end('x');
        return;
      case '/redirect':
        response.writeHead(302, { location: `http://${credential}.invalid/` }).end();
        return;
      default:
        response.writeHead(200, { 'content-type': 'application/json', 'x-echo': credential });
        response.end(JSON.stringify({ headers: request.headers, text: `You sent ${credential}.` }));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('a secret header that the other service repeats', () => {
  let service: TestService;
  let echo: Server;
  let database: Client;
  let organizationId: string;

  beforeAll(async () => {
    echo = await startEcho();
    service = await TestService.start();
    const { items } = await service.get<{ items: { id: string }[] }>('/v1/organizations');
    organizationId = items[0]?.id ?? '';
    database = new Client({ connectionString: service.databaseUrl });
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await service.stop();
    echo.close();
  });

  const call = (path: string, children: string[]): JsonObject => {
    const { port } = echo.address() as AddressInfo;
    const headers = { authorization: `Bearer ${SECRET}`, 'x-api-key': SECRET };
    const payload = { url: `http://127.0.0.1:${port}${path}`, method: 'POST', headers, body: 'x' };
    return { type: 'http-request', payload, children };
  };

  /** All that the API tells of a run, and all that the database has of it. */
  async function everything(runId: string): Promise<string> {
    const stream = await fetch(`${service.url}/v1/runs/${runId}/stream`, {
      headers: { authorization: `Bearer ${service.key}` },
    });
    const answers = await Promise.all([
      stream.text(),
      service.get(`/v1/runs/${runId}`),
      service.get(`/v1/runs/${runId}/logs?limit=100`),
      service.get(`/v1/runs/${runId}/logs?limit=100&q=${SECRET}`),
      service.get(`/v1/orgs/${organizationId}/audit-log?runId=${runId}`),
    ]);
    const rows = await Promise.all(
      ['run_events', 'run_nodes', 'run_attempt_errors'].map((table) =>
        database.query(`SELECT to_json(t) FROM ${table} t WHERE run_id = $1`, [runId]),
      ),
    );
    return JSON.stringify([answers, rows.map((found) => found.rows)]);
  }

  const lines = async (runId: string, query = ''): Promise<{ message: string }[]> =>
    (await service.get<{ items: { message: string }[] }>(`/v1/runs/${runId}/logs?${query}`)).items;

  async function end(definition: object): Promise<[runId: string, last: string]> {
    const runId = newId('run');
    await service.post('/v1/runs', { runId, definition });
    let last = '';
    for await (const { type } of service.follow(runId, END_MS)) last = type;
    return [runId, last];
  }

  it('is in nothing that is told of a call that succeeds', async () => {
    const [runId, last] = await end(
      workflow({
        call: call('/', ['say', 'throw']),
        say: log('{{call.result.body.text}} {{call.result.headers.x-echo}}'),
        throw: {
          type: 'code-transform',
          payload: {
            input: '{{call.result.body}}',
            code: 'function transform(input) { throw new Error(JSON.stringify(input)) }',
          },
          children: [],
        },
      }),
    );
    expect(last).toBe('run_failed');
    expect(await everything(runId)).not.toContain(SECRET);
    expect(await lines(runId, 'q=you%20sent')).not.toEqual([]);
  });

  it.each(['/encoding', '/redirect'])(
    'is in nothing that is told of a failure at %s',
    async (path) => {
      const [runId, last] = await end(
        workflow({
          call: call(path, ['say']),
          say: { ...log('{{call.error.message}}'), branch: 'error' },
        }),
      );
      expect(last).toBe('run_completed');
      expect(await everything(runId)).not.toContain(SECRET);
      const told = (await lines(runId)).map(({ message }) => message).join('\n');
      expect(told).toContain('***');
    },
  );
});
