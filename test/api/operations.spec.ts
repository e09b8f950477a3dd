import { createKey } from '../../src/auth/first-key';
import { type Access, OPERATIONS } from '../../src/auth/operations';
import { isReading } from '../../src/auth/permissions';
import { type Operation, operationsOf } from '../support/operations';
import { startApi, type TestApi } from './start-api';

const TABLE: ReadonlyMap<string, Access> = new Map(Object.entries(OPERATIONS));

/** Whoever adds one here opens a route to the world. */
const PUBLIC = [
  ...['healthLive', 'healthReady'],
  ...['listActions', 'getAction', 'listLogicActions', 'listTriggers', 'getTrigger'],
  ...['signUp', 'signIn', 'getPublicOrganization', 'getCuCosts', 'listOrgPublicTemplates'],
  ...['getPublicWorkflow', 'getPublicWorkflowMeta', 'listPublicWorkflowRuns', 'getPublicWidget'],
  ...['getPublicRun', 'getPublicRunByTx', 'runPublicWorkflow'],
  ...['createPublicExecution', 'getPublicExecution', 'streamPublicExecution'],
];

let api: TestApi;
let operations: Operation[];
beforeAll(async () => {
  api = await startApi();
  operations = await operationsOf(api.url);
});
afterAll(() => api.close());

/** The routes that the server really has, as `GET /v1/workflows/{id}`. */
function routes(): string[] {
  const { router } = api.app.getHttpAdapter().getInstance() as {
    router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] };
  };
  return router.stack.flatMap(({ route }) =>
    route === undefined
      ? []
      : Object.keys(route.methods).map(
          (method) => `${method.toUpperCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
        ),
  );
}

async function statusOf({ method, path }: Operation, key: string): Promise<[number, number]> {
  const url = path.replace('{orgId}', api.organizationId).replace(/\{\w+\}/g, 'x');
  const { status, body } = await api.call(method, url, method === 'GET' ? undefined : {}, key);
  return [status, body.code as number];
}

describe('the table of operations', () => {
  it('has a row for every published operation, and a route for every row', () => {
    expect(operations.map(({ id }) => id).sort()).toEqual([...TABLE.keys()].sort());
  });

  it('leaves no route out but those of the document itself', () => {
    const published = new Set(operations.map(({ method, path }) => `${method} ${path}`));
    const others = routes().filter((route) => !published.has(route));
    expect(others.filter((route) => !/^GET \/(docs|v1\/openapi\.json)/.test(route))).toEqual([]);
  });

  it('opens a closed list to everybody', () => {
    const open = [...TABLE].filter(([, { kind }]) => kind === 'public').map(([id]) => id);
    expect(open.sort()).toEqual([...PUBLIC].sort());
  });

  it('is what the document says about security', () => {
    const secured = operations.filter(({ secured }) => secured).map(({ id }) => id);
    const closed = [...TABLE].filter(([, { kind }]) => kind !== 'public').map(([id]) => id);
    expect(secured.sort()).toEqual(closed.sort());
  });

  it('keeps out who has no key', async () => {
    for (const operation of operations.filter(({ secured }) => secured)) {
      const answer = await statusOf(operation, '');
      expect({ id: operation.id, answer }).toEqual({ id: operation.id, answer: [401, 401000] });
    }
  });

  it('keeps a key that may only read from all that does not only read', async () => {
    const { organizationId, dataSource } = api;
    const wanted = { organizationId, name: 'reads', scope: 'read' as const };
    const { key } = await createKey(dataSource.manager, wanted);
    for (const operation of operations) {
      const access = TABLE.get(operation.id);
      if (access === undefined || !('permission' in access)) continue;
      // The stream of a run that does not exist stays open.
      if (access.permission === 'run:stream') continue;
      const isRefused = (await statusOf(operation, key))[1] === 403001;
      const { id } = operation;
      expect({ id, isRefused }).toEqual({ id, isRefused: !isReading(access.permission) });
    }
  });
});
