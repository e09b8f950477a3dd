import { createKey } from '../../src/auth/first-key';
import { Organization } from '../../src/database/entities';
import { newId } from '../../src/database/ids';
import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const log = (message: string) => ({
  nodes: {
    root: { type: 'manual', payload: {}, children: ['say'] },
    say: { type: 'log', payload: { message }, children: [] },
  },
});

const QUICKSTART = {
  name: 'API quickstart logger',
  description: 'A minimal workflow created from the API.',
  definition: {
    nodes: {
      root: {
        type: 'manual',
        payload: { inputSchema: { type: 'object', properties: { message: { type: 'string' } } } },
        children: ['log_message'],
      },
      log_message: {
        type: 'log',
        payload: { message: 'Incoming message: {{$trigger.body.message}}' },
        children: [],
      },
    },
  },
};

async function create(definition: unknown = log('a'), more: object = {}): Promise<string> {
  const { body } = await api.call('POST', '/v1/workflows', { name: 'w', definition, ...more });
  return body.data.id as string;
}
const put = (id: string, body: unknown): Promise<Answer> =>
  api.call('PUT', `/v1/workflows/${id}`, body);
const post = (id: string, step: string, body?: unknown): Promise<Answer> =>
  api.call('POST', `/v1/workflows/${id}/${step}`, body);
const get = (id: string, part = ''): Promise<Answer> =>
  api.call('GET', `/v1/workflows/${id}${part}`);

describe('creating', () => {
  it('makes a draft out of the quickstart', async () => {
    const { status, body } = await api.call('POST', '/v1/workflows', QUICKSTART);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      ...QUICKSTART,
      organizationId: api.organizationId,
      status: 'draft',
      type: 'manual',
      visibility: 'org',
      version: 1,
      hasDraft: true,
      hasLiveVersion: false,
      draftVersion: 1,
    });
    expect(body.data.id).toMatch(/^wf_\w+$/);
    expect(body.data.triggerSecret).toMatch(/^[\w-]{32}$/);
    expect((await get(body.data.id)).body.data).toEqual(body.data);
  });

  it('takes a draft with problems of meaning', async () => {
    const definition = { nodes: { root: { type: 'no-such-type', children: ['gone'] } } };
    expect((await get(await create(definition))).body.data.definition.nodes.root).toEqual({
      type: 'no-such-type',
      payload: {},
      children: ['gone'],
    });
  });

  it('refuses what has not the outline of a definition', async () => {
    const definition = { nodes: { root: 'manual' } };
    const answer = await api.call('POST', '/v1/workflows', { name: 'w', definition });
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe(400228);
    expect(answer.body.details[0]).toMatchObject({ type: 'nodes', code: 'wrong_type' });
  });

  it.each<[object, string[]]>([
    [{}, ['name', 'definition']],
    [{ name: '', definition: log('a') }, ['name']],
    [{ name: ' ', definition: log('a') }, ['name']],
    [{ name: 'x'.repeat(256), definition: log('a') }, ['name']],
    [{ name: 'w', definition: log('a'), cooldownMs: 1 }, ['cooldownMs']],
    [{ name: 'w', definition: log('a'), maxRuns: 1e30 }, ['maxRuns']],
    [{ name: 'w', definition: log('a'), workflow: 1, nmae: 2 }, ['workflow', 'nmae']],
  ])('names what is wrong with %j', async (body, fields) => {
    const answer = await api.call('POST', '/v1/workflows', body);
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe(400006);
    expect(answer.body.details.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  it('refuses a definition over 1 MB', async () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 5 }, (_, at) => [
        `n${at}`,
        { type: 'log', payload: { message: 'x'.repeat(250_000) } },
      ]),
    );
    const answer = await api.call('POST', '/v1/workflows', { name: 'w', definition: { nodes } });
    expect(answer.body.code).toBe(413001);
  });
});

