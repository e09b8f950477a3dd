import type { Environment } from '../environment';
import { judge, type Row } from '../report';
import { quantile } from '../stats';
import type { Scenario } from './scenario';
import { seedControlPlane } from './seed-control-plane';

const WORKFLOWS = 10_000;
const RUNS = 1_000_000;
const CALLS = 60;
const TARGET_MS = 50;
const DAY_MS = 86_400_000;

function paths(workflowId: string): [what: string, path: string][] {
  const now = Date.now();
  const metrics = `/v1/metrics/summary?from=${now - 30 * DAY_MS}&to=${now}&granularity=daily`;
  return [
    ['workflows', '/v1/workflows?limit=50'],
    ['workflows, page 180', '/v1/workflows?limit=50&offset=9000'],
    ['workflows by name', '/v1/workflows?limit=50&sort=name:asc'],
    ['workflows by runs', '/v1/workflows?limit=50&sort=runs:desc'],
    ['workflows with a word', '/v1/workflows?limit=50&q=refund'],
    ['workflows with an action', '/v1/workflows?limit=50&actions=bench-step'],
    ['workflows, counted', '/v1/workflows/counts'],
    ['runs', '/v1/runs?limit=50'],
    ['runs, page 2,000', '/v1/runs?limit=50&offset=100000'],
    ['runs that failed', '/v1/runs?limit=50&status=failure'],
    ['runs of a workflow', `/v1/workflows/${workflowId}/runs?limit=50`],
    ['runs by status, counted', '/v1/runs/status-counts'],
    ['runs by workflow, counted', '/v1/runs/status-counts/by-workflow'],
    ['runs of a workflow, counted', `/v1/workflows/${workflowId}/runs/count`],
    ['search', '/v1/search?q=refund'],
    ['metrics of a month', metrics],
  ];
}

/** What lists, filters, counts and search take when there is much to choose from. */
export const lists: Scenario = {
  name: 'lists',
  async run(environment: Environment) {
    const side = await environment.start('weft', 'lists');
    const workflowId = await side.publish({ root: { type: 'manual', children: [] } });
    const database = await environment.connect('weft_lists');
    await seedControlPlane(database, { workflowId, workflows: WORKFLOWS, runs: RUNS });
    await database.end();
    const rows: Row[] = [];
    for (const [what, path] of paths(workflowId)) {
      await side.readTimes(path, 5);
      const times = await side.readTimes(path, CALLS);
      const p95 = quantile(times, 0.95);
      rows.push({
        ...{ scenario: 'lists', what: `${what} p95`, unit: 'ms', weft: p95 },
        ...{ target: `<= ${TARGET_MS}`, verdict: judge(p95, TARGET_MS) },
      });
    }
    await side.stop();
    return rows;
  },
};
