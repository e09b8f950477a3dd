import { AuthSettings } from '../../src/auth/auth-settings';
import { join, ownerOfNew, type Somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

const admins = new Set<string>();
let api: TestApi;
let admin: Somebody & { organizationId: string };
let owner: Somebody & { organizationId: string };
let other: Somebody & { organizationId: string };
beforeAll(async () => {
  const auth = new AuthSettings('open', 3_600_000, undefined, admins);
  api = await startApi(new AbsentEngine(), { auth });
  admin = await ownerOfNew(api);
  admins.add(admin.userId);
});
beforeEach(async () => {
  owner = await ownerOfNew(api);
  other = await ownerOfNew(api);
});
afterAll(() => api.close());

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const as =
  (person: Somebody & { organizationId: string }) =>
  (method: Method, path: string, body?: unknown): Promise<Answer> =>
    person.call(method, path, body, person.organizationId);
const mine = (method: Method, path: string, body?: unknown): Promise<Answer> =>
  as(owner)(method, path, body);
const theirs = (method: Method, path: string, body?: unknown): Promise<Answer> =>
  as(other)(method, path, body);
const administrator = (method: Method, path: string, body?: unknown): Promise<Answer> =>
  as(admin)(method, path, body);

const report = (message: string, headers?: object): object => ({
  nodes: {
    root: { type: 'manual', payload: {}, children: ['report'] },
    report: {
      type: 'http-request',
      payload: {
        url: '{{$props.url}}',
        method: 'POST',
        body: message,
        ...(headers && { headers }),
      },
      children: [],
    },
  },
});
const TEMPLATE = {
  name: 'Report',
  description: 'Posts a message.',
  tags: ['Order Reports', 'http'],
  visibility: 'org',
  definition: report('{{$props.greeting}}, {{$trigger.body.name}}', {
    authorization: 'Bearer {{$props.token}}',
  }),
  templateProps: [
    {
      key: 'url',
      name: 'Address',
      type: 'string',
      required: true,
      properties: { pattern: '^https://' },
    },
    { key: 'greeting', type: 'string', default: 'Hello' },
    { key: 'token', type: 'string', required: true, sensitive: true },
  ],
};
const VALUES = { url: 'https://example.com', token: 's3cret' };

const make = async (more: object = {}): Promise<string> => {
  const { status, body } = await mine('POST', '/v1/templates', { ...TEMPLATE, ...more });
  expect({ status, details: body.details }).toEqual({ status: 200, details: undefined });
  return body.data.id as string;
};
const makePublic = async (more: object = {}): Promise<string> => {
  const id = await make({ visibility: 'public', ...more });
  expect((await administrator('PUT', `/v1/templates/${id}/approve`)).status).toBe(200);
  return id;
};
const ids = ({ body }: Answer): string[] =>
  (body.data.items as { id: string }[]).map(({ id }) => id);

describe('a template', () => {
  it('is made, read and listed', async () => {
    const id = await make();
    const { data } = (await mine('GET', `/v1/templates/${id}`)).body;
    expect(data).toMatchObject({
      ...{ id, organizationId: owner.organizationId, organizationName: 'Payments team' },
      ...{ name: 'Report', description: 'Posts a message.', version: 1, forkCount: 0 },
      ...{ visibility: 'org', moderationStatus: 'approved', isPromoted: false, archived: false },
      ...{ definition: TEMPLATE.definition, templateProps: TEMPLATE.templateProps },
      tags: [
        { name: 'Order Reports', slug: 'order-reports' },
        { name: 'http', slug: 'http' },
      ],
      createdBy: owner.userId,
    });
    expect(ids(await mine('GET', '/v1/templates'))).toEqual([id]);
    expect(ids(await mine('GET', '/v1/templates?category=org&tags=order-reports,HTTP'))).toEqual([
      id,
    ]);
    expect(ids(await mine('GET', '/v1/templates?tags=order-reports&tags=none'))).toEqual([]);
    expect(ids(await mine('GET', '/v1/templates?category=public'))).toEqual([]);
  });

  it('gets a version for each change of what it holds, and goes back', async () => {
    const id = await make();
    const path = `/v1/templates/${id}`;
    const changed = await mine('PATCH', path, { name: 'Report 2', tags: ['x'], maxRuns: 5 });
    expect(changed.body.data).toMatchObject({ name: 'Report 2', version: 2, maxRuns: 5 });
    // The same again, and what is no content.
    const same = await mine('PATCH', path, { name: 'Report 2', slug: 'a-slug' });
    expect(same.body.data).toMatchObject({ version: 2, slug: 'a-slug' });
    const cleared = await mine('PATCH', path, { maxRuns: null });
    expect(cleared.body.data).toMatchObject({ version: 3 });
    expect(cleared.body.data).not.toHaveProperty('maxRuns');
    const back = await mine('POST', `${path}/rollback`, { targetVersion: 1 });
    expect(back.body.data).toMatchObject({ version: 4, name: 'Report' });
    expect((await mine('POST', `${path}/rollback`, { targetVersion: 9 })).body.code).toBe(404061);
    const { data } = (await mine('GET', `${path}/versions?limit=2`)).body;
    expect(data).toMatchObject({ currentVersion: 4, hasMore: true, limit: 2 });
    expect(data.items.map((one: { version: number }) => one.version)).toEqual([4, 3]);
    expect((await mine('GET', `${path}/versions/count`)).body.data).toEqual({ total: 4 });
    const second = await mine('GET', `${path}/versions/2`);
    expect(second.body.data).toMatchObject({ version: 2, name: 'Report 2', maxRuns: 5 });
    expect((await mine('GET', `${path}/versions/0`)).status).toBe(400);
    expect((await mine('GET', `${path}/versions/5`)).body.code).toBe(404061);
  });

  it('has a slug that is its own in the organization', async () => {
    const [first, second] = [await make(), await make()];
    await mine('PATCH', `/v1/templates/${first}`, { slug: 'report' });
    const taken = await mine('PATCH', `/v1/templates/${second}`, { slug: 'report' });
    expect(taken.body.code).toBe(409011);
  });

  it('is found by the workflow that it comes from', async () => {
    const definition = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };
    const made = await mine('POST', '/v1/workflows', { name: 'w', definition });
    const source = made.body.data.id as string;
    const path = `/v1/templates/by-source-workflow/${source}`;
    expect((await mine('GET', path)).body).toMatchObject({ code: 0, data: null });
    const id = await make({ sourceWorkflowId: source });
    expect((await mine('GET', path)).body.data).toMatchObject({ id, sourceWorkflowId: source });
    expect((await theirs('GET', path)).body.code).toBe(404001);
    const foreign = { ...TEMPLATE, sourceWorkflowId: source };
    expect((await theirs('POST', '/v1/templates', foreign)).body.code).toBe(404001);
  });

  it('is archived by its organization, and used no more', async () => {
    const id = await makePublic();
    const path = `/v1/templates/${id}`;
    expect((await theirs('DELETE', path)).body.code).toBe(403020);
    expect((await mine('DELETE', path)).status).toBe(200);
    expect((await mine('DELETE', path)).status).toBe(200);
    expect((await mine('GET', path)).body.data).toMatchObject({ archived: true });
    expect(ids(await mine('GET', '/v1/templates?category=org'))).toEqual([]);
    expect((await theirs('GET', path)).body.code).toBe(404060);
    for (const answer of [
      await mine('PATCH', path, { name: 'n' }),
      await mine('POST', `${path}/rollback`, { targetVersion: 1 }),
      await mine('GET', `${path}/stats`),
      await mine('POST', '/v1/workflows', { name: 'w', templateId: id, propValues: VALUES }),
    ]) {
      expect(answer).toMatchObject({ status: 410, body: { code: 410001 } });
    }
  });

  it.each<[string, object, string]>([
    [
      'a secret',
      { definition: report('x', { authorization: 'Bearer abc' }) },
      'definition.nodes.report.payload.headers.authorization',
    ],
    [
      'a masked secret',
      { definition: report('x', { 'x-api-key': '***' }) },
      'definition.nodes.report.payload.headers.x-api-key',
    ],
    [
      'a prop that nobody declared',
      { definition: report('{{$props.who}}') },
      'definition.nodes.report.payload.body',
    ],
    [
      'all props at once',
      { definition: report('{{$props}}') },
      'definition.nodes.report.payload.body',
    ],
    [
      'a sensitive prop in the open',
      { definition: report('{{$props.token}}') },
      'definition.nodes.report.payload.body',
    ],
    [
      'a connector',
      {
        definition: {
          nodes: { root: { type: 'manual', payload: {}, connector: { type: 'db', id: 'conn_1' } } },
        },
      },
      'definition.nodes.root.connector.id',
    ],
    [
      'a prop in code',
      {
        definition: {
          nodes: {
            root: { type: 'manual', payload: {}, children: ['c'] },
            c: { type: 'code-transform', payload: { code: 'return {{$props.url}}' } },
          },
        },
      },
      'definition.nodes.c.payload.code',
    ],
  ])('can not hold %s', async (_, more, field) => {
    const { status, body } = await mine('POST', '/v1/templates', { ...TEMPLATE, ...more });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 400150 });
    expect(body.details.map((one: { field: string }) => one.field)).toEqual([field]);
  });

  it('can not hold a reference to a secret', async () => {
    const definition = report('x', { cookie: { $secret: 'sec_1' } });
    const { body } = await mine('POST', '/v1/templates', { ...TEMPLATE, definition });
    expect(body.code).toBe(400228);
    expect(body.details).toEqual([
      expect.objectContaining({ code: 'foreign_secret', field: 'payload.headers.cookie' }),
    ]);
  });

  it.each<[object, string]>([
    [{ templateProps: {} }, 'templateProps'],
    [{ templateProps: [{ key: 'a' }] }, 'templateProps.0.type'],
    [{ templateProps: [{ key: 'a b', type: 'string' }] }, 'templateProps.0.key'],
    [{ templateProps: [{ key: 'a', type: 'list' }] }, 'templateProps.0.type'],
    [
      {
        templateProps: [
          { key: 'a', type: 'string' },
          { key: 'a', type: 'string' },
        ],
      },
      'templateProps.1.key',
    ],
    [{ templateProps: [{ key: 'a', type: 'integer', default: 1.5 }] }, 'templateProps.0.default'],
    [
      { templateProps: [{ key: 'a', type: 'string', sensitive: true, default: 'x' }] },
      'templateProps.0.default',
    ],
    [
      { templateProps: [{ key: 'a', type: 'string', properties: { pattern: '(' } }] },
      'templateProps.0.properties',
    ],
    [
      {
        templateProps: [
          { key: 'a', type: 'string', properties: { visibleWhen: { propKey: 'b' } } },
        ],
      },
      'templateProps.0.properties.visibleWhen.propKey',
    ],
    [{ tags: [] }, 'tags'],
    [{ tags: ['--'] }, 'tags.0'],
    [{ visibility: 'private' }, 'visibility'],
    [{ name: ' ' }, 'name'],
    [{ description: 'x'.repeat(2001) }, 'description'],
    [{ slug: 'mine' }, 'slug'],
  ])('is refused with %j', async (more, field) => {
    const { status, body } = await mine('POST', '/v1/templates', { ...TEMPLATE, ...more });
    expect({ status, field: body.details?.[0]?.field }).toEqual({ status: 400, field });
  });
});

