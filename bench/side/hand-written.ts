import { randomBytes } from 'node:crypto';
import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { Pool } from 'pg';
import { loadConfig } from '../../src/config/config';
import { createActivities } from '../hand-written/activities';
import { ProgressRecord } from '../hand-written/progress-record';
import { inParallel } from './in-parallel';
import { processorTime, residentMemory } from './resources';
import type { Load, RunTimes, Shape, Side, SideSettings, StatementCounts } from './side';
import { noteStarts, takeStarts } from './work';

/** Temporal code as one would write it by hand, with the worker options that Weft ships with. */
export async function startHandWritten(
  { temporalAddress, databaseUrl, taskQueue }: SideSettings,
  writesProgress: boolean,
  counts: StatementCounts,
): Promise<Side> {
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const { worker: options, database } = loadConfig(process.env);
  const pool = new Pool({ connectionString: databaseUrl, max: database.poolSize });
  const record = writesProgress ? new ProgressRecord(pool) : undefined;
  await record?.createTables();
  const connection = await NativeConnection.connect({ address: temporalAddress });
  const worker = await Worker.create({
    connection,
    taskQueue,
    activities: createActivities(record),
    workflowsPath: require.resolve('../hand-written/workflows'),
    maxCachedWorkflows: options.maxCachedWorkflows,
    maxConcurrentActivityTaskExecutions: options.maxConcurrentActivities,
    maxConcurrentLocalActivityExecutions: options.maxConcurrentLocalActivities,
    maxConcurrentWorkflowTaskExecutions: options.maxConcurrentWorkflowTasks,
    maxEagerActivityReservationsPerWorkflowTask: 10,
  });
  const ended = worker.run();
  const client = new Client({ connection });
  const started = new Map<string, number>();

  async function start(shape: Shape): Promise<string> {
    const workflowId = `hand-${randomBytes(8).toString('hex')}`;
    noteStarts(workflowId);
    started.set(workflowId, performance.now());
    await client.workflow.start(shape.kind, {
      workflowId,
      taskQueue,
      args: shape.kind === 'wait' ? [] : [shape.steps],
      requestEagerStart: true,
    });
    return workflowId;
  }

  async function runOnce(shape: Shape): Promise<RunTimes> {
    const runId = await start(shape);
    await client.workflow.getHandle(runId).result();
    const totalMs = performance.now() - (started.get(runId) ?? 0);
    return { runId, totalMs, stepsMs: stepsAfter(runId) };
  }

  function stepsAfter(runId: string): number[] {
    const from = started.get(runId) ?? 0;
    started.delete(runId);
    return takeStarts(runId).map((at) => at - from);
  }

  return {
    async run(shape, load) {
      const from = performance.now();
      const runs = await inParallel(load, () => runOnce(shape));
      return { runs, elapsedMs: performance.now() - from };
    },
    park: (load: Load) => inParallel(load, () => start({ kind: 'wait' })),
    async resume(runId) {
      const handle = client.workflow.getHandle(runId);
      started.set(runId, performance.now());
      await handle.signal('resume');
      await handle.result();
      return stepsAfter(runId)[1] ?? Number.NaN;
    },
    memory: residentMemory,
    cpu: processorTime,
    statements: () => Promise.resolve(counts),
    async stop() {
      worker.shutdown();
      await ended;
      await connection.close();
      await pool.end();
    },
  };
}
