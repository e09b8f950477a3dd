import { ApiProperty } from '@nestjs/swagger';
import { percentOf } from '../common/percent';
import { GRANULARITIES, type Granularity } from '../common/time-range';
import { RecentRun } from './recent-run.response';

/** How runs ended. */
export interface RunCounts {
  total: number;
  success: number;
  partial: number;
  failure: number;
}

export class RunsPoint {
  @ApiProperty({ format: 'date-time' })
  bucketStart: string;

  @ApiProperty({ type: 'integer', description: 'Cancelled runs are in it, too.' })
  total: number;

  @ApiProperty({ type: 'integer' })
  success: number;

  @ApiProperty({ type: 'integer' })
  partial: number;

  @ApiProperty({ type: 'integer' })
  failure: number;

  constructor(bucket: Date, { total, success, partial, failure }: RunCounts) {
    this.bucketStart = bucket.toISOString();
    this.total = total;
    this.success = success;
    this.partial = partial;
    this.failure = failure;
  }
}

export class RunsSeries {
  @ApiProperty({ enum: GRANULARITIES })
  granularity: Granularity;

  @ApiProperty({ type: [RunsPoint], description: 'One for each hour or day, also without runs.' })
  data: RunsPoint[];

  constructor(granularity: Granularity, data: RunsPoint[]) {
    this.granularity = granularity;
    this.data = data;
  }
}

export class FailureRate {
  @ApiProperty({ type: 'integer', description: 'Runs that ended. Cancelled ones are in it, too.' })
  total: number;

  @ApiProperty({ type: 'integer' })
  failed: number;

  @ApiProperty({ type: 'integer' })
  partial: number;

  @ApiProperty({ description: 'Percent of `total` that failed, 0 to 100; 0 of none.' })
  failureRate: number;

  constructor({ total, failure, partial }: Omit<RunCounts, 'success'>) {
    this.total = total;
    this.failed = failure;
    this.partial = partial;
    this.failureRate = percentOf(failure, total);
  }
}

export class TopError {
  @ApiProperty({ description: 'The message, with `#` for ids and long numbers.' })
  error: string;

  @ApiProperty({ type: 'integer' })
  count: number;

  @ApiProperty({ format: 'date-time' })
  lastOccurred: string;

  constructor(error: string, count: number, lastAt: Date) {
    this.error = error;
    this.count = count;
    this.lastOccurred = lastAt.toISOString();
  }
}

export class MetricsSummary {
  @ApiProperty({ type: RunsSeries })
  runsTimeSeries: RunsSeries;

  @ApiProperty({ type: FailureRate })
  failureRate: FailureRate;

  @ApiProperty({ type: [TopError] })
  topErrors: TopError[];

  @ApiProperty({ type: [RecentRun] })
  recentActivity: RecentRun[];

  constructor(runs: RunsSeries, failureRate: FailureRate, errors: TopError[], recent: RecentRun[]) {
    this.runsTimeSeries = runs;
    this.failureRate = failureRate;
    this.topErrors = errors;
    this.recentActivity = recent;
  }
}