describe('a public template', () => {
  it('is seen by all once an administrator has approved it, without a credential too', async () => {
    const id = await make({ visibility: 'public' });
    const path = `/v1/templates/${id}`;
    expect((await mine('GET', path)).body.data).toMatchObject({ moderationStatus: 'pending' });
    expect((await theirs('GET', path)).body.code).toBe(404060);
    expect((await api.call('GET', path, undefined, '')).status).toBe(401);
    expect(ids(await administrator('GET', '/v1/templates?category=pending'))).toContain(id);
    expect((await mine('GET', '/v1/templates?category=pending')).body.code).toBe(403020);
    expect((await mine('PUT', `${path}/approve`)).body.code).toBe(403020);
    await administrator('PUT', `${path}/approve`);
    expect((await theirs('GET', path)).body.data).toMatchObject({
      id,
      moderationStatus: 'approved',
    });
    expect((await theirs('GET', path)).body.data).not.toHaveProperty('createdBy');
    const anonymous = await api.call('GET', path, undefined, '');
    expect(anonymous.body.data).toMatchObject({ id, organizationName: 'Payments team' });
    const list = `/v1/organizations/${owner.organizationId}/templates/public`;
    await make();
    expect(ids(await api.call('GET', list, undefined, ''))).toEqual([id]);
    expect((await api.call('GET', '/v1/organizations/org_x/templates/public')).status).toBe(404);
    expect(ids(await theirs('GET', '/v1/templates?category=public&limit=100'))).toContain(id);
    expect(ids(await theirs('GET', '/v1/templates?category=org'))).toEqual([]);
  });

  it('stays as it was approved until its change is approved', async () => {
    const id = await makePublic();
    const path = `/v1/templates/${id}`;
    const changed = await mine('PATCH', path, { name: 'Changed' });
    expect(changed.body.data).toMatchObject({ version: 2, moderationStatus: 'pending' });
    expect((await theirs('GET', path)).body.data).toMatchObject({ version: 1, name: 'Report' });
    expect((await administrator('GET', path)).body.data).toMatchObject({ name: 'Changed' });
    await administrator('PUT', `${path}/approve`);
    expect((await theirs('GET', path)).body.data).toMatchObject({ version: 2, name: 'Changed' });
    const rejected = await administrator('PUT', `${path}/reject`, { reason: 'spam' });
    expect(rejected.body.data).toMatchObject({ moderationStatus: 'rejected' });
    expect((await theirs('GET', path)).body.code).toBe(404060);
    expect((await mine('GET', path)).body.data).toMatchObject({ rejectionReason: 'spam' });
    // Its history stays with its organization.
    for (const part of ['versions', 'versions/count', 'versions/1']) {
      expect((await theirs('GET', `${path}/${part}`)).body.code).toBe(404060);
    }
    expect((await theirs('PATCH', path, { name: 'x' })).body.code).toBe(404060);
  });

  it('is promoted by administrators alone', async () => {
    const id = await make({ visibility: 'public' });
    const path = `/v1/templates/${id}`;
    expect((await mine('PUT', `${path}/promote`)).body.code).toBe(403020);
    expect((await theirs('PUT', `${path}/promote`)).body.code).toBe(404060);
    const promoted = await administrator('PUT', `${path}/promote`);
    expect(promoted.body.data).toMatchObject({ isPromoted: true, moderationStatus: 'approved' });
    expect(ids(await theirs('GET', '/v1/templates?category=promoted&limit=100'))).toContain(id);
    await administrator('PUT', `${path}/unpromote`);
    expect(ids(await theirs('GET', '/v1/templates?category=promoted&limit=100'))).not.toContain(id);
    await administrator('PUT', `${path}/promote`);
    const hidden = await mine('PATCH', path, { visibility: 'org' });
    expect(hidden.body.data).toMatchObject({ isPromoted: false, moderationStatus: 'approved' });
    expect((await administrator('PUT', `${path}/promote`)).body.code).toBe(404060);
  });

  it('of an administrator needs no review, and is reviewed only while it is public', async () => {
    const made = await administrator('POST', '/v1/templates', {
      ...TEMPLATE,
      visibility: 'public',
    });
    const path = `/v1/templates/${made.body.data.id as string}`;
    expect((await theirs('GET', path)).status).toBe(200);
    await administrator('PATCH', path, { visibility: 'org' });
    expect((await administrator('PUT', `${path}/promote`)).body.code).toBe(409050);
    expect((await administrator('DELETE', path)).status).toBe(200);
  });

  it('is public at once where there are no administrators', async () => {
    admins.clear();
    const id = await make({ visibility: 'public' });
    admins.add(admin.userId);
    expect((await theirs('GET', `/v1/templates/${id}`)).status).toBe(200);
  });

  it('takes the permission to publish', async () => {
    const developer = await join(api, owner);
    const restrictions = `/v1/orgs/${owner.organizationId}/restrictions`;
    await mine('POST', restrictions, { type: 'developer_publish' });
    const asDeveloper = as({ ...developer, organizationId: owner.organizationId });
    const own = await asDeveloper('POST', '/v1/templates', TEMPLATE);
    expect(own.status).toBe(200);
    const path = `/v1/templates/${own.body.data.id as string}`;
    expect((await asDeveloper('PATCH', path, { visibility: 'public' })).body.code).toBe(403008);
    expect((await mine('GET', path)).body.data).toMatchObject({ visibility: 'org' });
    const made = await asDeveloper('POST', '/v1/templates', { ...TEMPLATE, visibility: 'public' });
    expect(made.body.code).toBe(403008);
    await mine('PATCH', path, { visibility: 'public' });
    expect((await asDeveloper('PATCH', path, { name: 'x' })).body.code).toBe(403008);
  });

  it('goes with its organization', async () => {
    const id = await makePublic();
    await owner.call('DELETE', `/v1/organizations/${owner.organizationId}`);
    expect((await theirs('GET', `/v1/templates/${id}`)).body.code).toBe(404060);
  });
});

