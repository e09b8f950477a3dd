import { Client } from 'pg';
import { seedControlPlane } from '../../bench/scenarios/seed-control-plane';
import { startApi, type TestApi } from './start-api';

/** Rows that one step of a plan may read for a page of 20. */
const MAX_ROWS = 1_000;
const WORKFLOWS = 5_000;
const RUNS = 40_000;

/** Tables that grow with what an organization does. */
const GROWING = ['workflows', 'workflow_versions', 'runs', 'run_nodes', 'run_events', 'templates'];

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

interface Sent {
  text: string;
  values: unknown[];
}

describe('the plans of what is read, in an organization that has much', () => {
  let api: TestApi;
  let workflowId: string;
  let database: Client;
  const query = jest.spyOn(Client.prototype, 'query');

  beforeAll(async () => {
    api = await startApi();
    const definition = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };
    const created = await api.call('POST', '/v1/workflows', { name: 'first', definition });
    workflowId = created.body.data.id;
    expect((await api.call('POST', `/v1/workflows/${workflowId}/publish`, {})).status).toBe(200);
    database = new Client({ connectionString: api.databaseUrl });
    await database.connect();
    await seedControlPlane(database, { workflowId, workflows: WORKFLOWS, runs: RUNS });
    await database.query(
      `INSERT INTO run_nodes
         (organization_id, run_id, path, node_id, type, status, first_seq, started_at, finished_at)
       SELECT organization_id, id, 'root', 'root', 'manual', 'success', 1, started_at, finished_at
       FROM runs`,
    );
    await database.query('ANALYZE');
  }, 120_000);
  afterAll(async () => {
    query.mockRestore();
    await database.end();
    await api.close();
  });

  async function statementsOf(path: string): Promise<Sent[]> {
    query.mockClear();
    const { status, body } = await api.call('GET', path);
    expect({ status, body }).toMatchObject({ status: 200 });
    return query.mock.calls.map(sentBy).filter(({ text }) => /^\s*(SELECT|WITH)/i.test(text));
  }

  async function nodesOf({ text, values }: Sent): Promise<PlanNode[]> {
    const sql = `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`;
    const { rows } = await database.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(sql, values);
    return rows.flatMap((row) => flatten(row['QUERY PLAN'][0].Plan));
  }

  it.each([
    ['workflows', () => '/v1/workflows?limit=20'],
    ['workflows of a status', () => '/v1/workflows?limit=20&status=paused'],
    ['workflows by name', () => '/v1/workflows?limit=20&sort=name:asc'],
    ['workflows by creation', () => '/v1/workflows?limit=20&sort=createdAt:desc'],
    ['a workflow', () => `/v1/workflows/${workflowId}`],
    ['its versions', () => `/v1/workflows/${workflowId}/versions`],
    ['runs', () => '/v1/runs?limit=20'],
    ['runs that failed', () => '/v1/runs?limit=20&status=failure'],
    ['runs of a workflow', () => `/v1/workflows/${workflowId}/runs?limit=20`],
    ['a run', () => '/v1/runs/run_seed100'],
    ['runs by status, counted', () => '/v1/runs/status-counts'],
    ['runs of a workflow, counted', () => `/v1/workflows/${workflowId}/runs/count`],
    [
      'metrics of a month',
      () =>
        `/v1/metrics/summary?from=${Date.now() - 30 * 86_400_000}&to=${Date.now()}&granularity=daily`,
    ],
  ])('%s: no table is read whole, and few rows', async (_, path) => {
    const statements = await statementsOf(path());
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      const nodes = await nodesOf(statement);
      const whole = nodes.filter(
        (node) => node['Node Type'] === 'Seq Scan' && GROWING.includes(node['Relation Name'] ?? ''),
      );
      if (whole.length > 0) throw new Error(`A table is read whole by ${statement.text}`);
      const most = Math.max(...nodes.map(rowsOf));
      if (most > MAX_ROWS) throw new Error(`${most} rows are read by ${statement.text}`);
    }
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

function sentBy(call: unknown[]): Sent {
  const [first, second] = call as [string | Partial<Sent>, unknown];
  if (typeof first === 'string') {
    return { text: first, values: Array.isArray(second) ? (second as unknown[]) : [] };
  }
  return { text: first.text ?? '', values: first.values ?? [] };
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}

function rowsOf(node: PlanNode): number {
  const removed =
    (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}
