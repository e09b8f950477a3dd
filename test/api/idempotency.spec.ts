import { AuthSettings } from '../../src/auth/auth-settings';
import { createKey } from '../../src/auth/first-key';
import { FILE_FORMAT } from '../../src/workflows/workflow-file';
import { KeptAnswers } from '../../src/idempotency/kept-answers';
import { join, ownerOfNew, somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

const admins = new Set<string>();
let api: TestApi;
beforeAll(async () => {
  const auth = new AuthSettings('open', 3_600_000, undefined, admins);
  api = await startApi(new AbsentEngine(), { auth });
});
afterAll(() => api.close());

interface Sent {
  path?: string;
  body?: object;
  token?: string;
  headers?: Record<string, string>;
}

/** Sends a POST with an `Idempotency-Key`; by default one that makes a service account. */
async function send(key: string, sent: Sent = {}): Promise<Answer> {
  const { path = '/v1/service-accounts', token = api.key, body = account(key) } = sent;
  const response = await fetch(api.url + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
      ...sent.headers,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const account = (name: string): object => ({ name, permissions: ['run:read'] });

async function countOf(name: string): Promise<number> {
  const { body } = await api.call('GET', '/v1/service-accounts?limit=100');
  return (body.data.items as { name: string }[]).filter((item) => item.name === name).length;
}

describe('a request with an Idempotency-Key', () => {
  it('is carried out once, and answered alike when it is sent again', async () => {
    const first = await send('once');
    const second = await send('once');
    expect(first).toMatchObject({ status: 200, body: { data: { name: 'once' } } });
    expect(second.status).toBe(first.status);
    expect({ ...second.body, requestId: '' }).toEqual({ ...first.body, requestId: '' });
    expect(second.body.requestId).toBe(second.headers.get('x-request-id'));
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await countOf('once')).toBe(1);
  });

  it('is answered, and not carried out again, when its entry in the audit log can not be settled', async () => {
    await api.dataSource.query(`
      CREATE FUNCTION no_space_left() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE 'no space left'; END $$;
      CREATE TRIGGER no_space_left BEFORE UPDATE ON audit_entries
        FOR EACH ROW EXECUTE FUNCTION no_space_left()`);
    const [first, second] = [await send('unsettled'), await send('unsettled')];
    const refused = await send('unsettled too', { body: { name: '' } });
    await api.dataSource.query('DROP FUNCTION no_space_left CASCADE');
    expect([first.status, second.status, refused.status]).toEqual([200, 200, 400]);
    expect(second.body.data).toEqual(first.body.data);
    expect(await countOf('unsettled')).toBe(1);
    const rows = await api.dataSource.query<object[]>(
      'SELECT outcome FROM audit_entries WHERE request_id = $1',
      [first.body.requestId],
    );
    expect(rows).toEqual([{ outcome: 'pending' }]);
  });

  it('may name the fields of its body in any order', async () => {
    const first = await send('order', { body: { name: 'order', permissions: ['run:read'] } });
    const second = await send('order', { body: { permissions: ['run:read'], name: 'order' } });
    expect(second.body.data).toEqual(first.body.data);
  });

  it('is refused when the key stands for another body, path or query', async () => {
    await send('other');
    const refused = { status: 409, body: { code: 409090 } };
    expect(await send('other', { body: account('else') })).toMatchObject(refused);
    const query = { path: '/v1/service-accounts?x=1', body: account('other') };
    expect(await send('other', query)).toMatchObject(refused);
    expect(await countOf('else')).toBe(0);
  });

  it('is carried out by one of many that come together', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => send('together')));
    const codes = answers.map(({ status, body }) => (status === 200 ? 200 : body.code));
    expect(codes).toContain(200);
    expect(codes.filter((code) => code !== 200 && code !== 409091)).toEqual([]);
    expect(await countOf('together')).toBe(1);
    expect((await send('together')).status).toBe(200);
  });

  it('may be sent again when it was refused, also with another body', async () => {
    expect((await send('mended', { body: { name: '' } })).status).toBe(400);
    expect((await send('mended')).status).toBe(200);
    expect((await send('taken', { body: account('mended') })).body.code).toBe(409010);
    expect((await send('taken')).status).toBe(200);
  });

  it('shows a new API key again, and keeps it sealed', async () => {
    const sent = { path: '/v1/api-keys', body: { name: 'shown once' } };
    const first = await send('secret', sent);
    const { key } = first.body.data as { key: string };
    expect((await send('secret', sent)).body.data.key).toBe(key);
    const rows: { answer: Buffer }[] = await api.dataSource.query(
      "SELECT * FROM idempotency_keys WHERE operation = 'createApiKey'",
    );
    expect(rows).toHaveLength(1);
    for (const encoding of ['latin1', 'base64', 'hex'] as const) {
      const secret = Buffer.from(key).toString(encoding);
      expect(rows[0]!.answer.toString(encoding)).not.toContain(secret);
    }
    expect(JSON.stringify(rows)).not.toContain('secret');
  });

  it.each([['a b'], ['x'.repeat(256)], ['é']])('refuses the key %s', async (key) => {
    expect((await send(key, { body: account('odd') })).body.code).toBe(400090);
  });
});

