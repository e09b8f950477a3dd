import fc from 'fast-check';
import { operationsOf, type QueryParameter } from '../support/operations';
import { startApi, type TestApi } from './start-api';

let api: TestApi;
interface Route {
  method: string;
  path: string;
  hasBody: boolean;
  /** Fields that its body may have, as far as the document says. */
  fields: readonly string[];
  query: readonly QueryParameter[];
}

let routes: Route[];
let known: Record<string, string>;

const definition = {
  nodes: {
    root: { type: 'manual', payload: {}, children: ['hold'] },
    hold: { type: 'wait', payload: { timeoutMs: 1000, triggerType: 'manual', triggerConfig: {} } },
  },
};

beforeAll(async () => {
  api = await startApi();
  const workflow = await api.call('POST', '/v1/workflows', { name: 'w', definition });
  const id = workflow.body.data.id as string;
  const run = await api.call('POST', `/v1/workflows/${id}/run`, {});
  known = { '/v1/workflows/{id}': id, '/v1/runs/{id}': run.body.data.runId as string };
  // Without an engine the service is not ready, whatever is asked.
  const operations = (await operationsOf(api.url)).filter(({ id }) => id !== 'healthReady');
  routes = operations.map(({ method, path, fields, query }) => ({
    ...{ method, path, fields, query, hasBody: ['POST', 'PUT', 'PATCH'].includes(method) },
  }));
});
afterAll(() => api.close());

/** Waits for the end of a run, which does not come without an engine. */
const SYNC = '/v1/runs/sync';

