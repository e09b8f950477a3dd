import type { Worker } from '@temporalio/worker';
import type { Pool } from 'pg';
import { createActivities } from '../../activities';
import type { Action } from '../../activities/action';
import type { ActivityDeps } from '../../activities/deps';
import type { Config } from '../config/config';
import { connectTemporal, type TemporalConnection } from './connection';
import { createDataConverter } from './data-converter';
import { PayloadStorage } from './payload-storage';
import type { EngineSettings } from './run-options';
import { createRunWorker } from './run-worker';
import { registerSearchAttributes } from './search-attributes';

/** Temporal, connected and ready for runs. */
export interface EngineConnection {
  temporal: TemporalConnection;
  settings: EngineSettings;
  /** A worker that is running; its end is an error unless it was shut down. */
  startWorker(
    deps: ActivityDeps,
    actions: ReadonlyMap<string, Action>,
    onEnd: (error: unknown) => void,
  ): Promise<RunningWorker>;
}

export interface RunningWorker {
  stop(): Promise<void>;
}

/** @param embeddedAddress where the embedded Temporal is; absent: where the environment says */
export async function connectEngine(
  config: Config,
  embeddedAddress: string | undefined,
  pool: Pool,
  warn: (message: string) => void,
): Promise<EngineConnection> {
  const dataConverter = createDataConverter(new PayloadStorage(pool));
  const temporal = await connectTemporal(embeddedAddress, dataConverter);
  const { connection, namespace } = temporal;
  const searchable = await registerSearchAttributes(connection, namespace, warn);
  const { taskQueue } = config.temporal;
  const { maxInFlight, maxIterations, maxNodes, maxOutputBytes, maxHistoryEvents, minCutAgeMs } =
    config.limits;
  return {
    temporal,
    settings: {
      taskQueue,
      hasWorker: config.worker.embedded,
      searchable,
      limits: {
        maxInFlight,
        maxIterations,
        maxNodes,
        maxOutputBytes,
        maxHistoryEvents,
        minCutAgeMs,
      },
    },
    async startWorker(deps, actions, onEnd) {
      const worker = await createRunWorker({
        connection,
        namespace,
        taskQueue,
        activities: createActivities(deps, actions),
        dataConverter,
        config: config.worker,
      });
      return runWorker(worker, onEnd);
    },
  };
}

function runWorker(worker: Worker, onEnd: (error: unknown) => void): RunningWorker {
  let stopping = false;
  const done = worker.run().then(
    () => {
      if (!stopping) onEnd(new Error('The worker has stopped.'));
    },
    (error: unknown) => {
      onEnd(error);
    },
  );
  return {
    async stop() {
      stopping = true;
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await done;
    },
  };
}
