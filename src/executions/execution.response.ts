import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject } from '../../definition/json';
import { ApiJsonObject, ApiJsonObjectOptional } from '../openapi/json-property';
import { EXECUTION_STATUSES, type FoundExecution, statusOf } from './execution-status';

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

  @ApiPropertyOptional({ format: 'date-time', description: 'When its run was started.' })
  startedAt?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  finishedAt?: string;

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
    this.startedAt = execution.run.startedAt?.toISOString();
    this.finishedAt = execution.run.finishedAt?.toISOString();
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
