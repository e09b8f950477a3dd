import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ApplicationFailure, Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createCatalog } from '../../activities/catalog';
import { NO_BLOCKS } from '../../definition/blocks/types';
import type { JsonObject } from '../../definition/json';
import { compile } from '../../definition/plan/compile';
import { DEFAULT_LIMITS } from '../../definition/run-state/create';
import type { WorkflowDefinition } from '../../definition/types';
import { atDefault, declaredVariables } from '../../definition/variables';
import { newId } from '../../src/database/ids';
import { manualTriggerResult } from '../../src/record/trigger-result';
import { runStart } from '../../src/temporal/run-options';
import { CLAIM_SIGNAL, type ClaimSignal, RUN_WORKFLOW } from '../../workflows/messages';
import { WORKFLOW_TASK_TIMEOUT } from '../../workflows/task-timeout';
import { withHeartbeats } from './heartbeats';
import { temporalAddress } from './service';

const workflowBundle = { codePath: join(__dirname, '../../dist/workflow-bundle.js') };
const { catalog } = createCatalog();
const limits = { ...DEFAULT_LIMITS, maxHistoryEvents: 2_000, minCutAgeMs: 0 };

export interface Script {
  /** How long an activity of this type takes with this input, in milliseconds. */
  takes: (type: string, input: JsonObject) => number;
  /** Whether an action fails. */
  fails?: (input: JsonObject) => boolean;
}

/** A worker with the real workflows and no database: its activities do nothing, as slowly as they are told to. */
export class ScriptedWorker {
  private constructor(
    private readonly client: Client,
    private readonly taskQueue: string,
    private readonly stopWorker: () => Promise<void>,
  ) {}

  static async start(script: Script): Promise<ScriptedWorker> {
    const address = temporalAddress();
    const connection = await NativeConnection.connect({ address });
    const client = new Client({ connection: await Connection.connect({ address }) });
    const taskQueue = `scripted-${randomBytes(6).toString('hex')}`;
    const activities = activitiesOf(script);
    const worker = await Worker.create({ connection, taskQueue, workflowBundle, activities });
    const running = worker.run();
    return new ScriptedWorker(client, taskQueue, async () => {
      worker.shutdown();
      await running;
      await connection.close();
    });
  }

  begin(definition: WorkflowDefinition): Promise<WorkflowHandle> {
    const runId = newId('run');
    const run = {
      ...{ runId, organizationId: 'org_1', workflowId: '', workflowName: '', workflowVersion: 0 },
      ...{ triggerNodeId: 'root', triggerResult: manualTriggerResult({}, new Date()) },
      ...{ triggerInput: {}, props: {}, seeds: {} },
      variables: atDefault(declaredVariables(definition.variableDefs)),
    };
    const plan = compile(definition, catalog, NO_BLOCKS);
    return this.client.workflow.start(RUN_WORKFLOW, {
      ...{ workflowId: runId, taskQueue: this.taskQueue },
      args: [runStart(run, { searchable: true, limits }), plan],
      workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
    });
  }

  resume(run: WorkflowHandle, address: string): Promise<void> {
    const claim = { id: newId('clm'), address, payload: {}, source: 'manual' };
    return run.signal<[ClaimSignal]>(CLAIM_SIGNAL, { ...claim, kind: 'resume' });
  }

  /**
   * When the run has ended, however it has: runs its history again, as it was and as it had been with shorter workflow
   * tasks. Gives how many local activities outlast their tasks then.
   */
  async replay(run: WorkflowHandle): Promise<number> {
    await run.result().catch(() => undefined);
    const history = await run.fetchHistory();
    await Worker.runReplayHistory({ workflowBundle }, history);
    const longer = withHeartbeats(history);
    await Worker.runReplayHistory({ workflowBundle }, longer.history);
    return longer.heartbeats;
  }

  async stop(): Promise<void> {
    await this.stopWorker();
    await this.client.connection.close();
  }
}

function activitiesOf({ takes, fails = () => false }: Script): Record<string, unknown> {
  const after = async <T extends object | undefined>(
    type: string,
    input: JsonObject,
    answer: () => T,
  ): Promise<T> => {
    await pause(takes(type, input));
    return answer();
  };
  const actions = [...catalog].map(([type, { execution }]) => [
    type,
    execution === 'local'
      ? (input: JsonObject) => after(type, input, () => ({ ok: true, result: {}, at: Date.now() }))
      : ({ input }: { input: JsonObject }) =>
          after(type, input, () => {
            if (fails(input)) throw ApplicationFailure.nonRetryable('It was told to.', 'told');
            return {};
          }),
  ]);
  const engine = {
    'record-progress': () => undefined,
    'claim-timeout': () => ({ winner: 'timeout', at: Date.now() }),
    'settle-attempt': () => ({ kind: 'closed', at: Date.now() }),
  };
  const ofEngine = Object.entries(engine).map(([type, answer]) => [
    type,
    () => after<object | undefined>(type, {}, answer),
  ]);
  return Object.fromEntries([...actions, ...ofEngine]) as Record<string, unknown>;
}
