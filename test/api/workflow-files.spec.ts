import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const FILE = {
  name: 'Zahlung: „Süd"/1',
  description: 'line one\nline two: #no comment',
  maxRuns: 7,
  cooldownMs: 1500,
  publicRunCooldownSeconds: 60,
  publicRunDailyLimit: 9,
  uiMetadata: { nodePositions: { charge: { x: 1.5, y: -2 } } },
  definition: {
    nodes: {
      root: { type: 'manual', payload: {}, children: ['charge', 'text'] },
      charge: {
        type: 'http-request',
        payload: {
          url: 'https://example.com',
          method: 'GET',
          headers: { Authorization: 'Bearer s3cret' },
        },
        children: [],
      },
      text: {
        type: 'log',
        payload: { message: '007 yes no null 1e3 {{$trigger.body.x}}\n- a: b' },
        children: [],
      },
    },
  },
};

const create = async (body: object): Promise<string> =>
  (await api.call('POST', '/v1/workflows', body)).body.data.id as string;
async function download(id: string, query = ''): Promise<Response> {
  const headers = { authorization: `Bearer ${api.key}` };
  return fetch(`${api.url}/v1/workflows/${id}/export${query}`, { headers });
}
async function upload(text: string, type: string): Promise<Answer> {
  const response = await fetch(`${api.url}/v1/workflows/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.key}`, 'content-type': type },
    body: text,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

describe('a workflow as a file', () => {
  it.each([
    ['json', 'application/json'],
    ['yaml', 'application/yaml'],
  ])('in %s makes the same workflow again', async (format, type) => {
    const id = await create(FILE);
    const response = await download(id, `?format=${format}`);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    const disposition = response.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[^"/]+"; filename\*=UTF-8''[\w%.-]+$/);
    expect(disposition).toContain(`.${format}`);
    const text = await response.text();
    expect(text).not.toContain('s3cret');
    expect(text).not.toContain(id);

    const { status, body } = await upload(text, type);
    expect(status).toBe(200);
    const { workflow, problems, missingSecrets } = body.data as Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- what a client sees
    expect(problems).toEqual([]);
    expect(missingSecrets).toEqual([['charge', 'headers', 'Authorization']]);
    const { definition, ...rest } = FILE;
    expect(workflow).toMatchObject({ ...rest, status: 'draft', version: 1, remainRuns: 7 });
    const shown = (await api.call('GET', `/v1/workflows/${workflow.id}`)).body.data;
    expect(JSON.stringify(shown.definition)).toBe(
      JSON.stringify(definition).replace('Bearer s3cret', '***'),
    );
    expect(await (await download(workflow.id as string, `?format=${format}`)).text()).toBe(text);
    const published = await api.call('POST', `/v1/workflows/${workflow.id}/publish`);
    expect(published.body).toMatchObject({
      code: 400228,
      details: [
        { code: 'secret_missing', nodeId: 'charge', field: 'payload.headers.Authorization' },
      ],
    });
  });

  it('has its variables, without their values, however they were made', async () => {
    const say = { type: 'log', payload: { message: '{{$vars.declared}} {{$vars.put}}' } };
    const root = { type: 'manual', payload: {}, children: ['say'] };
    const declared = { name: 'declared', type: 'text', lifetime: 'reset' };
    const definition = { nodes: { root, say }, variableDefs: [declared] };
    const id = await create({ name: 'with variables', definition });
    const variables = `/v1/workflows/${id}/variables`;
    const put = { type: 'number', lifetime: 'persist', default: 3 };
    await api.call('PUT', `${variables}/put`, put);
    await api.call('POST', `${variables}/put/value`, { value: 12345 });
    const text = await (await download(id)).text();
    expect(text).not.toContain('12345');

    const { workflow, problems } = (await upload(text, 'application/json')).body.data;
    expect(problems).toEqual([]);
    const made = (await api.call('GET', `/v1/workflows/${workflow.id}/variables`)).body;
    expect(made.data.items).toMatchObject([{ def: declared }, { def: { name: 'put', ...put } }]);
    expect((await api.call('POST', `/v1/workflows/${workflow.id}/publish`)).status).toBe(200);
    expect(await (await download(workflow.id as string)).text()).toBe(text);
  });

  it('tells of variables that it does not have', async () => {
    const say = { type: 'log', payload: { message: '{{$vars.missing}}' } };
    const root = { type: 'manual', payload: {}, children: ['say'] };
    const file = {
      format: 'weft-workflow/1',
      name: 'without',
      definition: { nodes: { root, say } },
    };
    const { body } = await upload(JSON.stringify(file), 'application/json');
    expect(body.data.problems).toMatchObject([{ code: 'unknown_variable', nodeId: 'say' }]);
  });

  it('is of the version that is shown, or of the one that is asked for', async () => {
    const id = await create({ name: 'w', definition: FILE.definition });
    await api.call('POST', `/v1/workflows/${id}/publish`);
    const definition = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };
    await api.call('PUT', `/v1/workflows/${id}`, { definition });
    const nodes = async (query = ''): Promise<string[]> => {
      const file = (await (await download(id, query)).json()) as typeof FILE;
      return Object.keys(file.definition.nodes);
    };
    expect(await nodes()).toEqual(['root']);
    expect(await nodes('?version=1')).toEqual(['root', 'charge', 'text']);
    expect((await download(id, '?version=9')).status).toBe(404);
    expect((await download(id, '?version=x')).status).toBe(400);
    expect((await download(id, '?format=xml')).status).toBe(400);
    expect((await download('wf_unknown')).status).toBe(404);
  });

  it('with problems becomes a draft, and the problems are told', async () => {
    const definition = { nodes: { root: { type: 'manual', children: ['gone'] } } };
    const file = { format: 'weft-workflow/1', name: 'w', definition };
    const { status, body } = await upload(JSON.stringify(file), 'application/json');
    expect(status).toBe(200);
    expect(body.data.workflow.status).toBe('draft');
    expect(body.data.problems[0]).toMatchObject({ nodeId: 'root' });
  });

  it.each([
    ['{"name":"w"}', 'application/json', 400006],
    ['{"format":"n8n","name":"w","definition":{"nodes":{}}}', 'application/json', 400006],
    [
      '{"format":"weft-workflow/1","name":"w","definition":{"nodes":1}}',
      'application/json',
      400228,
    ],
    ['{"format":', 'application/json', 400001],
    ['format: [', 'application/yaml', 400008],
    ['a: &x [1]\nb: *x', 'application/yaml', 400008],
    ['- 1', 'application/yaml', 400002],
    ['format: weft-workflow/1', 'text/plain', 415000],
  ])('is refused when it is %p', async (text, type, code) => {
    const { body } = await upload(text, type);
    expect(body.code).toBe(code);
  });

  it('in YAML is taken in no other place', async () => {
    const response = await fetch(`${api.url}/v1/workflows`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.key}`, 'content-type': 'application/yaml' },
      body: 'name: w',
    });
    expect(response.status).toBe(415);
  });
});
