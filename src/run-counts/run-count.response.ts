import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { RunStatus } from '../../definition/progress';

/** Runs by status, simulated ones included. */
export class RunCount {
  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: 'integer' })
  running: number;

  @ApiProperty({ type: 'integer' })
  waiting: number;

  @ApiProperty({ type: 'integer' })
  success: number;

  @ApiProperty({ type: 'integer' })
  partial: number;

  @ApiProperty({ type: 'integer' })
  failure: number;

  @ApiProperty({ type: 'integer' })
  cancelled: number;

  constructor(counts?: Readonly<Record<RunStatus, number>>) {
    this.running = counts?.running ?? 0;
    this.waiting = counts?.waiting ?? 0;
    this.success = counts?.success ?? 0;
    this.partial = counts?.partial ?? 0;
    this.failure = counts?.failure ?? 0;
    this.cancelled = counts?.cancelled ?? 0;
    const open = this.running + this.waiting;
    this.total = open + this.success + this.partial + this.failure + this.cancelled;
  }
}

export class WorkflowRunCount extends RunCount {
  @ApiProperty()
  workflowId: string;

  constructor(workflowId: string, counts: Readonly<Record<RunStatus, number>>) {
    super(counts);
    this.workflowId = workflowId;
  }
}

export class RecentWorkflowRun {
  @ApiProperty()
  id: string;

  @ApiProperty({ enum: ['running', 'waiting', 'success', 'partial', 'failure', 'cancelled'] })
  status: RunStatus;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiPropertyOptional({ format: 'date-time' })
  finishedAt?: string;

  constructor(run: { id: string; status: RunStatus; startedAt: Date; finishedAt: Date | null }) {
    this.id = run.id;
    this.status = run.status;
    this.startedAt = run.startedAt.toISOString();
    this.finishedAt = run.finishedAt?.toISOString();
  }
}

export class WorkflowRunStats {
  @ApiProperty({ type: RunCount })
  counts: RunCount;

  @ApiProperty({ type: [RecentWorkflowRun], description: 'The last five, the newest first.' })
  recentRuns: RecentWorkflowRun[];

  constructor(counts: RunCount, recentRuns: RecentWorkflowRun[]) {
    this.counts = counts;
    this.recentRuns = recentRuns;
  }
}

/** The runs that one trigger has started. */
export class TriggerAggregate {
  @ApiProperty()
  triggerNodeId: string;

  @ApiProperty({ example: 'manual' })
  type: string;

  @ApiProperty({ type: 'integer' })
  runCount: number;

  @ApiProperty({ type: 'integer' })
  successCount: number;

  @ApiProperty({ type: 'integer' })
  failureCount: number;

  @ApiProperty({ type: 'integer' })
  cancelledCount: number;

  @ApiPropertyOptional({ format: 'date-time' })
  lastFiredAt?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Of triggers that fire by the clock, of which there are none yet.',
  })
  nextFireAt?: string;

  constructor(triggerNodeId: string, type: string, counts: RunCount, lastStartedAt?: Date | null) {
    this.triggerNodeId = triggerNodeId;
    this.type = type;
    this.runCount = counts.total;
    this.successCount = counts.success;
    this.failureCount = counts.failure;
    this.cancelledCount = counts.cancelled;
    this.lastFiredAt = lastStartedAt?.toISOString();
  }
}

export class TriggerAggregates {
  @ApiProperty()
  workflowId: string;

  @ApiProperty({ type: [TriggerAggregate], description: 'Those of the version that runs.' })
  triggers: TriggerAggregate[];

  constructor(workflowId: string, triggers: TriggerAggregate[]) {
    this.workflowId = workflowId;
    this.triggers = triggers;
  }
}
