import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DataConverter } from '@temporalio/common';
import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';

/** Written by `npm run build`; without it the worker bundles the workflows itself. */
const BUNDLE = join(__dirname, '../../workflow-bundle.js');

export interface RunWorkerOptions {
  connection: NativeConnection;
  namespace: string;
  taskQueue: string;
  activities: object;
  dataConverter: DataConverter;
  /** Runs kept in memory, 0.1 to 0.3 MB each; 0 replays every workflow task from the start. */
  maxCachedWorkflows: number | undefined;
  /** Build id of a versioned worker; absent: unversioned. */
  buildId: string | undefined;
}

export const DEPLOYMENT_NAME = 'weft';

/** The worker of runs and deliveries. */
export async function createRunWorker(options: RunWorkerOptions): Promise<Worker> {
  const { connection, namespace, taskQueue, activities, dataConverter } = options;
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    activities,
    dataConverter,
    ...workflowSource(),
    ...(options.maxCachedWorkflows !== undefined && {
      maxCachedWorkflows: options.maxCachedWorkflows,
    }),
    maxConcurrentActivityTaskExecutions: 200,
    maxConcurrentLocalActivityExecutions: 200,
    maxEagerActivityReservationsPerWorkflowTask: 10,
    shutdownGraceTime: '10s',
    ...versioning(options.buildId),
  });
}

function workflowSource(): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'> {
  if (existsSync(BUNDLE)) return { workflowBundle: { codePath: BUNDLE } };
  return { workflowsPath: require.resolve('../../workflows') };
}

function versioning(buildId: string | undefined): Pick<WorkerOptions, 'workerDeploymentOptions'> {
  if (buildId === undefined) return {};
  return {
    workerDeploymentOptions: {
      useWorkerVersioning: true,
      version: { deploymentName: DEPLOYMENT_NAME, buildId },
      defaultVersioningBehavior: 'AUTO_UPGRADE',
    },
  };
}
