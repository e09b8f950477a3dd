import { Client } from 'pg';
import { holdsSomething } from '../../bench/holds-something';
import { LIST_REQUESTS } from '../../bench/requests';
import { type ListRequest, pathOf, type SeededIds } from '../../bench/requests/list-request';
import { seedControlPlane } from '../../bench/seed/control-plane';
import {
  genericPlanOf,
  planOf,
  type PlanNode,
  planWithoutScans,
  rowsOf,
  type Sent,
  sentBy,
} from './query-plans';
import { startApi, type TestApi } from './start-api';

/** Rows that one step of a plan may read for a page of 50. */
const MAX_ROWS = 1_000;
const WORKFLOWS = 5_000;
const RUNS = 40_000;

/** Tables of an organization that do not grow with what it does. */
const SMALL: Readonly<Record<string, string>> = {
  cu_accounts: 'one row',
  organization_profiles: 'one row',
  request_counts: 'two rows for each caller',
  public_run_quotas: 'one row for each public workflow that ran',
  blocks: 'what authors write by hand',
  block_versions: 'a few of each block',
  run_count_changes: 'what has not been summed up for a second or two',
};

/** Tables that grow and that no list reads, with what reads them. */
const NOT_LISTED: Readonly<Record<string, string>> = {
  executions: 'one by its id',
  idempotency_keys: 'one by its key',
  payload_blobs: 'one by its hash',
  run_attempt_errors: 'those of one run',
  run_claims: 'those of one run',
  secrets: 'one by its id',
  webhook_deliveries: 'the worker, those that are not settled',
  workflow_variables: 'those of one workflow',
};

/** Operations that answer something but no list, count or search; each reads what it names by its key. */
const NO_LIST: Readonly<Record<string, readonly string[]>> = {
  'no table: the catalog and the settings of the process': [
    ...['listActions', 'getAction', 'listLogicActions', 'listTriggers', 'getTrigger'],
    ...['getCuCosts', 'listOnboardingQuestions', 'healthLive', 'healthReady'],
  ],
  'streams, which stay open': [
    ...['streamRun', 'streamWorkflowRuns', 'streamManyWorkflowRuns', 'streamPublicExecution'],
  ],
  'one thing by its id': [
    ...['getApiKey', 'getServiceAccount', 'getOrganization', 'getPublicOrganization'],
    ...[
      'getOrgProfile',
      'getKnowledge',
      'getSubscription',
      'getOrgWebhookSecret',
      'exportWorkflow',
    ],
    ...['resolveWorkflowOrg', 'getTriggerInfo', 'getWorkflowSchedule', 'getLive', 'getDraft'],
    ...['getWorkflowVersion', 'getTemplateStats', 'getTemplateVersion', 'getPublicWorkflowMeta'],
    ...['getPublicRunByTx', 'getPublicWidget', 'getPublicExecution'],
  ],
  'what belongs to one person, for sessions': [
    ...['getUser', 'listUserInterests', 'getUserInterestSettings', 'getOnboardingStatus'],
    ...['listOrganizations', 'listMyInvites'],
  ],
  'an SQLite file of the organization': ['listDatabaseTables', 'getDatabaseTable'],
  'blocks, of which an organization has few': [
    ...['listBlocks', 'getBlock', 'listBlockVersions', 'getBlockVersion', 'listBlockUses'],
  ],
  'listAuditLog without an organization': ['adminListAuditLog'],
};

/** Operations that read much by POST. */
const READ_BY_POST = ['batchWorkflowStats', 'batchWorkflowMeta'];

