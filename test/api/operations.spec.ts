import { AuthSettings } from '../../src/auth/auth-settings';
import { createKey } from '../../src/auth/first-key';
import { type Access, OPERATIONS } from '../../src/auth/operations';
import { type Operation, operationsOf } from '../support/operations';
import { join, ownerOfNew } from '../support/people';
import { AbsentEngine } from './absent-engine';
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

/** They send a body and change nothing: a database is asked with a body that only it can judge. */
const READS_BY_POST = [
  ...['validateWorkflow', 'batchWorkflowMeta', 'batchWorkflowStats', 'attributeTransactions'],
  'queryDatabase',
];

/** They show what is not for readers. */
const HIDDEN = ['getOrgWebhookSecret'];

/** The scope is too narrow; for a person; for administrators. */
const NOT_FOR_READERS = [403001, 403005, 403020];
const NOT_OF_KEYS = new Set<string | undefined>(['person', 'admin']);
/** Open without a credential as well, to whoever shows something else: what is public, or a secret. */
const OPTIONAL = ['getTemplate', 'resumeWaitingNode'];

let api: TestApi;
let operations: Operation[];
beforeAll(async () => {
  api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open') });
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

  it('leaves no route out but those of the document itself and the way to it', () => {
    const published = new Set(operations.map(({ method, path }) => `${method} ${path}`));
    const others = routes().filter((route) => !published.has(route));
    expect(others.filter((route) => !/^GET \/(docs|v1\/openapi\.json|$)/.test(route))).toEqual([]);
  });

  it('opens a closed list to everybody', () => {
    const open = [...TABLE].filter(([, { kind }]) => kind === 'public').map(([id]) => id);
    expect(open.sort()).toEqual([...PUBLIC].sort());
    const half = [...TABLE].filter(([, { kind }]) => kind === 'optional').map(([id]) => id);
    expect(half.sort()).toEqual([...OPTIONAL].sort());
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
    for (const operation of operations.filter(({ secured }) => secured)) {
      const { id, method } = operation;
      // The stream of a run that does not exist stays open.
      if (id.startsWith('stream')) continue;
      const reads = method === 'GET' ? !HIDDEN.includes(id) : READS_BY_POST.includes(id);
      const [status, code] = await statusOf(operation, key);
      const isRefused = status === 403 && NOT_FOR_READERS.includes(code);
      if (!reads || NOT_OF_KEYS.has(TABLE.get(id)?.kind)) {
        expect({ id, isRefused }).toEqual({ id, isRefused: true });
      } else {
        expect({ id, isRefused }).toEqual({ id, isRefused: false });
      }
    }
  });

  it('keeps a key that may only read from leaving for its user', async () => {
    const owner = await ownerOfNew(api);
    const member = await join(api, owner);
    const made = await member.call(
      'POST',
      '/v1/api-keys',
      { name: 'r', scope: 'read' },
      owner.organizationId,
    );
    const { key } = made.body.data as { key: string };
    const path = `/v1/orgs/${owner.organizationId}/leave`;
    const { status, body } = await api.call('POST', path, {}, key);
    expect([status, body.code]).toEqual([403, 403001]);
  });
});