/** Text that is sent as it is. */
const BODIES = [
  ...['', ' ', 'null', 'true', '0', '"text"', '[]', '{}', '[{}]', '{', '}', '{"a"}', '{"a":}'],
  ...['NaN', 'undefined', '{"a":1}{"b":2}', "{'a':1}", '{"a":1,}', '\u0000', '"\\u0000"'],
  ...['{"__proto__":{"name":"x"}}', '{"constructor":{"prototype":{}}}', '{"toString":1}'],
  ...['{"name":"\\ud800"}', '{"\\u0000":1}', '{"name":1e999}', '{"name":-1e999}'],
  ...['[', '{"a":', '{"payload":'].map((open) => open.repeat(5_000)),
  `{"payload":${'['.repeat(90)}${']'.repeat(90)}}`,
  `{"name":"${'x'.repeat(1_900_000)}"}`,
  `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1`).join(',')}}`,
];

const FIELDS = [
  ...['name', 'description', 'definition', 'maxRuns', 'cooldownMs', 'uiMetadata', 'templateId'],
  ...['expectedCurrentVersion', 'expectedVersion', 'targetVersion', 'versionNumber', 'payload'],
  ...['propValues', 'runId', 'simulate', 'mocks', 'version', 'triggerNodeId', 'data'],
  ...['forEachContext', 'nodes', 'triggerNodeIds', 'inputSchema'],
];

const odd: unknown[] = [
  ...[null, true, 0, -1, 1.5, 2 ** 31, 2 ** 53, 1e308, -1e308, '', ' ', 'x', '\u{1f600}'],
  ...['run_a', '__proto__', '../../etc/passwd', "'; DROP TABLE runs; --", '%00', '{{$trigger.x}}'],
  ...['9999-12-31T23:59:59.999Z', '+275760-09-13T00:00:00.000Z', '2026-02-30T00:00:00Z'],
  ...[253_402_300_800_000, 8_640_000_000_000_001],
  ...[
    [],
    {},
    [[]],
    [null],
    { nodes: null },
    { nodes: [] },
    { nodes: {} },
    { nodes: { root: null } },
  ],
  { nodes: { root: {} } },
  { nodes: { root: { type: 'manual', payload: { inputSchema: { $ref: '#' } } } } },
  { nodes: { root: { type: 'manual', payload: { inputSchema: { $ref: '#/nope' } } } } },
  { nodes: { root: { type: 'manual', payload: { inputSchema: { type: 1, pattern: '(' } } } } },
  { nodes: { root: { type: 'manual', payload: { inputSchema: { $id: 'a', $schema: 7 } } } } },
  { nodes: { root: { type: 'manual', children: ['root'] } } },
  { nodes: { root: { type: 'manual', children: [1, null, {}] } } },
  { nodes: { root: { type: {}, payload: 1 } }, triggerNodeIds: [] },
  { nodes: { root: { type: 'manual' } }, triggerNodeIds: [null, 'gone'] },
  { nodes: { root: { type: 'manual' } }, inputSchema: [null, { key: 1 }] },
  { nodes: { root: { type: 'manual' } }, inputSchema: [{ key: 'a', type: 'nope', required: 1 }] },
  JSON.parse('{"nodes":{"__proto__":{"type":"manual"},"constructor":{"type":"log"}}}'),
  { stack: 'x' },
  { stack: [{ parentNodeId: '__proto__', index: 1e20 }] },
];

/** Each body goes to one route in three. */
const SHARE = 3;

/** The ends of numbers, times and months, and what lies beyond. */
const ENDS = [
  ...['0', '-1', '1', '2147483647', '2147483648', '9007199254740991', '9007199254740993', '1e30'],
  ...['253402300799999', '253402300800000', '8640000000000000', '8640000000000001'],
  ...['-8640000000000000', '0000-01', '0001-01', '9999-12', '0000-01-01T00:00:00Z'],
  ...['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59-23:59'],
  ...['+275760-09-13T00:00:00.000Z', '2026-02-30T00:00:00Z', '2026-06-30T23:59:60Z'],
];
/** Times of which the second is after the first by no more than may be asked for. */
const RANGES = [
  ...['from=0&to=1', 'from=253402300799998&to=253402300799999'],
  ...['from=253402214400000&to=253402300799999', 'from=253370764800000&to=253402300799999'],
  ...['from=8639999999999999&to=8640000000000000', 'from=8639999000000000&to=8640000000000000'],
];
/** What a route needs beside the parameter that is tried. */
const NEEDED: Readonly<Record<string, string>> = {
  ...{ from: '0', to: '3600000', granularity: 'daily', yearMonth: '2026-01', q: 'a', ids: 'wf_a' },
  ...{ scope: 'org', category: 'all', token: 'ct_a' },
};

const VALID = [{ name: 'w', definition }, { definition }, {}];

/** Odd values of each field in turn, in a body that is valid otherwise. */
function bodies(): string[] {
  const random = fc.sample(fc.json({ maxDepth: 4 }), { numRuns: 40, seed: 7 });
  return [...BODIES, ...random, ...shaped(FIELDS)];
}

function shaped(fields: readonly string[]): string[] {
  return fields.flatMap((field, at) =>
    odd
      .filter((_, index) => (index + at) % 5 === 0)
      .map((value, index) =>
        JSON.stringify({ ...VALID[(at + index) % VALID.length], [field]: value }),
      ),
  );
}

/** Odd values of the fields that the route knows, alone and beside each other. */
function ownBodies({ fields }: Route): string[] {
  const alone = fields.flatMap((field, at) =>
    odd
      .filter((_, index) => (index + at) % 4 === 0)
      .map((value) => JSON.stringify({ [field]: value })),
  );
  const together = odd.map((_, shift) =>
    JSON.stringify(
      Object.fromEntries(fields.map((field, at) => [field, odd[(at + shift) % odd.length]])),
    ),
  );
  return fields.length === 0 ? [] : [...alone, ...together];
}

async function statusOf(method: string, path: string, body?: string): Promise<number> {
  const response = await fetch(api.url + path, {
    method,
    headers: { authorization: `Bearer ${api.key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body }),
    signal: AbortSignal.timeout(10_000),
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const isFile = response.headers.has('content-disposition');
  if (isStream || isFile) await response.body?.cancel();
  else if (!Object.hasOwn((await response.json()) as object, 'requestId')) {
    throw new Error(`${method} ${path} answers without an envelope`);
  }
  return response.status;
}

