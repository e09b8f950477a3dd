import type { ProgressEvent } from '../../definition/progress';
import { event } from '../support/record';
import { startApi, type TestApi } from './start-api';

const DEFINITION = {
  nodes: {
    root: { type: 'manual', payload: {}, children: ['count'] },
    count: { type: 'set-variable', payload: { name: 'counter', value: 5 }, children: [] },
  },
};
const COUNTER = { type: 'number', lifetime: 'persist', default: 1, description: 'How many.' };

let api: TestApi;
let path: string;
let workflowId: string;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

beforeEach(async () => {
  workflowId = await create(DEFINITION);
  path = `/v1/workflows/${workflowId}/variables`;
});

async function create(definition: object): Promise<string> {
  const { body } = await api.call('POST', '/v1/workflows', { name: 'Counting', definition });
  return (body.data as { id: string }).id;
}

const listed = async (): Promise<unknown> => (await api.call('GET', path)).body.data.items;

/** A run of the workflow, which writes these values, one node each. */
async function run(...values: number[]): Promise<string> {
  const answer = await api.call('POST', `/v1/workflows/${workflowId}/run`);
  const runId = answer.body.data.runId as string;
  const events = values.map((newValue, index): ProgressEvent => {
    const result = { name: 'counter', scope: 'workflow', oldValue: null, newValue };
    const node = { path: `count${index}`, nodeId: 'count', nodeType: 'set-variable' };
    return event(`done${index}`, 'node_completed', 'success', { ...node, result });
  });
  const reference = { runId, organizationId: api.organizationId, workflowId };
  await api.record.flush({ run: reference, carried: { events, acks: [] } });
  return runId;
}

describe('publishing', () => {
  it('is refused when a variable is gone, also to a draft that has run', async () => {
    await api.call('PUT', `${path}/counter`, COUNTER);
    await run(1);
    expect((await api.call('DELETE', `${path}/counter`)).status).toBe(200);
    const { status, body } = await api.call('POST', `/v1/workflows/${workflowId}/publish`);
    expect([status, body.code]).toEqual([400, 400228]);
    expect(body.details).toEqual([
      expect.objectContaining({ code: 'unknown_variable', nodeId: 'count' }),
    ]);
    await api.call('PUT', `${path}/counter`, { ...COUNTER, type: 'text', default: '' });
    const other = await api.call('POST', `/v1/workflows/${workflowId}/publish`);
    expect(other.body.details[0].code).toBe('value_wrong_type');
    await api.call('PUT', `${path}/counter`, COUNTER);
    expect((await api.call('POST', `/v1/workflows/${workflowId}/publish`)).status).toBe(200);
  });
});