describe('a workflow made from a template', () => {
  const fork = (templateId: string, more: object = {}): Promise<Answer> =>
    theirs('POST', '/v1/workflows', { name: 'w', templateId, propValues: VALUES, ...more });

  it('has its props filled in, and its secrets sealed', async () => {
    const id = await makePublic({ maxRuns: 7 });
    const { status, body } = await fork(id);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      ...{ organizationId: other.organizationId, sourceTemplateId: id, status: 'draft' },
      ...{ description: 'Posts a message.', maxRuns: 7 },
    });
    expect(body.data.definition.nodes.report.payload).toEqual({
      ...{ url: 'https://example.com', method: 'POST', body: 'Hello, {{$trigger.body.name}}' },
      headers: { authorization: '***' },
    });
    const publish = `/v1/workflows/${body.data.id as string}/publish`;
    expect((await theirs('POST', publish)).status).toBe(200);
    expect((await mine('GET', `/v1/templates/${id}`)).body.data.forkCount).toBe(1);
    const stats = await theirs('GET', `/v1/templates/${id}/stats`);
    const counts = { totalDeployments: 1, activeWorkflows: 1, recentDeployments: 1 };
    expect(stats.body.data).toEqual(counts);
    const [row] = await api.dataSource.query<{ definition: object }[]>(
      'SELECT definition FROM workflow_versions WHERE organization_id = $1 AND workflow_id = $2',
      [other.organizationId, body.data.id],
    );
    expect(JSON.stringify(row)).not.toContain('s3cret');
  });

  it('keeps values in their places, whatever they hold', async () => {
    const id = await makePublic();
    const greeting = '{{$vars.key}}", "type": "log';
    const { body } = await fork(id, { propValues: { ...VALUES, greeting } });
    const { nodes } = body.data.definition as typeof TEMPLATE.definition & {
      nodes: { report: { type: string; payload: { body: string } } };
    };
    expect(nodes.report.type).toBe('http-request');
    expect(nodes.report.payload.body).toBe(
      '\\{{$vars.key}}", "type": "log, {{$trigger.body.name}}',
    );
  });

  it('can bring a definition of its own, filled in already or not', async () => {
    const id = await makePublic();
    const own = report('Hi', {});
    const { body } = await fork(id, { definition: own, propValues: { url: 'https://a.b' } });
    expect(body.data.definition.nodes.report.payload).toMatchObject({
      url: 'https://a.b',
      body: 'Hi',
    });
    const done = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };
    const filled = await fork(id, { definition: done, propValues: undefined });
    expect(filled.body.data).toMatchObject({ definition: done, sourceTemplateId: id });
    expect((await mine('GET', `/v1/templates/${id}`)).body.data.forkCount).toBe(2);
    expect((await fork(id, { definition: 'x' })).body.code).toBe(400228);
  });

  it.each<[object, string, string]>([
    [{ token: 'x' }, 'propValues.url', 'propValues.url is required (Address)'],
    [
      { url: 'https://a.b', token: '' },
      'propValues.token',
      'propValues.token must NOT have fewer than 1 characters',
    ],
    [
      { ...VALUES, url: 'ftp://a' },
      'propValues.url',
      'propValues.url must match pattern "^https://"',
    ],
    [{ ...VALUES, greeting: 5 }, 'propValues.greeting', 'propValues.greeting must be string'],
    [{ ...VALUES, who: 'x' }, 'propValues.who', 'propValues.who is no prop of the template'],
    [
      { ...VALUES, token: '{{x}}' },
      'propValues.token',
      'propValues.token must not hold {{, since it could not be sealed',
    ],
  ])('is refused with the values %j', async (propValues, field, message) => {
    const id = await makePublic();
    expect(await fork(id, { propValues })).toMatchObject({
      status: 400,
      body: { code: 400151, message, details: [{ field, message }] },
    });
    expect((await theirs('GET', '/v1/workflows')).body.data.items).toEqual([]);
    expect((await mine('GET', `/v1/templates/${id}`)).body.data.forkCount).toBe(0);
  });

  it('is refused without a template that it may see', async () => {
    const id = await make();
    const unknown = await fork('tmpl_unknown');
    const foreign = await fork(id);
    expect(unknown).toMatchObject({ status: 404, body: { code: 404060 } });
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    const without = { name: 'w', propValues: VALUES, definition: TEMPLATE.definition };
    const answer = await theirs('POST', '/v1/workflows', without);
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field: 'propValues' }] } });
    const nothing = await theirs('POST', '/v1/workflows', { name: 'w' });
    expect(nothing).toMatchObject({ status: 400, body: { details: [{ field: 'definition' }] } });
  });

  it('takes tables, and props that others hide', async () => {
    const columns = [
      { key: 'to', type: 'string', required: true },
      { key: 'amount', type: 'number' },
    ];
    const id = await makePublic({
      definition: report('{{$props.table.to}}{{$props.note}}'),
      templateProps: [
        { key: 'url', type: 'string', default: 'https://a.b' },
        { key: 'mode', type: 'string', properties: { enum: ['plain', 'noted'] }, default: 'plain' },
        {
          key: 'table',
          type: 'object',
          required: true,
          properties: { inputType: 'csvTable', columns, maxRows: 2 },
        },
        {
          key: 'note',
          type: 'string',
          required: true,
          properties: { visibleWhen: { propKey: 'mode', value: 'noted' } },
        },
      ],
    });
    const table = { to: ['a', 'b'], amount: [1, 2] };
    const bodyOf = ({ body }: Answer): unknown => body.data.definition.nodes.report.payload.body;
    expect(bodyOf(await fork(id, { propValues: { table, note: 'hidden' } }))).toBe('["a","b"]');
    const noted = { table, mode: 'noted', note: '!' };
    expect(bodyOf(await fork(id, { propValues: noted }))).toBe('["a","b"]!');
    const wrong: [object, string][] = [
      [{ table, mode: 'noted' }, 'propValues.note'],
      [{ table, mode: 'other' }, 'propValues.mode'],
      [{ table: { to: ['a'], amount: [1, 2] } }, 'propValues.table'],
      [{ table: { amount: [1] } }, 'propValues.table.to'],
      [{ table: { to: ['a', 'b', 'c'] } }, 'propValues.table.to'],
      [{ table: { to: ['a'], more: [1] } }, 'propValues.table.more'],
    ];
    for (const [propValues, field] of wrong) {
      const { status, body } = await fork(id, { propValues });
      expect({ status, field: body.details?.[0]?.field }).toEqual({ status: 400, field });
    }
  });
});

describe('recommended templates', () => {
  it('follow the interests of the user', async () => {
    const plain = await make({ tags: ['plain'] });
    const liked = await make({ tags: ['Liked things'] });
    const list = async (query: string): Promise<string[]> => {
      const { body } = await mine('GET', `/v1/templates/recommended?category=org${query}`);
      return (body.data as { id: string }[]).map(({ id }) => id);
    };
    await mine('POST', '/v1/user/interests', { value: 'liked things' });
    // Interests count only once the user says so.
    expect(await list('&strategy=strong_match')).toEqual([]);
    await owner.call('PUT', '/v1/user/interests/settings', { enabled: true });
    expect(await list('&strategy=strong_match')).toEqual([liked]);
    expect(await list('')).toEqual([liked, plain]);
    expect(await list('&strategy=popular_with_interest&limit=1')).toEqual([liked]);
    await mine('POST', '/v1/workflows', { name: 'w', templateId: plain, propValues: VALUES });
    expect(await list('&strategy=popular_with_interest')).toEqual([liked, plain]);
    const missing = await mine('GET', '/v1/templates/recommended');
    expect(missing).toMatchObject({ status: 400, body: { details: [{ field: 'category' }] } });
  });
});
