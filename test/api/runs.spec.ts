import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProgressEvent } from '../../definition/progress';
import { createKey } from '../../src/auth/first-key';
import { Organization } from '../../src/database/entities';
import { newId } from '../../src/database/ids';
import { sendRunStream } from '../../src/runs/run-stream';
import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
let otherKey: string;
beforeAll(async () => {
  api = await startApi();
  const id = newId('org');
  await api.dataSource.manager.insert(Organization, { id, name: 'Other' });
  const wanted = { organizationId: id, name: 'k', scope: 'read-write' as const };
  otherKey = (await createKey(api.dataSource.manager, wanted)).key;
});
afterAll(() => api.close());

const approval = {
  nodes: {
    root: {
      type: 'manual',
      payload: {
        inputSchema: {
          type: 'object',
          properties: { amount: { type: 'number' }, body: {}, triggeredAt: {} },
          required: ['amount'],
        },
      },
      children: ['hold', 'each'],
    },
    hold: {
      type: 'wait',
      payload: { timeoutMs: 60_000, triggerType: 'manual', triggerConfig: {} },
    },
    each: { type: 'for-each', payload: { array: '{{$trigger.body.list}}' }, loopBody: ['approve'] },
    approve: {
      type: 'wait',
      payload: { timeoutMs: 60_000, triggerType: 'manual', triggerConfig: {} },
    },
  },
};

const workflows = (method: string, path: string, body?: unknown): Promise<Answer> =>
  api.call(method, `/v1/workflows${path}`, body);
const runs = (method: string, path: string, body?: unknown, key?: string): Promise<Answer> =>
  api.call(method, `/v1/runs${path}`, body, key);

async function createWorkflow(definition: object = approval): Promise<string> {
  return (await workflows('POST', '', { name: 'approval', definition })).body.data.id as string;
}

async function startRun(body: object = { payload: { amount: 1 } }, id?: string): Promise<string> {
  const workflowId = id ?? (await createWorkflow());
  const answer = await workflows('POST', `/${workflowId}/run`, body);
  expect(answer.body).toMatchObject({ code: 0 });
  return answer.body.data.runId as string;
}

/** Writes what a run did, as the engine does. */
async function happen(runId: string, ...events: Partial<ProgressEvent>[]): Promise<void> {
  const run = { runId, organizationId: api.organizationId, workflowId: 'wf' };
  const carried = {
    events: events.map((event, at) => ({
      ...{ key: `${event.type ?? ''}:${event.path ?? ''}`, at: 1_767_225_600_000 + at },
      ...(event as ProgressEvent),
    })),
    acks: [],
  };
  await api.record.flush({ run, carried });
}

async function end(runId: string, status: 'success' | 'failure' | 'cancelled'): Promise<void> {
  const run = { runId, organizationId: api.organizationId, workflowId: 'wf' };
  const at = 1_767_225_700_000;
  const error = { code: 'http_timeout', message: 'too slow', nodeId: 'hold' };
  await api.record.flush({
    run,
    carried: { events: [], acks: [] },
    end: { status, at, output: {}, ...(status === 'failure' && { error }) },
  });
}