describe('a variable', () => {
  it('is made, read, changed and deleted', async () => {
    const made = await api.call('PUT', `${path}/counter`, COUNTER);
    expect(made.status).toBe(200);
    expect(made.body.data).toEqual({ name: 'counter', ...COUNTER });
    expect(await listed()).toEqual([
      {
        def: { name: 'counter', ...COUNTER },
        ...{ hasValue: false, value: 1, version: 0, updatedAt: expect.any(String) as string },
      },
    ]);
    const changed = { name: 'counter', type: 'number', lifetime: 'reset' };
    expect((await api.call('PUT', `${path}/counter`, changed)).body.data).toEqual({
      ...{ ...changed, description: '' },
    });
    expect((await api.call('DELETE', `${path}/counter`)).body).not.toHaveProperty('data');
    expect(await listed()).toEqual([]);
    expect((await api.call('DELETE', `${path}/counter`)).body.code).toBe(404140);
  });

  it('is written by hand and put back, with its history', async () => {
    await api.call('PUT', `${path}/counter`, COUNTER);
    const set = await api.call('POST', `${path}/counter/value`, { value: 7 });
    expect(set.body.data).toMatchObject({ hasValue: true, value: 7, version: 1 });
    const reset = await api.call('POST', `${path}/counter/reset`);
    expect(reset.body.data).toMatchObject({ hasValue: false, value: 1, version: 2 });
    await api.call('POST', `${path}/counter/reset`);
    const { data } = (await api.call('GET', `${path}/counter/history`)).body;
    const common = { workflowId, name: 'counter', scope: 'workflow' };
    expect(data).toMatchObject({
      items: [
        { ...common, op: 'manual_reset', oldValue: 7, newValue: 1 },
        { ...common, op: 'manual_set', oldValue: 1, newValue: 7 },
      ],
      hasMore: false,
    });
    expect(data.items[0].id).toBeGreaterThan(data.items[1].id as number);
  });

  it('is written by runs, which the history and the run both tell', async () => {
    await api.call('PUT', `${path}/counter`, COUNTER);
    const runId = await run(5, 6);
    expect(await listed()).toMatchObject([{ value: 6, version: 2, lastRunId: runId }]);
    const ofRun = (await api.call('GET', `/v1/runs/${runId}/variable-writes`)).body.data;
    expect(ofRun.items).toMatchObject([
      { op: 'set', scope: 'workflow', oldValue: 5, newValue: 6, runId, writtenByNode: 'count1' },
      { op: 'set', scope: 'workflow', oldValue: 1, newValue: 5, runId, writtenByNode: 'count0' },
    ]);
    const page = await api.call('GET', `${path}/counter/history?limit=1&offset=1`);
    expect(page.body.data).toEqual({
      items: [ofRun.items[1]],
      limit: 1,
      offset: 1,
      hasMore: false,
      nextCursor: null,
    });
  });

  it('loses a value that does not fit any more, and its history says so', async () => {
    await api.call('PUT', `${path}/counter`, COUNTER);
    await api.call('POST', `${path}/counter/value`, { value: 7 });
    await api.call('PUT', `${path}/counter`, { ...COUNTER, default: 2 });
    expect(await listed()).toMatchObject([{ hasValue: true, value: 7, version: 1 }]);
    await api.call('PUT', `${path}/counter`, { type: 'text', lifetime: 'persist' });
    expect(await listed()).toMatchObject([{ hasValue: false, version: 2 }]);
    const { items } = (await api.call('GET', `${path}/counter/history`)).body.data;
    expect(items[0]).toMatchObject({ op: 'manual_reset', oldValue: 7 });
    expect(items[0]).not.toHaveProperty('newValue');
  });

  it('keeps its history when it is deleted', async () => {
    await api.call('PUT', `${path}/counter`, COUNTER);
    await api.call('POST', `${path}/counter/value`, { value: 7 });
    await api.call('DELETE', `${path}/counter`);
    const { items } = (await api.call('GET', `${path}/counter/history`)).body.data;
    expect(items).toHaveLength(1);
  });
});

describe('a definition that declares variables', () => {
  const declared = (type: string) => ({
    ...DEFINITION,
    variableDefs: [
      { name: 'counter', type, lifetime: 'persist' },
      { name: 'other', type: 'list', lifetime: 'reset', default: [1] },
    ],
  });

  it('brings those that its workflow does not have', async () => {
    await api.call('PUT', `${path}/counter`, COUNTER);
    await api.call('PUT', `/v1/workflows/${workflowId}`, { definition: declared('text') });
    expect(await listed()).toMatchObject([
      { def: { name: 'counter', ...COUNTER } },
      { def: { name: 'other', type: 'list', lifetime: 'reset', default: [1] }, value: [1] },
    ]);
    const other = (await api.call('GET', `${path}/other/history`)).body.data;
    expect(other.items).toEqual([]);
  });

  it('is shown with those that its workflow has, and a run with those that it found', async () => {
    await api.call('PUT', `${path}/counter`, COUNTER);
    await api.call('POST', `${path}/counter/value`, { value: 12345 });
    const expected = [{ name: 'counter', ...COUNTER }];
    const shown = (await api.call('GET', `/v1/workflows/${workflowId}`)).body.data;
    expect(shown.variableDefs).toEqual(expected);
    const runId = await run();
    await api.call('PUT', `${path}/counter`, { ...COUNTER, default: 2 });
    const { workflowDefinition } = (await api.call('GET', `/v1/runs/${runId}`)).body.data;
    expect(workflowDefinition.variableDefs).toEqual(expected);
  });

  it('brings them when it is new', async () => {
    workflowId = await create(declared('number'));
    path = `/v1/workflows/${workflowId}/variables`;
    expect(await listed()).toMatchObject([
      { def: { name: 'counter' } },
      { def: { name: 'other' } },
    ]);
    expect((await api.call('POST', `/v1/workflows/${workflowId}/publish`)).status).toBe(200);
  });
});

