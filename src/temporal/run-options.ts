import type { WorkflowStartOptions } from '@temporalio/client';
import type { B3WorkflowRun } from '../../workflows/interpreter';
import { ENGINE_VERSION } from '../../workflows/versions';
import type { RunStart } from '../../workflows/messages';
import { runSearchAttributes } from '../../workflows/search-attributes';
import { runSummary } from '../../workflows/summary';
import { WORKFLOW_TASK_TIMEOUT } from '../../workflows/task-timeout';
import type { RunPlace } from '../record/stored-runs';
import type { StartableRun } from '../runs/run-engine';

export interface EngineSettings {
  taskQueue: string;
  /** Whether a worker runs in this process, on the client's connection. */
  hasWorker: boolean;
  searchable: boolean;
  limits: RunStart['limits'];
}

/** The first argument of the workflow. */
export function runStart(
  run: Omit<StartableRun, 'plan'>,
  settings: Pick<EngineSettings, 'searchable' | 'limits'>,
  place: RunPlace = { depth: 0 },
): RunStart {
  return {
    engineVersion: ENGINE_VERSION,
    runId: run.runId,
    organizationId: run.organizationId,
    workflowId: run.workflowId,
    workflowName: run.workflowName,
    workflowVersion: run.workflowVersion,
    triggerNodeId: run.triggerNodeId,
    triggerResult: run.triggerResult,
    triggerInput: run.triggerInput,
    props: run.props,
    ...(run.variables && { variables: run.variables }),
    ...(run.organization && { organization: run.organization }),
    limits: settings.limits,
    seeds: run.seeds,
    searchable: settings.searchable,
    ...place,
  };
}

/** How the workflow of a run is started: its id is the run id, and a second start changes nothing. */
export function startOptions(
  run: StartableRun,
  settings: EngineSettings,
  place?: RunPlace,
): WorkflowStartOptions<typeof B3WorkflowRun> {
  const start = runStart(run, settings, place);
  return {
    workflowId: run.runId,
    taskQueue: settings.taskQueue,
    args: [start, run.plan],
    workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
    requestEagerStart: settings.hasWorker,
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
    staticSummary: runSummary(run.workflowId, run.workflowName, run.workflowVersion),
    memo: { name: run.workflowName, version: run.workflowVersion },
    ...(settings.searchable && { typedSearchAttributes: runSearchAttributes(start) }),
  };
}
