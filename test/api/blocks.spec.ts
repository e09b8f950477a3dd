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

const as = (
  method: string,
  path: string,
  body?: unknown,
  person: Somebody = owner,
): Promise<Answer> => person.call(method, path, body, owner.organizationId);

const say = (message: string): object => ({
  inputSchema: [{ key: 'name', type: 'string', required: true }],
  nodes: { say: { type: 'log', payload: { message }, children: [] } },
  outputSchema: [{ key: 'text', type: 'string', sourceNode: 'say', sourceField: 'message' }],
});
const BLOCK = {
  name: 'Greeting',
  description: 'Says hello.',
  tags: ['Text Tools'],
  definition: say('Hello {{$inputs.name}}'),
};

async function make(more: object = {}): Promise<string> {
  const { status, body } = await as('POST', '/v1/blocks', { ...BLOCK, ...more });
  expect({ status, details: body.details }).toEqual({ status: 200, details: undefined });
  return body.data.id as string;
}

const using = (blockId: string, payload: object = {}): object => ({
  nodes: {
    root: { type: 'manual', payload: {}, children: ['greet'] },
    greet: {
      type: 'block',
      payload: { blockId, inputs: { name: '{{$trigger.body.name}}' }, ...payload },
      children: ['after'],
    },
    after: { type: 'log', payload: { message: '{{greet.result.text}}' }, children: [] },
  },
});

async function workflow(definition: object, person: Somebody = owner): Promise<string> {
  const made = await as('POST', '/v1/workflows', { name: 'w', definition }, person);
  expect(made.status).toBe(200);
  return made.body.data.id as string;
}

async function runOf(path: string, body: object): Promise<Answer['body']> {
  const started = await as('POST', path, body);
  expect({ status: started.status, details: started.body.details }).toMatchObject({ status: 200 });
  return (await as('GET', `/v1/runs/${started.body.data.runId as string}`)).body.data;
}

const ids = ({ body }: Answer): string[] =>
  (body.data.items as { id: string }[]).map(({ id }) => id);

