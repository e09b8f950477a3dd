import type { Environment } from '../environment';
import { holdsSomething } from '../holds-something';
import { judge, type Row } from '../report';
import { seedControlPlane } from '../seed/control-plane';
import type { ReadRequest, WeftSide } from '../side/side';
import { quantile, shuffled } from '../stats';
import { LIST_REQUESTS } from '../requests';
import { type ListRequest, pathOf, type SeededIds } from '../requests/list-request';
import type { Scenario } from './scenario';

const WORKFLOWS = 10_000;
const RUNS = 1_000_000;
/** Every request is measured in each round, so that a slow moment of the machine does not fall on one of them alone. */
const ROUNDS = 4;
const WARM_UP = 3;
const CALLS_A_ROUND = 20;
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
    const requests = LIST_REQUESTS.map((one) => ({ one, request: requestOf(one, ids) }));
    for (const { one, request } of requests) {
      if (holdsSomething(await side.read(request)) === (one.isEmpty ?? false))
        throw new Error(`${one.what} measures nothing.`);
    }
    const times = await measure(
      side,
      requests.map(({ request }) => request),
    );
    await side.stop();
    return requests.map(({ one, request }) => rowOf(one, times.get(request) ?? []));
  },
};

function requestOf(one: ListRequest, ids: SeededIds): ReadRequest {
  const { body } = one;
  return { method: body === undefined ? 'GET' : 'POST', path: pathOf(one, ids), body };
}

async function measure(
  side: WeftSide,
  requests: readonly ReadRequest[],
): Promise<Map<ReadRequest, number[]>> {
  const times = new Map(requests.map((request) => [request, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const request of shuffled(requests)) {
      await side.readTimes(request, WARM_UP);
      times.get(request)?.push(...(await side.readTimes(request, CALLS_A_ROUND)));
    }
  }
  return times;
}

function rowOf({ what }: ListRequest, times: readonly number[]): Row {
  const p95 = quantile(times, 0.95);
  return {
    ...{ scenario: 'lists', what: `${what} p95`, unit: 'ms', weft: p95 },
    ...{ target: `<= ${TARGET_MS}`, verdict: judge(p95, TARGET_MS) },
    note: `p50 ${quantile(times, 0.5).toFixed(1)}`,
  };
}
