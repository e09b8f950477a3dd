import { Client, Connection, defaultPayloadConverter, type Payload } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { msToTs } from '@temporalio/common/lib/time';
import type { temporal } from '@temporalio/proto';
import { randomUUID } from 'node:crypto';
import { newId } from '../../src/database/ids';
import { registerSearchAttributes } from '../../src/temporal/search-attributes';
import { SEARCH_ATTRIBUTES } from '../../workflows/messages';
import { until } from '../chaos/until';
import { log } from '../contract/cases/build';
import { type HttpTarget, startHttpTarget } from '../support/http-target';
import { TestService, temporalAddress } from '../support/service';

let connection: Connection;
let target: HttpTarget;

beforeAll(async () => {
  connection = await Connection.connect({ address: temporalAddress() });
  target = await startHttpTarget();
});
afterAll(async () => {
  await target.close();
  await connection.close();
});

const FETCH = { url: '{{$trigger.body.url}}/echo', method: 'GET' };
const HOLD = { timeoutMs: 3_600_000, triggerType: 'manual', triggerConfig: {} };

type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

const read = (payload: Payload | null | undefined): unknown =>
  payload ? defaultPayloadConverter.fromPayload(payload) : undefined;

/** What an operator sees of the newest execution of a run. */
class Screen {
  private readonly client: Client;

  constructor(
    private readonly runId: string,
    namespace = 'default',
  ) {
    this.client = new Client({ connection, namespace });
  }

  async overview(): Promise<Record<string, unknown>> {
    const seen = await this.client.workflow.getHandle(this.runId).describe();
    const { workflowExecutionInfo, executionConfig } = seen.raw;
    const attributes = workflowExecutionInfo?.searchAttributes?.indexedFields ?? {};
    return {
      type: seen.type,
      memo: seen.memo,
      summary: read(executionConfig?.userMetadata?.summary),
      ...Object.fromEntries(
        Object.entries(attributes)
          .filter(([name]) => name.startsWith('Weft'))
          .map(([name, value]) => [name, [read(value)].flat()]),
      ),
    };
  }

  /** Waits until a search attribute has the value. */
  async shows(attribute: string, value: string): Promise<void> {
    await until(`${attribute} is ${value}`, 30_000, async () => {
      const seen = await this.overview();
      return JSON.stringify(seen[attribute]) === JSON.stringify([value]);
    });
  }

  async details(): Promise<string> {
    const metadata = await this.client.workflow
      .getHandle(this.runId)
      .query<{ currentDetails: string }>('__temporal_workflow_metadata');
    return metadata.currentDetails;
  }

  /** What is named in the history, as `what: summary`. */
  async named(): Promise<string[]> {
    const { events } = await this.client.workflow.getHandle(this.runId).fetchHistory();
    return (events ?? []).flatMap((event) => {
      const summary = read(event.userMetadata?.summary);
      return typeof summary === 'string' ? [`${nameOf(event)}: ${summary}`] : [];
    });
  }
}

function nameOf(event: HistoryEvent): string {
  if (event.markerRecordedEventAttributes) {
    const [told] = event.markerRecordedEventAttributes.details?.data?.payloads ?? [];
    return (read(told) as { activity_type: string }).activity_type;
  }
  if (event.timerStartedEventAttributes) return 'timer';
  if (event.startChildWorkflowExecutionInitiatedEventAttributes) return 'child';
  if (event.timerCanceledEventAttributes) return 'timer cancelled';
  return event.activityTaskScheduledEventAttributes?.activityType?.name ?? 'run';
}