describe('validating', () => {
  const validate = (body: unknown): Promise<Answer> =>
    api.call('POST', '/v1/workflows/validate', body);

  it.each<[string, object]>([
    ['the create body', QUICKSTART],
    ['{definition}', { definition: QUICKSTART.definition }],
    ['the bare definition', QUICKSTART.definition],
  ])('takes %s', async (_, body) => {
    const { status, body: answer } = await validate(body);
    expect(status).toBe(200);
    expect(answer.data).toEqual({ valid: true, errors: [], warnings: [] });
  });

  it('warns of what is allowed and seldom meant', async () => {
    const hold = {
      type: 'wait',
      payload: { timeoutMs: 5_000, triggerType: 'manual', triggerConfig: {} },
    };
    const nodes = { root: { type: 'manual', payload: {}, children: ['hold'] }, hold };
    const { body: answer } = await validate({ nodes });
    expect(answer.data).toEqual({
      valid: true,
      errors: [],
      warnings: [
        expect.objectContaining({ code: 'wait_short', nodeId: 'hold', field: 'payload.timeoutMs' }),
        expect.objectContaining({ code: 'timeout_not_handled', nodeId: 'hold' }),
      ],
    });
  });

  it('tells every problem at once, with 200', async () => {
    const definition = {
      nodes: {
        root: { type: 'manual', payload: {}, children: ['a', 'gone'] },
        a: { type: 'log', payload: { message: '{{nobody.result.x}}' }, children: [] },
        lost: { type: 'log', payload: {}, children: [] },
      },
    };
    const { status, body } = await validate({ name: '', definition });
    expect(status).toBe(200);
    expect(body.data.valid).toBe(false);
    const codes = body.data.errors.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['name_empty', 'unknown_child', 'unknown_node', 'unreachable']),
    );
  });

  it('tells that an input schema does not compile', async () => {
    const inputSchema = { type: 'object', properties: { a: { pattern: '(' } } };
    const { body } = await validate({
      nodes: { root: { type: 'manual', payload: { inputSchema }, children: [] } },
    });
    expect(body.data.errors).toMatchObject([{ code: 'input_schema_invalid', nodeId: 'root' }]);
  });

  it('holds payloads against the schemas of their types', async () => {
    const nodes = {
      root: { type: 'manual', payload: {}, children: ['get'] },
      get: { type: 'http-request', payload: { method: 'FETCH' } },
    };
    const { body } = await validate({ nodes });
    const told = { code: 'payload_invalid', nodeId: 'get' };
    expect(body.data.errors).toMatchObject([
      { ...told, field: 'payload.url', message: '`url` is required.' },
      {
        ...told,
        field: 'payload.method',
        message: expect.stringMatching(/^`method` must be one of GET, /) as string,
      },
    ]);
  });

  it('is open to keys that only read', async () => {
    const { organizationId, dataSource } = api;
    const made = await createKey(dataSource.manager, { organizationId, name: 'r', scope: 'read' });
    const path = '/v1/workflows/validate';
    expect((await api.call('POST', path, QUICKSTART, made.key)).status).toBe(200);
    const refused = await api.call('POST', '/v1/workflows', QUICKSTART, made.key);
    expect(refused.status).toBe(403);
    expect(refused.body.code).toBe(403001);
  });
});

