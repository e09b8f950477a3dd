import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { RunStatus } from '../../definition/progress';
import type { Plain } from '../common/plain';
import type { Run } from '../database/entities';
import type { WorkflowCost } from '../run-counts/run-counts.service';
import { RUN_STATUSES } from '../runs/run.dto';

/** What the nodes of one type cost on one day. */
export interface DayRow {
  date: string;
  nodeType: string;
  count: number;
  cu: number;
}

export class CuRunView {
  @ApiProperty({ example: 'run_0VUz1ZBkxMoX9wcXJLPl7a' })
  runId: string;

  @ApiProperty({ description: 'Empty for an inline run.' })
  workflowId: string;

  @ApiProperty({ enum: RUN_STATUSES })
  status: RunStatus;

  @ApiProperty({ example: 'api' })
  triggerSource: string;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiPropertyOptional({ format: 'date-time' })
  finishedAt?: string;

  @ApiProperty({ description: 'What it has cost so far.' })
  totalCu: number;

  constructor(run: Run) {
    this.runId = run.id;
    this.workflowId = run.workflowId;
    this.status = run.status;
    this.triggerSource = run.triggerSource;
    this.startedAt = run.startedAt.toISOString();
    this.finishedAt = run.finishedAt?.toISOString();
    this.totalCu = run.cu;
  }
}

class CuBreakdown {
  @ApiProperty({ example: 'http-request' })
  nodeType: string;

  @ApiProperty({ enum: ['trigger', 'action'] })
  type: 'trigger' | 'action';

  @ApiProperty({ type: 'integer', description: 'Nodes that cost something.' })
  count: number;

  @ApiProperty()
  cu: number;
}

class CuDay {
  @ApiProperty({ description: 'In UTC.', example: '2026-01-31' })
  date: string;

  @ApiProperty()
  used: number;

  @ApiProperty({ type: [CuBreakdown] })
  breakdown: Plain<CuBreakdown>[];
}

class CuTotals {
  @ApiProperty({ description: 'What the month brought.' })
  granted: number;

  @ApiProperty({ description: 'What administrators added.' })
  deposited: number;

  @ApiProperty({ description: 'All else, what was left of the month before among it.' })
  adjusted: number;

  @ApiProperty()
  used: number;
}

export class CuUsageView {
  @ApiProperty({ example: '2026-01' })
  yearMonth: string;

  @ApiProperty({ type: CuTotals })
  summary: Plain<CuTotals>;

  @ApiProperty({ type: [CuDay], description: 'Days on which something was used.' })
  daily: Plain<CuDay>[];

  /** @param rows by day */
  constructor(
    yearMonth: string,
    entries: ReadonlyMap<string, number>,
    rows: readonly DayRow[],
    isTrigger: (type: string) => boolean,
  ) {
    const days = new Map<string, Plain<CuDay>>();
    for (const { date, nodeType, count, cu } of rows) {
      const day = days.get(date) ?? { date, used: 0, breakdown: [] };
      days.set(date, day);
      day.used += cu;
      const type = isTrigger(nodeType) ? 'trigger' : 'action';
      day.breakdown.push({ nodeType, type, count, cu });
    }
    this.yearMonth = yearMonth;
    this.daily = [...days.values()];
    this.summary = {
      granted: entries.get('grant') ?? 0,
      deposited: entries.get('deposit') ?? 0,
      adjusted: entries.get('adjustment') ?? 0,
      used: this.daily.reduce((sum, { used }) => sum + used, 0),
    };
  }
}

class CuWorkflowUsage {
  @ApiProperty({ description: 'Empty for inline runs.' })
  workflowId: string;

  @ApiProperty()
  workflowName: string;

  @ApiProperty({ example: 'active' })
  status: string;

  @ApiProperty({ example: 'manual' })
  triggerType: string;

  @ApiProperty({ type: 'integer' })
  runCount: number;

  @ApiProperty()
  totalCu: number;

  @ApiProperty({ type: 'integer', description: 'The mean of its runs.' })
  estimatedCostPerRun: number;

  @ApiProperty()
  cuPerHour: number;

  @ApiProperty({ description: 'Always false: no trigger here is charged by the hour.' })
  isStream: boolean;
}

export class CuUsageByWorkflowView {
  @ApiProperty({ type: [CuWorkflowUsage], description: 'The costliest first.' })
  workflows: Plain<CuWorkflowUsage>[];

  constructor(sums: readonly WorkflowCost[], hours: number) {
    this.workflows = sums.map((sum) => ({
      ...sum,
      estimatedCostPerRun: Math.round(sum.totalCu / sum.runCount),
      cuPerHour: sum.totalCu / hours,
      isStream: false,
    }));
  }
}
