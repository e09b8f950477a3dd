import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject } from '../../definition/json';
import type { EventType } from '../../definition/progress';
import { ApiJsonObjectOptional } from '../openapi/json-property';
import { isFailure, nodeIdOf, titleOf } from './execution-events';
import { EXECUTION_STATUSES, type FoundExecution, statusOf } from './execution-status';

/** An event of the run as it is stored. */
export interface EventRow {
  seq: number;
  type: EventType;
  data: JsonObject;
  at: Date;
}

export class PublicExecutionEvent {
  @ApiProperty({ description: 'Its number in the run.', example: '3' })
  id: string;

  @ApiProperty({ example: 'node_completed' })
  eventType: string;

  @ApiProperty({ enum: ['info', 'error'] })
  level: string;

  @ApiProperty({ example: 'approval waits' })
  title: string;

  @ApiProperty()
  runId: string;

  @ApiPropertyOptional()
  nodeId?: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  constructor(runId: string, { seq, type, data, at }: EventRow) {
    this.id = String(seq);
    this.eventType = type;
    this.level = isFailure(type) ? 'error' : 'info';
    this.nodeId = nodeIdOf(data);
    this.title = titleOf(type, this.nodeId);
    this.runId = runId;
    this.createdAt = at.toISOString();
  }
}

/** An execution as the client with the token sees it. */
export class PublicExecutionView {
  @ApiProperty({ example: 'exe_0VUz1ZBkxMoX9wcXJLPl7a' })
  id: string;

  @ApiProperty()
  workflowId: string;

  @ApiProperty()
  runId: string;

  @ApiProperty({ enum: EXECUTION_STATUSES })
  status: string;

  @ApiJsonObjectOptional()
  clientSafeMetadata?: JsonObject;

  @ApiProperty({ type: [PublicExecutionEvent], description: 'The last 500, the oldest first.' })
  events: PublicExecutionEvent[];

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiPropertyOptional({ format: 'date-time' })
  startedAt?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  finishedAt?: string;

  constructor(execution: FoundExecution, events: readonly EventRow[]) {
    this.id = execution.id;
    this.workflowId = execution.workflowId;
    this.runId = execution.runId;
    this.status = statusOf(execution.run);
    this.clientSafeMetadata = execution.clientSafeMetadata ?? undefined;
    this.events = events.map((event) => new PublicExecutionEvent(execution.runId, event));
    this.createdAt = execution.createdAt.toISOString();
    this.startedAt = execution.run.startedAt?.toISOString();
    this.finishedAt = execution.run.finishedAt?.toISOString();
  }
}