describe('starting', () => {
  it('records the run before it answers, engine or no engine', async () => {
    const workflowId = await createWorkflow();
    const payload = { amount: 1, body: 'mine', triggeredAt: 'never' };
    const runId = await startRun({ payload }, workflowId);
    expect(runId).toMatch(/^run_\w+$/);
    const { body } = await runs('GET', `/${runId}`);
    expect(body.data).toMatchObject({
      id: runId,
      runId,
      organizationId: api.organizationId,
      workflowId,
      workflowName: 'approval',
      workflowVersion: 1,
      status: 'running',
      triggerNodeId: 'root',
      triggerSource: 'api',
      isSimulation: false,
      propValues: {},
    });
    expect(body.data.workflowDefinition.nodes.hold.type).toBe('wait');
    expect(body.data.executionState).toEqual({
      root: { type: 'manual', status: 'pending' },
      hold: { type: 'wait', status: 'pending' },
      each: { type: 'for-each', status: 'pending' },
    });
    const [row] = await api.dataSource.query<{ trigger_result: { triggeredAt: string } }[]>(
      'SELECT trigger_result FROM runs WHERE id = $1',
      [runId],
    );
    expect(row?.trigger_result).toMatchObject({ amount: 1, body: payload });
    expect(row?.trigger_result.triggeredAt).toMatch(/^20\d\d-/);
  });

  it('takes an id of the client, once, also when ten calls race', async () => {
    const id = await createWorkflow();
    const body = { runId: `run_${'Ab1'.repeat(10)}`, payload: { amount: 1 } };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => workflows('POST', `/${id}/run`, body)),
    );
    const codes = answers.map((answer) => answer.body.code as number).sort();
    expect(codes).toEqual([0, ...Array.from({ length: 9 }, () => 400079)]);
    const other = await api.call('POST', '/v1/runs', { ...body, definition: approval }, otherKey);
    expect(other.body.code).toBe(400079);
  });

  it.each(['', 'run_', 'run_a-b', 'RUN_a', `run_${'x'.repeat(65)}`, 'wf_1', 7, {}, 'run_a\n'])(
    'refuses the id %j',
    async (runId) => {
      const { body } = await workflows('POST', `/${await createWorkflow()}/run`, { runId });
      expect(body.code).toBe(400078);
    },
  );

  it('starts nothing for real that was to be tried with small amounts', async () => {
    const id = await createWorkflow();
    const payload = { amount: 1 };
    const answer = await workflows('POST', `/${id}/run`, { payload, dustTest: true });
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field: 'dustTest' }] } });
    const allowed = await workflows('POST', `/${id}/run`, { payload, dustTest: false });
    expect(allowed.status).toBe(200);
  });

  it('starts nothing with a payload that does not fit', async () => {
    const id = await createWorkflow();
    const answer = await workflows('POST', `/${id}/run`, { payload: { amount: 'one' } });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: 400110,
      details: [{ field: 'amount', message: 'amount must be number' }],
    });
    expect((await workflows('POST', `/${id}/run`, {})).body.details).toEqual([
      { field: 'amount', message: 'amount is required' },
    ]);
    for (const payload of [[], 'text', 1]) {
      const { body } = await workflows('POST', `/${id}/run`, { payload });
      expect(body).toMatchObject({ code: 400006, details: [{ field: 'payload' }] });
    }
    expect((await workflows('GET', `/${id}/runs`)).body.data.items).toEqual([]);
  });

  it('holds the payload against the list form of the input schema', async () => {
    const definition = {
      ...approval,
      inputSchema: [{ key: 'who', type: 'string', required: true }],
    };
    const id = await createWorkflow(definition);
    const { body } = await workflows('POST', `/${id}/run`, { payload: { amount: 1 } });
    expect(body.details).toEqual([{ field: 'who', message: 'who is required' }]);
  });

  it('runs the version given, else the live one, else the draft', async () => {
    const id = await createWorkflow();
    const version = async (body: object): Promise<unknown> => {
      const runId = await startRun({ payload: { amount: 1 }, ...body }, id);
      return (await runs('GET', `/${runId}?summary=true`)).body.data.workflowVersion;
    };
    expect(await version({})).toBe(1);
    await workflows('PUT', `/${id}`, { definition: { ...approval, triggerNodeIds: ['root'] } });
    expect(await version({})).toBe(2);
    await workflows('POST', `/${id}/publish`);
    await workflows('PUT', `/${id}`, { definition: approval });
    expect(await version({})).toBe(2);
    expect(await version({ version: 3 })).toBe(3);
    await workflows('POST', `/${id}/pause`);
    expect(await version({ version: 1 })).toBe(1);
    expect((await workflows('POST', `/${id}/run`, { version: 4 })).body.code).toBe(404002);
  });

  it('refuses a draft with problems', async () => {
    const id = await createWorkflow({ nodes: { root: { type: 'manual', children: ['gone'] } } });
    expect((await workflows('POST', `/${id}/run`, {})).body).toMatchObject({
      code: 400228,
      details: [{ code: 'unknown_child' }],
    });
  });

  it('takes the trigger that is named', async () => {
    const id = await createWorkflow();
    const started = await startRun({ payload: { amount: 1 }, triggerNodeId: 'root' }, id);
    expect(started).toMatch(/^run_/);
    const { body } = await workflows('POST', `/${id}/run`, { triggerNodeId: 'hold' });
    expect(body.code).toBe(400111);
  });

  it('takes what B3OS clients send beside', async () => {
    const extras = { dustTest: false, chatMessageId: 'msg_1' };
    expect(await startRun({ payload: { amount: 1 }, ...extras })).toMatch(/^run_/);
  });

  it('takes an empty body with a JSON content type for an empty object', async () => {
    const id = await createWorkflow({ nodes: { root: { type: 'manual', children: [] } } });
    const response = await fetch(`${api.url}/v1/workflows/${id}/run`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.key}`, 'content-type': 'application/json' },
    });
    expect(response.status).toBe(200);
  });
});

describe('inline runs', () => {
  it('are recorded without a workflow', async () => {
    const { body } = await runs('POST', '', { definition: approval, payload: { amount: 2 } });
    const run = await runs('GET', `/${body.data.runId}`);
    expect(run.body.data).toMatchObject({ workflowId: '', workflowVersion: 0, status: 'running' });
    expect(run.body.data.workflowDefinition.nodes.hold.type).toBe('wait');
  });

  it('start by hand', async () => {
    const rrule = 'DTSTART:20260301T070000Z\nRRULE:FREQ=HOURLY';
    const definition = { nodes: { root: { type: 'cronjob', payload: { rrule }, children: [] } } };
    const { body } = await runs('POST', '', { definition });
    expect(body.code).toBe(400229);
  });

  it('keep their secrets out of the record', async () => {
    const definition = {
      nodes: {
        root: { type: 'manual', children: ['call'] },
        call: {
          type: 'http-request',
          payload: { url: 'https://a.example', method: 'GET', headers: { cookie: 'hunter2' } },
        },
      },
    };
    const { body } = await runs('POST', '', { definition });
    const shown = (await runs('GET', `/${body.data.runId}`)).body.data.workflowDefinition;
    expect(shown.nodes.call.payload.headers).toEqual({ cookie: '***' });
    const rows: unknown = await api.dataSource.query('SELECT definition, plan FROM runs');
    expect(JSON.stringify(rows)).not.toContain('hunter2');
  });

  it('can not be waited for with a wait, a loop or too many nodes', async () => {
    const refused = async (definition: object): Promise<unknown> =>
      (await runs('POST', '/sync', { definition, payload: { amount: 1 } })).body.code;
    expect(await refused(approval)).toBe(400112);
    const ids = Array.from({ length: 20 }, (_, at) => `n${at}`);
    const nodes = ids.map((id) => [id, { type: 'log', payload: { message: id } }]);
    const root = { type: 'manual', children: ids };
    expect(await refused({ nodes: { root, ...Object.fromEntries(nodes) } })).toBe(400112);
  });
});

describe('reading', () => {
  it('shows what the nodes did, by node and iteration', async () => {
    const runId = await startRun();
    const error = { code: 'bad', message: 'no' };
    const result = { approved: true };
    await happen(
      runId,
      { type: 'run_started', status: 'running' },
      { type: 'node_waiting', status: 'waiting', path: 'hold', nodeId: 'hold', nodeType: 'wait' },
      {
        type: 'node_started',
        status: 'running',
        path: 'each',
        nodeId: 'each',
        nodeType: 'for-each',
      },
      ...[0, 1].map((index) => ({
        ...{ path: `each[${index}]/approve`, nodeId: 'approve', nodeType: 'wait' },
        ...(index === 0
          ? { type: 'node_completed' as const, status: 'success' as const, result }
          : { type: 'node_failed' as const, status: 'failure' as const, error }),
      })),
    );
    const { body } = await runs('GET', `/${runId}`);
    expect(body.data.executionState).toMatchObject({
      root: { type: 'manual', status: 'pending' },
      hold: { type: 'wait', status: 'waiting' },
      each: {
        status: 'running',
        iterations: [
          { approve: { status: 'success', result } },
          { approve: { status: 'failure', error, result: { error } } },
        ],
      },
    });
    const part = (await runs('GET', `/${runId}?nodeIds=approve,hold`)).body.data;
    expect(Object.keys(part.executionState).sort()).toEqual(['each', 'hold']);
    const summary = (await runs('GET', `/${runId}?summary=true`)).body.data;
    expect(summary).not.toHaveProperty('executionState');
    expect(summary).not.toHaveProperty('workflowDefinition');
  });

  it('lists runs by workflow and status, the newest first', async () => {
    const workflowId = await createWorkflow();
    const ids = [];
    for (let at = 0; at < 3; at += 1) ids.push(await startRun(undefined, workflowId));
    await end(ids[0] ?? '', 'failure');
    const list = async (path: string): Promise<any> => (await api.call('GET', path)).body.data; // eslint-disable-line @typescript-eslint/no-explicit-any -- as a client reads it
    const idsOf = (page: { items: { id: string }[] }): string[] => page.items.map(({ id }) => id);
    const all = await list(`/v1/workflows/${workflowId}/runs`);
    expect(idsOf(all)).toEqual([...ids].reverse());
    expect(all).toMatchObject({ limit: 20, offset: 0, hasMore: false });
    expect(idsOf(await list(`/v1/runs?workflowId=${workflowId}&limit=1&offset=1`))).toEqual([
      ids[1],
    ]);
    const failed = await list(`/v1/runs?workflowId=${workflowId}&status=failure`);
    expect(failed.items).toMatchObject([
      {
        id: ids[0],
        workflowName: 'approval',
        status: 'failure',
        error: { code: 'http_timeout', nodeId: 'hold' },
      },
    ]);
    expect(failed.items[0].finishedAt).toBe('2026-01-01T00:01:40.000Z');
  });

  it.each(['?status=done', '?limit=x', '?offset=-1', '?status=success&status=failure', '?foo=1'])(
    'refuses the list %s',
    async (query) => {
      expect((await runs('GET', query)).body.code).toBe(400006);
    },
  );

  it('shows nothing to other organizations', async () => {
    const runId = await startRun();
    for (const [method, part, body] of [
      ['GET', '', undefined],
      ['POST', '/cancel', {}],
      ['POST', '/retry', {}],
      ['POST', '/nodes/hold/resume', {}],
    ] as const) {
      const answer = await runs(method, `/${runId}${part}`, body, otherKey);
      expect([part, answer.status, answer.body.code]).toEqual([part, 404, 404010]);
    }
    expect((await runs('GET', '', undefined, otherKey)).body.data.items).toEqual([]);
  });
});

describe('cancelling and retrying', () => {
  it('writes the wish, and refuses it after the end', async () => {
    const runId = await startRun();
    expect((await runs('POST', `/${runId}/cancel`)).body.data).toMatchObject({ id: runId });
    expect((await runs('POST', `/${runId}/retry`)).body.code).toBe(409003);
    await end(runId, 'cancelled');
    const late = await runs('POST', `/${runId}/cancel`);
    expect([late.status, late.body.code]).toEqual([409, 409002]);
    expect((await runs('POST', '/run_nobody/cancel')).body.code).toBe(404010);
  });

  it('makes a new run of the same version and input', async () => {
    const say = { type: 'log', payload: { message: '{{$props.a}}' } };
    const root = { ...approval.nodes.root, children: ['hold', 'each', 'say'] };
    const reading = { nodes: { ...approval.nodes, root, say } };
    const workflowId = await createWorkflow(reading);
    const propValues = { a: 1, unread: 's3cret' };
    const runId = await startRun({ payload: { amount: 7 }, propValues }, workflowId);
    await workflows('PUT', `/${workflowId}`, { definition: { ...approval, variableDefs: [] } });
    await end(runId, 'failure');
    const { status, body } = await runs('POST', `/${runId}/retry`);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      sourceRunId: runId,
      workflowId,
      workflowVersion: 1,
      triggerSource: 'retry',
      propValues: { a: 1 },
      status: 'running',
    });
    expect(body.data.runId).not.toBe(runId);
    const rows: unknown[] = await api.dataSource.query(
      'SELECT trigger_payload::text, trigger_result::text FROM runs WHERE id IN ($1, $2)',
      [runId, body.data.runId],
    );
    expect(rows[0]).toEqual(rows[1]);
  });

  it('retries an inline run', async () => {
    const { body } = await runs('POST', '', { definition: approval, payload: { amount: 2 } });
    await end(body.data.runId as string, 'failure');
    const again = await runs('POST', `/${body.data.runId}/retry`);
    expect(again.body.data).toMatchObject({ workflowId: '', sourceRunId: body.data.runId });
    expect(again.body.data.workflowDefinition.nodes.hold.type).toBe('wait');
  });
});

describe('resuming', () => {
  const resume = (runId: string, node: string, body: unknown = {}): Promise<Answer> =>
    runs('POST', `/${runId}/nodes/${encodeURIComponent(node)}/resume`, body);
  const claims = (runId: string): Promise<unknown[]> =>
    api.dataSource.query('SELECT path, name, payload FROM run_claims WHERE run_id = $1', [runId]);

  it('counts once, also before the wait is reached', async () => {
    const runId = await startRun();
    const first = await resume(runId, 'hold', { payload: { approved: true } });
    expect(first.body).toMatchObject({ code: 0, action: 'resumed', data: { action: 'resumed' } });
    const second = await resume(runId, 'hold', { data: { approved: false } });
    expect(second.status).toBe(200);
    expect(second.body.data.action).toBe('skipped');
    expect(second.body.reason).toBe(second.body.data.reason);
    expect(await claims(runId)).toEqual([{ path: 'hold', name: '', payload: { approved: true } }]);
  });

  it('lets one of ten racing calls through', async () => {
    const runId = await startRun();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => resume(runId, 'hold', { data: { at } })),
    );
    const actions = answers.map((answer) => answer.body.action as string).sort();
    expect(actions).toEqual(['resumed', ...Array.from({ length: 9 }, () => 'skipped')]);
  });

  it('takes the iteration from the context or the address', async () => {
    const runId = await startRun();
    const stack = [{ parentNodeId: 'each', index: 2, total: 3 }];
    await resume(runId, 'approve', { data: { n: 2 }, forEachContext: { stack } });
    await resume(runId, 'each[1]/approve', { data: { n: 1 } });
    expect(await claims(runId)).toEqual(
      expect.arrayContaining([
        { path: 'each[2]/approve', name: '', payload: { n: 2 } },
        { path: 'each[1]/approve', name: '', payload: { n: 1 } },
      ]),
    );
  });

  it('refuses a name that the wait does not take', async () => {
    const runId = await startRun();
    const { status, body } = await resume(runId, 'hold', { data: {}, name: 'boss' });
    expect([status, body.code]).toEqual([400, 400124]);
    expect(await claims(runId)).toEqual([]);
  });

  it('means the only iteration that waits when none is named', async () => {
    const runId = await startRun();
    const none = await resume(runId, 'approve');
    expect(none.body.details).toMatchObject([{ field: 'forEachContext' }]);
    await happen(runId, {
      ...{ type: 'node_waiting', status: 'waiting', path: 'each[4]/approve' },
      ...{ nodeId: 'approve', nodeType: 'wait' },
    });
    expect((await resume(runId, 'approve')).body.action).toBe('resumed');
    expect(await claims(runId)).toMatchObject([{ path: 'each[4]/approve' }]);
  });

  it('changes nothing after the end, and nothing of nodes that do not wait', async () => {
    const runId = await startRun();
    expect((await resume(runId, 'root')).body.action).toBe('skipped');
    await end(runId, 'success');
    const late = await resume(runId, 'hold');
    expect(late.body).toMatchObject({ action: 'skipped', reason: 'The run has ended.' });
    const inLoop = await resume(runId, 'approve');
    expect(inLoop.body).toMatchObject({ action: 'skipped', reason: 'The run has ended.' });
    expect(await claims(runId)).toEqual([]);
  });

  it('changes nothing once the run is to be cancelled', async () => {
    const runId = await startRun();
    await runs('POST', `/${runId}/cancel`);
    const late = await resume(runId, 'hold');
    expect(late.body).toMatchObject({ action: 'skipped', reason: 'The run is being cancelled.' });
    expect(await claims(runId)).toEqual([]);
  });

  it('refuses more resumes than a run can hold', async () => {
    const runId = await startRun();
    await api.dataSource.query(
      `INSERT INTO run_claims (organization_id, run_id, path, kind, name, id, payload, source, created_at)
       SELECT $1, $2, 'each[' || n || ']/approve', 'resume', '', 'clm_' || n, '{}', 'manual', now()
       FROM generate_series(1, 1000) AS n`,
      [api.organizationId, runId],
    );
    const { status, body, headers } = await resume(runId, 'hold');
    expect([status, body.code, headers.get('retry-after')]).toEqual([429, 429001, '1']);
  });

  it('knows no other runs and nodes', async () => {
    const runId = await startRun();
    expect((await resume('run_nobody', 'hold')).body.code).toBe(404010);
    expect((await resume(runId, 'nobody')).body.code).toBe(404011);
    expect((await resume(runId, '__proto__')).body.code).toBe(404011);
    expect((await resume(runId, 'each[1]/hold')).body.code).toBe(404011);
  });

  it('takes the secret of the workflow instead of a key', async () => {
    const workflowId = await createWorkflow();
    const runId = await startRun(undefined, workflowId);
    const { triggerSecret } = (await workflows('GET', `/${workflowId}`)).body.data;
    const bySecret = async (run: string, query: string): Promise<[number, number]> => {
      const path = `/v1/runs/${run}/nodes/hold/resume${query}`;
      const { status, body } = await api.call('POST', path, { data: {} }, '');
      return [status, body.code as number];
    };
    expect(await bySecret(runId, '')).toEqual([401, 401000]);
    expect(await bySecret(runId, '?secret=wrong')).toEqual([401, 401004]);
    expect(await bySecret('run_nobody', `?secret=${triggerSecret}`)).toEqual([401, 401004]);
    expect(await bySecret(runId, `?secret=${triggerSecret}&secret=x`)).toEqual([400, 400006]);
    expect(await bySecret(runId, `?secret=${triggerSecret}`)).toEqual([200, 0]);
    const inline = await runs('POST', '', { definition: approval, payload: { amount: 2 } });
    expect(await bySecret(inline.body.data.runId as string, '?secret=x')).toEqual([401, 401004]);
  });

  it('takes no secret that was put out of use', async () => {
    const workflowId = await createWorkflow();
    const runId = await startRun(undefined, workflowId);
    const { triggerSecret: old } = (await workflows('GET', `/${workflowId}`)).body.data;
    const rotated = await workflows('POST', `/${workflowId}/trigger-secret/rotate`, {});
    const { triggerSecret } = rotated.body.data as { triggerSecret: string };
    expect(rotated.body.data).toEqual({ workflowId, triggerSecret });
    expect(triggerSecret).toMatch(/^[\w-]{32}$/);
    expect(triggerSecret).not.toBe(old);
    const bySecret = async (secret: string): Promise<number> => {
      const path = `/v1/runs/${runId}/nodes/hold/resume?secret=${secret}`;
      return (await api.call('POST', path, { data: {} }, '')).status;
    };
    expect(await bySecret(old as string)).toBe(401);
    expect(await bySecret(triggerSecret)).toBe(200);
  });

  it('gets a secret for a workflow that has none', async () => {
    const workflowId = await createWorkflow();
    await api.dataSource.query('UPDATE workflows SET trigger_secret = NULL WHERE id = $1', [
      workflowId,
    ]);
    expect((await workflows('GET', `/${workflowId}`)).body.data).not.toHaveProperty(
      'triggerSecret',
    );
    const rotated = await workflows('POST', `/${workflowId}/trigger-secret/rotate`, {});
    const { triggerSecret } = rotated.body.data as { triggerSecret: string };
    expect((await workflows('GET', `/${workflowId}`)).body.data.triggerSecret).toBe(triggerSecret);
  });

  it('says by whom a secret was put in the place of another, and not which', async () => {
    const workflowId = await createWorkflow();
    const rotated = await workflows('POST', `/${workflowId}/trigger-secret/rotate`, {});
    const path = `/v1/orgs/${api.organizationId}/audit-log?operation=rotateTriggerSecret`;
    const { body } = await api.call('GET', path);
    const [entry] = body.data.items as { resourceId: string }[];
    expect(entry).toMatchObject({ resourceType: 'workflow', resourceId: workflowId });
    expect(JSON.stringify(entry)).not.toContain(rotated.body.data.triggerSecret);
  });

  it('needs a key that may write', async () => {
    const { organizationId, dataSource } = api;
    const made = await createKey(dataSource.manager, { organizationId, name: 'r', scope: 'read' });
    const path = `/v1/runs/${await startRun()}/nodes/hold/resume`;
    expect((await api.call('POST', path, {}, made.key)).body.code).toBe(403001);
  });
});

describe('streaming', () => {
  const open = (runId: string, init: RequestInit = {}, query = ''): Promise<Response> =>
    fetch(`${api.url}/v1/runs/${runId}/stream${query}`, {
      ...init,
      headers: { authorization: `Bearer ${api.key}`, ...(init.headers as Record<string, string>) },
    });

  it('sends every event and ends after the last', async () => {
    const runId = await startRun();
    await happen(runId, { type: 'run_started', status: 'running' });
    const response = await open(runId);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('cache-control')).toContain('no-transform');
    await end(runId, 'success');
    const frames = (await response.text()).split('\n\n').filter((frame) => frame !== '');
    expect(frames.map((frame) => frame.split('\n').slice(0, 2))).toEqual([
      ['id: 1', 'event: run_started'],
      ['id: 2', 'event: run_completed'],
    ]);
    const data: unknown = JSON.parse(frames[0]?.split('\n')[2]?.slice('data: '.length) ?? '');
    expect(data).toMatchObject({ type: 'run_started', runId, status: 'running' });
  });

  it('goes on after the last event that the client has', async () => {
    const runId = await startRun();
    await happen(runId, { type: 'run_started', status: 'running' });
    await end(runId, 'failure');
    const idsOf = async (response: Promise<Response>): Promise<string[]> =>
      [...(await (await response).text()).matchAll(/^id: (\d+)$/gm)].map(([, id]) => id ?? '');
    expect(await idsOf(open(runId))).toEqual(['1', '2']);
    expect(await idsOf(open(runId, { headers: { 'last-event-id': '1' } }))).toEqual(['2']);
    expect(await idsOf(open(runId, {}, '?lastEventId=1'))).toEqual(['2']);
    expect(await idsOf(open(runId, { headers: { 'last-event-id': '2' } }))).toEqual([]);
    expect((await open(runId, {}, '?lastEventId=x')).status).toBe(400);
  });

  it('can be opened before the run is started', async () => {
    const runId = `run_early${Date.now()}`;
    const response = await open(runId);
    expect(response.status).toBe(200);
    await startRun({ runId, payload: { amount: 1 } });
    await happen(runId, { type: 'run_started', status: 'running' });
    await end(runId, 'success');
    expect(await response.text()).toContain('event: run_started');
  });

  it.each(['run_', 'wf_1', 'run_a-b', `run_${'x'.repeat(65)}`])(
    'is not opened for %s, which no run can be called',
    async (id) => {
      const response = await open(id);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 404010 });
    },
  );

  it('answers HEAD and needs a key', async () => {
    const runId = await startRun();
    await end(runId, 'success');
    expect((await open(runId, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(`${api.url}/v1/runs/${runId}/stream`)).status).toBe(401);
  });

  describe('in quicker time', () => {
    let server: Server;
    let url: string;
    let finished: Promise<void>[];
    beforeAll(async () => {
      finished = [];
      server = createServer((request, response) => {
        const [, organizationId = '', runId = ''] = request.url?.split('/') ?? [];
        const timings = { heartbeat: 20, patience: 150 };
        const mayGoOn = () => Promise.resolve(true);
        const wanted = { organizationId, runId, afterSeq: 0, mayGoOn };
        finished.push(sendRunStream(api.events, wanted, response, timings));
      }).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    it('closes the stream of a run that does not appear, foreign or unknown, and says why at once', async () => {
      const foreign = await startRun();
      await happen(foreign, { type: 'run_started', status: 'running' });
      for (const run of [foreign, 'run_nobody']) {
        const stream = await fetch(`${url}/org_other/${run}`);
        await happen(foreign, { type: 'run_waiting', status: 'waiting' });
        await happen(foreign, { type: 'run_resumed', status: 'running' });
        const text = await stream.text();
        expect(text).toMatch(/^: the run is not there: [^\n]+ 1 s\n\n(: heartbeat\n\n)+$/);
      }
    });

    it('stays open for a run that is only quiet, and frees everything when the client goes', async () => {
      const runId = await startRun();
      const client = new AbortController();
      const response = await fetch(`${url}/${api.organizationId}/${runId}`, {
        signal: client.signal,
      });
      const reader = response.body?.getReader();
      const until = Date.now() + 400;
      while (Date.now() < until) expect((await reader?.read())?.done).toBe(false);
      client.abort();
      await finished.at(-1);
    });
  });
});