describe('publishing', () => {
  it('asks for the variables that are used', async () => {
    const publish = () => api.call('POST', `/v1/workflows/${workflowId}/publish`);
    const refused = await publish();
    expect(refused.body.code).toBe(400228);
    expect(refused.body.details).toMatchObject([
      { code: 'unknown_variable', nodeId: 'count', field: 'payload.name' },
    ]);
    await api.call('PUT', `${path}/counter`, { type: 'text', lifetime: 'persist' });
    expect((await publish()).body.details).toMatchObject([{ code: 'value_wrong_type' }]);
    await api.call('PUT', `${path}/counter`, COUNTER);
    expect((await publish()).status).toBe(200);
  });

  it('is not foreseen by a validation that does not know the workflow', async () => {
    const body = { name: 'x', definition: DEFINITION };
    const { data } = (await api.call('POST', '/v1/workflows/validate', body)).body;
    expect(data).toEqual({ valid: true, errors: [], warnings: [] });
  });
});

describe('refused with a field that says why', () => {
  beforeEach(() => api.call('PUT', `${path}/counter`, COUNTER));

  it.each<[string, string, string, unknown, string[]]>([
    ['a type that is none', 'PUT', '/x', { type: 'string', lifetime: 'reset' }, ['type']],
    ['no lifetime', 'PUT', '/x', { type: 'text' }, ['lifetime']],
    ['a default of another type', 'PUT', '/x', { ...COUNTER, default: '1' }, ['default']],
    ['another name', 'PUT', '/x', { ...COUNTER, name: 'y' }, ['name']],
    ['a name that is none', 'PUT', '/1x', COUNTER, ['name']],
    ['a name with a space', 'PUT', '/a%20b', COUNTER, ['name']],
    ['a field too many', 'PUT', '/x', { ...COUNTER, value: 1 }, ['value']],
    ['a value of another type', 'POST', '/counter/value', { value: '7' }, ['value']],
    ['no value', 'POST', '/counter/value', {}, ['value']],
    ['null', 'POST', '/counter/value', { value: null }, ['value']],
  ])('%s', async (_, method, below, body, fields) => {
    const answer = await api.call(method, path + below, body);
    expect(answer.status).toBe(400);
    expect((answer.body.details as { field: string }[]).map(({ field }) => field)).toEqual(fields);
  });

  it('a value that is too large', async () => {
    await api.call('PUT', `${path}/note`, { type: 'text', lifetime: 'persist' });
    const value = 'x'.repeat(32_768);
    const answer = await api.call('POST', `${path}/note/value`, { value });
    expect(answer.body).toMatchObject({ code: 400006, details: [{ field: 'value' }] });
  });

  it('a value for a variable that keeps none', async () => {
    await api.call('PUT', `${path}/own`, { type: 'text', lifetime: 'reset' });
    const answer = await api.call('POST', `${path}/own/value`, { value: 'a' });
    expect(answer.body.code).toBe(400140);
  });

  it.each([
    ['POST', '/nothing/value', { value: 1 }],
    ['POST', '/nothing/reset', undefined],
    ['DELETE', '/a%20b', undefined],
    ['GET', '/nothing/history', undefined],
    ['GET', '/a%20b/history', undefined],
  ])('%s of one that is not there: %s', async (method, below, body) => {
    expect((await api.call(method, path + below, body)).body.code).toBe(404140);
  });

  it('the hundred and first', async () => {
    const variableDefs = Array.from({ length: 99 }, (_, index) => ({
      ...{ name: `v${index}`, type: 'text', lifetime: 'reset' },
    }));
    const definition = { ...DEFINITION, variableDefs };
    await api.call('PUT', `/v1/workflows/${workflowId}`, { definition });
    const answer = await api.call('PUT', `${path}/more`, COUNTER);
    expect(answer.body.code).toBe(400141);
    expect((await api.call('PUT', `${path}/counter`, COUNTER)).status).toBe(200);
  });

  it('any change of an archived workflow', async () => {
    await api.call('DELETE', `/v1/workflows/${workflowId}`);
    expect((await api.call('PUT', `${path}/counter`, COUNTER)).body.code).toBe(400120);
    expect((await api.call('POST', `${path}/counter/reset`)).body.code).toBe(400120);
    expect(await listed()).toHaveLength(1);
  });
});

it('writes by hand that meet are made one after another', async () => {
  await api.call('PUT', `${path}/counter`, COUNTER);
  const set = (value: number) => api.call('POST', `${path}/counter/value`, { value });
  await Promise.all([1, 2, 3, 4, 5, 6].map(set));
  const { items } = (await api.call('GET', `${path}/counter/history`)).body.data;
  const [last] = (await listed()) as { value: number; version: number }[];
  expect(last).toMatchObject({ value: items[0].newValue, version: 6 });
  const written = items as { oldValue: number; newValue: number }[];
  const replaced = written.slice(0, -1).map(({ oldValue }) => oldValue);
  expect(replaced).toEqual(written.slice(1).map(({ newValue }) => newValue));
});