/** Sends many requests, some at once; gives those that the server could not answer. */
async function failures(requests: [string, string, (string | undefined)?][]): Promise<string[]> {
  const failed: string[] = [];
  const queue = requests.entries();
  const sender = async (): Promise<void> => {
    for (const [, [method, path, body]] of queue) {
      const status = await statusOf(method, path, body);
      if (status >= 500) failed.push(`${status} ${method} ${path} ${body?.slice(0, 200) ?? ''}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, sender));
  return failed;
}

/** The path of a route with ids that exist. */
function fill(path: string): string {
  const prefix = Object.keys(known).find((start) => path.startsWith(start));
  return path
    .replace('{id}', known[prefix ?? ''] ?? 'x')
    .replace('{orgId}', api.organizationId)
    .replace('{nodeId}', 'hold')
    .replace('{versionNumber}', '1')
    .replace('/similar/{type}', '/similar/workflows')
    .replace('/statistics/{type}', '/statistics/action')
    .replace('{type}', 'log');
}

describe('nothing that is sent makes the service fail', () => {
  it('as a body', async () => {
    const withBody = routes.filter(({ hasBody, path }) => hasBody && path !== SYNC);
    expect(withBody.length).toBeGreaterThan(10);
    const all = bodies();
    expect(all.length).toBeGreaterThan(200);
    expect(withBody.some(({ method }) => method === 'PATCH')).toBe(true);
    expect(withBody.filter(({ fields }) => fields.length > 0).length).toBeGreaterThan(30);
    for (const [at, route] of withBody.entries()) {
      const { method, path } = route;
      const shared = all.filter((_, index) => (index + at) % SHARE === 0);
      const chosen = [...new Set([...shared, ...ownBodies(route)])];
      const requests = chosen.map((body): [string, string, string] => [method, fill(path), body]);
      expect(await failures(requests)).toEqual([]);
    }
  }, 300_000);

  it('as part of a path', async () => {
    const parts = [
      ...['%20', '%2e%2e', '%2F', 'a%2Fb', '__proto__', 'constructor', '%F0%9F%98%80', 'x%27--'],
      ...['0', '-1', '1e9', '99999999999999999999', '%5B%5D', 'a%5B0%5D%2Fb', 'wf_'.repeat(500)],
    ];
    const partsOf = (path: string) => (path.includes('{') ? parts : parts.slice(0, 1));
    const requests = routes.flatMap(({ method, path }) =>
      partsOf(path).map((part): [string, string, (string | undefined)?] => [
        method,
        path.replaceAll(/\{\w+\}/g, part),
        method === 'GET' ? undefined : '{}',
      ]),
    );
    expect(await failures(requests)).toEqual([]);
  }, 120_000);

  it('as a query', async () => {
    const queries = [
      ...['?', '?=', '?&&', '?limit', '?limit=', '?limit[]=1', '?limit=1e9', '?offset=2147483647'],
      ...['?q=%25_%5C%27%22', '?q[a]=b', '?status=', '?status[]=draft', '?tags=,,', '?actions=,a'],
      ...['?summary', '?nodeIds=', `?nodeIds=${'a,'.repeat(2_000)}`, '?lastEventId=-1', '?type='],
      ...['?__proto__=1', '?__proto__[a]=1', '?constructor=1', '?secret=a&secret=b', '?q=%ff'],
    ];
    const gets = routes.filter(({ method }) => method === 'GET');
    const requests = gets.flatMap(({ path }) =>
      queries.map((query): [string, string] => ['GET', fill(path) + query]),
    );
    expect(await failures(requests)).toEqual([]);
  }, 120_000);

  it('at the ends of what a query may name', async () => {
    const gets = routes.filter(({ method, query }) => method === 'GET' && query.length > 0);
    const plain = gets.map(({ path, query }) => asked(path, query, ''));
    // What is needed is given well, or nothing beyond it would be looked at.
    const statuses = await Promise.all(
      plain.map(async (path) => ({ path, status: await statusOf('GET', path) })),
    );
    expect(statuses.filter(({ status }) => status === 400)).toEqual([]);
    const requests = gets.flatMap(({ path, query }) => [
      ...query.flatMap(({ name }) =>
        ENDS.map((end) => asked(path, query, new URLSearchParams([[name, end]]).toString())),
      ),
      ...(query.some(({ name }) => name === 'from') ? RANGES : []).map((range) =>
        asked(path, query, range),
      ),
    ]);
    expect(requests.length).toBeGreaterThan(3_000);
    expect(await failures(requests.map((path) => ['GET', path]))).toEqual([]);
  }, 120_000);
});

/** A route with a query, and what it needs beside. */
function asked(path: string, query: readonly QueryParameter[], parts: string): string {
  const given = new URLSearchParams(parts);
  for (const { name, required } of query) {
    if (required === true && !given.has(name)) given.set(name, NEEDED[name] ?? '');
  }
  return `${fill(path)}?${given.toString()}`;
}
