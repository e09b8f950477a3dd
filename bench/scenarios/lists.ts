import type { Environment } from '../environment';
import { holdsSomething } from '../holds-something';
import { judge, type Row } from '../report';
import { seedControlPlane } from '../seed/control-plane';
import type { ReadRequest } from '../side/side';
import { quantile } from '../stats';
import { LIST_REQUESTS } from '../requests';
import { pathOf } from '../requests/list-request';
import type { Scenario } from './scenario';

const WORKFLOWS = 10_000;
const RUNS = 1_000_000;
const WARM_UP = 5;
const CALLS = 60;
const TARGET_MS = 50;

interface Page {
  nextCursor: string;
}

/** What lists, filters, counts and search take when there is much to choose from. */
export const lists: Scenario = {
  name: 'lists',
  async run(environment: Environment) {
    const side = await environment.start('weft', 'lists');
    const nodes = { note: { type: 'log', payload: { message: 'noted' } } };
    const workflowId = await side.publish({
      root: { type: 'manual', children: ['note'] },
      ...nodes,
    });
    const database = await environment.connect('weft_lists');
    await seedControlPlane(database, { workflowId, workflows: WORKFLOWS, runs: RUNS });
    const { rows: found } = await database.query<{ id: string }>(
      'SELECT organization_id AS id FROM workflows WHERE id = $1',
      [workflowId],
    );
    await database.end();
    const organizationId = found[0]?.id ?? '';
    const deepest = RUNS / 10;
    const path = `/v1/runs?limit=50&offset=${deepest - 50}`;
    const { nextCursor: cursor } = (await side.read({ method: 'GET', path })) as Page;
    const ids = { organizationId, workflowId, now: Date.now(), deepest, cursor };
    const rows: Row[] = [];
    for (const one of LIST_REQUESTS) {
      const { what, body, isEmpty = false, noTarget } = one;
      const method = body === undefined ? 'GET' : 'POST';
      const request: ReadRequest = { method, path: pathOf(one, ids), body };
      if (holdsSomething(await side.read(request)) === isEmpty)
        throw new Error(`${what} measures nothing.`);
      await side.readTimes(request, WARM_UP);
      const times = await side.readTimes(request, CALLS);
      const p95 = quantile(times, 0.95);
      rows.push({
        ...{ scenario: 'lists', what: `${what} p95`, unit: 'ms', weft: p95 },
        ...(noTarget === undefined && {
          ...{ target: `<= ${TARGET_MS}`, verdict: judge(p95, TARGET_MS) },
        }),
        note: `p50 ${quantile(times, 0.5).toFixed(1)}`,
      });
    }
    await side.stop();
    return rows;
  },
};
