import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import type { temporal } from '@temporalio/proto';
import type { JsonObject } from '../../definition/json';
import { newId } from '../../src/database/ids';
import { WORKFLOW_SOURCES } from '../../src/temporal/workflow-sources';
import { type HttpTarget, startHttpTarget } from '../support/http-target';
import { TestService, temporalAddress } from '../support/service';

type Nodes = Record<string, JsonObject>;
interface RunAnswer {
  status: string;
  executionState: Record<string, { status: string; iterations?: Record<string, JsonObject>[] }>;
}

let connection: Connection;
let client: Client;
let target: HttpTarget;

beforeAll(async () => {
  connection = await Connection.connect({ address: temporalAddress() });
  client = new Client({ connection });
  target = await startHttpTarget();
});
afterAll(async () => {
  await target.close();
  await connection.close();
});

/** A chain below the trigger: `count` nodes of one kind, one after another. */
function chain(count: number, node: (id: string) => JsonObject): Nodes {
  const ids = Array.from({ length: count }, (_, index) => `n${index}`);
  const nodes: Nodes = { root: { type: 'manual', payload: {}, children: ids.slice(0, 1) } };
  ids.forEach((id, index) => {
    nodes[id] = { ...node(id), children: ids.slice(index + 1, index + 2) };
  });
  return nodes;
}

/** Runs a definition to its end. Gives its run id. */
async function finish(service: TestService, nodes: Nodes): Promise<string> {
  const { runId } = await service.post<{ runId: string }>('/v1/runs', { definition: { nodes } });
  await ended(service, runId);
  return runId;
}

async function ended(service: TestService, runId: string): Promise<void> {
  for await (const { type, data } of service.follow(runId, 150_000)) {
    if (type === 'run_completed') break;
    if (/^run_(failed|partial|cancelled)$/.test(type)) throw new Error(JSON.stringify(data));
  }
  // The stream ends when the end is written; the workflow closes right after that.
  await client.workflow.getHandle(runId).result();
}

/**
 * Events of a history. A workflow task that timed out on a busy machine is tried again: its events are
 * the machine's, not the run's, so each finished task counts as its three.
 */
function costOf(events: readonly temporal.api.history.v1.IHistoryEvent[]): number {
  const finished = events.filter((event) => event.workflowTaskCompletedEventAttributes).length;
  const others = events.filter(
    (event) =>
      !event.workflowTaskScheduledEventAttributes &&
      !event.workflowTaskStartedEventAttributes &&
      !event.workflowTaskCompletedEventAttributes &&
      !event.workflowTaskTimedOutEventAttributes &&
      !event.workflowTaskFailedEventAttributes,
  ).length;
  return 3 * finished + others;
}

/** Events of each Temporal run of the workflow, the first one first. */
async function histories(workflowId: string): Promise<number[]> {
  const counts: number[] = [];
  const { raw } = await client.workflow.getHandle(workflowId).describe();
  let runId: string | null | undefined = raw.workflowExecutionInfo?.firstRunId;
  while (runId) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    counts.push(costOf(events ?? []));
    runId = events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return counts;
}

describe('what a run costs in history events', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());

  const events = async (nodes: Nodes): Promise<number> => {
    const [count] = await histories(await finish(service, nodes));
    return count ?? 0;
  };
  const logs = (count: number): Nodes =>
    chain(count, (id) => ({ type: 'log', payload: { message: `${id} {{$trigger.body}}` } }));

  it('is 0 for a logic node', async () => {
    expect(await events(logs(41))).toBe(await events(logs(1)));
  });

  it('is at most 6 for a catalog action, its progress included', async () => {
    const url = `${target.url('cost')}/echo`;
    const actions = (count: number): Nodes =>
      chain(count, () => ({ type: 'http-request', payload: { url, method: 'GET' } }));
    const [one, eleven] = [await events(actions(1)), await events(actions(11))];
    expect((eleven - one) / 10).toBeLessThanOrEqual(6);
  });

  it('is 1 for a pure action that runs as a local activity', async () => {
    const formats = (count: number): Nodes =>
      chain(count, (id) => ({ type: 'format', payload: { data: { id }, template: '{{@id}}' } }));
    const [one, six] = [await events(formats(1)), await events(formats(6))];
    expect((six - one) / 5).toBeLessThanOrEqual(2);
  });
});