describe('changing', () => {
  it('makes a new version of another definition, none of the same', async () => {
    const id = await create();
    const first = (await get(id)).body.data;
    const same = await put(id, { definition: log('a'), name: 'w', skipAIGeneration: true });
    expect(same.body.data).toEqual(first);
    const changed = await put(id, { definition: log('b') });
    expect(changed.body.data).toMatchObject({ version: 2, draftVersion: 2, hasLiveVersion: false });
    expect((await get(id, '/versions/count')).body.data).toEqual({ total: 2 });
    expect((await get(id, '/versions/1')).body.data.definition.nodes.say.payload.message).toBe('a');
  });

  it('changes name and settings in place', async () => {
    const id = await create(log('a'), { maxRuns: 5 });
    const changes = { name: 'other', description: 'd', maxRuns: 9, cooldownMs: 1000 };
    const { body } = await put(id, { ...changes, uiMetadata: { nodePositions: {} } });
    expect(body.data).toMatchObject({ ...changes, remainRuns: 9, version: 1 });
    const cleared = await put(id, { maxRuns: null, cooldownMs: null, description: null });
    expect(cleared.body.data).toMatchObject({ name: 'other', description: '' });
    expect(cleared.body.data).not.toHaveProperty('maxRuns');
    expect(cleared.body.data).not.toHaveProperty('cooldownMs');
  });

  it('refuses when the version is another one than expected', async () => {
    const id = await create();
    await put(id, { definition: log('b') });
    const answer = await put(id, { definition: log('c'), expectedCurrentVersion: 1 });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      code: 409001,
      details: [{ expectedVersion: 1, currentVersion: 2 }],
    });
    expect((await put(id, { definition: log('c'), expectedCurrentVersion: 2 })).status).toBe(200);
  });

  it('lets one of ten racing writers through', async () => {
    const id = await create();
    const writes = Array.from({ length: 10 }, (_, at) =>
      put(id, { definition: log(`race ${at}`), expectedCurrentVersion: 1 }),
    );
    const statuses = (await Promise.all(writes)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
  });

  it('keeps secrets out of what it shows and keeps them when masks come back', async () => {
    const definition = {
      nodes: {
        root: { type: 'manual', payload: {}, children: ['call'] },
        call: {
          type: 'http-request',
          payload: {
            url: 'https://a.example',
            method: 'GET',
            headers: {
              Authorization: 'Bearer hunter2',
              'Ocp-Apim-Subscription-Key': 'hunter2',
              accept: 'text/plain',
            },
          },
          children: [],
        },
      },
    };
    const id = await create(definition);
    const shown = (await get(id)).body.data.definition;
    expect(shown.nodes.call.payload.headers).toEqual({
      Authorization: '***',
      'Ocp-Apim-Subscription-Key': '***',
      accept: 'text/plain',
    });
    expect((await put(id, { definition: shown })).body.data.version).toBe(1);
    expect((await put(id, { definition })).body.data.version).toBe(1);
    definition.nodes.call.payload.headers.Authorization = 'Bearer other';
    expect((await put(id, { definition })).body.data.version).toBe(2);
    expect((await post(id, 'publish', {})).status).toBe(200);
    const rows: unknown = await api.dataSource.query('SELECT definition FROM workflow_versions');
    expect(JSON.stringify(rows)).not.toMatch(/hunter2|Bearer other/);
  });
});

describe('publishing', () => {
  it('makes the draft live, and the next edit a draft beside it', async () => {
    const id = await create();
    const published = await post(id, 'publish', {});
    expect(published.body.data).toMatchObject({
      status: 'active',
      version: 1,
      liveVersion: 1,
      hasDraft: false,
      hasLiveVersion: true,
    });
    await put(id, { definition: log('b') });
    expect((await get(id)).body.data).toMatchObject({
      status: 'active',
      version: 2,
      hasDraft: true,
    });
    expect((await get(id, '/live')).body.data).toMatchObject({ status: 'active', version: 1 });
    expect((await get(id, '/draft')).body.data).toMatchObject({ status: 'draft', version: 2 });
    await post(id, 'publish');
    const { body } = await get(id, '/versions');
    expect(body.data.currentVersion).toBe(2);
    expect(
      body.data.items.map((item: { version: number; status: string }) => [
        item.version,
        item.status,
      ]),
    ).toEqual([
      [2, 'active'],
      [1, 'archived'],
    ]);
  });

  it('refuses a definition with problems and tells them all', async () => {
    const id = await create({ nodes: { root: { type: 'manual', children: ['a', 'b'] } } });
    const { status, body } = await post(id, 'publish', {});
    expect(status).toBe(400);
    expect(body.code).toBe(400228);
    expect(body.details).toHaveLength(2);
    expect(body.message).toContain('(and 1 more)');
    expect((await get(id)).body.data.status).toBe('draft');
  });

  it('refuses another version than expected, and does nothing twice', async () => {
    const id = await create();
    expect((await post(id, 'publish', { expectedVersion: 2 })).body.code).toBe(409001);
    expect((await post(id, 'publish', { expectedVersion: 1 })).status).toBe(200);
    expect((await post(id, 'publish', { expectedVersion: 1 })).status).toBe(200);
  });

  it('keeps the compiled plan', async () => {
    const id = await create();
    await post(id, 'publish');
    const rows: { plan: { nodes: unknown[] } }[] = await api.dataSource.query(
      'SELECT plan FROM workflow_versions WHERE workflow_id = $1',
      [id],
    );
    expect(rows[0]?.plan.nodes).toHaveLength(2);
  });
});

