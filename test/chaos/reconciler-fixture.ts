import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { createCatalog } from '../../activities/catalog';
import { compile, DEFINITION_LIMITS, parseDefinition } from '../../definition';
import type { JsonObject } from '../../definition/json';
import type { ReconcilerTimings } from '../../src/config/config';
import { LeaderLock } from '../../src/reconciler/leader-lock';
import { Reconciler } from '../../src/reconciler/reconciler';
import type { RepairDeps } from '../../src/reconciler/repair';
import { LostRuns } from '../../src/record/lost-runs';
import { OpenDeliveries } from '../../src/record/open-deliveries';
import type { NewRun } from '../../src/record/new-run';
import type { StartableRun } from '../../src/runs/run-engine';
import { StoredRuns } from '../../src/record/stored-runs';
import type { RunReference } from '../../src/record/types';
import { KeyRotation } from '../../src/secrets/key-rotation';
import { Sealer } from '../../src/secrets/sealer';
import { Simulator } from '../../src/simulation/simulator';
import { createDataConverter } from '../../src/temporal/data-converter';
import { PayloadStorage } from '../../src/temporal/payload-storage';
import { Tallies } from '../../src/tallies/tallies';
import { startDelivery } from '../../src/temporal/start-delivery';
import { TemporalRunEngine } from '../../src/temporal/temporal-run-engine';
import { TemporalWorkflows } from '../../src/temporal/temporal-workflows';
import { createRecord, ORGANIZATION, type RecordFixture } from '../support/record';
import { temporalAddress } from '../support/service';

const { CommandType, EventType } = temporal.api.enums.v1;
const { ResetWorkflowExecutionRequest } = temporal.api.workflowservice.v1;

const LIMITS = {
  maxInFlight: 100,
  maxIterations: 100,
  maxNodes: 10_000,
  maxOutputBytes: 1_000_000,
  maxHistoryEvents: 2_000,
  minCutAgeMs: 1_000,
};

const DEFINITION = {
  nodes: {
    root: { type: 'manual', children: ['approve'] },
    approve: { type: 'wait', payload: { timeoutMs: 60_000, triggerType: 'manual' } },
  },
};

/** A key that seals no longer. */
export const OLD_KEY = { id: 'old', key: Buffer.alloc(32, 1) };

/** How a workflow that is driven by hand answers. */
export type Reply =
  | { kind: 'nothing' }
  | { kind: 'complete'; result: JsonObject }
  | { kind: 'fail'; message: string }
  | { kind: 'continue-as-new' };

/**
 * The reconciler over a database of its own and the Temporal of the suites. No worker: workflows stay as they are
 * started until they are driven by hand.
 */
export class ReconcilerFixture {
  readonly warnings: string[] = [];

  private constructor(
    readonly record: RecordFixture,
    readonly client: Client,
    readonly engine: TemporalRunEngine,
    private readonly deps: Omit<RepairDeps, 'log'>,
    private readonly taskQueue: string,
  ) {}

  static async create(): Promise<ReconcilerFixture> {
    const record = await createRecord();
    const { pool } = record;
    const connection = await Connection.connect({ address: temporalAddress() });
    const dataConverter = createDataConverter(new PayloadStorage(pool));
    const client = new Client({ connection, dataConverter });
    const taskQueue = `reconciler-${randomBytes(6).toString('hex')}`;
    const settings = { taskQueue, hasWorker: false, searchable: true, limits: LIMITS };
    const simulator = new Simulator(record.record, LIMITS, [], () => undefined);
    const engine = new TemporalRunEngine(client, settings, simulator);
    const deps = {
      engine,
      record: record.record,
      lost: new LostRuns(pool),
      rows: record.rows,
      stored: new StoredRuns(pool),
      claims: record.claims,
      deliveries: new OpenDeliveries(pool),
      tallies: new Tallies(pool),
      keys: new KeyRotation(pool, new Sealer([{ id: 'new', key: Buffer.alloc(32, 2) }, OLD_KEY])),
      workflows: new TemporalWorkflows(client),
      startDelivery: startDelivery(client, settings),
    };
    return new ReconcilerFixture(record, client, engine, deps, taskQueue);
  }

  /** One round of a reconciler that has just been started. */
  async round(timings: Partial<ReconcilerTimings> = {}): Promise<void> {
    await this.reconciler(timings).round();
  }

  reconciler(timings: Partial<ReconcilerTimings> = {}): Reconciler {
    const log = {
      info: () => undefined,
      warn: (fields: Record<string, unknown>, message: string) => {
        this.warnings.push(`${message}: ${JSON.stringify(fields, describeError)}`);
      },
    };
    return new Reconciler(
      new LeaderLock(this.record.url),
      { ...this.deps, log },
      // What was written in this very millisecond is old enough, too.
      { intervalMs: 5_000, startAfterMs: -1, tellAfterMs: -1, ...timings },
    );
  }

  /** The row of a run that waits for a resume at `approve`, as the API writes it. */
  newRun(row: Partial<NewRun> = {}): Promise<RunReference> {
    const plan = definitionPlan(DEFINITION);
    const inline = { definition: DEFINITION as unknown as JsonObject, plan };
    return this.record.newRun({ workflowId: '', workflowVersion: 0, inline, ...row });
  }

