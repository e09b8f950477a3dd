import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { poolOf } from '../database/data-source';
import { NodeTotal } from '../database/entities';
import type { NodeKind } from '../database/entities/node-tally.entity';
import type { SeriesQuery } from '../common/series.query';
import { bucketsOf, rangeOf, unitOf } from '../common/time-range';
import { run, type Statement } from '../record/statements';
import {
  LatencyPoint,
  LatencySeries,
  NodeStatistics,
  type PercentileSlots,
  UsagePoint,
  UsageSeries,
} from './statistics.response';

/** Types of one answer, those that are executed most: drafts may name any number of types that do not exist. */
const MAX_TYPES = 1_000;

const USAGE: Statement = {
  name: 'weft_statistics_usage',
  text: `SELECT date_trunc($6, hour, 'UTC') AS bucket, sum(executions)::integer AS count
    FROM node_tallies
    WHERE organization_id = $1 AND kind = $2 AND type = $3 AND hour >= $4 AND hour < $5
    GROUP BY 1`,
};

const LATENCY: Statement = {
  name: 'weft_statistics_latency',
  text: `SELECT date_trunc($5, hour, 'UTC') AS bucket,
      sum(latency_ms) / sum(executions) AS average
    FROM node_tallies
    WHERE organization_id = $1 AND kind = 'action' AND type = $2 AND hour >= $3 AND hour < $4
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
    ) AS slots
    GROUP BY bucket`,
};

/** How the actions and triggers of an organization are used, read from tallies. */
@Injectable()
export class StatisticsService {
  private readonly pool;

  constructor(private readonly dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** By type. */
  async all({ organizationId }: Caller): Promise<Record<string, NodeStatistics>> {
    const totals = await this.dataSource.manager.find(NodeTotal, {
      where: { organizationId },
      order: { executions: 'DESC', workflows: 'DESC', kind: 'ASC', type: 'ASC' },
      take: MAX_TYPES,
    });
    const used = totals.filter(({ executions, workflows }) => executions > 0 || workflows > 0);
    return Object.fromEntries(used.map((total) => [total.type, new NodeStatistics(total)]));
  }

  async usage(
    { organizationId }: Caller,
    node: { kind: NodeKind; type: string },
    query: SeriesQuery,
  ): Promise<UsageSeries> {
    const { granularity } = query;
    const { from, to } = rangeOf(query, granularity);
    const buckets = bucketsOf({ from, to }, granularity);
    const rows = await run<{ bucket: Date; count: number }>(this.pool, USAGE, [
      ...[organizationId, node.kind, node.type, from, to, unitOf(granularity)],
    ]);
    const counts = new Map(rows.map(({ bucket, count }) => [bucket.getTime(), count]));
    const data = buckets.map((bucket) => new UsagePoint(bucket, counts.get(bucket.getTime()) ?? 0));
    return new UsageSeries(node, granularity, data);
  }

  async latency(
    { organizationId }: Caller,
    actionId: string,
    query: SeriesQuery,
  ): Promise<LatencySeries> {
    const { granularity } = query;
    const { from, to } = rangeOf(query, granularity);
    bucketsOf({ from, to }, granularity);
    const values = [organizationId, actionId, from, to, unitOf(granularity)];
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
