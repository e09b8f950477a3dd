import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { NodeTotal } from '../database/entities';
import { NODE_KINDS, type NodeKind } from '../database/entities/node-tally.entity';
import { percentOf } from '../common/percent';
import { GRANULARITIES, type Granularity } from '../common/time-range';
import { latencyOf } from '../tallies/latency-slots';

/** What the nodes of one type have done, of the workflows that the caller sees. */
export type NodeSums = Omit<NodeTotal, 'organizationId' | 'organization' | 'workflowId'>;

export class NodeStatistics {
  @ApiProperty({ description: 'Type of the action or trigger.', example: 'http-request' })
  nodeId: string;

  @ApiProperty({ enum: NODE_KINDS })
  nodeType: NodeKind;

  @ApiProperty({ type: 'integer' })
  totalExecutions: number;

  @ApiProperty({ type: 'integer', description: 'Workflows that have one and are not archived.' })
  workflowsCount: number;

  @ApiPropertyOptional({ description: 'Actions only, once executed: percent, 0 to 100.' })
  successRate?: number;

  @ApiPropertyOptional({ description: 'Actions only, once executed.' })
  averageLatencyMs?: number;

  constructor({ type, kind, executions, succeeded, latencyMs, workflows }: NodeSums) {
    this.nodeId = type;
    this.nodeType = kind;
    this.totalExecutions = executions;
    this.workflowsCount = workflows;
    if (kind === 'trigger' || executions === 0) return;
    this.successRate = percentOf(succeeded, executions);
    this.averageLatencyMs = rounded(latencyMs / executions);
  }
}

export class UsagePoint {
  @ApiProperty({ format: 'date-time' })
  bucketStart: string;

  @ApiProperty({ type: 'integer' })
  usageCount: number;

  constructor(bucket: Date, usageCount: number) {
    this.bucketStart = bucket.toISOString();
    this.usageCount = usageCount;
  }
}

export class UsageSeries {
  @ApiProperty({ example: 'http-request' })
  nodeId: string;

  @ApiProperty({ enum: NODE_KINDS })
  nodeType: NodeKind;

  @ApiProperty({ enum: GRANULARITIES })
  granularity: Granularity;

  @ApiProperty({ type: [UsagePoint], description: 'One for each hour or day, also without use.' })
  data: UsagePoint[];

  constructor(
    node: { kind: NodeKind; type: string },
    granularity: Granularity,
    data: UsagePoint[],
  ) {
    this.nodeId = node.type;
    this.nodeType = node.kind;
    this.granularity = granularity;
    this.data = data;
  }
}

/** Slots of latencies. */
export interface PercentileSlots {
  p50: number;
  p95: number;
}

export class LatencyPoint {
  @ApiProperty({ format: 'date-time' })
  bucketStart: string;

  @ApiProperty()
  avgLatencyMs: number;

  @ApiProperty({ description: 'Within 10 %.' })
  p50LatencyMs: number;

  @ApiProperty({ description: 'Within 10 %.' })
  p95LatencyMs: number;

  constructor(bucket: Date, average: number, slots: PercentileSlots = { p50: 0, p95: 0 }) {
    this.bucketStart = bucket.toISOString();
    this.avgLatencyMs = rounded(average);
    this.p50LatencyMs = latencyOf(slots.p50);
    this.p95LatencyMs = latencyOf(slots.p95);
  }
}

export class LatencySeries {
  @ApiProperty({ example: 'http-request' })
  actionId: string;

  @ApiProperty({ enum: GRANULARITIES })
  granularity: Granularity;

  @ApiProperty({
    type: [LatencyPoint],
    description: 'Only hours or days in which it was executed.',
  })
  data: LatencyPoint[];

  constructor(actionId: string, granularity: Granularity, data: LatencyPoint[]) {
    this.actionId = actionId;
    this.granularity = granularity;
    this.data = data;
  }
}

/** To a tenth of a millisecond. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
