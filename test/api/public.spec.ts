import { poolOf } from '../../src/database/data-source';
import { event } from '../support/record';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

const SECRET = 'https://internal.example.com/pay';
const NODES = {
  root: {
    type: 'manual',
    payload: { inputSchema: { type: 'object', properties: { amount: { type: 'number' } } } },
    children: ['each'],
  },
  each: {
    type: 'for-each',
    payload: { array: '{{$trigger.body.rows}}' },
    loopBody: ['note'],
    children: ['pay'],
  },
  note: { type: 'log', payload: { message: 'row {{$index}}' }, children: [] },
  pay: {
    type: 'http-request',
    payload: { url: SECRET, method: 'GET', headers: { authorization: 'Bearer hidden' } },
    titleOverride: 'Pay the supplier',
    children: [],
  },
};
const SEEN = {
  root: { type: 'manual', children: ['each'] },
  each: { type: 'for-each', children: ['pay'], loopBody: ['note'] },
  note: { type: 'log', children: [] },
  pay: { type: 'http-request', children: [] },
};
const SOURCE = { sourceSystem: 'shop', sourceEntityType: 'order', sourceEntityId: '42' };

let api: TestApi;
beforeAll(async () => {
  api = await startApi(new AbsentEngine());
});
afterAll(() => api.close());

/** Without a credential. */
const ask = (method: string, path: string, body?: unknown): Promise<Answer> =>
  api.call(method, path, body, '');

async function publish(
  visibility: 'private' | 'org' | 'public_view' | 'public_execute',
  settings: object = {},
): Promise<string> {
  const definition = { nodes: NODES };
  const made = await api.call('POST', '/v1/workflows', { name: 'Shop', definition, ...settings });
  const id = made.body.data.id as string;
  expect((await api.call('POST', `/v1/workflows/${id}/publish`)).status).toBe(200);
  await setVisibility(id, visibility);
  return id;
}

async function setVisibility(id: string, visibility: string): Promise<void> {
  await poolOf(api.dataSource).query('UPDATE workflows SET visibility = $2 WHERE id = $1', [
    id,
    visibility,
  ]);
}

/** What an answer says, without its request id. */
const said = ({ status, body }: Answer): object => ({ status, ...body, requestId: '' });

describe('a public workflow', () => {
  it('is shown with type, children and loop body of its nodes, and no more', async () => {
    const id = await publish('public_view', { description: 'Buys things' });
    const { status, body } = await ask('GET', `/v1/public/workflows/${id}`);
    expect(status).toBe(200);
    const shown = Object.entries(SEEN).map(([node, seen]) => [node, { ...seen, payload: {} }]);
    expect(body.data).toEqual({
      ...{ id, name: 'Shop', description: 'Buys things', status: 'active', type: 'manual' },
      ...{ visibility: 'public_view', version: 1, createdAt: expect.any(String) },
      definition: { nodes: Object.fromEntries(shown) },
    });
    const meta = await ask('GET', `/v1/public/workflows/${id}/meta`);
    expect(meta.body.data).toEqual({ workflowId: id, name: 'Shop', description: 'Buys things' });
  });

  it('does not show what is being edited', async () => {
    const id = await publish('public_view');
    await api.call('PUT', `/v1/workflows/${id}`, {
      definition: { nodes: { root: { ...NODES.root, children: [] } } },
    });
    const live = await ask('GET', `/v1/public/workflows/${id}`);
    expect(live.body.data.version).toBe(1);
    const draft = await ask('GET', `/v1/public/workflows/${id}?v=2`);
    const none = await ask('GET', `/v1/public/workflows/${id}?v=3`);
    expect(said(draft)).toEqual(said(none));
    expect([draft.status, draft.body.code]).toEqual([404, 404002]);
    await api.call('POST', `/v1/workflows/${id}/publish`);
    expect((await ask('GET', `/v1/public/workflows/${id}?v=1`)).body.data.version).toBe(1);
    expect((await ask('GET', `/v1/public/workflows/${id}`)).body.data.version).toBe(2);
    const refused = await ask('GET', `/v1/public/workflows/${id}?v=0`);
    expect([refused.status, refused.body.details[0].field]).toEqual([400, 'v']);
  });

  it('is answered as none when it is not public', async () => {
    const hidden = [
      await publish('private'),
      await publish('org'),
      await publish('public_execute'),
    ];
    await api.call('DELETE', `/v1/workflows/${hidden[2]}`);
    const draft = await api.call('POST', '/v1/workflows', {
      name: 'x',
      definition: { nodes: NODES },
    });
    hidden.push(draft.body.data.id as string);
    await setVisibility(hidden[3]!, 'public_execute');
    const requests: [string, string, object?][] = [
      ['GET', ''],
      ['GET', '?v=1'],
      ['GET', '/meta'],
      ['GET', '/runs'],
      ['GET', '/widget'],
      ['POST', '/run', {}],
      ['POST', '/executions', SOURCE],
    ];
    for (const [method, path, body] of requests) {
      const none = await ask(method, `/v1/public/workflows/wf_none${path}`, body);
      expect([path, none.status, none.body.code]).toEqual([path, 404, 404001]);
      for (const id of hidden) {
        const answer = await ask(method, `/v1/public/workflows/${id}${path}`, body);
        expect({ path, ...said(answer) }).toEqual({ path, ...said(none) });
      }
    }
  });
});

