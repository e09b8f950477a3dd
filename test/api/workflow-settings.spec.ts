import { AuthSettings } from '../../src/auth/auth-settings';
import { join, ownerOfNew, somebody, type Somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

type Member = Pick<Somebody, 'userId'> & {
  call: (method: string, path: string, body?: unknown) => Promise<Answer>;
};

let api: TestApi;
let organizationId: string;
let boss: Member;
let ada: Member;
let bob: Member;

const within = ({ userId, call }: Somebody): Member => ({
  userId,
  call: (method, path, body) => call(method, path, body, organizationId),
});

beforeAll(async () => {
  api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open') });
  const owner = await ownerOfNew(api);
  ({ organizationId } = owner);
  boss = within(owner);
  ada = within(await join(api, owner));
  bob = within(await join(api, owner));
});
afterAll(() => api.close());

const DEFINITION = {
  inputSchema: [{ key: 'order', type: 'string' }],
  nodes: {
    root: { type: 'manual', payload: {}, titleOverride: 'New order', children: ['say'] },
    say: { type: 'log', payload: { message: 'x' }, children: [] },
  },
};
const calling = (workflowId: string) => ({
  nodes: {
    root: { type: 'manual', payload: {}, children: ['call'] },
    call: { type: 'trigger-workflow', payload: { workflowId }, children: [] },
  },
});

async function create(by: Member, more: object = {}): Promise<string> {
  const body = { name: 'w', definition: DEFINITION, ...more };
  return (await by.call('POST', '/v1/workflows', body)).body.data.id as string;
}
const read = async (by: Member, id: string): Promise<Answer> =>
  by.call('GET', `/v1/workflows/${id}`);

describe('the owner of a workflow', () => {
  it('is who made it, and gives it to another member', async () => {
    const id = await create(ada);
    expect((await read(bob, id)).body.data).toMatchObject({
      ownerUserId: ada.userId,
      createdBy: ada.userId,
      updatedBy: ada.userId,
    });
    const given = await ada.call('PUT', `/v1/workflows/${id}/owner`, { ownerUserId: bob.userId });
    expect(given.body.data).toEqual({ id, ownerUserId: bob.userId });
    expect((await read(ada, id)).body.data).toMatchObject({
      ownerUserId: bob.userId,
      createdBy: ada.userId,
    });
  });

  it('is changed by itself and by owners of the organization only', async () => {
    const id = await create(ada);
    const path = `/v1/workflows/${id}/owner`;
    const refused = await bob.call('PUT', path, { ownerUserId: bob.userId });
    expect([refused.status, refused.body.code]).toEqual([403, 403030]);
    expect((await boss.call('PUT', path, { ownerUserId: bob.userId })).status).toBe(200);
  });

  it('is a member', async () => {
    const id = await create(ada);
    const stranger = await somebody(api);
    const path = `/v1/workflows/${id}/owner`;
    const answer = await ada.call('PUT', path, { ownerUserId: stranger.userId });
    expect([answer.status, answer.body.code]).toEqual([404, 404031]);
    expect((await ada.call('PUT', path, {})).body.details).toMatchObject([
      { field: 'ownerUserId' },
    ]);
  });

  it('finds what is theirs', async () => {
    const id = await create(bob, { name: 'passed on' });
    await bob.call('PUT', `/v1/workflows/${id}/owner`, { ownerUserId: ada.userId });
    const names = async (by: Member, query: string): Promise<string[]> =>
      (
        (await by.call('GET', `/v1/workflows?q=passed&${query}`)).body.data.items as {
          name: string;
        }[]
      ).map(({ name }) => name);
    expect(await names(ada, 'owner=yours')).toEqual(['passed on']);
    expect(await names(ada, 'madeByMe=true')).toEqual([]);
    expect(await names(bob, 'owner=yours')).toEqual([]);
    expect(await names(bob, 'madeByMe=true')).toEqual(['passed on']);
  });
});

describe('the visibility of a workflow', () => {
  const set = (by: Member, id: string, visibility: unknown): Promise<Answer> =>
    by.call('PUT', `/v1/workflows/${id}/visibility`, { visibility });

  it('private hides it from other members, but not from owners of the organization', async () => {
    const id = await create(ada, { name: 'hidden' });
    expect((await set(ada, id, 'private')).body.data).toEqual({ id, visibility: 'private' });
    expect((await read(ada, id)).body.data.visibility).toBe('private');
    expect((await read(boss, id)).status).toBe(200);
    for (const [method, part, body] of [
      ['GET', ''],
      ['PUT', '', { name: 'x' }],
      ['POST', '/publish', {}],
      ['POST', '/run', {}],
      ['GET', '/runs'],
      ['GET', '/resolve'],
      ['GET', '/versions'],
    ] as const) {
      const answer = await bob.call(method, `/v1/workflows/${id}${part}`, body);
      expect([method, part, answer.status]).toEqual([method, part, 404]);
    }
    const runId = (await ada.call('POST', `/v1/workflows/${id}/run`, {})).body.data.runId as string;
    expect((await boss.call('GET', `/v1/runs/${runId}`)).body.data.workflowOwnerUserId).toBe(
      ada.userId,
    );
    for (const [method, part] of [
      ['GET', ''],
      ['POST', '/cancel'],
      ['POST', '/retry'],
      ['POST', '/nodes/root/resume'],
    ] as const) {
      const answer = await bob.call(method, `/v1/runs/${runId}${part}`);
      expect([method, part, answer.status]).toEqual([method, part, 404]);
    }
    expect((await bob.call('GET', '/v1/runs')).body.data.items).toEqual([]);
    expect((await bob.call('GET', '/v1/runs/status-counts/by-workflow')).body.data).toEqual([]);
    expect((await ada.call('GET', '/v1/runs')).body.data.items).toMatchObject([{ id: runId }]);
    const found = await bob.call('GET', '/v1/workflows?q=hidden');
    expect(found.body.data.items).toEqual([]);
    const meta = await bob.call('POST', '/v1/workflows/batch-meta', { workflowIds: [id] });
    expect(meta.body.data).toEqual({});
    const counted = await bob.call('GET', '/v1/workflows/counts?q=hidden');
    expect(counted.body.data.total).toBe(0);
    expect((await boss.call('GET', '/v1/workflows/counts?q=hidden')).body.data.total).toBe(1);
  });

  it('public needs the permission to publish', async () => {
    const id = await create(ada);
    const restriction = { type: 'developer_publish' };
    const path = `/v1/orgs/${organizationId}/restrictions`;
    const made = await boss.call('POST', path, restriction);
    expect((await set(ada, id, 'public_view')).body.code).toBe(403008);
    await boss.call('DELETE', `${path}/${made.body.data.id}`);
    expect((await set(ada, id, 'public_view')).status).toBe(200);
    expect((await ada.call('GET', '/v1/workflows?owner=public')).body.data.items).toMatchObject([
      { id, visibility: 'public_view' },
    ]);
  });

  it('is one of four', async () => {
    const { status, body } = await set(ada, await create(ada), 'secret');
    expect([status, body.details[0].field]).toEqual([400, 'visibility']);
  });
});

describe('what an editor draws', () => {
  it('changes in place, unless the version has moved on', async () => {
    const id = await create(ada);
    const path = `/v1/workflows/${id}/ui-metadata`;
    const uiMetadata = { nodePositions: { say: { x: 1, y: 2.5 } }, stickyNotes: [] };
    const answer = await ada.call('PATCH', path, { uiMetadata, expectedCurrentVersion: 1 });
    expect(answer.body.data).toEqual({ version: 1 });
    expect((await read(ada, id)).body.data).toMatchObject({ uiMetadata, version: 1 });
    const late = await ada.call('PATCH', path, { uiMetadata: {}, expectedCurrentVersion: 2 });
    expect([late.status, late.body.code]).toEqual([409, 409001]);
    expect((await ada.call('PATCH', path, { uiMetadata: [] })).status).toBe(400);
    const [item] = (await ada.call('GET', '/v1/workflows?limit=1')).body.data.items as unknown[];
    expect(item).toMatchObject({
      definitionSummary: { nodes: { say: { type: 'log', position: { x: 1, y: 2.5 } } } },
    });
  });
});

describe('lists and counts', () => {
  it('tell what is in a workflow without its definition', async () => {
    const id = await create(ada, { name: 'outlined' });
    const [item] = (await ada.call('GET', '/v1/workflows?q=outlined')).body.data.items as object[];
    expect(item).toMatchObject({
      id,
      nodeCount: 2,
      inputCount: 1,
      triggerType: 'manual',
      triggerName: 'New order',
      connectors: [],
      linkedWorkflowIds: [],
      definitionSummary: { nodes: { root: { type: 'manual', children: ['say'] } } },
    });
    const meta = await ada.call('POST', '/v1/workflows/batch-meta', {
      workflowIds: [id, 'wf_unknown', id],
    });
    expect(meta.body.data).toEqual({
      [id]: {
        id,
        name: 'outlined',
        status: 'draft',
        hasDraft: true,
        hasLiveVersion: false,
        triggerType: 'manual',
        triggerTypes: ['manual'],
        triggerName: 'New order',
        nodeTypes: ['manual', 'log'],
        updatedAt: expect.any(String),
      },
    });
  });

  it.each([[[]], [Array.from({ length: 201 }, String)], [[1]], ['wf_1']])(
    'take 1 to 200 ids, not %p',
    async (workflowIds) => {
      const answer = await ada.call('POST', '/v1/workflows/batch-meta', { workflowIds });
      expect([answer.status, answer.body.code]).toEqual([400, 400006]);
    },
  );

  it('count what the list would show, by status', async () => {
    const owner = await ownerOfNew(api);
    const call = (method: string, path: string, body?: unknown): Promise<Answer> =>
      owner.call(method, path, body, owner.organizationId);
    const slack = { type: 'slack-x', payload: {}, connector: { type: 'slack' } };
    const withSlack = { nodes: { root: { ...DEFINITION.nodes.root, children: [] }, slack } };
    for (const [name, definition] of [
      ['one', DEFINITION],
      ['two', DEFINITION],
      ['three', withSlack],
    ] as const) {
      await call('POST', '/v1/workflows', { name, definition });
    }
    const two = (await call('GET', '/v1/workflows?q=two')).body.data.items[0].id as string;
    await call('POST', `/v1/workflows/${two}/publish`);
    const counts = async (query = ''): Promise<unknown> =>
      (await call('GET', `/v1/workflows/counts${query}`)).body.data;
    expect(await counts()).toEqual({
      ...{ total: 3, draft: 2, active: 1, paused: 0, archived: 0 },
      availableTypes: ['manual'],
      availableConnectors: ['slack'],
    });
    expect(await counts('?actions=log')).toMatchObject({ total: 2, availableConnectors: [] });
    expect(await counts('?connectors=slack')).toMatchObject({ total: 1, draft: 1 });
    await call('DELETE', `/v1/workflows/${two}`);
    expect(await counts('?q=two')).toMatchObject({ total: 1, archived: 1 });
    const byOwner = await call('GET', '/v1/workflows/owner-counts');
    expect(byOwner.body.data).toEqual({ yours: 2, org: 2, public: 0 });
  });

  it('take at most 50 types', async () => {
    const many = Array.from({ length: 51 }, (_, i) => `t${i}`).join(',');
    expect((await ada.call('GET', `/v1/workflows/counts?actions=${many}`)).status).toBe(400);
  });

  it('follow the version that is shown', async () => {
    const id = await create(ada, { name: 'changing' });
    const found = async (type: string): Promise<number> =>
      (await ada.call('GET', `/v1/workflows?q=changing&actions=${type}`)).body.data.items
        .length as number;
    expect([await found('log'), await found('trigger-workflow')]).toEqual([1, 0]);
    await ada.call('POST', `/v1/workflows/${id}/publish`);
    await ada.call('PUT', `/v1/workflows/${id}`, { definition: calling(id) });
    expect([await found('log'), await found('trigger-workflow')]).toEqual([0, 1]);
    await ada.call('DELETE', `/v1/workflows/${id}/draft`);
    expect([await found('log'), await found('trigger-workflow')]).toEqual([1, 0]);
  });
});

describe('links between workflows', () => {
  it('are those of what is shown and of what runs', async () => {
    const target = await create(ada);
    const links = async (): Promise<unknown> =>
      (await bob.call('GET', `/v1/workflows/${target}/incoming-links`)).body.data;
    expect(await links()).toEqual({ ids: [] });
    const caller = await create(ada, { definition: calling(target) });
    expect(await links()).toEqual({ ids: [caller] });
    await ada.call('POST', `/v1/workflows/${caller}/publish`);
    await ada.call('PUT', `/v1/workflows/${caller}`, { definition: DEFINITION });
    expect(await links()).toEqual({ ids: [caller] });
    await ada.call('POST', `/v1/workflows/${caller}/publish`);
    expect(await links()).toEqual({ ids: [] });
  });
});

describe('resolving a workflow', () => {
  it('finds its organization for members, whatever organization they name', async () => {
    const id = await create(ada);
    const person = await somebody(api);
    expect((await person.call('GET', `/v1/workflows/${id}/resolve`)).status).toBe(404);
    const inNone = await fetch(`${api.url}/v1/workflows/${id}/resolve`);
    expect(inNone.status).toBe(401);
    expect((await ada.call('GET', `/v1/workflows/${id}/resolve`)).body.data).toEqual({
      organizationId,
      organizationName: 'Payments team',
      isMember: true,
    });
  });

  it('does not find what belonged to a deleted organization', async () => {
    const owner = await ownerOfNew(api);
    const body = { name: 'w', definition: DEFINITION };
    const made = await owner.call('POST', '/v1/workflows', body, owner.organizationId);
    const path = `/v1/workflows/${made.body.data.id as string}/resolve`;
    expect((await owner.call('GET', path)).status).toBe(200);
    await owner.call('DELETE', `/v1/organizations/${owner.organizationId}`);
    expect((await owner.call('GET', path)).body.code).toBe(404001);
  });
});
