import { AuthSettings } from '../../src/auth/auth-settings';
import { searchStatement } from '../../src/search/stored-search';
import { join, ownerOfNew, type Somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
let owner: Somebody & { organizationId: string };
let other: Somebody & { organizationId: string };
beforeAll(async () => {
  api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open') });
});
beforeEach(async () => {
  owner = await ownerOfNew(api);
  other = await ownerOfNew(api);
});
afterAll(() => api.close());

const DEFINITION = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };
const get = (path: string, person = owner): Promise<Answer> =>
  person.call('GET', path, undefined, person.organizationId);
const make = async (path: string, body: object, person = owner): Promise<string> => {
  const made = await person.call('POST', path, body, person.organizationId);
  return made.body.data.id as string;
};
const workflow = (name: string, description = '', person = owner): Promise<string> =>
  make('/v1/workflows', { name, description, definition: DEFINITION }, person);
const template = (name: string, visibility = 'org', tags = ['t']): Promise<string> =>
  make('/v1/templates', { name, description: '', tags, visibility, definition: DEFINITION });

interface Hit {
  id: string;
  type: string;
  score: number;
}
const hits = (answer: Answer): Hit[] => answer.body.data.results as Hit[];
const found = async (query: string, person = owner): Promise<string[]> =>
  hits(await get(`/v1/search?${query}`, person)).map(({ id }) => id);