describe('a key', () => {
  it('is told apart by organization, by caller and by operation', async () => {
    const owner = await ownerOfNew(api);
    const developer = await join(api, owner);
    const headers = { 'x-org-id': owner.organizationId };
    const path = '/v1/workflows';
    const body = { name: 'w', definition: { nodes: { root: { type: 'manual', payload: {} } } } };
    const ids = [
      await send('shared', { path, body }),
      await send('shared', { path, body, token: owner.token, headers }),
      await send('shared', { path, body, token: developer.token, headers }),
    ].map(({ body: answer }) => answer.data.id as string);
    expect(new Set(ids).size).toBe(3);
    expect((await send('shared')).status).toBe(200);
  });

  it('works for what a person does in no organization', async () => {
    const { token, call } = await somebody(api);
    const sent = { path: '/v1/organizations', body: { name: 'Mine' }, token };
    const first = await send('own', sent);
    expect((await send('own', sent)).body.data).toEqual(first.body.data);
    expect((await call('GET', '/v1/organizations')).body.data.items).toHaveLength(1);
  });

  it('opens nothing to a credential that may not', async () => {
    const { organizationId, dataSource } = api;
    await send('guarded');
    const wanted = { organizationId, name: 'reads', scope: 'read' as const };
    const { key } = await createKey(dataSource.manager, wanted);
    expect((await send('guarded', { token: key })).body.code).toBe(403001);
  });

  it('is forgotten after a day', async () => {
    const first = await send('old');
    const age = `UPDATE idempotency_keys SET created_at = now() - interval '25 hours'`;
    await api.dataSource.query(age);
    expect((await send('old')).body).toMatchObject({ code: 409010 });
    expect(first.status).toBe(200);
    await send('older');
    await api.dataSource.query(age);
    await api.app.get(KeptAnswers, { strict: false }).clean();
    expect(await api.dataSource.query('SELECT * FROM idempotency_keys')).toEqual([]);
  });

  it('is free again when the process that had it was cut off', async () => {
    await send('cut');
    await api.dataSource.query(
      `UPDATE idempotency_keys SET answer = NULL, created_at = now() - interval '1 minute'`,
    );
    expect((await send('cut')).body.code).toBe(409091);
    await api.dataSource.query(
      `UPDATE idempotency_keys SET created_at = now() - interval '3 minutes'`,
    );
    // Who knows what the one that was cut off has done: its key is not free for another request.
    expect((await send('cut', { body: account('else') })).body.code).toBe(409090);
    expect((await send('cut')).status).toBe(200);
    expect(await countOf('cut')).toBe(1);
  });

  it('means nothing to what is done anew each time', async () => {
    const body = { email: 'nobody@example.com', password: 'wrong password' };
    const path = '/v1/sessions';
    expect((await send('public', { path, body })).status).toBe(401);
    expect((await send('public', { path, body: { ...body, email: 'x@example.com' } })).status).toBe(
      401,
    );
  });
});

const DEFINITION = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };

