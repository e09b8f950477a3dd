import { list, upTo } from './list-request';

const HOURS = upTo(2_000, 'A row for each hour, and one for each private workflow that ran in it.');
const ERRORS = upTo(6_000, 'A row for each hour and error.');

export const METRIC_REQUESTS = [
  list('getMetricsSummary', 'metrics', '/v1/metrics/summary?{days}&granularity=daily', ERRORS),
  list(
    ...(['getRunsTimeseries', 'runs by hour'] as const),
    '/v1/metrics/runs-timeseries?{days}&granularity=hourly',
    HOURS,
  ),
  list('getFailureRate', 'failure rate', '/v1/metrics/failure-rate?{days}', HOURS),
  list('getTopErrors', 'top errors', '/v1/metrics/top-errors?{days}', ERRORS),
  list('getRecentActivity', 'newest runs', '/v1/metrics/recent-activity'),
  list('getRecentActivity', 'newest waiting runs', '/v1/metrics/recent-activity?status=waiting'),
  list(
    ...(['getAllStatistics', 'statistics', '/v1/statistics'] as const),
    upTo(2_000, 'A row for each type of node that was used.'),
  ),
  list(
    ...(['getActionLatency', 'latency of an action'] as const),
    '/v1/statistics/action/http-request/latency?{days}&granularity=hourly',
    upTo(3_000, 'Six rows for each hour.'),
  ),
  list(
    ...(['getNodeUsage', 'usage of an action'] as const),
    '/v1/statistics/action/http-request/usage?{days}&granularity=hourly',
    HOURS,
  ),
];
