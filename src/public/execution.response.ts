import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject } from '../../definition/json';
import type { EventType, RunStatus } from '../../definition/progress';
import type { Execution } from '../database/entities';
import { ApiJsonObject, ApiJsonObjectOptional } from '../openapi/json-property';
import { isFailure, nodeIdOf, titleOf } from './execution-events';

/** B3OS has two more, for payments, which do not happen here. */
export const EXECUTION_STATUSES = [
  ...['workflow_queued', 'workflow_running', 'workflow_waiting', 'workflow_succeeded'],
  ...['workflow_partial', 'workflow_failed', 'workflow_cancelled'],
] as const;

/** How the run of an execution stands; null while its row is not written. */
export interface ExecutionRun {
  status: RunStatus | null;
  /** Number of its newest event. */
  lastSeq: number | null;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export type FoundExecution = Omit<Execution, 'workflow' | 'tokenHash' | 'requestHash'> & {
  run: ExecutionRun;
};

const STATUSES: Readonly<Record<RunStatus, (typeof EXECUTION_STATUSES)[number]>> = {
  running: 'workflow_running',
  waiting: 'workflow_waiting',
  success: 'workflow_succeeded',
  partial: 'workflow_partial',
  failure: 'workflow_failed',
  cancelled: 'workflow_cancelled',
};

function statusOf({ status, lastSeq }: ExecutionRun): (typeof EXECUTION_STATUSES)[number] {
  const hasBegun = status !== null && (lastSeq ?? 0) > 0;
  return hasBegun || (status !== null && status !== 'running')
    ? STATUSES[status]
    : 'workflow_queued';
}

/** An execution as its maker sees it. */
export class ExecutionView {
  @ApiProperty({ example: 'exe_0VUz1ZBkxMoX9wcXJLPl7a' })
  id: string;

  @ApiProperty()
  organizationId: string;

  @ApiProperty()
  workflowId: string;

  @ApiProperty()
  runId: string;

  @ApiProperty({ enum: EXECUTION_STATUSES })
  status: string;

  @ApiProperty()
  sourceSystem: string;

  @ApiProperty()
  sourceEntityType: string;

  @ApiPropertyOptional()
  sourceEntityId?: string;

  @ApiPropertyOptional()
  externalRef?: string;

  @ApiPropertyOptional()
  idempotencyKey?: string;

  @ApiJsonObject()
  requestPayload: JsonObject;

  @ApiJsonObjectOptional()
  clientSafeMetadata?: JsonObject;

  @ApiProperty({ enum: ['public'] })
  initiatedByType: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  constructor(execution: FoundExecution) {
    this.id = execution.id;
    this.organizationId = execution.organizationId;
    this.workflowId = execution.workflowId;
    this.runId = execution.runId;
    this.status = statusOf(execution.run);
    this.sourceSystem = execution.sourceSystem;
    this.sourceEntityType = execution.sourceEntityType;
    this.sourceEntityId = execution.sourceEntityId ?? undefined;
    this.externalRef = execution.externalRef ?? undefined;
    this.idempotencyKey = execution.idempotencyKey ?? undefined;
    this.requestPayload = execution.requestPayload;
    this.clientSafeMetadata = execution.clientSafeMetadata ?? undefined;
    this.initiatedByType = 'public';
    this.createdAt = execution.createdAt.toISOString();
    this.updatedAt = execution.updatedAt.toISOString();
  }
}

export class NewExecution {
  @ApiProperty({ type: ExecutionView })
  execution: ExecutionView;

  @ApiProperty({ description: 'Opens this execution for seven days. Shown once.' })
  clientToken: string;

  constructor(execution: FoundExecution, clientToken: string) {
    this.execution = new ExecutionView(execution);
    this.clientToken = clientToken;
  }
}

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