describe('a block', () => {
  it('is made, read and listed', async () => {
    const id = await make();
    const { data } = (await as('GET', `/v1/blocks/${id}`)).body;
    expect(data).toMatchObject({
      ...{ id, organizationId: owner.organizationId, version: 1, currentVersion: 1 },
      ...{ name: 'Greeting', description: 'Says hello.', archived: false },
      tags: [{ name: 'Text Tools', slug: 'text-tools' }],
      definition: BLOCK.definition,
      ...{ createdBy: owner.userId, updatedBy: owner.userId, versionCreatedBy: owner.userId },
    });
    const other = await make({ name: '100 %', description: null, tags: null });
    expect(ids(await as('GET', '/v1/blocks'))).toEqual([other, id]);
    expect(ids(await as('GET', '/v1/blocks?q=hello'))).toEqual([id]);
    expect(ids(await as('GET', '/v1/blocks?q=%25'))).toEqual([other]);
    expect(ids(await as('GET', '/v1/blocks?tags=text-tools'))).toEqual([id]);
    const first = await as('GET', '/v1/blocks?limit=1');
    const cursor = encodeURIComponent(first.body.data.nextCursor as string);
    const second = await as('GET', `/v1/blocks?limit=1&cursor=${cursor}`);
    expect([...ids(first), ...ids(second)]).toEqual([other, id]);
    expect(second.body.data.nextCursor).toBeNull();
  });

  it('is refused with every problem, and then there is none', async () => {
    const definition = {
      nodes: { say: { type: 'log', payload: { message: '{{$inputs.x}} {{no.result}}' } } },
      outputSchema: [{ key: 'a', sourceNode: 'b' }],
    };
    const refused = await as('POST', '/v1/blocks', { ...BLOCK, definition });
    expect(refused.body.code).toBe(400228);
    const codes = (refused.body.details as { code: string }[]).map(({ code }) => code);
    expect(codes).toEqual(['unknown_node', 'block_input_unknown', 'block_schema_invalid']);
    for (const odd of [{ definition: null }, { name: ' ' }, { name: 5 }, { tags: ['!'] }]) {
      expect((await as('POST', '/v1/blocks', { ...BLOCK, ...odd })).body.code).toBe(400006);
    }
    expect(ids(await as('GET', '/v1/blocks'))).toEqual([]);
  });

  it('gets a version for each change, and goes back', async () => {
    const id = await make();
    const path = `/v1/blocks/${id}`;
    const definition = say('Hi {{$inputs.name}}');
    const changed = await as('PATCH', path, { definition, expectedCurrentVersion: 1 });
    expect(changed.body.data).toMatchObject({ version: 2, name: 'Greeting', definition });
    expect((await as('PATCH', path, { definition, name: null })).body.data.version).toBe(2);
    const late = await as('PATCH', path, { name: 'X', expectedCurrentVersion: 1 });
    expect(late.body).toMatchObject({
      code: 409001,
      message: 'The block is at version 2, not 1.',
      details: [{ expectedVersion: 1, currentVersion: 2 }],
    });
    const none = { targetVersion: 1, expectedCurrentVersion: 1 };
    expect((await as('POST', `${path}/rollback`, none)).body.code).toBe(409001);
    const back = await as('POST', `${path}/rollback`, { targetVersion: 1 });
    expect(back.body.data).toMatchObject({ version: 3, definition: BLOCK.definition });
    expect((await as('POST', `${path}/rollback`, { targetVersion: 9 })).body.code).toBe(404196);
    const { data } = (await as('GET', `${path}/versions?limit=2`)).body;
    expect(data).toMatchObject({ currentVersion: 3, hasMore: true });
    expect(data.items.map((one: { version: number }) => one.version)).toEqual([3, 2]);
    const second = await as('GET', `${path}/versions/2`);
    expect(second.body.data).toMatchObject({ version: 2, currentVersion: 3, definition });
    expect((await as('GET', `${path}/versions/4`)).body.code).toBe(404196);
    expect((await as('GET', `${path}/versions/0`)).body.code).toBe(400006);
  });

  it('changes once when two change it at the same moment', async () => {
    const path = `/v1/blocks/${await make()}`;
    const answers = await Promise.all(
      ['A', 'B', 'C'].map((name) => as('PATCH', path, { name, expectedCurrentVersion: 1 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await as('GET', path)).body.data.currentVersion).toBe(2);
  });

  it('keeps its secrets apart', async () => {
    const call = (authorization: unknown): object => ({
      nodes: {
        call: {
          type: 'http-request',
          payload: { url: 'https://a.test', method: 'GET', headers: { authorization } },
          children: [],
        },
      },
    });
    const id = await make({ definition: call('Bearer s3cret') });
    const path = `/v1/blocks/${id}`;
    const shown = (await as('GET', path)).body.data.definition;
    expect(shown.nodes.call.payload.headers).toEqual({ authorization: '***' });
    const [row] = await api.dataSource.query<{ definition: object }[]>(
      'SELECT definition FROM block_versions WHERE organization_id = $1 AND block_id = $2',
      [owner.organizationId, id],
    );
    expect(JSON.stringify(row)).not.toContain('s3cret');
    // What is as it was stays, and so does the version.
    expect((await as('PATCH', path, { definition: shown })).body.data.version).toBe(1);
    const definition = using(id, { inputs: {} });
    const run = await runOf('/v1/runs', {
      definition: {
        ...definition,
        nodes: {
          ...(definition as { nodes: object }).nodes,
          after: { type: 'log', payload: { message: 'x' } },
        },
      },
    });
    expect(run.workflowDefinition.nodes.greet__call.payload.headers).toEqual({
      authorization: '***',
    });
    const sent = await as('PATCH', path, { definition: call({ $secret: 'sec_x' }) });
    expect(sent.body).toMatchObject({ code: 400228, details: [{ code: 'foreign_secret' }] });
  });
});

describe('a workflow with a block', () => {
  it('names its version from the moment in which it is saved', async () => {
    const block = await make();
    const id = await workflow(using(block));
    const path = `/v1/workflows/${id}`;
    const shown = (await as('GET', path)).body.data.definition;
    expect(shown.nodes.greet.payload.version).toBe(1);
    expect(shown).not.toHaveProperty('blockExpansions');
    await as('PATCH', `/v1/blocks/${block}`, { definition: say('Hi {{$inputs.name}}') });
    const { body } = await as('PUT', path, { definition: using(block) });
    expect(body.data).toMatchObject({
      version: 2,
      definition: { nodes: { greet: { payload: { version: 2 } } } },
    });
  });

  it('runs the version that it names, whatever comes later', async () => {
    const block = await make();
    const id = await workflow(using(block));
    expect((await as('POST', `/v1/workflows/${id}/publish`)).status).toBe(200);
    await as('PATCH', `/v1/blocks/${block}`, { definition: say('Hi {{$inputs.name}}') });
    const run = await runOf(`/v1/workflows/${id}/run`, { payload: { name: 'Ada' } });
    const { nodes, blockExpansions } = run.workflowDefinition;
    expect(Object.keys(nodes)).toEqual(['root', 'greet__inputs', 'greet__say', 'greet', 'after']);
    expect(nodes.greet__say.payload.message).toBe('Hello {{greet__inputs.result.name}}');
    expect(nodes.greet__say.blockContext).toEqual({
      ...{ blockId: block, blockNodeId: 'greet', blockVersion: 1 },
      inputMapping: { name: '{{$trigger.body.name}}' },
    });
    expect(blockExpansions).toEqual({
      greet: {
        ...{ blockId: block, blockVersion: 1, entryNodeIds: ['greet__inputs'] },
        expandedIds: ['greet__inputs', 'greet__say'],
        outputSchema: [{ key: 'text', type: 'string', sourceNode: 'say', sourceField: 'message' }],
      },
    });
    expect(Object.keys(run.executionState)).toEqual(Object.keys(nodes));
    // A second answer comes from what is kept of the version.
    const again = await as('GET', `/v1/runs/${run.id as string}`);
    expect(again.body.data.workflowDefinition).toEqual(run.workflowDefinition);
  });

  it('shows everybody the nodes of its blocks, and nothing of what they do', async () => {
    const id = await workflow(using(await make()));
    await as('POST', `/v1/workflows/${id}/publish`);
    await as('PUT', `/v1/workflows/${id}/visibility`, { visibility: 'public_view' });
    const run = await runOf(`/v1/workflows/${id}/run`, { payload: { name: 'Ada' } });
    const shown = await api.call('GET', `/v1/public/runs/${run.id as string}`, undefined, '');
    expect(shown.body.data.nodes.greet__say).toEqual({ type: 'log', children: ['greet'] });
    expect(Object.keys(shown.body.data.executionState)).toEqual(
      Object.keys(run.executionState as object),
    );
  });

  it('may be sent along with a run, by itself or as a run shows it', async () => {
    const block = await make();
    const run = await runOf('/v1/runs', { definition: using(block) });
    expect(run.workflowDefinition.blockExpansions.greet.blockVersion).toBe(1);
    const again = await runOf('/v1/runs', { definition: run.workflowDefinition });
    expect(again.workflowDefinition).toEqual(run.workflowDefinition);
  });

  it('is told what does not fit', async () => {
    const block = await make();
    const problems = async (definition: object): Promise<object[]> => {
      const { body } = await as('POST', '/v1/workflows/validate', { definition });
      return body.data.errors as object[];
    };
    expect(await problems(using(block))).toEqual([]);
    expect(await problems(using(block, { inputs: {} }))).toMatchObject([
      { code: 'block_input_missing', field: 'payload.inputs.name' },
    ]);
    for (const version of [2, 2 ** 40, -1]) {
      const found = await problems(using(block, { version }));
      expect(found[0]).toMatchObject({ code: 'unknown_block', field: 'payload.version' });
    }
    for (const unknown of ['blk_none', '']) {
      expect((await problems(using(unknown)))[0]).toMatchObject({
        ...{ code: 'unknown_block', field: 'payload.blockId' },
      });
    }
    const id = await workflow(using('blk_none'));
    expect((await as('POST', `/v1/workflows/${id}/publish`)).body.code).toBe(400228);
  });

  it('is refused what is disabled, in its blocks too', async () => {
    const restriction = { type: 'disabled_action', actionType: 'http-request' };
    await as('POST', `/v1/orgs/${owner.organizationId}/restrictions`, restriction);
    const block = await make({
      definition: {
        nodes: {
          call: { type: 'http-request', payload: { url: 'https://a.test', method: 'GET' } },
        },
      },
    });
    const definition = {
      nodes: {
        root: { type: 'manual', payload: {}, children: ['use'] },
        use: { type: 'block', payload: { blockId: block } },
      },
    };
    const id = await workflow(definition);
    const refusal = { code: 403009, details: [{ nodeId: 'use__call' }] };
    expect((await as('POST', `/v1/workflows/${id}/publish`)).body).toMatchObject(refusal);
    expect((await as('POST', '/v1/runs', { definition })).body).toMatchObject(refusal);
  });

  it('asks the database no more than its caller may, in its blocks too', async () => {
    const block = await make({
      definition: {
        nodes: { drop: { type: 'db-query', payload: { sql: 'DROP TABLE notes' }, children: [] } },
      },
    });
    const account = { name: 'x', permissions: ['workflow:create', 'workflow:execute'] };
    const made = await as('POST', '/v1/service-accounts', account);
    const key = await as('POST', '/v1/api-keys', {
      ...{ name: 'k', scope: 'read-write', serviceAccountId: made.body.data.id as string },
    });
    const definition = {
      nodes: {
        root: { type: 'manual', payload: {}, children: ['use'] },
        use: { type: 'block', payload: { blockId: block } },
      },
    };
    const sent = await api.call('POST', '/v1/runs', { definition }, key.body.data.key as string);
    expect(sent.status).toBe(403);
  });
});

describe('blocks in blocks', () => {
  const nesting = (blockId: string, more: object = {}): object => ({
    nodes: { inner: { type: 'block', payload: { blockId, inputs: { name: 'x' }, ...more } } },
  });

  it('keep the version of the time in which the outer one was saved', async () => {
    const inner = await make();
    const outer = await make({ name: 'Outer', definition: nesting(inner), tags: [] });
    await as('PATCH', `/v1/blocks/${inner}`, { definition: say('Hi {{$inputs.name}}') });
    const { data } = (await as('GET', `/v1/blocks/${outer}`)).body;
    expect(data.definition.nodes.inner.payload.version).toBe(1);
    const definition = using(outer, { inputs: {} });
    const nodes = {
      ...(definition as { nodes: object }).nodes,
      after: { type: 'log', payload: { message: 'x' } },
    };
    const run = await runOf('/v1/runs', { definition: { nodes } });
    expect(run.workflowDefinition.nodes.greet__inner__say.payload.message).toBe(
      'Hello {{greet__inner__inputs.result.name}}',
    );
  });

  it('never hold themselves', async () => {
    const inner = await make();
    const outer = await make({ name: 'Outer', definition: nesting(inner) });
    for (const held of [inner, outer]) {
      const definition = nesting(held, held === outer ? { inputs: {} } : {});
      const around = await as('PATCH', `/v1/blocks/${inner}`, { definition });
      expect(around.body).toMatchObject({ code: 400228, details: [{ code: 'block_cycle' }] });
    }
  });
});

describe('where a block is used', () => {
  it('is told, as far as the caller sees it', async () => {
    const block = await make();
    const outer = await make({
      name: 'Outer',
      definition: {
        nodes: { inner: { type: 'block', payload: { blockId: block, inputs: { name: 'x' } } } },
      },
    });
    const shown = await workflow(using(block));
    const hidden = await workflow(using(block));
    await as('PUT', `/v1/workflows/${hidden}/visibility`, { visibility: 'private' });
    const path = `/v1/blocks/${block}/uses`;
    const { data } = (await as('GET', path)).body;
    expect(data.items).toEqual([
      { type: 'block', id: outer, name: 'Outer' },
      ...[shown, hidden].sort().map((id) => ({ type: 'workflow', id, name: 'w' })),
    ]);
    const developer = await join(api, owner);
    expect(ids(await as('GET', path, undefined, developer))).toEqual([outer, shown]);
    expect(ids(await as('GET', `${path}?limit=1&offset=1`))).toEqual([[shown, hidden].sort()[0]]);
    // The live version counts as well as the draft.
    await as('POST', `/v1/workflows/${shown}/publish`);
    const root = { type: 'manual', payload: {}, children: [] };
    await as('PUT', `/v1/workflows/${shown}`, { definition: { nodes: { root } } });
    expect(ids(await as('GET', path))).toContain(shown);
    await as('POST', `/v1/workflows/${shown}/publish`);
    expect(ids(await as('GET', path))).not.toContain(shown);
  });
});

describe('an archived block', () => {
  it('is in no list, takes no change, and works where its version is named', async () => {
    const block = await make();
    const id = await workflow(using(block));
    expect((await as('DELETE', `/v1/blocks/${block}`)).status).toBe(200);
    expect((await as('DELETE', `/v1/blocks/${block}`)).status).toBe(200);
    expect(ids(await as('GET', '/v1/blocks'))).toEqual([]);
    expect((await as('GET', `/v1/blocks/${block}`)).body.data.archived).toBe(true);
    expect((await as('PATCH', `/v1/blocks/${block}`, { name: 'x' })).body.code).toBe(410195);
    const rollback = await as('POST', `/v1/blocks/${block}/rollback`, { targetVersion: 1 });
    expect(rollback.body.code).toBe(410195);

    expect((await as('POST', `/v1/workflows/${id}/publish`)).status).toBe(200);
    const run = await runOf(`/v1/workflows/${id}/run`, { payload: { name: 'Ada' } });
    expect(run.workflowDefinition.nodes).toHaveProperty('greet__say');
    const fresh = await as('POST', '/v1/runs', { definition: using(block) });
    expect(fresh.body).toMatchObject({ code: 400228, details: [{ code: 'unknown_block' }] });
    expect((await as('GET', '/v1/blocks/blk_none')).body.code).toBe(404195);
  });
});
