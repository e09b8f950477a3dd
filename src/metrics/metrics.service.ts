import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import type { SeriesQuery } from '../common/series.query';
import { bucketsOf, rangeOf, unitOf, wholeDaysIn } from '../common/time-range';
import { poolOf } from '../database/data-source';
import { run, type Statement } from '../record/statements';
import { hiddenWorkflows, isHiddenFrom, viewerOf } from '../workflows/workflow-access';
import type { RecentActivityQuery, SummaryQuery, TopErrorsQuery } from './metrics.query';
import {
  FailureRate,
  MetricsSummary,
  type RunCounts,
  RunsPoint,
  RunsSeries,
  TopError,
} from './metrics.response';
import { type RecentRow, RecentRun } from './recent-run.response';

type RangeOnly = Pick<SeriesQuery, 'from' | 'to'>;

const NONE: RunCounts = { total: 0, success: 0, partial: 0, failure: 0 };

const RUNS: Statement = {
  name: 'weft_metrics_runs',
  text: `SELECT date_trunc($4, hour, 'UTC') AS bucket, sum(total)::integer AS total,
      sum(success)::integer AS success, sum(partial)::integer AS partial,
      sum(failure)::integer AS failure
    FROM run_tallies WHERE organization_id = $1 AND hour >= $2 AND hour < $3
      AND workflow_id NOT IN ${hiddenWorkflows('$5')}
    GROUP BY 1`,
};

const FAILURES: Statement = {
  name: 'weft_metrics_failures',
  text: `SELECT coalesce(sum(total), 0)::integer AS total,
      coalesce(sum(failure), 0)::integer AS failure, coalesce(sum(partial), 0)::integer AS partial
    FROM run_tallies WHERE organization_id = $1 AND hour >= $2 AND hour < $3
      AND workflow_id NOT IN ${hiddenWorkflows('$4')}`,
};

/** `$4` to `$5` are whole days; what is before and after them is read by the hour. */
const ERRORS: Statement = {
  name: 'weft_metrics_errors',
  text: `SELECT error, sum(count)::integer AS count, max(last_at) AS "lastAt"
    FROM (
      SELECT workflow_id, error, count, last_at FROM error_tallies
      WHERE organization_id = $1 AND grain = 'day' AND bucket >= $4 AND bucket < $5
      UNION ALL
      SELECT workflow_id, error, count, last_at FROM error_tallies
      WHERE organization_id = $1 AND grain = 'hour' AND bucket >= $2 AND bucket < $4
      UNION ALL
      SELECT workflow_id, error, count, last_at FROM error_tallies
      WHERE organization_id = $1 AND grain = 'hour' AND bucket >= $5 AND bucket < $3
    ) AS tallies
    WHERE workflow_id NOT IN ${hiddenWorkflows('$7')}
    GROUP BY error ORDER BY 2 DESC, 3 DESC, error LIMIT $6`,
};

const RECENT_COLUMNS = `r.id AS "runId", r.workflow_id AS "workflowId", w.name AS "workflowName",
  r.status, r.is_simulation AS "isSimulation", r.started_at AS "startedAt",
  r.finished_at AS "finishedAt", r.error
FROM runs r
LEFT JOIN workflows w ON w.organization_id = r.organization_id AND w.id = r.workflow_id
WHERE r.organization_id = $1 AND NOT ${isHiddenFrom('$3')}`;

const RECENT: Statement = {
  name: 'weft_metrics_recent',
  text: `SELECT ${RECENT_COLUMNS} ORDER BY r.started_at DESC, r.id DESC LIMIT $2`,
};

const RECENT_OF_STATUS: Statement = {
  name: 'weft_metrics_recent_of_status',
  text: `SELECT ${RECENT_COLUMNS} AND r.status = $4
    ORDER BY r.started_at DESC, r.id DESC LIMIT $2`,
};

/** What the runs of an organization have come to. Reads tallies, so it does not matter how many runs there are. */
@Injectable()
export class MetricsService {
  private readonly pool;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  async runs(caller: Caller, query: SeriesQuery): Promise<RunsSeries> {
    const { granularity } = query;
    const range = rangeOf(query, granularity);
    const buckets = bucketsOf(range, granularity);
    const rows = await run<RunCounts & { bucket: Date }>(this.pool, RUNS, [
      ...[caller.organizationId, range.from, range.to, unitOf(granularity), viewerOf(caller)],
    ]);
    const found = new Map(rows.map((row) => [row.bucket.getTime(), row]));
    return new RunsSeries(
      granularity,
      buckets.map((bucket) => new RunsPoint(bucket, found.get(bucket.getTime()) ?? NONE)),
    );
  }

  async failureRate(caller: Caller, query: RangeOnly): Promise<FailureRate> {
    const { from, to } = rangeOf(query);
    const [counts] = await run<RunCounts>(this.pool, FAILURES, [
      ...[caller.organizationId, from, to, viewerOf(caller)],
    ]);
    return new FailureRate(counts ?? NONE);
  }

  async topErrors(
    caller: Caller,
    query: RangeOnly & Pick<TopErrorsQuery, 'limit'>,
  ): Promise<TopError[]> {
    const range = rangeOf(query);
    const days = wholeDaysIn(range);
    const rows = await run<{ error: string; count: number; lastAt: Date }>(this.pool, ERRORS, [
      ...[caller.organizationId, range.from, range.to, days.from, days.to],
      ...[query.limit, viewerOf(caller)],
    ]);
    return rows.map(({ error, count, lastAt }) => new TopError(error, count, lastAt));
  }

  async recentActivity(
    caller: Caller,
    { limit, status }: Pick<RecentActivityQuery, 'limit' | 'status'>,
  ): Promise<RecentRun[]> {
    const values = [caller.organizationId, limit, viewerOf(caller)];
    const rows =
      status === undefined
        ? await run<RecentRow>(this.pool, RECENT, values)
        : await run<RecentRow>(this.pool, RECENT_OF_STATUS, [...values, status]);
    return rows.map((row) => new RecentRun(row));
  }

  async summary(caller: Caller, query: SummaryQuery): Promise<MetricsSummary> {
    const { topErrorsLimit, recentActivityLimit, status, from, to } = query;
    const recent = { limit: recentActivityLimit, ...(status && { status }) };
    const [runs, failureRate, errors, activity] = await Promise.all([
      this.runs(caller, query),
      this.failureRate(caller, query),
      this.topErrors(caller, { from, to, limit: topErrorsLimit }),
      this.recentActivity(caller, recent),
    ]);
    return new MetricsSummary(runs, failureRate, errors, activity);
  }
}
