import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { Pool } from 'pg';
import { loadConfig } from '../../src/config/config';
import { startService } from '../../src/service/start-service';
import { createDataConverter } from '../../src/temporal/data-converter';
import { PayloadStorage } from '../../src/temporal/payload-storage';
import { inParallel } from './in-parallel';
import { processorTime, residentMemory } from './resources';
import type { RunTimes, Shape, SideSettings, StatementCounts, WeftSide } from './side';
import { nodesOf } from './weft-definitions';
import { WeftClient } from './weft-client';
import { noteStarts, takeStarts } from './work';

/** Weft as it is shipped, called through its HTTP API on loopback from the same process. */
export async function startWeft(
  { temporalAddress, databaseUrl, taskQueue, dataDir }: SideSettings,
  counts: StatementCounts,
): Promise<WeftSide> {
  Object.assign(process.env, {
    ...{ PORT: '0', HOST: '127.0.0.1', WEFT_LOG_LEVEL: 'warn', WEFT_DATA_DIR: dataDir },
    ...{ DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress, WEFT_TASK_QUEUE: taskQueue },
    WEFT_ACTION_PACKAGES: require.resolve('./bench-actions'),
  });
  const service = await startService(loadConfig(process.env));
  const api = new WeftClient(service.url, readFileSync(join(dataDir, 'api-key'), 'utf8').trim());
  const pool = new Pool({ connectionString: databaseUrl, max: 2 });
  // The results of runs are awaited as the hand-written side does it, on a connection of its own.
  const connection = await NativeConnection.connect({ address: temporalAddress });
  const dataConverter = createDataConverter(new PayloadStorage(pool));
  const client = new Client({ connection, dataConverter });
  const workflows = new Map<string, Promise<string>>();
  const started = new Map<string, number>();

  function workflowOf(shape: Shape): Promise<string> {
    const key = JSON.stringify(shape);
    const known = workflows.get(key) ?? api.publish(nodesOf(shape));
    workflows.set(key, known);
    return known;
  }

  async function start(workflowId: string): Promise<string> {
    const runId = `run_${randomBytes(8).toString('hex')}`;
    noteStarts(runId);
    started.set(runId, performance.now());
    await api.run(workflowId, runId);
    return runId;
  }

  async function runOnce(workflowId: string): Promise<RunTimes> {
    const runId = await start(workflowId);
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
      const workflowId = await workflowOf(shape);
      const from = performance.now();
      const runs = await inParallel(load, () => runOnce(workflowId));
      return { runs, elapsedMs: performance.now() - from };
    },
    async park(load) {
      const workflowId = await workflowOf({ kind: 'wait' });
      return inParallel(load, () => start(workflowId));
    },
    async resume(runId) {
      started.set(runId, performance.now());
      await api.resume(runId, 'pause');
      await client.workflow.getHandle(runId).result();
      return stepsAfter(runId)[1] ?? Number.NaN;
    },
    async runDefinition(nodes) {
      const runId = await start(await api.publish(nodes));
      if (Object.hasOwn(nodes, 'pause')) {
        while ((await api.status(runId)) !== 'waiting') await pause(20);
        await api.resume(runId, 'pause');
      }
      await client.workflow.getHandle(runId).result();
      stepsAfter(runId);
      return runId;
    },
    publish: (nodes) => api.publish(nodes),
    read: (request) => api.read(request),
    readTimes: (request, calls) =>
      inParallel({ runs: calls, clients: 1 }, async () => {
        const before = performance.now();
        await api.read(request);
        return performance.now() - before;
      }),
    async streamDelays({ runs, steps }) {
      const workflowId = await workflowOf({ kind: 'sequential', steps });
      const delays = await inParallel({ runs, clients: 1 }, async () => {
        const runId = `run_${randomBytes(8).toString('hex')}`;
        noteStarts(runId);
        const read = await api.follow(runId, 'node_started', () => api.run(workflowId, runId));
        // An activity begins when the statement that wrote its `node_started` has answered.
        const written = takeStarts(runId);
        return read.map((at, index) => at - (written[index] ?? Number.NaN));
      });
      return delays.flat();
    },
    memory: residentMemory,
    cpu: processorTime,
    statements: () => Promise.resolve(counts),
    async stop() {
      await connection.close();
      await pool.end();
      await service.stop('the benchmark is over');
    },
  };
}