describe('a page of somebody else', () => {
  const preflight = (path: string): Promise<Response> =>
    fetch(api.url + path, {
      method: 'OPTIONS',
      headers: { origin: 'https://blog.example.com', 'access-control-request-method': 'POST' },
    });

  it('may call what is public from a browser, and nothing else', async () => {
    const id = await publish('public_execute');
    const allowed = await preflight(`/v1/public/workflows/${id}/run`);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('*');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    const shown = await ask('GET', `/v1/public/workflows/${id}/meta`);
    expect(shown.headers.get('access-control-allow-origin')).toBe('*');
    expect(shown.headers.get('access-control-expose-headers')).toBe(
      'Retry-After,RateLimit-Limit,RateLimit-Remaining,RateLimit-Reset',
    );
    const closed = await preflight(`/v1/workflows/${id}/run`);
    expect(closed.status).toBe(404);
    expect(closed.headers.get('access-control-allow-origin')).toBeNull();
    const read = await api.call('GET', `/v1/workflows/${id}`);
    expect(read.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('runs of a public workflow', () => {
  it('are started by everybody, and shown without what they do', async () => {
    const id = await publish('public_execute');
    const txHash = `0x${'Ab'.repeat(32)}`;
    const started = await ask('POST', `/v1/public/workflows/${id}/run`, { amount: 5, txHash });
    expect(started.status).toBe(200);
    const runId = started.body.data.runId as string;
    const { data: run } = (await api.call('GET', `/v1/runs/${runId}`)).body;
    expect(run).toMatchObject({ triggerSource: 'public', workflowVersion: 1, workflowId: id });
    expect(run.triggeredBy).toBeUndefined();
    const at = Date.now();
    await api.record.flush({
      run: { organizationId: api.organizationId, runId, workflowId: id },
      carried: {
        acks: [],
        events: [
          event('1', 'run_started', 'running', { at }),
          event('2', 'node_completed', 'success', {
            path: 'root',
            nodeType: 'manual',
            at,
            result: { amount: 5 },
          }),
          ...[0, 1].map((index) =>
            event(
              `n${index}`,
              index === 0 ? 'node_completed' : 'node_waiting',
              index === 0 ? 'success' : 'waiting',
              {
                ...{ path: `each[${index}]/note`, nodeId: 'note', at, result: { message: SECRET } },
              },
            ),
          ),
          event('3', 'node_failed', 'failure', {
            path: 'pay',
            nodeType: 'http-request',
            at,
            error: { code: 'x', message: SECRET },
          }),
        ],
      },
      end: {
        status: 'failure',
        output: {},
        at,
        error: { code: 'x', message: SECRET, nodeId: 'pay' },
      },
    });
    const shown = await ask('GET', `/v1/public/runs/${runId}`);
    const time = new Date(at).toISOString();
    const times = { startedAt: time, finishedAt: time };
    expect(shown.body.data).toEqual({
      ...{ runId, workflowId: id, status: 'failure', startedAt: run.startedAt, finishedAt: time },
      nodes: SEEN,
      executionState: {
        root: { type: 'manual', status: 'success', ...times },
        each: { type: 'for-each', status: 'pending' },
        note: { type: 'log', status: 'skipped', ...times },
        pay: { type: 'http-request', status: 'failure', ...times },
      },
    });
    expect((await ask('GET', `/v1/public/runs/by-tx/${txHash}`)).body.data).toEqual(
      shown.body.data,
    );
    const list = await ask('GET', `/v1/public/workflows/${id}/runs`);
    expect(list.body.data).toEqual({
      items: [
        {
          id: runId,
          workflowId: id,
          status: 'failure',
          startedAt: run.startedAt,
          finishedAt: time,
        },
      ],
      ...{ limit: 20, offset: 0, hasMore: false, nextCursor: null },
    });
    for (const answer of [shown, list])
      expect(JSON.stringify(answer.body)).not.toContain('example.com');
  });

  it('are not found by a transaction whose start was refused', async () => {
    const id = await publish('public_execute');
    const start = async (digit: string): Promise<number> => {
      const payload = { txHash: `0x${digit.repeat(64)}` };
      const body = { runId: 'run_tx1', payload };
      return (await api.call('POST', `/v1/workflows/${id}/run`, body)).body.code as number;
    };
    expect([await start('3'), await start('4')]).toEqual([0, 400079]);
    const { rows } = await poolOf(api.dataSource).query<object>(
      "SELECT left(tx_hash, 3) AS hash FROM run_transactions WHERE run_id = 'run_tx1'",
    );
    expect(rows).toEqual([{ hash: '0x3' }]);
  });

  it('are answered as none when they are not public', async () => {
    const id = await publish('public_execute');
    const pool = poolOf(api.dataSource);
    const txHash = `0x${'1'.repeat(64)}`;
    const run = async (body: object): Promise<string> =>
      (await api.call('POST', `/v1/workflows/${id}/run`, body)).body.data.runId as string;
    const simulated = await run({ simulate: true, payload: { txHash } });
    await api.call('PUT', `/v1/workflows/${id}`, {
      definition: { nodes: { ...NODES, note: { ...NODES.note, payload: { message: 'new' } } } },
    });
    const ofDraft = await run({ version: 2, payload: { txHash } });
    const inline = (
      await api.call('POST', '/v1/runs', {
        definition: { nodes: { root: { ...NODES.root, children: [] } } },
      })
    ).body.data.runId as string;
    const none = await ask('GET', '/v1/public/runs/run_none');
    expect([none.status, none.body.code]).toEqual([404, 404010]);
    for (const runId of [simulated, ofDraft, inline]) {
      expect(said(await ask('GET', `/v1/public/runs/${runId}`))).toEqual(said(none));
    }
    expect((await ask('GET', `/v1/public/workflows/${id}/runs`)).body.data.items).toEqual([]);
    for (const hash of [txHash, 'x', `0x${'2'.repeat(64)}`, '%00']) {
      const answer = await ask('GET', `/v1/public/runs/by-tx/${hash}`);
      expect([hash, answer.status]).toEqual([hash, hash === '%00' ? 400 : 404]);
    }
    const seen = await run({ payload: { txHash } });
    expect((await ask('GET', `/v1/public/runs/${seen}`)).status).toBe(200);
    expect(
      (await ask('GET', `/v1/public/runs/by-tx/${txHash.toUpperCase().replace('X', 'x')}`)).body
        .data.runId,
    ).toBe(seen);
    await setVisibility(id, 'org');
    expect(said(await ask('GET', `/v1/public/runs/${seen}`))).toEqual(said(none));
    expect(said(await ask('GET', `/v1/public/runs/by-tx/${txHash}`))).toEqual(said(none));
    await setVisibility(id, 'public_view');
    await pool.query('UPDATE organizations SET deleted_at = now() WHERE id = $1', [
      api.organizationId,
    ]);
    expect(said(await ask('GET', `/v1/public/runs/${seen}`))).toEqual(said(none));
    await pool.query('UPDATE organizations SET deleted_at = NULL WHERE id = $1', [
      api.organizationId,
    ]);
  });

  it('are those of versions that were live when they started, whatever is live now', async () => {
    const id = await publish('public_execute');
    const edit = (message: string): Promise<Answer> =>
      api.call('PUT', `/v1/workflows/${id}`, {
        definition: { nodes: { ...NODES, note: { ...NODES.note, payload: { message } } } },
      });
    const run = async (version: number): Promise<string> =>
      (await api.call('POST', `/v1/workflows/${id}/run`, { version })).body.data.runId as string;
    await edit('never published');
    const ofDraft = await run(2);
    await edit('published later');
    const early = await run(3);
    await api.call('POST', `/v1/workflows/${id}/publish`);
    const late = await run(3);
    const reverted = await api.call('POST', `/v1/workflows/${id}/revert-to-version`, {
      workflowVersion: 1,
    });
    expect(reverted.status).toBe(200);
    const ofLive = await run(1);
    const statusOf = async (path: string): Promise<number> =>
      (await ask('GET', `/v1/public/${path}`)).status;
    const shown = [ofDraft, early, late, ofLive].map((runId) => statusOf(`runs/${runId}`));
    expect(await Promise.all(shown)).toEqual([404, 404, 200, 200]);
    const list = await ask('GET', `/v1/public/workflows/${id}/runs`);
    expect((list.body.data.items as { id: string }[]).map((item) => item.id)).toEqual([
      ofLive,
      late,
    ]);
    const versions = [1, 2, 3, 4].map((version) => statusOf(`workflows/${id}?v=${version}`));
    expect(await Promise.all(versions)).toEqual([200, 404, 200, 404]);
  });

  it('are refused with a reason', async () => {
    const viewed = await publish('public_view');
    const run = (id: string, body?: unknown) => ask('POST', `/v1/public/workflows/${id}/run`, body);
    expect((await run(viewed)).body.code).toBe(403060);
    const id = await publish('public_execute', { publicRunDailyLimit: 1 });
    expect((await run(id, [])).body.code).toBe(400002);
    const mismatch = await run(id, { amount: 'many' });
    expect([mismatch.body.code, mismatch.body.details[0].field]).toEqual([400110, 'amount']);
    // What was refused has not counted.
    expect((await run(id, { amount: 1 })).status).toBe(200);
    await api.call('POST', `/v1/workflows/${id}/pause`);
    expect((await run(id)).body.code).toBe(403061);
    expect((await ask('GET', `/v1/public/workflows/${id}`)).body.data.status).toBe('paused');
  });
});

describe('the limits of public runs', () => {
  const start = (id: string, times: number): Promise<Answer[]> =>
    Promise.all(Array.from({ length: times }, () => ask('POST', `/v1/public/workflows/${id}/run`)));
  const statuses = (answers: readonly Answer[]): number[] =>
    answers.map(({ status }) => status).sort();
  const runsOf = async (id: string): Promise<number> =>
    (await ask('GET', `/v1/public/workflows/${id}/runs?limit=100`)).body.data.items.length;

  it('are settings of the workflow', async () => {
    const settings = { publicRunCooldownSeconds: 60, publicRunDailyLimit: 100 };
    const id = await publish('public_execute', settings);
    const path = `/v1/workflows/${id}`;
    expect((await api.call('GET', path)).body.data).toMatchObject(settings);
    await api.call('PUT', path, { publicRunCooldownSeconds: null, publicRunDailyLimit: 7 });
    const { data } = (await api.call('GET', path)).body;
    expect([data.publicRunCooldownSeconds, data.publicRunDailyLimit]).toEqual([undefined, 7]);
    const refused = await api.call('PUT', path, { publicRunDailyLimit: 0 });
    expect([refused.status, refused.body.details[0].field]).toEqual([400, 'publicRunDailyLimit']);
  });

  it('hold for runs that are started at once', async () => {
    const id = await publish('public_execute', { publicRunDailyLimit: 5 });
    const answers = await start(id, 20);
    expect(statuses(answers)).toEqual([
      ...Array<number>(5).fill(200),
      ...Array<number>(15).fill(429),
    ]);
    expect(await runsOf(id)).toBe(5);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(refused.body.code).toBe(429061);
    const seconds = Number(refused.headers.get('retry-after'));
    const midnight = new Date().setUTCHours(24, 0, 0, 0);
    expect(Math.abs(seconds - (midnight - Date.now()) / 1000)).toBeLessThan(30);
  });

  it('begin anew with the day', async () => {
    const id = await publish('public_execute', { publicRunDailyLimit: 2 });
    expect(statuses(await start(id, 3))).toEqual([200, 200, 429]);
    await poolOf(api.dataSource).query(
      `UPDATE public_run_quotas SET day = day - 1, last_at = last_at - interval '1 day'
       WHERE workflow_id = $1`,
      [id],
    );
    expect(statuses(await start(id, 3))).toEqual([200, 200, 429]);
  });

  it('are not used up by a start that something else refuses', async () => {
    const id = await publish('public_execute', { publicRunDailyLimit: 1, maxRuns: 5 });
    const set = (columns: string): Promise<unknown> =>
      poolOf(api.dataSource).query(`UPDATE workflows SET ${columns} WHERE id = $1`, [id]);
    const codeOf = async (): Promise<number> => (await start(id, 1))[0]?.body.code as number;
    await set('remain_runs = 0');
    expect(await codeOf()).toBe(400131);
    await set('remain_runs = 5, cooldown_ms = 600000, last_triggered_at = now()');
    expect(await codeOf()).toBe(429010);
    await set('cooldown_ms = NULL');
    const restriction = { type: 'disabled_action', actionType: 'http-request' };
    const path = `/v1/orgs/${api.organizationId}/restrictions`;
    const restricted = await api.call('POST', path, restriction);
    await set(`status = 'active', paused_reason = NULL`);
    expect(await codeOf()).toBe(403009);
    await api.call('DELETE', `${path}/${restricted.body.data.id}`);
    await poolOf(api.dataSource).query(
      `INSERT INTO cu_accounts (organization_id, monthly_cu, period_start) VALUES ($1, 0, now())
       ON CONFLICT (organization_id) DO UPDATE SET monthly_cu = 0, period_start = now()`,
      [api.organizationId],
    );
    expect(await codeOf()).toBe(402001);
    await poolOf(api.dataSource).query('UPDATE cu_accounts SET monthly_cu = NULL');
    await set(`status = 'active', paused_reason = NULL`);
    expect(await codeOf()).toBe(0);
    expect(await codeOf()).toBe(429061);
  });

  it('keep a cooldown between two runs', async () => {
    const id = await publish('public_execute', { publicRunCooldownSeconds: 600 });
    const answers = await start(id, 8);
    expect(statuses(answers)).toEqual([200, ...Array<number>(7).fill(429)]);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(refused.body.code).toBe(429060);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(590);
    expect(seconds).toBeLessThanOrEqual(600);
    await poolOf(api.dataSource).query(
      `UPDATE public_run_quotas SET last_at = last_at - interval '600 seconds' WHERE workflow_id = $1`,
      [id],
    );
    expect(statuses(await start(id, 2))).toEqual([200, 429]);
    // Who has a key is not held up.
    expect((await api.call('POST', `/v1/workflows/${id}/run`)).status).toBe(200);
  });
});

describe('a public execution', () => {
  const create = (id: string, body: object): Promise<Answer> =>
    ask('POST', `/v1/public/workflows/${id}/executions`, { ...SOURCE, ...body });
  const read = (id: string, token: string): Promise<Answer> =>
    ask('GET', `/v1/public/executions/${id}?token=${token}`);

  it('is followed with a token of its own', async () => {
    const id = await publish('public_execute');
    const metadata = { cart: 7 };
    const made = await create(id, {
      requestPayload: { amount: 3 },
      clientSafeMetadata: metadata,
      externalRef: 'ref',
    });
    expect(made.status).toBe(200);
    const { execution, clientToken } = made.body.data;
    expect(execution).toMatchObject({
      ...{
        ...SOURCE,
        organizationId: api.organizationId,
        workflowId: id,
        status: 'workflow_queued',
      },
      ...{ requestPayload: { amount: 3 }, clientSafeMetadata: metadata, externalRef: 'ref' },
    });
    const { runId } = execution;
    expect((await api.call('GET', `/v1/runs/${runId}`)).body.data.triggerSource).toBe('public');
    const run = { organizationId: api.organizationId, runId, workflowId: id };
    const at = Date.now();
    const first = [
      event('1', 'run_started', 'running', { at }),
      event('2', 'node_failed', 'failure', {
        path: 'pay',
        at,
        error: { code: 'x', message: SECRET },
      }),
    ];
    await api.record.flush({ run, carried: { events: first, acks: [] } });
    const { data } = (await read(execution.id, clientToken)).body;
    const createdAt = new Date(at).toISOString();
    expect(data).toEqual({
      ...{
        id: execution.id,
        workflowId: id,
        runId,
        status: 'workflow_running',
        clientSafeMetadata: metadata,
      },
      ...{ createdAt: execution.createdAt, startedAt: expect.any(String) },
      events: [
        {
          id: '1',
          eventType: 'run_started',
          level: 'info',
          title: 'The run has started',
          runId,
          createdAt,
        },
        {
          id: '2',
          eventType: 'node_failed',
          level: 'error',
          title: 'pay has failed',
          runId,
          nodeId: 'pay',
          createdAt,
        },
      ],
    });

    const stream = await fetch(
      `${api.url}/v1/public/executions/${execution.id}/stream?token=${clientToken}`,
    );
    expect(stream.status).toBe(200);
    const end = { status: 'success' as const, output: {}, at };
    await api.record.flush({ run, carried: { events: [], acks: [] }, end });
    const frames = (await stream.text()).split('\n\n').filter((frame) => frame.startsWith('id:'));
    expect(frames.map((frame) => frame.split('\n')[1])).toEqual([
      'event: run_started',
      'event: node_failed',
      'event: run_completed',
    ]);
    expect(frames.join('')).not.toContain('example.com');
    expect(frames[1]).toContain(`"executionId":"${execution.id}"`);
    expect((await read(execution.id, clientToken)).body.data.status).toBe('workflow_succeeded');
  });

  it('opens to nothing else', async () => {
    const id = await publish('public_execute');
    const [one, other] = [await create(id, {}), await create(id, {})].map(({ body }) => body.data);
    const { manager } = api.dataSource;
    const none = await read('exe_none', one.clientToken as string);
    expect([none.status, none.body.code]).toEqual([401, 401060]);
    for (const token of [other.clientToken as string, 'x', '', api.key]) {
      expect(said(await read(one.execution.id as string, token))).toEqual(said(none));
    }
    const stream = `/v1/public/executions/${one.execution.id}/stream`;
    expect(said(await ask('GET', `${stream}?token=x`))).toEqual(said(none));
    const missing = await ask('GET', stream);
    expect([missing.status, missing.body.details[0].field]).toEqual([400, 'token']);
    const rows = await manager.query<{ row: string }[]>('SELECT e::text AS row FROM executions e');
    for (const { row } of rows) expect(row).not.toContain((one.clientToken as string).slice(5));

    await setVisibility(id, 'org');
    expect(said(await read(one.execution.id as string, one.clientToken as string))).toEqual(
      said(none),
    );
    await setVisibility(id, 'public_view');
    expect((await read(one.execution.id as string, one.clientToken as string)).status).toBe(200);
    await manager.query(`UPDATE executions SET token_expires_at = now() - interval '1 second'`);
    expect(said(await read(one.execution.id as string, one.clientToken as string))).toEqual(
      said(none),
    );
  });

  it('is made once for an idempotency key', async () => {
    const id = await publish('public_execute', { publicRunDailyLimit: 1 });
    const request = { idempotencyKey: 'k-1', requestPayload: { amount: 1 } };
    const answers = await Promise.all(Array.from({ length: 6 }, () => create(id, request)));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(6).fill(200));
    const made = new Set(answers.map(({ body }) => body.data.execution.id as string));
    expect(made.size).toBe(1);
    expect((await ask('GET', `/v1/public/workflows/${id}/runs`)).body.data.items).toHaveLength(1);
    const [executionId] = made;
    const again = (await create(id, request)).body.data;
    const tokens = [
      ...answers.map(({ body }) => body.data.clientToken),
      again.clientToken,
    ] as string[];
    const opens = await Promise.all(
      tokens.map(async (token) => (await read(executionId!, token)).status),
    );
    expect(opens).toEqual([...Array<number>(6).fill(401), 200]);

    const changed = await create(id, { ...request, requestPayload: { amount: 2 } });
    expect([changed.status, changed.body.code]).toEqual([409, 409060]);
    const refused = await create(id, { ...request, idempotencyKey: 'k-2' });
    expect([refused.status, refused.body.code]).toEqual([429, 429061]);
    // What was refused may be tried again.
    await api.call('PUT', `/v1/workflows/${id}`, { publicRunDailyLimit: 2 });
    expect((await create(id, { ...request, idempotencyKey: 'k-2' })).status).toBe(200);
  });

  it('starts its run when the request that made it was cut off', async () => {
    const id = await publish('public_execute');
    const request = { idempotencyKey: 'k-1' };
    const { execution } = (await create(id, request)).body.data;
    await poolOf(api.dataSource).query('DELETE FROM runs WHERE id = $1', [execution.runId]);
    expect((await api.call('GET', `/v1/runs/${execution.runId}`)).status).toBe(404);
    const again = await create(id, request);
    expect(again.body.data.execution.runId).toBe(execution.runId);
    expect((await api.call('GET', `/v1/runs/${execution.runId}`)).status).toBe(200);
  });

  it('refuses what is not valid, by field', async () => {
    const id = await publish('public_execute');
    const bad: [object, string][] = [
      [{ sourceSystem: '' }, 'sourceSystem'],
      [{ sourceEntityType: 5 }, 'sourceEntityType'],
      [{ requestPayload: [] }, 'requestPayload'],
      [{ clientSafeMetadata: { text: 'x'.repeat(9_000) } }, 'clientSafeMetadata'],
      [{ idempotencyKey: 'x'.repeat(300) }, 'idempotencyKey'],
      [{ other: 1 }, 'other'],
    ];
    for (const [body, field] of bad) {
      const answer = await create(id, body);
      expect([answer.status, answer.body.details[0].field]).toEqual([400, field]);
    }
    expect((await create(await publish('public_view'), {})).body.code).toBe(403060);
  });
});

describe('a widget', () => {
  const TITLE = { title: 'Send a tip' };

  it('is shown to everybody until it is disabled', async () => {
    const id = await publish('public_execute');
    const path = `/v1/workflows/${id}/widget`;
    const shown = (): Promise<Answer> => ask('GET', `/v1/public/workflows/${id}/widget`);
    expect((await shown()).status).toBe(404);
    const widget = {
      ...TITLE,
      description: 'For the cook',
      minAmount: '10',
      maxAmount: '9'.repeat(30),
    };
    const made = await api.call('POST', path, widget);
    const expected = { ...widget, enabled: true, buttonLabel: 'Send' };
    const { data } = (await api.call('GET', `/v1/workflows/${id}`)).body;
    expect(data.publicWidgetConfig).toMatchObject(expected);
    expect([made.status, made.body.data]).toEqual([200, expected]);
    expect((await shown()).body.data).toEqual({
      workflowId: id,
      workflowName: 'Shop',
      widget: expected,
    });
    expect((await api.call('GET', `/v1/workflows/${id}`)).body.data.publicWidgetEnabled).toBe(true);
    await api.call('POST', path, { ...TITLE, buttonLabel: 'Tip' });
    expect((await shown()).body.data.widget).toEqual({
      ...TITLE,
      enabled: true,
      description: '',
      buttonLabel: 'Tip',
    });
    await setVisibility(id, 'org');
    expect((await shown()).status).toBe(404);
    await setVisibility(id, 'public_view');
    expect((await api.call('DELETE', path)).status).toBe(200);
    expect((await shown()).status).toBe(404);
    expect((await api.call('GET', `/v1/workflows/${id}`)).body.data.publicWidgetEnabled).toBe(
      false,
    );
  });

  it('has the addresses of its trigger', async () => {
    const id = await publish('public_view');
    const trigger = {
      chainId: 8453,
      tokenAddress: `0x${'a'.repeat(40)}`,
      toAddress: `0x${'b'.repeat(40)}`,
    };
    await poolOf(api.dataSource).query(
      `UPDATE workflow_versions SET definition = $2 WHERE workflow_id = $1`,
      [
        id,
        JSON.stringify({
          nodes: { root: { type: 'erc20-receive', payload: { ...trigger, note: SECRET } } },
        }),
      ],
    );
    const made = await api.call('POST', `/v1/workflows/${id}/widget`, TITLE);
    expect(made.body.data).toEqual({
      ...{ ...TITLE, enabled: true, description: '', buttonLabel: 'Send', chainId: 8453 },
      ...{ tokenAddress: trigger.tokenAddress, recipientAddress: trigger.toAddress },
    });
  });

  it('is refused with a reason', async () => {
    const hidden = await api.call('POST', `/v1/workflows/${await publish('org')}/widget`, TITLE);
    expect([hidden.status, hidden.body.code]).toEqual([400, 400160]);
    const id = await publish('public_view');
    const bad: [object, string][] = [
      [{}, 'title'],
      [{ title: ' ' }, 'title'],
      [{ title: 'x'.repeat(101) }, 'title'],
      [{ ...TITLE, description: 'x'.repeat(501) }, 'description'],
      [{ ...TITLE, buttonLabel: 'x'.repeat(51) }, 'buttonLabel'],
      [{ ...TITLE, minAmount: '1.5' }, 'minAmount'],
      [{ ...TITLE, minAmount: '20', maxAmount: '3' }, 'minAmount'],
    ];
    for (const [body, field] of bad) {
      const answer = await api.call('POST', `/v1/workflows/${id}/widget`, body);
      expect([answer.status, answer.body.details[0].field]).toEqual([400, field]);
    }
    expect((await api.call('POST', '/v1/workflows/wf_none/widget', TITLE)).body.code).toBe(404001);
    expect((await api.call('DELETE', '/v1/workflows/wf_none/widget')).body.code).toBe(404001);
  });
});