const BLOCK = { nodes: { say: { type: 'log', payload: { message: 'Hello' }, children: [] } } };

/** Sends without a credential. */
async function sendOpenly(key: string, path: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  const sent = { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(api.url + path, sent);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

async function publicWorkflow(): Promise<string> {
  const { body } = await api.call('POST', '/v1/workflows', {
    name: 'open',
    definition: DEFINITION,
  });
  const id = body.data.id as string;
  await api.call('POST', `/v1/workflows/${id}/publish`, {});
  await api.call('PUT', `/v1/workflows/${id}/visibility`, { visibility: 'public_execute' });
  return id;
}

describe('a key of somebody without a credential', () => {
  it('starts one run of a public workflow', async () => {
    const id = await publicWorkflow();
    const path = `/v1/public/workflows/${id}/run`;
    const first = await sendOpenly('open run', path, {});
    expect(first.body.code).toBe(400090);
    const answers = [
      await sendOpenly('open-run', path, { a: 1, b: 2 }),
      await sendOpenly('open-run', path, { b: 2, a: 1 }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.body.data).toEqual(answers[0]?.body.data);
    expect((await sendOpenly('open-run', path, { a: 2 })).body.code).toBe(409090);
    const { body } = await api.call('GET', `/v1/runs?workflowId=${id}`);
    expect(body.data.items).toHaveLength(1);
  });

  it('makes one account', async () => {
    const body = { email: 'twice@example.com', password: 'correct horse battery' };
    const first = await sendOpenly('sign-up', '/v1/users', body);
    const second = await sendOpenly('sign-up', '/v1/users', body);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.data).toEqual(first.body.data);
    const other = { ...body, password: 'correct horse staple' };
    expect((await sendOpenly('sign-up', '/v1/users', other)).body.code).toBe(409090);
  });
});

/** Whatever is answered by it, what it has made is committed and the key knows nothing of it, as after a crash. */
async function sendAndLose(key: string, sending: () => Promise<Answer>): Promise<Answer> {
  const { answer, lost } = await sendAndDie(sending);
  expect(lost).toBe(1);
  return answer;
}

/** The process dies once the work is committed: an answer that is not committed with it is lost. */
async function sendAndDie(
  sending: () => Promise<Answer>,
): Promise<{ answer: Answer; lost: number }> {
  await api.dataSource.query(`
    CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
        WHERE l.pid = pg_backend_pid() AND l.mode LIKE 'Row%Lock' AND c.relkind = 'r'
          AND c.oid <> TG_RELID) THEN
        RAISE 'The process is gone.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER lose BEFORE UPDATE OF answer ON idempotency_keys
      FOR EACH ROW WHEN (NEW.answer IS NOT NULL) EXECUTE FUNCTION lose()`);
  let answer: Answer;
  try {
    answer = await sending();
  } finally {
    await api.dataSource.query('DROP TRIGGER lose ON idempotency_keys; DROP FUNCTION lose()');
  }
  expect(answer.body).toMatchObject({ code: 0 });
  const cut = await api.dataSource.query<[unknown[]]>(
    `UPDATE idempotency_keys SET created_at = now() - interval '3 minutes'
     WHERE answer IS NULL RETURNING operation`,
  );
  return { answer, lost: cut[0].length };
}

describe('a request whose process died between its work and its answer', () => {
  const inline = { definition: DEFINITION };
  const template = {
    ...{ name: 'T', description: 'd', visibility: 'org', tags: ['t'], templateProps: [] },
    definition: DEFINITION,
  };
  it.each<[string, string, object, string]>([
    ['a run', '/v1/runs', inline, 'runs'],
    ['a workflow', '/v1/workflows', { name: 'w', ...inline }, 'workflows'],
    [
      'an imported workflow',
      '/v1/workflows/import',
      { format: FILE_FORMAT, name: 'w', ...inline },
      'workflows',
    ],
    ['a template', '/v1/templates', template, 'templates'],
    ['a block', '/v1/blocks', { name: 'b', definition: BLOCK }, 'blocks'],
    [
      'a restriction',
      '/v1/orgs/{org}/restrictions',
      { type: 'disabled_action', actionType: 'regex' },
      'organization_restrictions',
    ],
    ['an API key', '/v1/api-keys', { name: 'k' }, 'api_keys'],
    ['a service account', '/v1/service-accounts', account('lost'), 'service_accounts'],
    [
      'a document',
      '/v1/organizations/{org}/knowledge',
      { title: 't', content: 'c' },
      'organization_documents',
    ],
    ['an invite', '/v1/orgs/{org}/invites', { email: 'lost@example.com' }, 'organization_invites'],
  ])('makes %s once', async (_, pattern, body, table) => {
    const path = pattern.replace('{org}', api.organizationId);
    const count = async (): Promise<number> => {
      const [row] = await api.dataSource.query<{ count: string }[]>(
        `SELECT count(*) FROM ${table}`,
      );
      return Number(row?.count);
    };
    const before = await count();
    const key = `lost-${table}-${path.length}`;
    const lost = await sendAndLose(key, () => send(key, { path, body }));
    expect(lost).toMatchObject({ status: 200 });
    const again = await send(key, { path, body });
    expect(again.status).toBe(200);
    const idOf = ({ body: { data } }: Answer): unknown => data.id ?? data.runId ?? data.workflow.id;
    expect(idOf(again)).toBe(idOf(lost));
    expect(await count()).toBe(before + 1);
    expect((await send(key, { path, body })).headers.get('idempotency-replayed')).toBe('true');
  });

  it('makes a key that works', async () => {
    const sent = { path: '/v1/api-keys', body: { name: 'again' } };
    await sendAndLose('key', () => send('key', sent));
    const { key } = (await send('key', sent)).body.data as { key: string };
    expect((await api.call('GET', '/v1/workflows', undefined, key)).status).toBe(200);
  });

  it('retries a run once', async () => {
    const runId = (await api.call('POST', '/v1/runs', inline)).body.data.runId as string;
    await api.dataSource.query(`UPDATE runs SET status = 'failure', ended = true WHERE id = $1`, [
      runId,
    ]);
    const sent = { path: `/v1/runs/${runId}/retry`, body: {} };
    const lost = await sendAndLose('retry', () => send('retry', sent));
    expect((await send('retry', sent)).body.data.id).toBe(lost.body.data.id);
    const { body } = await api.call('GET', '/v1/runs?limit=100');
    const retries = (body.data.items as { sourceRunId?: string }[]).filter(
      ({ sourceRunId }) => sourceRunId === runId,
    );
    expect(retries).toHaveLength(1);
  });

  it('makes an organization and an account once', async () => {
    const { token } = await somebody(api);
    const sent = { path: '/v1/organizations', body: { name: 'Lost' }, token };
    const lost = await sendAndLose('org', () => send('org', sent));
    expect((await send('org', sent)).body.data).toEqual(lost.body.data);
    const body = { email: 'lost-account@example.com', password: 'correct horse battery' };
    const signUp = (): Promise<Answer> => sendOpenly('account', '/v1/users', body);
    const first = await sendAndLose('account', signUp);
    expect((await signUp()).body.data.user).toEqual(first.body.data.user);
  });

  it('starts a public run once, also one with a token', async () => {
    const id = await publicWorkflow();
    for (const [path, body] of [
      ['run', { a: 1 }],
      ['executions', { sourceSystem: 's', sourceEntityType: 'e', requestPayload: {} }],
    ] as const) {
      const sending = (): Promise<Answer> =>
        sendOpenly(path, `/v1/public/workflows/${id}/${path}`, body);
      const lost = await sendAndLose(path, sending);
      const again = await sending();
      expect([lost.status, again.status]).toEqual([200, 200]);
      const runOf = ({ body: { data } }: Answer): unknown => data.runId ?? data.execution.runId;
      expect(runOf(again)).toBe(runOf(lost));
    }
    const { body } = await api.call('GET', `/v1/runs?workflowId=${id}`);
    expect(body.data.items).toHaveLength(2);
  });
});

describe('a change whose process died once it was committed', () => {
  /** Sends it, does what comes in between and sends it again; both answers must be the same. */
  async function sendTwice(
    key: string,
    sent: Sent,
    between: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<void> {
    const { answer } = await sendAndDie(() => send(key, sent));
    await between();
    const again = await send(key, sent);
    expect(again.body).toEqual({ ...answer.body, requestId: again.body.requestId });
  }

  const post = (path: string, body: object = {}): Promise<Answer> => api.call('POST', path, body);

  async function live(more: object = {}): Promise<string> {
    const made = await post('/v1/workflows', { name: 'w', definition: DEFINITION, ...more });
    const path = `/v1/workflows/${made.body.data.id as string}`;
    await post(`${path}/publish`);
    return path;
  }

  it('gives compute units once', async () => {
    const admin = await somebody(api);
    const { organizationId, call } = await ownerOfNew(api);
    admins.add(admin.userId);
    const path = `/v1/admin/organizations/${organizationId}`;
    await admin.call('PUT', `${path}/subscription`, { monthlyCu: 10 });
    const body = { amount: 5, direction: 'credit', reason: 'for the launch' };
    await sendTwice('cu', { path: `${path}/cu/adjust`, body, token: admin.token });
    const cu = `/v1/organizations/${organizationId}/cu`;
    expect((await call('GET', cu, undefined, organizationId)).body.data.balance).toBe(15);
  });

  it.each<[string, object]>([
    ['release', {}],
    ['releases/1/revert', {}],
    ['revert-to-version', { workflowVersion: 1 }],
  ])('notes one release by %s', async (operation, body) => {
    const path = await live();
    await post(`${path}/release`);
    await sendTwice(`release-${operation}`, { path: `${path}/${operation}`, body });
    const { data } = (await api.call('GET', `${path}/releases`)).body as { data: { items: [] } };
    expect(data.items).toHaveLength(2);
  });

  it.each<[string, object]>([
    ['value', { value: 1 }],
    ['reset', {}],
  ])('writes a variable once by %s', async (operation, body) => {
    const variable = { name: 'n', type: 'number', lifetime: 'persist', default: 0 };
    const path = await live({ definition: { ...DEFINITION, variableDefs: [variable] } });
    const value = `${path}/variables/n/value`;
    await post(value, { value: 7 });
    const sent = { path: `${path}/variables/n/${operation}`, body };
    await sendTwice(`variable-${operation}`, sent, () => post(value, { value: 2 }));
    const { data } = (await api.call('GET', `${path}/variables/n/history`)).body as {
      data: { items: { newValue: unknown }[] };
    };
    expect(data.items).toHaveLength(3);
    expect(data.items[0]?.newValue).toBe(2);
  });

  it('refills runs once', async () => {
    const path = await live({ maxRuns: 9 });
    const sent = { path: `${path}/refill`, body: { remainRuns: 5 } };
    await sendTwice('refill', sent, () => post(`${path}/refill`, { remainRuns: 3 }));
    expect((await api.call('GET', path)).body.data.remainRuns).toBe(3);
  });

  it('is undone when another try of the request has taken over before', async () => {
    const path = await live();
    await api.dataSource.query(`
      CREATE FUNCTION take_over() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        UPDATE idempotency_keys SET attempt = gen_random_uuid() WHERE answer IS NULL;
        RETURN NEW;
      END $$;
      CREATE TRIGGER take_over BEFORE INSERT ON workflow_releases
        FOR EACH ROW EXECUTE FUNCTION take_over()`);
    const slow = await send('taken-over', { path: `${path}/release`, body: {} });
    await api.dataSource.query('DROP FUNCTION take_over CASCADE');
    expect(slow.body.code).toBe(409091);
    expect((await api.call('GET', `${path}/releases`)).body.data.items).toEqual([]);
  });

  it.each(['accept', 'decline'])('finds that it did %s an invite', async (operation) => {
    const person = await somebody(api);
    const invites = `/v1/orgs/${api.organizationId}/invites`;
    const { id, token } = (await post(invites, { email: person.email })).body.data as {
      id: string;
      token: string;
    };
    const path = `/v1/invites/${id}/${operation}`;
    await sendTwice(operation, { path, body: { token }, token: person.token });
  });
});
