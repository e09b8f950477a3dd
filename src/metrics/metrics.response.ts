import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { RunError, RunStatus } from '../../definition/progress';
import { RUN_STATUSES } from '../runs/run.dto';
import { GRANULARITIES, type Granularity } from './time-range';

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

/** A run as the list of recent ones reads it. */
export interface RecentRow {
  runId: string;
  workflowId: string;
  workflowName: string | null;
  status: RunStatus;
  isSimulation: boolean;
  startedAt: Date;
  finishedAt: Date | null;
  error: RunError | null;
}

export class RecentRun {
  @ApiProperty()
  runId: string;

  @ApiProperty({ description: 'Empty for an inline run.' })
  workflowId: string;

  @ApiPropertyOptional()
  workflowName?: string;

  @ApiProperty({ enum: RUN_STATUSES })
  status: RunStatus;

  @ApiProperty({ description: 'Simulations are in no other metric.' })
  isSimulation: boolean;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiPropertyOptional({ format: 'date-time' })
  finishedAt?: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Once it has ended.' })
  durationMs?: number;

  @ApiPropertyOptional({ description: 'Why it failed.' })
  error?: string;

  constructor(row: RecentRow) {
    const { startedAt, finishedAt } = row;
    this.runId = row.runId;
    this.workflowId = row.workflowId;
    this.workflowName = row.workflowName ?? undefined;
    this.status = row.status;
    this.isSimulation = row.isSimulation;
    this.startedAt = startedAt.toISOString();
    this.finishedAt = finishedAt?.toISOString();
    this.durationMs = finishedAt ? finishedAt.getTime() - startedAt.getTime() : undefined;
    this.error = row.error?.message;
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

/** To a hundredth; 0 of nothing. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}
