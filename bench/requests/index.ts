import { FOUND_REQUESTS } from './found';
import type { ListRequest } from './list-request';
import { METRIC_REQUESTS } from './metrics';
import { RECORD_REQUESTS } from './records';
import { RUN_REQUESTS } from './runs';
import { WORKFLOW_REQUESTS } from './workflows';

/** Every list, filter, count and search, once in each way that has a plan of its own. */
export const LIST_REQUESTS: readonly ListRequest[] = [
  ...[...WORKFLOW_REQUESTS, ...RUN_REQUESTS, ...FOUND_REQUESTS],
  ...[...RECORD_REQUESTS, ...METRIC_REQUESTS],
];
