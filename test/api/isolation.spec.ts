import { AuthSettings } from '../../src/auth/auth-settings';
import { type Access, OPERATIONS } from '../../src/auth/operations';
import { type Operation, operationsOf } from '../support/operations';
import { join, ownerOfNew, type Somebody } from '../support/people';
import { StatementWatch, undividedTables } from '../support/statements';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

/** What belongs to the first organization, by the path that leads to it. A new kind of record gets a line. */
interface Records {
  'organizations/{orgId}': string;
  'orgs/{orgId}': string;
  'members/{userId}': string;
  'invites/{id}': string;
  'restrictions/{id}': string;
  'api-keys/{id}': string;
  'service-accounts/{id}': string;
  'workflows/{id}': string;
  'knowledge/{id}': string;
  'blocks/{id}': string;
  'templates/{id}': string;
  'templates/{templateId}': string;
  'by-source-workflow/{workflowId}': string;
  'runs/{id}': string;
  'interests/{tagId}': string;
}

/** The same for everybody: no ids of records. */
const PLAIN: Readonly<Record<string, string>> = {
  'nodes/{nodeId}': 'root',
  'variables/{name}': 'counter',
  'tables/{tableName}': 'notes',
  'versions/{versionNumber}': '1',
  'similar/{type}': 'workflow',
  'statistics/{type}': 'action',
  'action/{id}': 'log',
  'releases/{releaseVersion}': '1',
};

const DEFINITION = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };
const TEMPLATE = {
  ...{ name: 't', description: '', tags: ['t'], visibility: 'org', definition: DEFINITION },
};
const BLOCK = { nodes: { say: { type: 'log', payload: { message: 'x' }, children: [] } } };
const ACCOUNT = { name: 'x', permissions: ['run:read'] };

/** Bodies that pass, where an empty one is refused before the record is looked for. */
const BODIES: Readonly<Record<string, object>> = {
  updateServiceAccount: ACCOUNT,
  enableWidget: { title: 'x' },
  rollbackWorkflow: { targetVersion: 1 },
  refillWorkflow: { remainRuns: 1 },
  revertToVersion: { workflowVersion: 1 },
  transferWorkflowOwner: { ownerUserId: 'usr_x' },
  updateWorkflowVisibility: { visibility: 'org' },
  updateWorkflowUiMetadata: { uiMetadata: {} },
  updateOrgMember: { role: 'developer' },
  createOrgInvite: { email: 'x@example.com' },
  rollbackTemplate: { targetVersion: 1 },
  rollbackBlock: { targetVersion: 1 },
  createOrgRestriction: { type: 'developer_publish' },
  updateCuThreshold: { minThreshold: 0 },
  queryDatabase: { sql: 'SELECT 1' },
  upsertWorkflowVariable: { type: 'number', lifetime: 'persist' },
};

/** They answer a stranger in another way, and have tests of their own. */
const ELSEWHERE = new Set([
  'streamRun', // stays open for a run that may appear
  'getPublicOrganization', // shows everybody the same
  'adminUpdateSubscription', // for administrators alone
  'adminAdjustCu',
  'listApiRequestAudits', // repeats the ids that the stranger asked for
]);

/** Statements on tables of organizations that name none, and why. */
const UNDIVIDED: readonly { pattern: RegExp; reason: string }[] = [
  { pattern: /FROM api_keys k .* WHERE k\.hash = \$1$/, reason: 'A key tells its organization.' },
  {
    pattern: /^UPDATE audit_entries SET outcome/,
    reason: 'What is done to a template or an invite is in the log of its organization.',
  },
  {
    pattern: /FROM "organization_invites" "i" INNER JOIN "organizations"/,
    reason: 'People see what they are invited to, in all organizations.',
  },
];

const watch = new StatementWatch();
let api: TestApi;
let stranger: Somebody & { organizationId: string };
let strangersKey: string;
let records: Records;
let operations: Operation[];

