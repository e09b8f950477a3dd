import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { RunError, RunStatus } from '../../definition/progress';
import { RUN_STATUSES } from '../runs/run.dto';

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
