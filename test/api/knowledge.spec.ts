import { AuthSettings } from '../../src/auth/auth-settings';
import { join, ownerOfNew, type Somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
let owner: Somebody & { organizationId: string };
beforeAll(async () => {
  api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open') });
});
beforeEach(async () => {
  owner = await ownerOfNew(api);
});
afterAll(() => api.close());

const base = (): string => `/v1/organizations/${owner.organizationId}`;
const at = (method: string, path: string, body?: unknown): Promise<Answer> =>
  owner.call(method, base() + path, body);
const add = async (title: string, content = '', tags?: string[]): Promise<string> => {
  const made = await at('POST', '/knowledge', { title, content, tags });
  return made.body.data.id as string;
};
const ids = async (query = ''): Promise<string[]> => {
  const { body } = await at('GET', `/knowledge${query}`);
  return (body.data.items as { id: string }[]).map(({ id }) => id);
};

describe('knowledge', () => {
  it('is added, read, changed and deleted', async () => {
    const id = await add('Refund policy', 'Above 500 ask somebody.', ['Money matters']);
    const path = `/knowledge/${id}`;
    expect((await at('GET', path)).body.data).toMatchObject({
      ...{ id, organizationId: owner.organizationId, createdBy: owner.userId },
      ...{ title: 'Refund policy', content: 'Above 500 ask somebody.' },
      tags: [{ name: 'Money matters', slug: 'money-matters' }],
    });
    const changed = await at('PATCH', path, { content: 'Above 900 ask somebody.', tags: null });
    expect(changed.body.data).toMatchObject({ title: 'Refund policy', tags: [] });
    expect((await at('GET', path)).body.data.content).toBe('Above 900 ask somebody.');
    expect((await at('DELETE', path)).status).toBe(200);
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const body = method === 'PATCH' ? {} : undefined;
      expect((await at(method, path, body)).body.code).toBe(404062);
    }
  });

  it('is listed without texts, and found by words and tags', async () => {
    const text = await add('Glossary', 'A refund is money that goes back.', ['terms']);
    const title = await add('Refunds', 'How they are made.', ['Money', 'terms']);
    expect(await ids()).toEqual([title, text]);
    const { items } = (await at('GET', '/knowledge?limit=1')).body.data as { items: object[] };
    expect(items[0]).not.toHaveProperty('content');
    expect(await ids('?q=refu')).toEqual([title, text]);
    expect(await ids('?q=goes%20money')).toEqual([text]);
    expect(await ids('?q=!')).toEqual([]);
    expect(await ids('?tags=terms,money')).toEqual([title]);
    expect(await ids('?q=nothing')).toEqual([]);
  });

  it('has at most 1,000 documents', async () => {
    await api.dataSource.query(
      `INSERT INTO organization_documents
         (organization_id, id, title, content, tags, tag_slugs, created_by, updated_by)
       SELECT $1, 'doc_' || n, 'd', '', '{}', '{}', 'x', 'x' FROM generate_series(1, 999) n`,
      [owner.organizationId],
    );
    const both = await Promise.all(
      [1, 2].map(() => at('POST', '/knowledge', { title: 'last', content: '' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe(409051);
  });

  it.each<[object, string]>([
    [{ content: 'x' }, 'title'],
    [{ title: ' ', content: 'x' }, 'title'],
    [{ title: 't', content: 5 }, 'content'],
    [{ title: 't', content: 'x'.repeat(100_001) }, 'content'],
    [{ title: 't', content: '', tags: ['-'] }, 'tags.0'],
    [{ title: 't', content: '', tags: 'x' }, 'tags'],
    [{ title: 't', content: '', id: 'doc_1' }, 'id'],
  ])('refuses %j', async (body, field) => {
    const answer = await at('POST', '/knowledge', body);
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field }] } });
  });

  it('is not for other organizations', async () => {
    const id = await add('Secret');
    const other = await ownerOfNew(api);
    const path = `/v1/organizations/${other.organizationId}/knowledge`;
    expect((await other.call('GET', `${path}/${id}`)).body.code).toBe(404062);
    expect((await other.call('GET', `${path}?q=secret`)).body.data.items).toEqual([]);
    expect((await other.call('GET', `${base()}/knowledge/${id}`)).body.code).toBe(404030);
  });
});

describe('the profile of an organization', () => {
  it('is empty, then what was filled in', async () => {
    const { organizationId } = owner;
    expect((await at('GET', '/profile')).body.data).toEqual({ organizationId });
    const filled = { about: 'Payments', instructions: 'Ask first.', timezone: 'Europe/London' };
    await at('PATCH', '/profile', filled);
    const changed = await at('PATCH', '/profile', { language: 'en-GB', about: null });
    expect(changed.body.data).toMatchObject({ language: 'en-GB', timezone: 'Europe/London' });
    const { data } = (await at('GET', '/profile')).body;
    expect(data).toMatchObject({ instructions: 'Ask first.', updatedBy: owner.userId });
    expect(data).not.toHaveProperty('about');
  });

  it('is changed by owners', async () => {
    const developer = await join(api, owner);
    expect((await developer.call('GET', `${base()}/profile`)).status).toBe(200);
    const answer = await developer.call('PATCH', `${base()}/profile`, { about: 'x' });
    expect(answer.body.code).toBe(403002);
  });

  it.each([
    [{ timezone: 'Mars/Olympus' }, 'timezone'],
    [{ language: 'english please' }, 'language'],
    [{ about: 5 }, 'about'],
  ])('refuses %j', async (body, field) => {
    const answer = await at('PATCH', '/profile', body);
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field }] } });
  });
});