beforeAll(async () => {
  api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open') });
  stranger = await ownerOfNew(api);
  const key = { name: 'all', scope: 'read-write' };
  const made = await stranger.call('POST', '/v1/api-keys', key, stranger.organizationId);
  strangersKey = made.body.data.key as string;
  records = await fill(await ownerOfNew(api));
  operations = await operationsOf(api.url);
});
afterAll(async () => {
  watch.stop();
  await api.close();
});

/** One record of each kind. */
async function fill(owner: Somebody & { organizationId: string }): Promise<Records> {
  const { organizationId } = owner;
  const make = async (path: string, body?: object): Promise<string> => {
    const { data } = (await owner.call('POST', path, body, organizationId)).body as {
      data: { id?: string; runId?: string; tagId?: string };
    };
    return data.id ?? data.runId ?? data.tagId ?? '';
  };
  const member = await join(api, owner);
  const workflow = await make('/v1/workflows', { name: 'secret', definition: DEFINITION });
  await make(`/v1/workflows/${workflow}/publish`);
  const template = await make('/v1/templates', TEMPLATE);
  return {
    'organizations/{orgId}': organizationId,
    'orgs/{orgId}': organizationId,
    'members/{userId}': member.userId,
    'invites/{id}': await make(`/v1/orgs/${organizationId}/invites`, { email: 'a@example.com' }),
    'restrictions/{id}': await make(`/v1/orgs/${organizationId}/restrictions`, {
      type: 'developer_publish',
    }),
    'api-keys/{id}': await make('/v1/api-keys', { name: 'k' }),
    'service-accounts/{id}': await make('/v1/service-accounts', ACCOUNT),
    'workflows/{id}': workflow,
    'knowledge/{id}': await make(`/v1/organizations/${organizationId}/knowledge`, {
      ...{ title: 'secret', content: '' },
    }),
    'blocks/{id}': await make('/v1/blocks', { name: 'secret', definition: BLOCK }),
    'templates/{id}': template,
    'templates/{templateId}': template,
    'by-source-workflow/{workflowId}': workflow,
    'runs/{id}': await make(`/v1/workflows/${workflow}/run`),
    'interests/{tagId}': await make('/v1/user/interests', { value: 'secret' }),
  };
}

/** The path with its parameters filled in by `idOf`, which gets `workflows/{id}` and the like. */
function fillIn(path: string, idOf: (place: string) => string | undefined): string {
  return path.replace(/([\w-]+)\/(\{\w+\})/g, (place, segment: string) => {
    const id = PLAIN[place] ?? idOf(place);
    if (id === undefined) throw new Error(`${path}: make a record for ${place} in this test.`);
    return `${segment}/${id}`;
  });
}

/** The places in a path that name a record. */
function placesIn(path: string): string[] {
  const places = path.match(/[\w-]+\/\{\w+\}/g) ?? [];
  return places.filter((place) => PLAIN[place] === undefined);
}

/** An id of the same form that nobody has. */
const unknownLike = (id: string | undefined): string | undefined =>
  id?.replace(/[0-9A-Za-z]{4}$/, 'zzzz');

/** What is the stranger's own stays. */
const unless = (own: string, id: string | undefined): string | undefined =>
  id === own ? id : unknownLike(id);

const accessOf = ({ id }: Operation): Access | undefined =>
  new Map<string, Access>(Object.entries(OPERATIONS)).get(id);

function call(operation: Operation, path: string): Promise<Answer> {
  const { method, id } = operation;
  const body = method === 'GET' || method === 'DELETE' ? undefined : (BODIES[id] ?? {});
  const isPersonal = accessOf(operation)?.kind === 'person';
  return isPersonal
    ? stranger.call(method, path, body)
    : api.call(method, path, body, strangersKey);
}

/** What a client sees, apart from the ids that it sent itself. */
function seen({ status, body }: Answer, ids: readonly string[]): object {
  const text = JSON.stringify({ ...body, requestId: '' });
  return { status, body: ids.reduce((left, id) => left.replaceAll(id, 'ID'), text) };
}

