import { createKey } from '../../src/auth/first-key';
import { Organization } from '../../src/database/entities';
import { startApi, type TestApi } from './start-api';

let api: TestApi;
let workflowId: string;
beforeAll(async () => {
  api = await startApi();
  workflowId = await newWorkflow('the one');
});
afterAll(() => api.close());

const definition = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };

let count = 0;
async function newWorkflow(name = `workflow ${count++ % 7}`): Promise<string> {
  const { body } = await api.call('POST', '/v1/workflows', { name, definition });
  return body.data.id as string;
}

async function newRun(): Promise<string> {
  const { body } = await api.call('POST', `/v1/workflows/${workflowId}/run`, {});
  return body.data.runId as string;
}

interface Item {
  id: string;
}

interface Read {
  items: Item[];
  limit: number;
  offset: number;
  hasMore: boolean;
  nextCursor: string | null;
}

async function page(path: string, cursor?: string | null): Promise<Read> {
  const query = `limit=5${typeof cursor === 'string' ? `&cursor=${cursor}` : ''}`;
  const url = `${path}${path.includes('?') ? '&' : '?'}${query}`;
  const { body, status } = await api.call('GET', url);
  expect(status).toBe(200);
  return body.data as Read;
}

/** Reads a list to its end; before each page something may happen. */
async function walk(path: string, before: () => Promise<unknown>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null | undefined;
  do {
    await before();
    const read = await page(path, cursor);
    expect({ offset: read.offset, more: read.hasMore }).toEqual({
      ...{ offset: 0, more: read.nextCursor !== null },
    });
    items.push(...read.items);
    cursor = read.nextCursor;
  } while (cursor !== null);
  return items;
}

describe('a walk through a list by cursor', () => {
  it('reads on while others write at the same time', async () => {
    const before: string[] = [];
    for (let made = 0; made < 12; made++) before.push(await newRun());
    const reader = { isOver: false };
    const writer = (async () => {
      while (!reader.isOver) await newRun();
    })();
    const seen = (await walk('/v1/runs', () => Promise.resolve())).map(({ id }) => id);
    reader.isOver = true;
    await writer;
    expect(new Set(seen).size).toBe(seen.length);
    expect(before.filter((id) => !seen.includes(id))).toEqual([]);
  });

  it('gives what the pages by offset give, in the same order', async () => {
    for (const path of ['/v1/workflows?sort=name:asc', '/v1/runs']) {
      const byCursor = await walk(path, () => Promise.resolve());
      const byOffset: Item[] = [];
      for (let read: Read | undefined; read?.hasMore !== false;) {
        const { body } = await api.call(
          'GET',
          `${path}${path.includes('?') ? '&' : '?'}limit=5&offset=${byOffset.length}`,
        );
        read = body.data as Read;
        byOffset.push(...read.items);
      }
      expect(byCursor).toEqual(byOffset);
    }
  });
});

describe('a cursor', () => {
  it.each([
    ['no cursor', '/v1/runs?cursor=x'],
    ['an empty one', '/v1/runs?cursor='],
    ['two', '/v1/runs?cursor=x&cursor=y'],
  ])('is refused when it is %s', async (_, path) => {
    const answer = await api.call('GET', path);
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field: 'cursor' }] } });
  });

  it('is refused by a list in another order', async () => {
    const { nextCursor } = await page('/v1/workflows?sort=createdAt:desc');
    const answer = await api.call('GET', `/v1/workflows?cursor=${nextCursor}`);
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field: 'cursor' }] } });
  });

  it('excludes an offset', async () => {
    const { nextCursor } = await page('/v1/runs');
    const answer = await api.call('GET', `/v1/runs?cursor=${nextCursor}&offset=1`);
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field: 'offset' }] } });
  });

  it('of an organization shows nothing of it to another', async () => {
    const { nextCursor } = await page('/v1/runs');
    const { manager } = api.dataSource;
    await manager.insert(Organization, { id: 'org_other', name: 'Other' });
    const wanted = { organizationId: 'org_other', name: 'k', scope: 'read' as const };
    const { key } = await createKey(manager, wanted);
    const { body } = await api.call('GET', `/v1/runs?cursor=${nextCursor}`, undefined, key);
    expect(body.data).toMatchObject({ items: [], nextCursor: null });
  });
});
