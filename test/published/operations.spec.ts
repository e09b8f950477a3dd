import type { OpenAPIObject } from '@nestjs/swagger';
import { startApi, type TestApi } from '../api/start-api';
import { OPERATIONS } from '../../src/auth/operations';
import { ERRORS } from '../../src/common/errors';
import { B3OS_OPERATIONS } from '../../src/openapi/b3os-operations';
import { PENDING_OPERATIONS } from '../../src/openapi/pending-operations';

interface Published {
  operationId: string;
  parameters?: { name: string; in: string }[];
  responses: Record<string, Answer>;
  tags?: string[];
  security?: object[];
  requestBody?: object;
  'x-weft-status'?: string;
}

interface Answer {
  links?: Record<string, Link>;
  headers?: object;
  content?: Record<string, object>;
}

interface Link {
  operationId: string;
  parameters: Record<string, string>;
}

let api: TestApi;
let info: OpenAPIObject['info'] & { 'x-weft-operations'?: object };
let paths: string[];
let published: Map<string, Published & { route: string }>;
beforeAll(async () => {
  api = await startApi();
  const document = (await (await fetch(`${api.url}/v1/openapi.json`)).json()) as OpenAPIObject;
  ({ info } = document);
  paths = Object.keys(document.paths);
  const placed = document.paths as unknown as Record<string, Record<string, Published>>;
  const all = Object.entries(placed).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      route: routeOf(method, path),
    })),
  );
  published = new Map(all.map((operation) => [operation.operationId, operation]));
});
afterAll(() => api.close());

/** Names of parameters differ, places do not. */
const routeOf = (method: string, path: string): string =>
  `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '{}')}`;

describe('the operations of B3OS', () => {
  it('are 185, and all are published where B3OS has them', () => {
    expect(B3OS_OPERATIONS).toHaveLength(185);
    const missing = B3OS_OPERATIONS.filter(
      ({ id, method, path }) => published.get(id)?.route !== routeOf(method, path),
    );
    expect(missing).toEqual([]);
  });

  it('are counted: whoever builds one changes the numbers here', () => {
    const pending = [...published.values()].filter((one) => one['x-weft-status'] === 'pending');
    const counts = {
      built: B3OS_OPERATIONS.length - pending.length,
      pending: pending.length,
      own: published.size - B3OS_OPERATIONS.length,
    };
    expect(counts).toEqual({ built: 137, pending: 48, own: 49 });
    expect(info['x-weft-operations']).toEqual(counts);
  });

  it('are published as B3OS has them while they are pending', () => {
    const bare = [...published.values()]
      .filter((one) => one['x-weft-status'] === 'pending')
      .filter(
        ({ responses, tags }) => responses['200'] === undefined || tags?.at(-1) !== 'Pending',
      );
    expect(bare.map(({ operationId }) => operationId)).toEqual([]);
    const { parameters, requestBody, security } = published.get('createConnector') ?? {};
    expect({ parameters, body: requestBody !== undefined, security }).toEqual({
      ...{ parameters: [], body: true },
      security: [{ apiKey: [] }, { session: [] }],
    });
  });

  it('are pending exactly where they have no row in the table of operations', () => {
    const pending = [...published.values()]
      .filter((operation) => operation['x-weft-status'] === 'pending')
      .map(({ operationId }) => operationId);
    expect(pending.sort()).toEqual(PENDING_OPERATIONS.map(({ id }) => id).sort());
    expect(pending.filter((id) => Object.hasOwn(OPERATIONS, id))).toEqual([]);
    expect(published.size).toBe(Object.keys(OPERATIONS).length + pending.length);
  });

  it('answer 404 with a code of its own while they are pending, also without a key', async () => {
    const { code } = ERRORS.operationPending;
    for (const { id, method, path } of PENDING_OPERATIONS) {
      const answer = await api.call(method, path.replace(/\{\w+\}/g, 'x'), undefined, '');
      const { status, body } = answer;
      expect({ id, status, code: body.code }).toEqual({ id, status: 404, code });
      expect(body.details).toEqual([{ operationId: id }]);
    }
  });

  it('that are pending hide no other operation', async () => {
    for (const id of Object.keys(OPERATIONS)) {
      const [method = '', path = ''] = published.get(id)!.route.split(' ');
      // The stream of a run that does not exist stays open.
      if (path.endsWith('/stream')) continue;
      const url = path.replaceAll('{}', 'x');
      const { body } = await api.call(method, url, undefined, 'b3st_unknown');
      expect({ id, code: body.code }).not.toEqual({ id, code: ERRORS.operationPending.code });
    }
  });
});

describe('the document', () => {
  it('has no two paths that differ in the names of their parameters alone', () => {
    const places = paths.map((path) => path.replace(/\{\w+\}/g, '{}'));
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });

  it('lets out the credential where it is not needed', () => {
    const free = [...published.values()]
      .filter(({ security = [] }) => security.some((one) => Object.keys(one).length === 0))
      .map(({ operationId }) => operationId);
    expect(free.sort()).toEqual(['getTemplate', 'resumeWaitingNode']);
  });

  it('names the headers of answers', () => {
    const { responses } = published.get('createWorkflow')!;
    expect(Object.keys(responses['200']?.headers ?? {}).sort()).toEqual([
      ...['Idempotency-Replayed', 'RateLimit-Limit', 'RateLimit-Policy', 'RateLimit-Remaining'],
      ...['RateLimit-Reset', 'X-Request-Id'],
    ]);
    expect(responses['429']?.headers).toHaveProperty('Retry-After');
  });

  it('says what the frames of its streams are', () => {
    const streams = [...published.values()].flatMap(({ operationId, responses }) => {
      const { content } = responses['200'] ?? {};
      const stream = content?.['text/event-stream'];
      return stream === undefined || published.get(operationId)?.['x-weft-status'] ? [] : [stream];
    });
    expect(streams).toHaveLength(4);
    for (const stream of streams) expect(stream).toHaveProperty('x-itemSchema');
  });
});

describe('the links of answers', () => {
  const links = (): { from: string; link: Link }[] =>
    [...published.values()].flatMap(({ operationId: from, responses }) =>
      Object.values(responses).flatMap((response) =>
        Object.values(response.links ?? {}).map((link) => ({ from, link })),
      ),
    );

  it('lead to operations that take the parameter', () => {
    expect(links().length).toBeGreaterThan(10);
    for (const { from, link } of links()) {
      const parameters = published.get(link.operationId)?.parameters ?? [];
      const names = parameters.map(({ name }) => name);
      expect({ from, names }).toEqual({
        from,
        names: expect.arrayContaining(Object.keys(link.parameters)) as unknown,
      });
    }
  });

  it('lead from a new workflow to the end of a run', () => {
    const next = (from: string): string[] =>
      links()
        .filter((one) => one.from === from)
        .map(({ link }) => link.operationId);
    expect(next('createWorkflow')).toContain('publishWorkflow');
    expect(next('publishWorkflow')).toContain('runWorkflow');
    expect(next('runWorkflow')).toContain('cancelRun');
  });
});
