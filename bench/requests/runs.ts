import { list, NOTHING, upTo } from './list-request';

const LINES = upTo(7_000, 'Lines are looked through, of one run at a time.');

const IN_PERIODS = upTo(
  25_000,
  'A row for each workflow that ran in a period: up to two of each length.',
);

export const RUN_REQUESTS = [
  list('listRuns', 'runs', '/v1/runs?limit=50'),
  list(
    ...(['listRuns', 'runs, a page far behind', '/v1/runs?limit=50&offset={deepest}'] as const),
    upTo(3_200, 'An offset is counted off; a cursor is not.'),
  ),
  list('listRuns', 'runs, that page by cursor', '/v1/runs?limit=50&cursor={cursor}'),
  list('listRuns', 'runs that failed', '/v1/runs?limit=50&status=failure'),
  list('listRuns', 'runs of a rare status', '/v1/runs?limit=50&status=waiting'),
  list('listRuns', 'runs of a status of none', '/v1/runs?status=running', NOTHING),
  list('listRuns', 'runs of a workflow, failed', '/v1/runs?workflowId={workflow}&status=partial'),
  list(
    ...([
      'listRuns',
      'runs of a workflow, none',
      '/v1/runs?workflowId={workflow}&status=running',
    ] as const),
    NOTHING,
  ),
  list('listWorkflowRuns', 'runs of a workflow', '/v1/workflows/{workflow}/runs?limit=50'),
  list('getRun', 'a run', '/v1/runs/run_seed51'),
  list('listRunLogs', 'lines of a long run', '/v1/runs/run_seed1/logs?limit=50', LINES),
  list('listRunLogs', 'lines with a word of none', '/v1/runs/run_seed1/logs?q=nowhere', {
    ...{ ...LINES, ...NOTHING },
  }),
  list('listRunVariableWrites', 'variables that a run wrote', '/v1/runs/run_seed1/variable-writes'),
  list('countRunsByStatus', 'runs, counted', '/v1/runs/status-counts'),
  list(
    ...([
      'countRunsByStatus',
      'runs of a week, counted',
      '/v1/runs/status-counts?since={week}',
    ] as const),
    upTo(3_000, 'Of the first day the runs themselves are counted.'),
  ),
  list(
    ...([
      'countRunsByWorkflow',
      'runs by workflow, counted',
      '/v1/runs/status-counts/by-workflow',
    ] as const),
    upTo(10_500, 'A row for each workflow, and for its triggers.'),
  ),
  list(
    ...(['countRunsByWorkflow', 'runs of a week by workflow, counted'] as const),
    '/v1/runs/status-counts/by-workflow?since={week}',
    IN_PERIODS,
  ),
  list(
    ...(['countRunsByWorkflow', 'runs of 30 days by workflow, counted'] as const),
    '/v1/runs/status-counts/by-workflow?since={monthAgo}',
    IN_PERIODS,
  ),
  list(
    ...(['countRunsByWorkflow', 'runs of 300 days by workflow, counted'] as const),
    '/v1/runs/status-counts/by-workflow?since={year}',
    IN_PERIODS,
  ),
  list('countWorkflowRuns', 'runs of a workflow, counted', '/v1/workflows/{workflow}/runs/count'),
  list(
    ...(['getTriggerAggregates', 'runs of triggers, counted'] as const),
    '/v1/workflows/{workflow}/trigger-aggregates',
  ),
  list('batchWorkflowStats', 'runs of 50 workflows, counted', '/v1/workflows/batch-stats', {
    body: { workflowIds: Array.from({ length: 50 }, (_, index) => `wf_seed${index + 1}`) },
  }),
  list('listPublicWorkflowRuns', 'public runs', '/v1/public/workflows/wf_seed9/runs?limit=50'),
  list('getPublicWorkflow', 'a public workflow', '/v1/public/workflows/wf_seed9'),
  list('getPublicRun', 'a public run', '/v1/public/runs/run_seed8'),
  list('listCuRuns', 'costs of runs', '/v1/organizations/{org}/cu/runs?limit=50'),
];