describe('a record of another organization', () => {
  it.each([
    ['in its organization', () => records],
    [
      "named below the stranger's own organization",
      () => ({
        ...records,
        'orgs/{orgId}': stranger.organizationId,
        'organizations/{orgId}': stranger.organizationId,
      }),
    ],
  ])('is answered by every operation as one that does not exist, %s', async (_, named) => {
    const ids = new Map(Object.entries(named()));
    const place = (name: string): string | undefined => ids.get(name);
    const own = stranger.organizationId;
    const closed = operations.filter(
      ({ id, path, secured }) =>
        secured && !ELSEWHERE.has(id) && placesIn(path).some((one) => place(one) !== own),
    );
    expect(closed.length).toBeGreaterThan(30);
    for (const operation of closed) {
      const { id, path } = operation;
      const { result: foreign, statements } = await watch.during(() =>
        call(operation, fillIn(path, place)),
      );
      const { result: none, statements: ofNone } = await watch.during(() =>
        call(
          operation,
          fillIn(path, (name) => unless(own, place(name))),
        ),
      );
      const all = Object.values(records) as string[];
      const unknown = all.map((one) => unknownLike(one) ?? one);
      expect({ id, ...seen(foreign, all) }).toEqual({ id, ...seen(none, unknown) });
      expect({ id, status: foreign.status }).toEqual({ id, status: 404 });
      expect({ id, statements }).toEqual({ id, statements: ofNone });
    }
  });

  it('is in no list', async () => {
    const lists = operations.filter(
      ({ id, method, path, secured }) =>
        method === 'GET' && secured && !path.includes('{') && !ELSEWHERE.has(id),
    );
    expect(lists.length).toBeGreaterThan(5);
    for (const operation of lists) {
      const text = JSON.stringify((await call(operation, operation.path)).body);
      const leaked = Object.values(records).filter((id: string) => text.includes(id));
      expect({ id: operation.id, leaked }).toEqual({ id: operation.id, leaked: [] });
    }
  });

  it('is as it was', async () => {
    const { manager } = api.dataSource;
    const [workflow] = await manager.query<object[]>(
      'SELECT name, status, live_version FROM workflows WHERE organization_id = $1 AND id = $2',
      [records['orgs/{orgId}'], records['workflows/{id}']],
    );
    expect(workflow).toEqual({ name: 'secret', status: 'active', live_version: 1 });
    const [key] = await manager.query<object[]>(
      'SELECT revoked_at FROM api_keys WHERE organization_id = $1 AND id = $2',
      [records['orgs/{orgId}'], records['api-keys/{id}']],
    );
    expect(key).toEqual({ revoked_at: null });
  });

  it('can not be named in a body', async () => {
    const account = records['service-accounts/{id}'];
    const body = { name: 'x', serviceAccountId: account };
    const foreign = await api.call('POST', '/v1/api-keys', body, strangersKey);
    const unknown = { ...body, serviceAccountId: unknownLike(account) };
    const none = await api.call('POST', '/v1/api-keys', unknown, strangersKey);
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...none.body, requestId: '' });
  });

  it('is reached by no statement that does not name an organization', async () => {
    const rows: { table_name: string }[] = await api.dataSource.query(
      "SELECT table_name FROM information_schema.columns WHERE column_name = 'organization_id'",
    );
    expect(watch.all().length).toBeGreaterThan(50);
    const tables = new Set(rows.map(({ table_name }) => table_name));
    const undivided = watch
      .all()
      .map((statement) => ({ statement, tables: undividedTables(statement, tables) }))
      .filter((one) => one.tables.length > 0);
    const isKnown = (statement: string): boolean =>
      UNDIVIDED.some(({ pattern }) => pattern.test(statement));
    expect(undivided.filter(({ statement }) => !isKnown(statement))).toEqual([]);
    const unused = UNDIVIDED.filter(
      ({ pattern }) => !undivided.some(({ statement }) => pattern.test(statement)),
    );
    expect(unused).toEqual([]);
  });
});
