import { list, NOTHING, upTo } from './list-request';

const COUNTED = upTo(5_500, 'What matches is counted, in an index where the filter allows.');
const MATCHES = upTo(5_500, 'All matches of a common filter are put in order.');

export const WORKFLOW_REQUESTS = [
  list('listWorkflows', 'workflows', '/v1/workflows?limit=50'),
  list(
    ...(['listWorkflows', 'workflows, page 50', '/v1/workflows?limit=50&offset=2500'] as const),
    upTo(3_200, 'An offset is counted off; a cursor is not.'),
  ),
  list('listWorkflows', 'workflows by name', '/v1/workflows?limit=50&sort=name:asc'),
  list('listWorkflows', 'workflows by creation', '/v1/workflows?limit=50&sort=createdAt:desc'),
  list('listWorkflows', 'workflows by runs', '/v1/workflows?limit=50&sort=runs:desc'),
  list('listWorkflows', 'workflows with a rare word', '/v1/workflows?limit=50&q=refund'),
  list('listWorkflows', 'workflows with a common word', '/v1/workflows?limit=50&q=number'),
  list('listWorkflows', 'workflows with a word of none', '/v1/workflows?q=nowhere', NOTHING),
  list('listWorkflows', 'workflows with a word, by runs', '/v1/workflows?q=refund&sort=runs:desc'),
  list('listWorkflows', 'archived workflows', '/v1/workflows?limit=50&status=archived'),
  list(
    ...([
      'listWorkflows',
      'paused ones by name',
      '/v1/workflows?status=paused&sort=name:asc',
    ] as const),
    MATCHES,
  ),
  list('listWorkflows', 'workflows that the caller made', '/v1/workflows?limit=50&madeByMe=true'),
  list('listWorkflows', 'workflows of the caller', '/v1/workflows?limit=50&owner=yours'),
  list('listWorkflows', 'public workflows', '/v1/workflows?limit=50&owner=public'),
  list('listWorkflows', 'workflows of a trigger', '/v1/workflows?limit=50&type=schedule'),
  list('listWorkflows', 'workflows of no trigger', '/v1/workflows?limit=50&type=none', NOTHING),
  list('listWorkflows', 'workflows with any action', '/v1/workflows?limit=50&actions=log', MATCHES),
  list('listWorkflows', 'workflows with a rare action', '/v1/workflows?limit=50&actions=db-query'),
  list(
    ...(['listWorkflows', 'workflows with a connector', '/v1/workflows?connectors=slack'] as const),
    MATCHES,
  ),
  list('countWorkflows', 'workflows, counted', '/v1/workflows/counts', COUNTED),
  list('countWorkflows', 'those with a rare word, counted', '/v1/workflows/counts?q=refund'),
  list('countWorkflows', 'those with any word, counted', '/v1/workflows/counts?q=number', COUNTED),
  list(
    ...([
      'countWorkflows',
      'those with an action, counted',
      '/v1/workflows/counts?actions=log',
    ] as const),
    upTo(13_000, 'What matches is counted, with the actions of each.'),
  ),
  list('countWorkflowsByOwner', 'those of owners, counted', '/v1/workflows/owner-counts', COUNTED),
  list('getWorkflow', 'a workflow', '/v1/workflows/{workflow}'),
  list(
    ...([
      'listIncomingLinks',
      'what starts a workflow',
      '/v1/workflows/{workflow}/incoming-links',
    ] as const),
    upTo(5_500, 'All that start it are answered at once.'),
  ),
  list('listWorkflowVersions', 'versions', '/v1/workflows/wf_seed1/versions?limit=50'),
  list(
    ...([
      'countWorkflowVersions',
      'versions, counted',
      '/v1/workflows/wf_seed1/versions/count',
    ] as const),
    upTo(1_600, 'Versions of one workflow are counted in an index.'),
  ),
  list('listReleases', 'releases', '/v1/workflows/wf_seed1/releases?limit=50'),
  list('listWorkflowVariables', 'variables', '/v1/workflows/{workflow}/variables'),
  list(
    ...(['listVariableHistory', 'history of a variable'] as const),
    '/v1/workflows/{workflow}/variables/variable1/history?limit=50',
  ),
  list('batchWorkflowMeta', 'outlines of 50 workflows', '/v1/workflows/batch-meta', {
    body: { workflowIds: Array.from({ length: 50 }, (_, index) => `wf_seed${index + 1}`) },
  }),
];