describe('the plans of what is read, in an organization that has much', () => {
  let api: TestApi;
  let ids: SeededIds;
  let database: Client;
  let growing: Set<string>;
  const query = jest.spyOn(Client.prototype, 'query');

  beforeAll(async () => {
    api = await startApi();
    const nodes = {
      root: { type: 'manual', children: ['note'] },
      note: { type: 'log', payload: { message: 'noted' } },
    };
    const created = await api.call('POST', '/v1/workflows', {
      name: 'first',
      definition: { nodes },
    });
    const workflowId: string = created.body.data.id;
    expect((await api.call('POST', `/v1/workflows/${workflowId}/publish`, {})).status).toBe(200);
    ids = {
      organizationId: api.organizationId,
      workflowId,
      now: Date.now(),
      deepest: 3_000,
      cursor: '',
    };
    database = new Client({ connectionString: api.databaseUrl });
    await database.connect();
    await seedControlPlane(database, { workflowId, workflows: WORKFLOWS, runs: RUNS });
    const page = await api.call('GET', '/v1/runs?limit=50&offset=2950');
    ids.cursor = page.body.data.nextCursor;
    const tables = await database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'organization_id'`,
    );
    growing = new Set(tables.rows.map(({ name }) => name).filter((name) => !(name in SMALL)));
  }, 180_000);
  afterAll(async () => {
    query.mockRestore();
    await database.end();
    await api.close();
  });

  async function answerOf(request: ListRequest): Promise<unknown> {
    const method = request.body === undefined ? 'GET' : 'POST';
    const answer = await api.call(method, pathOf(request, ids), request.body);
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
    return answer.body.data;
  }

  async function statementsOf(request: ListRequest): Promise<Sent[]> {
    query.mockClear();
    await answerOf(request);
    return query.mock.calls.map(sentBy).filter(({ text }) => /^\s*(SELECT|WITH)/i.test(text));
  }

  /** Throws when a step reads too much of what this request may read. */
  function judge({ text }: Sent, nodes: PlanNode[], { reads }: ListRequest): void {
    const { most } = reads ?? { most: MAX_ROWS };
    const rows = Math.max(...nodes.map(rowsOf));
    if (rows > most) throw new Error(`${rows} rows are read by ${text}`);
  }

  const readWhole = (nodes: PlanNode[]): string | undefined =>
    nodes
      .filter((node) => node['Node Type'] === 'Seq Scan')
      .map((node) => node['Relation Name'] ?? '')
      .find((table) => growing.has(table));

  const named = LIST_REQUESTS.map((request) => [request.what, request] as const);

  it.each(named)('%s: no table is read whole, and few rows', async (_, request) => {
    const statements = await statementsOf(request);
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      judge(statement, await planOf(database, statement), request);
      const whole = readWhole(await planWithoutScans(database, statement));
      if (whole !== undefined) throw new Error(`${whole} is read whole by ${statement.text}`);
      if (statement.name === undefined) continue;
      judge(statement, await genericPlanOf(database, statement), request);
    }
  });

  it('is seeded: each table that grows has many rows, or no list reads it', async () => {
    const few = [];
    for (const table of growing) {
      const { rows } = await database.query(`SELECT FROM ${table} LIMIT ${MAX_ROWS}`);
      if (rows.length < MAX_ROWS) few.push(table);
    }
    expect(few.sort()).toEqual(Object.keys(NOT_LISTED).sort());
  });

  it.each(named)('%s: finds what was seeded', async (_, request) => {
    expect(holdsSomething(await answerOf(request))).toBe(request.isEmpty !== true);
  });

  it('has each operation that reads, or a reason why not', async () => {
    const { paths } = (await (await fetch(`${api.url}/v1/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { operationId: string; 'x-weft-status'?: string }>>;
    };
    const reading = Object.values(paths).flatMap((methods) =>
      Object.entries(methods)
        .filter(([method, { operationId, 'x-weft-status': status }]) => {
          if (status === 'pending') return false;
          return method === 'get' || READ_BY_POST.includes(operationId);
        })
        .map(([, { operationId }]) => operationId),
    );
    const here = new Set<string>(LIST_REQUESTS.map(({ operation }) => operation));
    const without = Object.values(NO_LIST).flat();
    expect([...here, ...without].sort()).toEqual(reading.sort());
  });

  it('a search finds first what is called so, however many have the word', async () => {
    const definition = { nodes: { root: { type: 'manual', children: [] } } };
    await api.call('POST', '/v1/workflows', { name: 'Number one', definition });
    const { body } = await api.call('GET', '/v1/search?q=number&types=workflow&limit=1');
    expect(body.data.results).toMatchObject([{ name: 'Number one' }]);
  });

  it.each([
    ['workflows', 'sort=updatedAt:desc'],
    ['workflows', 'sort=name:asc'],
    ['workflows', 'sort=runs:desc'],
    ['runs', 'status=failure'],
  ])('a page far into %s?%s is the one that a walk comes to', async (list, query) => {
    interface Page {
      items: { id: string }[];
      nextCursor: string | null;
    }
    const pageAt = async (place: string): Promise<Page> => {
      const { body } = await api.call('GET', `/v1/${list}?limit=100&${query}&${place}`);
      return body.data as Page;
    };
    let page = await pageAt('offset=0');
    for (let passed = 100; passed <= 1_500; passed += 100) {
      page = await pageAt(`cursor=${page.nextCursor}`);
    }
    expect(page.items).toHaveLength(100);
    expect(await pageAt('offset=1500')).toMatchObject({
      ...{ items: page.items.map(({ id }) => ({ id })), nextCursor: page.nextCursor },
    });
    expect(await pageAt('offset=9000')).toMatchObject({ items: [], nextCursor: null });
  });
});
