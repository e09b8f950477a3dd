import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DataConverter } from '@temporalio/common';
import type { Config } from '../config/config';
import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { WORKFLOW_SOURCES } from './workflow-sources';

/** Written by `npm run build`; without it the worker bundles the workflows itself. */
const BUNDLE = join(__dirname, '../../workflow-bundle.js');

export interface RunWorkerOptions {
  connection: NativeConnection;
  namespace: string;
  taskQueue: string;
  activities: object;
  dataConverter: DataConverter;
  config: Config['worker'];
}

export const DEPLOYMENT_NAME = 'weft';

/** The worker of runs and deliveries. */
export async function createRunWorker(options: RunWorkerOptions): Promise<Worker> {
  const { connection, namespace, taskQueue, activities, dataConverter, config } = options;
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    activities,
    dataConverter,
    ...workflowSource(),
    maxCachedWorkflows: config.maxCachedWorkflows,
    maxConcurrentActivityTaskExecutions: config.maxConcurrentActivities,
    maxConcurrentLocalActivityExecutions: config.maxConcurrentLocalActivities,
    maxConcurrentWorkflowTaskExecutions: config.maxConcurrentWorkflowTasks,
    maxEagerActivityReservationsPerWorkflowTask: 10,
    shutdownGraceTime: `${config.stopSeconds}s`,
    ...versioning(config.buildId),
  });
}

function workflowSource(): Pick<
  WorkerOptions,
  'workflowBundle' | 'workflowsPath' | 'bundlerOptions'
> {
  if (existsSync(BUNDLE)) return { workflowBundle: { codePath: BUNDLE } };
  const { workflowsPath, preloadModules } = WORKFLOW_SOURCES;
  return { workflowsPath, bundlerOptions: { preloadModules } };
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