describe('the life of a workflow', () => {
  it('is paused and resumed when it is live', async () => {
    const id = await create();
    expect((await post(id, 'pause')).body.code).toBe(400122);
    await post(id, 'publish');
    expect((await post(id, 'pause')).body.data.status).toBe('paused');
    expect((await get(id, '/live')).body.data.status).toBe('paused');
    expect((await post(id, 'resume')).body.data.status).toBe('active');
  });

  it('is archived and comes back as a draft', async () => {
    const id = await create();
    await post(id, 'publish');
    expect((await post(id, 'unarchive')).body.code).toBe(400121);
    const archived = await api.call('DELETE', `/v1/workflows/${id}`);
    expect(archived.status).toBe(200);
    expect(archived.body).not.toHaveProperty('data');
    expect((await put(id, { name: 'x' })).body.code).toBe(400120);
    expect((await post(id, 'publish')).body.code).toBe(400120);
    expect((await post(id, 'run', {})).body.code).toBe(400120);
    const back = await post(id, 'unarchive');
    expect(back.body.data).toMatchObject({
      status: 'draft',
      hasDraft: true,
      hasLiveVersion: false,
    });
    expect((await post(id, 'publish')).body.data.status).toBe('active');
  });

  it('goes back to an older version as a draft', async () => {
    const id = await create();
    await put(id, { definition: log('b') });
    await post(id, 'publish');
    expect((await post(id, 'rollback', {})).body.details).toMatchObject([
      { field: 'targetVersion' },
    ]);
    expect((await post(id, 'rollback', { targetVersion: 9 })).body.code).toBe(404002);
    const { body } = await post(id, 'rollback', { versionNumber: 1, expectedCurrentVersion: 2 });
    expect(body.data).toMatchObject({ version: 3, draftVersion: 3, liveVersion: 2 });
    expect(body.data.definition).toEqual((await get(id, '/versions/1')).body.data.definition);
  });

  it('drops a draft, unless it is all there is', async () => {
    const id = await create();
    expect((await api.call('DELETE', `/v1/workflows/${id}/draft`)).body.code).toBe(400123);
    await post(id, 'publish');
    expect((await api.call('DELETE', `/v1/workflows/${id}/draft`)).body.code).toBe(404004);
    await put(id, { definition: log('b') });
    expect((await api.call('DELETE', `/v1/workflows/${id}/draft`)).status).toBe(200);
    expect((await get(id)).body.data).toMatchObject({ version: 1, hasDraft: false });
    expect((await get(id, '/draft')).body.code).toBe(404004);
    const next = await put(id, { definition: log('c') });
    expect(next.body.data.version).toBe(3);
  });

  it('has nothing live before it is published', async () => {
    expect((await get(await create(), '/live')).body.code).toBe(404003);
  });

  it.each(['abc', '0', '-1', '1.5', '99999999999999999999'])(
    'has no version %s',
    async (number) => {
      const { status, body } = await get(await create(), `/versions/${number}`);
      expect([status, body.code]).toEqual([400, 400006]);
    },
  );
});

