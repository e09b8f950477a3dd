import type { Json, JsonObject } from '../../definition/json';
import { newId } from '../../src/database/ids';
import { each, log } from '../contract/cases/build';
import { workflow } from '../support/scripted-run';
import { TestService } from '../support/service';

const END_MS = 60_000;

const sql = (text: string, params: Json[] = [], children: string[] = []): JsonObject => ({
  ...{ type: 'db-query', connector: { type: 'db' }, payload: { sql: text, params }, children },
});

describe('db-query', () => {
  let service: TestService;
  let database: string;

  beforeAll(async () => {
    service = await TestService.start();
    const { items } = await service.get<{ items: { id: string }[] }>('/v1/organizations');
    database = `/v1/organizations/${items[0]?.id ?? ''}/database`;
    await query('CREATE TABLE counts (name TEXT PRIMARY KEY, n INTEGER NOT NULL)');
  });
  afterAll(() => service.stop());

  const query = (text: string): Promise<{ rows: JsonObject[] }> =>
    service.post(`${database}/query`, { sql: text });

  async function end(definition: object, payload: object = {}): Promise<string> {
    const runId = newId('run');
    await service.post('/v1/runs', { runId, definition, payload });
    let last = '';
    for await (const { type } of service.follow(runId, END_MS)) last = type;
    expect(last).toBe('run_completed');
    return runId;
  }

  it('reads and writes the database of the organization, with what the run knows', async () => {
    const definition = workflow({
      each: each('{{$trigger.body.names}}', ['add'], ['read']),
      add: sql('INSERT INTO counts VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET n = n + 1', [
        '{{$item}}',
      ]),
      read: sql('SELECT n FROM counts WHERE name = ?', ['{{$trigger.body.names.0}}'], ['say']),
      say: log('{{read.result.rows.0.n}}'),
    });
    const runId = await end(definition, { names: ["it's", 'b', "it's"] });
    const { executionState } = await service.get<{
      executionState: Record<string, { result: { message: string } }>;
    }>(`/v1/runs/${runId}`);
    expect(executionState.say?.result.message).toBe('2');
  });

  it('counts over runs side by side', async () => {
    const definition = workflow({
      add: sql("INSERT INTO counts VALUES ('all', 1) ON CONFLICT (name) DO UPDATE SET n = n + 1"),
    });
    await Promise.all(Array.from({ length: 12 }, () => end(definition)));
    expect((await query("SELECT n FROM counts WHERE name = 'all'")).rows).toEqual([{ n: 12 }]);
  });

  it('fails with a code that can be caught', async () => {
    const definition = workflow({
      read: sql('SELECT * FROM missing', [], ['rescue']),
      rescue: log('{{read.error.code}}: {{read.error.message}}', [], { branch: 'error' }),
    });
    const runId = await end(definition);
    const { executionState } = await service.get<{
      executionState: Record<string, { result: { message: string } }>;
    }>(`/v1/runs/${runId}`);
    expect(executionState.rescue?.result.message).toBe('sql_failed: no such table: missing');
  });
});
