import type { Json, JsonObject } from '../../definition/json';
import { newId } from '../../src/database/ids';
import { check, log, refused, set, wait } from '../contract/cases/build';
import { type HttpTarget, startHttpTarget } from '../support/http-target';
import { workflow } from '../support/scripted-run';
import { TestService } from '../support/service';

const END_MS = 60_000;
const counter = { name: 'counter', type: 'number', lifetime: 'persist', default: 1 };
const draft = { name: 'draft', type: 'text', lifetime: 'reset', default: 'none' };

interface Write {
  name: string;
  scope: string;
  oldValue?: Json;
  newValue: Json;
  runId: string;
  writtenByNode: string;
}

/** What runs of one workflow see of each other: the example of `docs/language.md`, and what goes beyond it. */
describe('variables of workflows that run', () => {
  let service: TestService;
  let target: HttpTarget;

  beforeAll(async () => {
    service = await TestService.start();
    target = await startHttpTarget();
  });
  afterAll(async () => {
    await service.stop();
    await target.close();
  });

  const publish = (nodes: Record<string, JsonObject>): Promise<string> =>
    service.publish('Counting', { ...workflow(nodes), variableDefs: [counter, draft] });

  async function reached(runId: string, type: string): Promise<void> {
    for await (const frame of service.follow(runId, END_MS)) if (frame.type === type) return;
    throw new Error(`${runId} never came to ${type}.`);
  }

  /** Starts a run, and waits for an event of it. */
  async function start(workflowId: string, until: string, body: object = {}): Promise<string> {
    const runId = newId('run');
    await service.post(`/v1/workflows/${workflowId}/run`, { runId, ...body });
    await reached(runId, until);
    return runId;
  }

  const resume = (runId: string): Promise<unknown> =>
    service.post(`/v1/runs/${runId}/nodes/hold/resume`, { payload: {} });

  async function messageOf(runId: string, node: string): Promise<unknown> {
    const { executionState } = await service.get<{
      executionState: Record<string, { result?: { message?: unknown } }>;
    }>(`/v1/runs/${runId}`);
    return executionState[node]?.result?.message;
  }

  async function valueOf(workflowId: string, name = 'counter'): Promise<Json> {
    const { items } = await service.get<{ items: { def: { name: string }; value: Json }[] }>(
      `/v1/workflows/${workflowId}/variables`,
    );
    return items.find(({ def }) => def.name === name)?.value ?? null;
  }

  const writesOf = async (path: string): Promise<Write[]> =>
    (await service.get<{ items: Write[] }>(path)).items;

  it('a later run reads what an earlier one has written, but for what each run starts anew', async () => {
    const workflowId = await publish({
      say: log('{{$vars.counter}} {{$vars.draft}}', ['count']),
      count: set('counter', '{{$trigger.body.n}}', ['note']),
      note: set('draft', 'mine'),
    });
    const first = await start(workflowId, 'run_completed', { payload: { n: 2 } });
    const second = await start(workflowId, 'run_completed', { payload: { n: 3 } });
    expect(await messageOf(first, 'say')).toBe('1 none');
    expect(await messageOf(second, 'say')).toBe('2 none');
    expect(await valueOf(workflowId)).toBe(3);
    expect(await writesOf(`/v1/runs/${second}/variable-writes`)).toMatchObject([
      { name: 'draft', scope: 'run', oldValue: 'none', newValue: 'mine', writtenByNode: 'note' },
      { name: 'counter', scope: 'workflow', oldValue: 2, newValue: 3, writtenByNode: 'count' },
    ]);
  });

  it('runs side by side each read their own, and the last write stays', async () => {
    const workflowId = await publish({
      hold: wait(['before']),
      before: log('{{$vars.counter}}', ['count'], { branch: 'resumed' }),
      count: set('counter', '{{$trigger.body.n}}', ['after']),
      after: log('{{$vars.counter}}'),
    });
    const a = await start(workflowId, 'run_waiting', { payload: { n: 2 } });
    const b = await start(workflowId, 'run_waiting', { payload: { n: 3 } });
    await resume(b);
    await reached(b, 'run_completed');
    expect(await valueOf(workflowId)).toBe(3);
    await resume(a);
    await reached(a, 'run_completed');
    expect(await messageOf(a, 'before')).toBe('1');
    expect(await messageOf(a, 'after')).toBe('2');
    expect(await messageOf(b, 'before')).toBe('1');
    expect(await valueOf(workflowId)).toBe(2);
    const history = await writesOf(`/v1/workflows/${workflowId}/variables/counter/history`);
    expect(history).toMatchObject([
      { runId: a, oldValue: 3, newValue: 2 },
      { runId: b, oldValue: 1, newValue: 3 },
    ]);
  });

  it('others read a write before the run goes on to an action', async () => {
    const payload = { url: `${target.url(newId('run'))}/slow`, method: 'GET' };
    const slow = await publish({
      count: set('counter', 7, ['call']),
      call: { type: 'http-request', payload, children: [] },
    });
    const runId = newId('run');
    await service.post(`/v1/workflows/${slow}/run`, { runId });
    for await (const { type, data } of service.follow(runId, END_MS)) {
      if (type === 'node_started' && data.path === 'call') break;
    }
    expect(await valueOf(slow)).toBe(7);
    await service.post(`/v1/runs/${runId}/cancel`);
    await reached(runId, 'run_cancelled');
  });

  it('a child of the same workflow reads what its parent has written', async () => {
    const { id } = await service.post<{ id: string }>('/v1/workflows', {
      name: 'Recursive',
      definition: workflow({ say: log('not yet') }),
    });
    const definition = {
      ...workflow({
        check: check({ '{{$trigger.body.child}}': { $eq: true } }, ['say', 'count']),
        say: log('{{$vars.counter}}', [], { branch: 'then' }),
        count: set('counter', 5, ['again'], { branch: 'else' }),
        again: {
          type: 'trigger-workflow',
          payload: { workflowId: id, payload: { child: true }, waitForCompletion: true },
          children: ['tell'],
        },
        tell: log('{{again.result.output.say.message}}'),
      }),
      variableDefs: [counter],
    };
    await putDraft(id, definition);
    await service.post(`/v1/workflows/${id}/publish`);
    const runId = await start(id, 'run_completed');
    expect(await messageOf(runId, 'tell')).toBe('5');
  });

  it('a retry reads what the run has written that it retries, and writes it once', async () => {
    const workflowId = await publish({
      count: set('counter', 2, ['bad']),
      bad: refused(['say']),
      say: log('never'),
    });
    const failed = await start(workflowId, 'run_failed');
    const { id } = await service.post<{ id: string }>(`/v1/runs/${failed}/retry`);
    await reached(id, 'run_failed');
    const history = await writesOf(`/v1/workflows/${workflowId}/variables/counter/history`);
    expect(history).toMatchObject([{ runId: failed, oldValue: 1, newValue: 2 }]);
    const { executionState } = await service.get<{
      executionState: Record<string, { reused?: boolean; result?: object }>;
    }>(`/v1/runs/${id}`);
    expect(executionState.count).toMatchObject({ reused: true, result: { newValue: 2 } });
  });

  it('a simulation reads the real value and writes none', async () => {
    const workflowId = await publish({
      say: log('{{$vars.counter}}', ['count']),
      count: set('counter', 9, ['after']),
      after: log('{{$vars.counter}}'),
    });
    await service.post(`/v1/workflows/${workflowId}/variables/counter/value`, { value: 4 });
    const runId = await start(workflowId, 'run_completed', { simulate: true });
    expect([await messageOf(runId, 'say'), await messageOf(runId, 'after')]).toEqual(['4', '9']);
    expect(await valueOf(workflowId)).toBe(4);
    expect(await writesOf(`/v1/runs/${runId}/variable-writes`)).toMatchObject([
      { scope: 'run', newValue: 9 },
    ]);
    expect(await writesOf(`/v1/workflows/${workflowId}/variables/counter/history`)).toMatchObject([
      { op: 'manual_set' },
    ]);
  });

  it('an inline run has those that it declares, for itself alone', async () => {
    const definition = {
      ...workflow({ count: set('counter', 2, ['say']), say: log('{{$vars.counter}}') }),
      variableDefs: [counter],
    };
    const { executionState } = await service.post<{
      executionState: Record<string, { result?: { message?: string } }>;
    }>('/v1/runs/sync', { definition });
    expect(executionState.say?.result?.message).toBe('2');
  });

  async function putDraft(id: string, definition: object): Promise<void> {
    const response = await fetch(`${service.url}/v1/workflows/${id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${service.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ definition }),
    });
    expect(response.status).toBe(200);
  }
});