describe('listing', () => {
  let other: TestApi['call'];
  beforeAll(async () => {
    const id = newId('org');
    const { manager } = api.dataSource;
    await manager.insert(Organization, { id, name: 'Listing' });
    const { key } = await createKey(manager, {
      organizationId: id,
      name: 'k',
      scope: 'read-write',
    });
    other = (method, path, body) => api.call(method, path, body, key);
    for (const name of ['Beta', 'alpha', '100% sure', 'Gamma_1']) {
      await other('POST', '/v1/workflows', {
        name,
        definition: log(name),
        description: `about ${name}`,
      });
    }
  });

  const names = async (query: string): Promise<string[]> =>
    ((await other('GET', `/v1/workflows${query}`)).body.data.items as { name: string }[]).map(
      ({ name }) => name,
    );

  it('answers in both shapes', async () => {
    const { body } = await other('GET', '/v1/workflows?limit=3');
    expect(body).toMatchObject({ code: 0, hasMore: true });
    expect(body.data).toMatchObject({ limit: 3, offset: 0, hasMore: true });
    expect(body.workflows).toEqual(body.data.items);
    expect(body.workflows[0]).toMatchObject({
      name: 'Gamma_1',
      status: 'draft',
      visibility: 'org',
    });
    expect(body.workflows[0]).not.toHaveProperty('definition');
  });

  it('pages', async () => {
    const last = await other('GET', '/v1/workflows?limit=3&offset=3');
    expect(last.body.data.items).toHaveLength(1);
    expect(last.body.data.hasMore).toBe(false);
    expect((await other('GET', '/v1/workflows?limit=1000')).body.data.limit).toBe(100);
  });

  it.each<[string, string[]]>([
    ['?q=ALPHA', ['alpha']],
    ['?q=100%25', ['100% sure']],
    ['?q=a_1', ['Gamma_1']],
    ['?q=%5C', []],
    ['?sort=name:asc', ['100% sure', 'alpha', 'Beta', 'Gamma_1']],
    ['?sort=createdAt:desc&limit=1', ['Gamma_1']],
    ['?sort=runs:desc&limit=1&type=manual', ['Gamma_1']],
    ['?type=cronjob', []],
    ['?status=active', []],
    ['?actions=log,http-request&limit=1', ['Gamma_1']],
    ['?actions=http-request', []],
    ['?connectors=slack', []],
    ['?owner=yours&madeByMe=true&limit=1', ['Gamma_1']],
    ['?owner=public', []],
    ['?_fields_filter=id&limit=1', ['Gamma_1']],
  ])('takes %s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it('leaves archived workflows out unless asked', async () => {
    const [first] = (await other('GET', '/v1/workflows?q=Beta')).body.workflows as { id: string }[];
    await other('DELETE', `/v1/workflows/${first?.id ?? ''}`);
    expect(await names('?q=Beta')).toEqual([]);
    expect(await names('?status=archived')).toEqual(['Beta']);
  });

  it.each([
    ['?limit=0', 'limit'],
    ['?offset=-1', 'offset'],
    ['?limit=1&limit=2', 'limit'],
    ['?q=a&q=b', 'q'],
    [`?q=${'x'.repeat(257)}`, 'q'],
    ['?sort=id:asc', 'sort'],
    ['?status=live', 'status'],
    ['?stauts=draft', 'stauts'],
    ['?madeByMe=perhaps', 'madeByMe'],
    ['?constructor=1', 'constructor'],
  ])('refuses %s', async (query, field) => {
    const { status, body } = await other('GET', `/v1/workflows${query}`);
    expect(status).toBe(400);
    expect(body.details).toMatchObject([{ field }]);
  });

  it('shows nothing of other organizations', async () => {
    const id = await create();
    expect(await names('?q=w&limit=100')).not.toContain('w');
    for (const [method, part, body] of [
      ['GET', '', undefined],
      ['PUT', '', { name: 'x' }],
      ['DELETE', '', undefined],
      ['GET', '/live', undefined],
      ['GET', '/draft', undefined],
      ['DELETE', '/draft', undefined],
      ['GET', '/versions', undefined],
      ['GET', '/versions/1', undefined],
      ['GET', '/versions/count', undefined],
      ['POST', '/publish', {}],
      ['POST', '/pause', {}],
      ['POST', '/resume', {}],
      ['POST', '/unarchive', {}],
      ['POST', '/rollback', { targetVersion: 1 }],
      ['POST', '/run', {}],
      ['GET', '/runs', undefined],
    ] as const) {
      const answer = await other(method, `/v1/workflows/${id}${part}`, body);
      expect([method, part, answer.status, answer.body.code]).toEqual([method, part, 404, 404001]);
    }
    expect((await get(id)).body.data).toMatchObject({ name: 'w', status: 'draft' });
  });
});