describe('an operator sees in the Temporal UI', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ WEFT_MAX_HISTORY_EVENTS: '60', WEFT_MIN_CUT_AGE_MS: '0' });
  });
  afterAll(async () => {
    await service.stop();
  });

  const run = async (workflowId: string, runId: string): Promise<void> => {
    const body = { runId, payload: { url: target.url(runId) } };
    await service.post(`/v1/workflows/${workflowId}/run`, body);
  };

  it('the name, the place and the end of a run, and what its steps are for', async () => {
    const childId = await service.publish('Ship it', {
      nodes: { root: { type: 'manual', payload: {}, children: ['say'] }, say: log('shipped') },
    });
    const workflowId = await service.publish('Order approval', {
      nodes: {
        root: { type: 'manual', payload: {}, children: ['fetch'] },
        fetch: {
          ...{ type: 'http-request', payload: FETCH, children: ['code'] },
          titleOverride: 'Fetch the order',
        },
        code: {
          type: 'regex',
          payload: { text: 'a1', pattern: '\\d' },
          titleOverride: 'Find the number',
          children: ['hold'],
        },
        hold: {
          type: 'wait',
          payload: HOLD,
          titleOverride: 'Approve',
          children: ['ship'],
        },
        ship: {
          type: 'trigger-workflow',
          payload: { workflowId: childId, waitForCompletion: true },
          branch: 'resumed',
        },
      },
    });
    const runId = newId('run');
    const screen = new Screen(runId);
    await run(workflowId, runId);
    await screen.shows(SEARCH_ATTRIBUTES.status, 'waiting');

    const organizationId = (
      await service.get<{ organizationId: string }>(`/v1/workflows/${workflowId}`)
    ).organizationId;
    expect(await screen.overview()).toEqual({
      type: 'B3WorkflowRun',
      memo: { name: 'Order approval', version: 1 },
      summary: 'Order approval v1',
      [SEARCH_ATTRIBUTES.organization]: [organizationId],
      [SEARCH_ATTRIBUTES.workflow]: [workflowId],
      [SEARCH_ATTRIBUTES.status]: ['waiting'],
      [SEARCH_ATTRIBUTES.wait]: ['hold'],
    });
    expect(await screen.details()).toMatch(
      /^Order approval v1\n\n\*\*Waiting\*\*: hold until \d{4}-\d\d-\d\dT[\d:.]+Z$/,
    );

    await service.post(`/v1/runs/${runId}/nodes/hold/resume`);
    await new Client({ connection }).workflow.getHandle(runId).result();
    expect(await screen.overview()).toMatchObject({
      [SEARCH_ATTRIBUTES.status]: ['success'],
      memo: { name: 'Order approval', version: 1 },
    });
    expect(await screen.details()).toBe('success');
    expect(await screen.named()).toEqual([
      'run: Order approval v1',
      'http-request: fetch · Fetch the order',
      'regex: code · Find the number',
      'timer: hold · Approve',
      'trigger-workflow: ship · Trigger workflow',
      'timer: shown as running',
      'timer cancelled: hold · Approve',
      'child: ship · Ship it',
      'timer cancelled: shown as running',
    ]);
  });

  it('that a run goes on after a wait, while the action behind it takes its time', async () => {
    const slow = { type: 'http-request', payload: { ...FETCH, url: '{{$trigger.body.url}}/slow' } };
    const workflowId = await service.publish('Slow one', {
      nodes: {
        root: { type: 'manual', payload: {}, children: ['hold'] },
        hold: { type: 'wait', payload: HOLD, children: ['fetch'] },
        fetch: { ...slow, branch: 'resumed' },
      },
    });
    const runId = newId('run');
    const screen = new Screen(runId);
    await run(workflowId, runId);
    await screen.shows(SEARCH_ATTRIBUTES.wait, 'hold');
    await service.post(`/v1/runs/${runId}/nodes/hold/resume`);
    await screen.shows(SEARCH_ATTRIBUTES.status, 'running');
    expect(await screen.overview()).not.toHaveProperty(SEARCH_ATTRIBUTES.wait);
    expect(await screen.named()).toContain('timer: shown as running');
    await service.post(`/v1/runs/${runId}/cancel`);
  });

  it('the name and the place of a run that has continued as new', async () => {
    const workflowId = await service.publish('Long one', {
      nodes: {
        root: { type: 'manual', payload: {}, children: ['each'] },
        each: {
          type: 'for-each',
          payload: { array: Array.from({ length: 12 }, (_, n) => n) },
          loopBody: ['fetch'],
          children: ['hold'],
        },
        fetch: { type: 'http-request', payload: FETCH },
        hold: { type: 'wait', payload: HOLD },
      },
    });
    const runId = newId('run');
    const screen = new Screen(runId);
    await run(workflowId, runId);
    await screen.shows(SEARCH_ATTRIBUTES.wait, 'hold');
    const { raw } = await new Client({ connection }).workflow.getHandle(runId).describe();
    const { firstRunId, execution } = raw.workflowExecutionInfo ?? {};
    expect(execution?.runId).not.toBe(firstRunId);
    expect(await screen.overview()).toMatchObject({
      memo: { name: 'Long one', version: 1 },
      [SEARCH_ATTRIBUTES.workflow]: [workflowId],
      [SEARCH_ATTRIBUTES.status]: ['waiting'],
    });
    expect(await screen.details()).toMatch(/^Long one v1\n\n\*\*Waiting\*\*: hold until /);
    await service.post(`/v1/runs/${runId}/cancel`);
  });
});

describe('where search attributes can not be registered', () => {
  /** A namespace has room for ten of the type Keyword. */
  async function fullNamespace(): Promise<string> {
    const namespace = `full-${randomUUID()}`;
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('1 day'),
    });
    const full = Array.from({ length: 10 }, (_, n) => [`Taken${n}`, 2] as const);
    const searchAttributes = Object.fromEntries(full);
    // The server takes some seconds to know a new namespace.
    await until('the namespace is there', 30_000, () =>
      connection.operatorService.addSearchAttributes({ namespace, searchAttributes }).then(
        () => true,
        () => false,
      ),
    );
    return namespace;
  }

  it('the operator is told the command, and runs work without them', async () => {
    const namespace = await fullNamespace();
    const native = await NativeConnection.connect({ address: temporalAddress() });
    const warnings: string[] = [];
    const searchable = await registerSearchAttributes(native, namespace, (message) =>
      warnings.push(message),
    );
    await native.close();
    expect(searchable).toBe(false);
    expect(warnings).toEqual([
      expect.stringMatching(
        `temporal operator search-attribute create --namespace ${namespace} --name WeftOrganizationId --type Keyword --name WeftWorkflowId --type Keyword --name WeftRunStatus --type Keyword --name WeftCurrentWait --type Keyword$`,
      ),
    ]);

    const service = await TestService.start({ TEMPORAL_NAMESPACE: namespace });
    try {
      const hold = { type: 'wait', payload: HOLD };
      const { runId } = await service.post<{ runId: string }>('/v1/runs', {
        definition: { nodes: { root: { type: 'manual', payload: {}, children: ['hold'] }, hold } },
      });
      await service.post(`/v1/runs/${runId}/nodes/hold/resume`);
      const types: string[] = [];
      for await (const { type } of service.follow(runId, 60_000)) types.push(type);
      expect(types.at(-1)).toBe('run_completed');
      expect(await new Screen(runId, namespace).overview()).toEqual({
        type: 'B3WorkflowRun',
        memo: { name: '', version: 0 },
        summary: 'inline',
      });
    } finally {
      await service.stop();
    }
  });
});
