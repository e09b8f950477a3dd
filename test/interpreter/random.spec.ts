import fc from 'fast-check';
import type { JsonObject } from '../../definition/json';
import { iterationPrefix } from '../../definition/run-state/address';
import type { CaseNodes, CaseResume, Scenario } from '../support/contract-case';
import { planOf } from '../support/contract-definition';
import { causalOrder, disorder } from '../support/contract-order';
import { inParallel } from '../support/contract-parallel';
import { runOnTemporal, type TemporalRun } from '../support/contract-temporal';
import { log } from '../contract/cases/build';
import { runVirtually } from '../support/contract-virtual';
import { historyLengths, MOST_EVENTS } from '../support/history-lengths';
import { type HttpTarget, startHttpTarget } from '../support/http-target';
import { ALL_KINDS, randomDefinition } from '../support/random-definition';
import { TestService } from '../support/service';

const definitions = randomDefinition({ maxNodes: 25, kinds: ALL_KINDS }).filter(
  ({ nodes }) => Object.keys(nodes).length >= 10,
);
const SAMPLE = fc.sample(definitions, { numRuns: 30, seed: 20_261 });
const SCENARIOS = SAMPLE.map(({ nodes, variableDefs = [] }, index) => ({
  ...scenarioOf(`random ${index}`, nodes as unknown as CaseNodes),
  variableDefs,
  workflows: { child: { greet: log('hello') } },
}));

describe.each([
  ['as they are', {}],
  ['cut as often as possible', { WEFT_MAX_HISTORY_EVENTS: '20', WEFT_MIN_CUT_AGE_MS: '0' }],
])('random definitions, %s', (_name, variables: Record<string, string>) => {
  const runs: Promise<TemporalRun>[] = [];
  let target: HttpTarget;
  let service: TestService;

  beforeAll(async () => {
    target = await startHttpTarget();
    service = await TestService.start(variables);
    runs.push(...inParallel(SCENARIOS, 12, (one) => runOnTemporal(one, service, target)));
  }, 60_000);

  afterAll(async () => {
    await service.stop();
    await target.close();
  }, 60_000);

  it.each(SCENARIOS.map((scenario, index) => [index, scenario] as const))(
    'number %i comes to the same on Temporal as in virtual time',
    async (index, scenario) => {
      const { view } = await runs[index]!;
      const virtual = await runVirtually(scenario, target);
      const plan = planOf(scenario);
      expect(disorder(plan, view.events)).toEqual([]);
      expect(view.status).toBe(virtual.status);
      // How far other nodes come before a failure stops them is a matter of time.
      if (view.status !== 'success') return;
      expect({ nodes: view.nodes, output: view.output, hits: view.hits }).toEqual({
        nodes: virtual.nodes,
        output: virtual.output,
        hits: virtual.hits,
      });
      expect(causalOrder(plan, view.events)).toEqual(causalOrder(plan, virtual.events));
    },
    150_000,
  );

  it('has no history that grows long', async () => {
    await Promise.allSettled(runs);
    const lengths = await historyLengths([service.taskQueue]);
    expect(lengths.length).toBeGreaterThan(SCENARIOS.length / 2);
    expect(lengths.filter(([, length]) => length > MOST_EVENTS)).toEqual([]);
  }, 300_000);
});

it('most of the sample succeeds, so that whole runs are compared', async () => {
  const target = await startHttpTarget();
  const views = await Promise.all(SCENARIOS.map((one) => runVirtually(one, target)));
  await target.close();
  expect(views.filter(({ status }) => status === 'success').length).toBeGreaterThan(20);
});

/** Some actions fail, most of them where it is caught; waits are resumed early, in time, twice, or not. */
function scenarioOf(name: string, nodes: CaseNodes): Scenario {
  const resumes: CaseResume[] = [];
  const changed: CaseNodes = {};
  for (const [id, node] of Object.entries(nodes)) {
    if (node.type === 'http-request') changed[id] = withTarget(id, node, nodes);
    else if (node.type === 'trigger-workflow') changed[id] = withChild(node);
    else if (node.type === 'if') changed[id] = { ...node, payload: withoutTimes(id) };
    else if (node.type !== 'wait') changed[id] = node;
    else {
      const when = modeOf(id, node, nodes);
      const timeoutMs = when ? 60_000 : 1_000;
      changed[id] = { ...node, payload: { ...(node.payload as JsonObject), timeoutMs } };
      if (!when) continue;
      const payload = { resumed: id };
      resumes.push(...addressesOf(id, nodes).map((address) => ({ address, payload, when })));
    }
  }
  return { name, nodes: changed, resumes };
}

function withTarget(id: string, node: JsonObject, nodes: CaseNodes): JsonObject {
  const fails = hash(id) % 3 === 0 && (hasChild(node, nodes, 'error') || hash(id) % 5 === 0);
  const url = fails ? 'http://10.0.0.1/' : 'http://target/echo';
  return { ...node, payload: { ...(node.payload as JsonObject), url } };
}

function withChild(node: JsonObject): JsonObject {
  const payload = { ...(node.payload as JsonObject), workflowId: '<workflow:child>' };
  return { ...node, payload };
}

/** Results have times in them, on which no way may depend. */
function withoutTimes(id: string): JsonObject {
  return { condition: { $and: [{ [id]: { $contains: '1' } }] } };
}

function modeOf(id: string, node: JsonObject, nodes: CaseNodes): CaseResume['when'] | undefined {
  const modes = ['early', 'waiting', 'twice', undefined] as const;
  const mode = modes[hash(id) % modes.length];
  return mode ?? (hasChild(node, nodes, 'timed_out') ? undefined : 'waiting');
}

function hasChild(node: JsonObject, nodes: CaseNodes, branch: string): boolean {
  return (node.children as string[]).some((child) => nodes[child]?.branch === branch);
}

/** Everywhere a node can run: once, or in each iteration of the loops around it. */
function addressesOf(id: string, nodes: CaseNodes): string[] {
  const loop = Object.entries(nodes).find(([, node]) => bodyOf(node, nodes).has(id));
  if (!loop) return [id];
  const [loopId, { payload }] = loop;
  const { array } = payload as { array: unknown[] };
  return addressesOf(loopId, nodes).flatMap((address) =>
    array.map((_, index) => iterationPrefix(address, index) + id),
  );
}

/** The nodes of a loop's body, without those of loops inside it. */
function bodyOf(node: JsonObject, nodes: CaseNodes): Set<string> {
  const found = new Set<string>();
  const rest = [...((node.loopBody ?? []) as string[])];
  for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    rest.push(...((nodes[id]?.children ?? []) as string[]));
  }
  return found;
}

function hash(text: string): number {
  let value = 7;
  for (const letter of text) value = (value * 31 + letter.charCodeAt(0)) % 1_000_003;
  return value;
}