describe('a run with 300 actions side by side', () => {
  it('has at most 100 of them in flight', async () => {
    const service = await TestService.start();
    try {
      const url = `${target.url('wide')}/echo`;
      const ids = (from: number, count: number) =>
        Array.from({ length: count }, (_, index) => `a${from + index}`);
      const nodes: Nodes = { root: { type: 'manual', payload: {}, children: [] } };
      for (let group = 0; group < 6; group += 1) {
        (nodes.root?.children as string[]).push(`g${group}`);
        const children = ids(group * 50, 50);
        nodes[`g${group}`] = { type: 'log', payload: { message: 'go' }, children };
        for (const id of children) {
          nodes[id] = { type: 'http-request', payload: { url, method: 'GET' }, children: [] };
        }
      }
      const { events } = await client.workflow
        .getHandle(await finish(service, nodes))
        .fetchHistory();
      let inFlight = 0;
      let started = 0;
      let most = 0;
      for (const event of events ?? []) {
        if (event.activityTaskScheduledEventAttributes) {
          inFlight += 1;
          started += 1;
        }
        if (event.activityTaskCompletedEventAttributes) inFlight -= 1;
        most = Math.max(most, inFlight);
      }
      expect({ started, inFlight, most }).toEqual({ started: 300, inFlight: 0, most: 100 });
    } finally {
      await service.stop();
    }
  }, 120_000);
});

describe('a run under a thousand signals', () => {
  it('loses none over twenty continue-as-news, and none of its histories grows long', async () => {
    const service = await TestService.start({
      WEFT_MAX_HISTORY_EVENTS: '60',
      WEFT_MIN_CUT_AGE_MS: '0',
    });
    try {
      const array = (length: number) => Array.from({ length }, (_, index) => index);
      const runId = newId('run');
      await service.post('/v1/runs', {
        runId,
        definition: {
          nodes: {
            root: { type: 'manual', payload: {}, children: ['outer'] },
            outer: {
              type: 'for-each',
              payload: { array: array(10), concurrency: 10 },
              loopBody: ['inner'],
              children: [],
            },
            inner: {
              type: 'for-each',
              payload: { array: array(100), concurrency: 20 },
              loopBody: ['hold'],
              children: [],
            },
            hold: {
              type: 'wait',
              payload: { timeoutMs: 3_600_000, triggerType: 'manual', triggerConfig: {} },
              children: [],
            },
          },
        },
      });
      const addresses = array(10).flatMap((outer) =>
        array(100).map((inner) => `outer[${outer}]/inner[${inner}]/hold`),
      );
      const resumeAll = async (): Promise<void> => {
        for (let next = addresses.pop(); next !== undefined; next = addresses.pop()) {
          const { action } = await service.post<{ action: string }>(
            `/v1/runs/${runId}/nodes/${encodeURIComponent(next)}/resume`,
            { payload: { for: next } },
          );
          expect(action).toBe('resumed');
        }
      };
      await Promise.all(array(20).map(resumeAll));
      await ended(service, runId);

      const run = await service.get<RunAnswer>(`/v1/runs/${runId}`);
      const heard = (run.executionState.outer?.iterations ?? []).flatMap((outer) =>
        ((outer.inner?.iterations ?? []) as JsonObject[]).map(
          (inner) =>
            (inner.hold as { result: { triggerResult: { for: string } } }).result.triggerResult.for,
        ),
      );
      expect(new Set(heard).size).toBe(1_000);
      const counts = await histories(runId);
      expect(counts.length).toBeGreaterThan(20);
      expect(Math.max(...counts)).toBeLessThan(4_000);
    } finally {
      await service.stop();
    }
  }, 240_000);
});

describe('the workflow bundle', () => {
  it('holds the scheduler and the SDK, and no library for servers', async () => {
    const { code } = await bundleWorkflowCode({
      ...WORKFLOW_SOURCES,
      logger: new DefaultLogger('ERROR'),
    });
    const source = code.split('//# sourceMappingURL')[0] ?? '';
    for (const name of ['ajv', 'quickjs', 're2js', '@nestjs', 'typeorm', 'undici', 'pino']) {
      expect(source).not.toContain(`node_modules/${name}`);
    }
    expect(source.length).toBeLessThan(1_200_000);
  });
});
