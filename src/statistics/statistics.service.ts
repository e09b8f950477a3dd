import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { poolOf } from '../database/data-source';
import type { NodeKind } from '../database/entities/node-tally.entity';
import type { SeriesQuery } from '../common/series.query';
import { bucketsOf, rangeOf, unitOf } from '../common/time-range';
import { run, type Statement } from '../record/statements';
import { hiddenWorkflows, viewerOf } from '../workflows/workflow-access';
import {
  LatencyPoint,
  LatencySeries,
  type NodeSums,
  NodeStatistics,
  type PercentileSlots,
  UsagePoint,
  UsageSeries,
} from './statistics.response';

/** Types of one answer, those that are executed most: drafts may name any number of types that do not exist. */
const MAX_TYPES = 1_000;

const TOTALS: Statement = {
  name: 'weft_statistics_totals',
  text: `SELECT kind, type, sum(executions)::integer AS executions,
      sum(succeeded)::integer AS succeeded, sum(latency_ms) AS "latencyMs",
      sum(workflows)::integer AS workflows
    FROM node_totals
    WHERE organization_id = $1 AND workflow_id NOT IN ${hiddenWorkflows('$2')}
    GROUP BY kind, type HAVING sum(executions) > 0 OR sum(workflows) > 0
    ORDER BY 3 DESC, 6 DESC, kind, type LIMIT $3`,
};

const USAGE: Statement = {
  name: 'weft_statistics_usage',
  text: `SELECT date_trunc($6, hour, 'UTC') AS bucket, sum(executions)::integer AS count
    FROM node_tallies
    WHERE organization_id = $1 AND kind = $2 AND type = $3 AND hour >= $4 AND hour < $5
      AND workflow_id NOT IN ${hiddenWorkflows('$7')}
    GROUP BY 1`,
};

const LATENCY: Statement = {
  name: 'weft_statistics_latency',
  text: `SELECT date_trunc($5, hour, 'UTC') AS bucket,
      sum(latency_ms) / sum(executions) AS average
    FROM node_tallies
    WHERE organization_id = $1 AND kind = 'action' AND type = $2 AND hour >= $3 AND hour < $4
      AND workflow_id NOT IN ${hiddenWorkflows('$6')}
    GROUP BY 1 ORDER BY 1`,
};

/** The slots that half of the executions, and 95 %, did not exceed. Rows come in the order of the key. */
const SLOTS: Statement = {
  name: 'weft_statistics_slots',
  text: `SELECT bucket, min(slot) FILTER (WHERE seen >= ceil(total * 0.5)) AS p50,
      min(slot) FILTER (WHERE seen >= ceil(total * 0.95)) AS p95
    FROM (
      SELECT bucket, slot, sum(count) OVER (PARTITION BY bucket ORDER BY slot) AS seen,
        sum(count) OVER (PARTITION BY bucket) AS total
      FROM latency_tallies
      WHERE organization_id = $1 AND type = $2 AND grain = $5 AND bucket >= $3 AND bucket < $4
        AND workflow_id NOT IN ${hiddenWorkflows('$6')}
    ) AS slots
    GROUP BY bucket`,
};

/** How the actions and triggers of an organization are used, read from tallies. */
@Injectable()
export class StatisticsService {
  private readonly pool;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** By type. */
  async all(caller: Caller): Promise<Record<string, NodeStatistics>> {
    const totals = await run<NodeSums>(this.pool, TOTALS, [
      ...[caller.organizationId, viewerOf(caller), MAX_TYPES],
    ]);
    return Object.fromEntries(totals.map((total) => [total.type, new NodeStatistics(total)]));
  }

  async usage(
    caller: Caller,
    node: { kind: NodeKind; type: string },
    query: SeriesQuery,
  ): Promise<UsageSeries> {
    const { granularity } = query;
    const { from, to } = rangeOf(query, granularity);
    const buckets = bucketsOf({ from, to }, granularity);
    const rows = await run<{ bucket: Date; count: number }>(this.pool, USAGE, [
      ...[caller.organizationId, node.kind, node.type, from, to],
      ...[unitOf(granularity), viewerOf(caller)],
    ]);
    const counts = new Map(rows.map(({ bucket, count }) => [bucket.getTime(), count]));
    const data = buckets.map((bucket) => new UsagePoint(bucket, counts.get(bucket.getTime()) ?? 0));
    return new UsageSeries(node, granularity, data);
  }

  async latency(caller: Caller, actionId: string, query: SeriesQuery): Promise<LatencySeries> {
    const { granularity } = query;
    const { from, to } = rangeOf(query, granularity);
    bucketsOf({ from, to }, granularity);
    const values = [
      ...[caller.organizationId, actionId, from, to, unitOf(granularity), viewerOf(caller)],
    ];
    const [averages, slots] = await Promise.all([
      run<{ bucket: Date; average: number }>(this.pool, LATENCY, values),
      run<PercentileSlots & { bucket: Date }>(this.pool, SLOTS, values),
    ]);
    const byBucket = new Map(slots.map((row) => [row.bucket.getTime(), row]));
    const data = averages.map(
      ({ bucket, average }) => new LatencyPoint(bucket, average, byBucket.get(bucket.getTime())),
    );
    return new LatencySeries(actionId, granularity, data);
  }
}