  /** A run whose workflow has been started. Nothing of it is in its stream. */
  async startedRun(): Promise<RunReference> {
    const run = await this.newRun();
    await this.round();
    await this.round();
    return run;
  }

  async row({ runId }: RunReference): Promise<Record<string, unknown>> {
    return this.record.one(
      'SELECT status, ended, error, output, finished_at, workflow_started_at FROM runs WHERE id = $1',
      runId,
    );
  }

  async status(workflowId: string): Promise<string> {
    return (await this.client.workflow.getHandle(workflowId).describe()).status.name;
  }

  /** Types of the events in the workflow's history. */
  async history(workflowId: string): Promise<string[]> {
    const { events } = await this.client.workflow.getHandle(workflowId).fetchHistory();
    return (events ?? []).map(({ eventType }) => {
      const name = EventType[eventType ?? 0];
      return (name ?? '').replace('EVENT_TYPE_', '').toLowerCase();
    });
  }

  /** Answers the workflow task of a run; those of other runs that come first change nothing. */
  async drive(run: RunReference, reply: Reply): Promise<void> {
    for (let done = false; !done;) done = await this.answerNext(run.runId, reply);
  }

  private async answerNext(runId: string, reply: Reply): Promise<boolean> {
    const { workflowService } = this.client;
    const namespace = 'default';
    const task = await this.client.connection.withDeadline(Date.now() + 10_000, () =>
      workflowService.pollWorkflowTaskQueue({
        namespace,
        taskQueue: { name: this.taskQueue },
        identity: 'by hand',
      }),
    );
    const mine = task.workflowExecution?.workflowId === runId;
    await workflowService.respondWorkflowTaskCompleted({
      namespace,
      taskToken: task.taskToken,
      identity: 'by hand',
      commands: mine ? commandsOf(reply, this.taskQueue) : [],
    });
    return mine;
  }

  /** Resets a workflow to its first workflow task, as the Temporal UI does. */
  async reset(workflowId: string): Promise<void> {
    const { runId } = await this.client.workflow.getHandle(workflowId).describe();
    await this.client.workflowService.resetWorkflowExecution(
      ResetWorkflowExecutionRequest.fromObject({
        namespace: 'default',
        workflowExecution: { workflowId, runId },
        reason: 'in a test',
        workflowTaskFinishEventId: 4,
        requestId: randomBytes(8).toString('hex'),
      }),
    );
  }

  /** Rounds until the condition holds: what is listed by Temporal comes a moment late. */
  async until(run: RunReference, condition: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (!(await condition())) {
      if (Date.now() > deadline) throw new Error(`Not so within 10 s: ${run.runId}`);
      await this.round();
    }
  }

  /** What a start needs, as the API has it in hand. */
  async load({ organizationId, runId }: RunReference): Promise<{ run: StartableRun }> {
    const loaded = await this.deps.stored.load(organizationId, runId);
    if (!loaded) throw new Error(`The run ${runId} has no plan.`);
    return loaded;
  }

  /** The row of a delivery, as a `send-webhook` node writes it. Gives its id. */
  async newDelivery(): Promise<string> {
    const id = `whd_${randomBytes(8).toString('hex')}`;
    await this.record.pool.query(
      `INSERT INTO webhook_deliveries (organization_id, id, run_id, workflow_id, node_id,
         idempotency_key, url, request_headers, request_body, max_retries)
       VALUES ($1, $2, 'run_x', '', 'notify', $2, 'https://example.com', '', '{}', 3)`,
      [ORGANIZATION, id],
    );
    return id;
  }

  delivery(id: string): Promise<Record<string, unknown>> {
    return this.record.one(
      'SELECT status, error_message FROM webhook_deliveries WHERE id = $1',
      id,
    );
  }

  async close(): Promise<void> {
    await this.client.connection.close();
    await this.record.close();
  }
}

/** The plan of a definition, as a publish makes it. */
export function definitionPlan(definition: object): ReturnType<typeof compile> {
  const parsed = parseDefinition(definition, DEFINITION_LIMITS);
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('; '));
  return compile(parsed.definition, createCatalog().catalog);
}

function commandsOf(reply: Reply, taskQueue: string): temporal.api.command.v1.ICommand[] {
  switch (reply.kind) {
    case 'nothing':
      return [];
    case 'complete':
      return [
        {
          commandType: CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION,
          completeWorkflowExecutionCommandAttributes: {
            result: { payloads: [defaultPayloadConverter.toPayload(reply.result)] },
          },
        },
      ];
    case 'fail':
      return [
        {
          commandType: CommandType.COMMAND_TYPE_FAIL_WORKFLOW_EXECUTION,
          failWorkflowExecutionCommandAttributes: {
            failure: { message: reply.message, applicationFailureInfo: { type: 'internal' } },
          },
        },
      ];
    case 'continue-as-new':
      return [
        {
          commandType: CommandType.COMMAND_TYPE_CONTINUE_AS_NEW_WORKFLOW_EXECUTION,
          continueAsNewWorkflowExecutionCommandAttributes: {
            workflowType: { name: 'B3WorkflowRun' },
            taskQueue: { name: taskQueue },
          },
        },
      ];
  }
}

function describeError(_key: string, value: unknown): unknown {
  return value instanceof Error ? value.message : value;
}
