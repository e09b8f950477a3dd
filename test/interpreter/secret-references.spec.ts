import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { TestService } from '../support/service';

const END_MS = 60_000;
const GUESSED = { $secret: 'sec_organization_webhook' };

let service: TestService;
let database: pg.Client;
let server: Server;
let url: string;
/** Headers of the requests that reached the outside. */
const sent: Record<string, string | string[] | undefined>[] = [];
let webhookSecret: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    sent.push(request.headers);
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  service = await TestService.start();
  database = new pg.Client({ connectionString: service.databaseUrl });
  await database.connect();
  const { items } = await service.get<{ items: { id: string }[] }>('/v1/organizations');
  const path = `/organizations/${items[0]?.id ?? ''}/webhook-secret`;
  webhookSecret = (await service.get<{ secret: string }>(path)).secret;
});
beforeEach(() => {
  sent.length = 0;
});
afterAll(async () => {
  await database.end();
  await service.stop();
  server.close();
});

const calls = (headers: object): object => ({
  nodes: {
    root: { type: 'manual', payload: {}, children: ['call'] },
    call: { type: 'http-request', payload: { url, method: 'GET', headers }, children: [] },
  },
});

async function endOf(runId: string): Promise<string> {
  let last = '';
  for await (const { type } of service.follow(runId, END_MS)) last = type;
  return last;
}

async function start(definition: object, payload: object): Promise<string> {
  const { runId } = await service.post<{ runId: string }>('/v1/runs', { definition, payload });
  return endOf(runId);
}

it('sends the secrets that stand in a definition', async () => {
  const definition = calls({ authorization: 'Bearer hidden', 'x-note': '{{$trigger.body.note}}' });
  expect(await start(definition, { note: 'seen' })).toBe('run_completed');
  expect(sent).toMatchObject([{ authorization: 'Bearer hidden', 'x-note': 'seen' }]);
});

it('sends none that an expression names', async () => {
  const definition = calls({ authorization: 'Bearer hidden', cookie: '{{$trigger.body.x}}' });
  expect(await start(definition, { x: GUESSED })).toBe('run_failed');
  const { rows } = await database.query<{ id: string }>(
    "SELECT id FROM secrets WHERE kind = 'definition'",
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { id } of rows)
    expect(await start(definition, { x: { $secret: id } })).toBe('run_failed');
  expect(sent).toEqual([]);
});

it('sends none that somebody names in a public run', async () => {
  const id = await service.publish('Open', calls({ authorization: '{{$trigger.body.x}}' }));
  await database.query("UPDATE workflows SET visibility = 'public_execute' WHERE id = $1", [id]);
  const path = `/v1/public/workflows/${id}/run`;
  const { runId } = await service.post<{ runId: string }>(path, { x: GUESSED });
  expect(await endOf(runId)).toBe('run_failed');
  expect(sent).toEqual([]);
});

it('never sends the secret of the organization, also when a stored definition names it', async () => {
  const id = await service.publish('Old', calls({ authorization: 'Bearer hidden' }));
  await database.query(
    `UPDATE workflow_versions SET definition = replace(definition::text, s.id, $2::text)::json,
       plan = replace(plan::text, s.id, $2::text)::json
     FROM secrets s WHERE workflow_id = $1 AND strpos(definition::text, s.id) > 0`,
    [id, GUESSED.$secret],
  );
  const { runId } = await service.post<{ runId: string }>(`/v1/workflows/${id}/run`);
  expect(await endOf(runId)).toBe('run_failed');
  expect(sent).toEqual([]);
  expect(JSON.stringify(await service.get(`/v1/runs/${runId}`))).not.toContain(webhookSecret);
});