describe('a search', () => {
  it('finds workflows by the beginnings of all words, those in the name first', async () => {
    const inText = await workflow('Nightly', 'Reports orders.created, as they come');
    const inName = await workflow('Order report');
    await workflow('Reports of something else');
    const { data } = (await get('/v1/search?q=Repo%20ORD&types=workflow')).body;
    expect(data).toMatchObject({
      ...{ query: 'Repo ORD', totalHits: 2 },
      results: [
        {
          id: inName,
          type: 'workflow',
          name: 'Order report',
          status: 'draft',
          workflowType: 'manual',
        },
        { id: inText, type: 'workflow', description: 'Reports orders.created, as they come' },
      ],
    });
    expect(await found('q=created')).toEqual([inText]);
    expect(await found('q=order&types=workflows&limit=1')).toEqual([inName]);
    expect(await found('q=order&types=workflow&limit=1&offset=1')).toEqual([inText]);
    expect((await get('/v1/search?q=order&offset=9')).body.data.totalHits).toBe(2);
    expect(await found('q=%26%7C!')).toEqual([]);
    const path = `/v1/workflows/${inName}`;
    await owner.call('PUT', path, { name: 'Renamed' }, owner.organizationId);
    expect(await found('q=renam&types=workflow')).toEqual([inName]);
    expect(await found('q=order%20report&types=workflow')).toEqual([inText]);
    await owner.call('DELETE', path, undefined, owner.organizationId);
    expect(await found('q=renam&types=workflow')).toEqual([]);
  });

  it('finds each type, and only what the organization sees', async () => {
    const own = await workflow('zebra workflow');
    const hidden = await template('zebra for us');
    const shared = await template('zebra for all', 'public');
    expect((await found('q=zebra')).sort()).toEqual([own, hidden, shared].sort());
    expect(await found('q=zebra', other)).toEqual([shared]);
    expect(await found('q=zebra&types=workflow,action')).toEqual([own]);
    const [action] = hits(await get('/v1/search?q=http%20req&types=action'));
    expect(action).toMatchObject({ id: 'http-request', type: 'action', name: 'HTTP request' });
    expect((await found('q=manual&types=triggers'))[0]).toBe('manual');
    expect(await found('q=slack&types=connector_def')).toEqual([]);
    await owner.call('PATCH', `/v1/templates/${shared}`, { name: 'yak' }, owner.organizationId);
    expect(await found('q=zebra', other)).toEqual([]);
    expect(await found('q=yak', other)).toEqual([shared]);
  });

  it('shows a private workflow to who made it', async () => {
    const id = await workflow('zebra');
    await api.dataSource.query(`UPDATE workflows SET visibility = 'private' WHERE id = $1`, [id]);
    const developer = await join(api, owner);
    const asDeveloper = { ...developer, organizationId: owner.organizationId };
    expect(await found('q=zebra&types=workflow')).toEqual([id]);
    expect(await found('q=zebra&types=workflow', asDeveloper)).toEqual([]);
    expect((await get(`/v1/search/similar/workflow/${id}`, asDeveloper)).body.code).toBe(404001);
  });

  it.each([
    ['', 'q'],
    ['q=', 'q'],
    [`q=${'x'.repeat(257)}`, 'q'],
    ['q=x&types=user', 'types'],
    ['q=x&limit=0', 'limit'],
  ])('refuses ?%s', async (query, field) => {
    const answer = await get(`/v1/search?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field }] } });
  });
});

describe('what is similar', () => {
  it('shares words, of its own type', async () => {
    const source = await workflow('Daily order report', 'The orders of a day');
    const near = await workflow('Weekly order report');
    const far = await workflow('Monthly report', 'of the day');
    await workflow('The something of a kind');
    await template('Daily order report');
    await workflow('Daily order report', '', other);
    const answer = await get(`/v1/search/similar/workflows/${source}`);
    expect(hits(answer).map(({ id }) => id)).toEqual([near, far]);
    expect(await get(`/v1/search/similar/workflow/${source}?limit=1`)).toMatchObject({
      body: { data: { results: [{ id: near }], totalHits: 2 } },
    });
  });

  it('is found for templates, actions and triggers', async () => {
    const [one, two] = [await template('Pay an invoice', 'public'), await template('Invoice')];
    const templates = await get(`/v1/search/similar/template/${one}`);
    expect(hits(templates)).toMatchObject([{ id: two, type: 'template' }]);
    expect(hits(await get(`/v1/search/similar/template/${one}`, other))).toEqual([]);
    const actions = hits(await get('/v1/search/similar/action/http-request'));
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.map(({ id }) => id)).not.toContain('http-request');
    expect((await get('/v1/search/similar/trigger/manual')).status).toBe(200);
  });

  it('is not told of what the caller can not see', async () => {
    const id = await workflow('secret');
    const hidden = await template('secret');
    for (const [path, code] of [
      [`workflow/${id}`, 404001],
      ['workflow/wf_unknown', 404001],
      [`template/${hidden}`, 404060],
      ['action/manual', 404020],
      ['trigger/log', 404021],
      ['connector_def/slack', 404063],
    ]) {
      const { status, body } = await get(`/v1/search/similar/${path}`, other);
      expect({ path, status, code: body.code }).toEqual({ path, status: 404, code });
    }
    expect((await get('/v1/search/similar/user/x')).body.details[0].field).toBe('type');
  });
});

describe('tags', () => {
  it('are those in use, with what has them', async () => {
    await template('one', 'org', ['Zebra crossing', 'http']);
    await template('two', 'public', ['zebra-crossing']);
    const list = async (query = '', person = owner): Promise<Record<string, unknown>[]> =>
      (await get(`/v1/tags?limit=1000&${query}`, person)).body.data.items as never;
    const [zebra] = await list('search=ZEBRA');
    expect(zebra).toMatchObject({
      ...{ slug: 'zebra-crossing', count: 2, weight: 2, categories: ['Template'] },
      ...{ publicTemplateCount: 1, promotedTemplateCount: 0 },
    });
    expect(await list('search=zebra', other)).toMatchObject([{ count: 1, name: 'zebra-crossing' }]);
    expect(await list('search=zebra&scope=templates_org', other)).toEqual([]);
    expect(await list('search=zebra&scope=templates_org')).toMatchObject([{ count: 2 }]);
    expect(await list('search=zebra&scope=actions')).toEqual([]);
    const actions = await list('scope=actions&sortByCount=true');
    const counts = actions.map(({ count }) => count as number);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.length).toBeGreaterThan(3);
    const http = (await list()).find(({ slug }) => slug === 'http');
    expect(http?.categories).toContain('Template');
    expect((await list('category=Template')).map(({ slug }) => slug)).toContain('http');
    expect((await list('category=none')).length).toBe(0);
    const page = (await get('/v1/tags?limit=1&offset=1')).body.data;
    expect(page).toMatchObject({ limit: 1, offset: 1, hasMore: true });
    const categories = (await get('/v1/tags/categories')).body.data as string[];
    expect(categories).toEqual([...categories].sort());
    expect(categories).toContain('Template');
  });

  it.each(['limit=0', 'scope=x', 'sortByCount=maybe'])('refuse ?%s', async (query) => {
    expect((await get(`/v1/tags?${query}`)).status).toBe(400);
  });
});

describe('a search among many workflows', () => {
  it('reads what matches, by an index', async () => {
    await api.dataSource.query(
      `INSERT INTO workflows (organization_id, id, name, type, current_version, description)
       SELECT $1, 'wf_many' || n, 'Workflow number' || n || CASE WHEN n % 50 = 0 THEN ' zebra' ELSE '' END,
         'manual', 1, 'One of many that are here to be looked through'
       FROM generate_series(1, 10000) n`,
      [owner.organizationId],
    );
    await api.dataSource.query('ANALYZE workflows');
    expect((await get('/v1/search?q=zebra&types=workflow')).body.data.totalHits).toBe(200);
    const [row] = await api.dataSource.query<{ 'QUERY PLAN': object[] }[]>(
      `EXPLAIN (FORMAT JSON) ${searchStatement('workflow')}`,
      [owner.organizationId, owner.userId, "'zebra':*", 20, 0],
    );
    const plan = JSON.stringify(row);
    expect(plan).toContain('workflows_search');
    expect(plan).not.toContain('"Seq Scan"');
  });
});
