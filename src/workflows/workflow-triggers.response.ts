import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject } from '../../definition/json';
import { ApiJsonObjectOptional } from '../openapi/json-property';

/** How one trigger of a workflow is set off. */
export class TriggerDetails {
  @ApiProperty()
  triggerNodeId: string;

  @ApiProperty({ example: 'manual' })
  type: string;

  @ApiJsonObjectOptional({ description: 'JSON Schema of the payload that it takes.' })
  inputSchema?: JsonObject;

  constructor(triggerNodeId: string, type: string, inputSchema?: JsonObject) {
    this.triggerNodeId = triggerNodeId;
    this.type = type;
    this.inputSchema = inputSchema;
  }
}

export class TriggerInfo {
  @ApiPropertyOptional({
    description: 'Of triggers that take e-mail, of which there are none yet.',
  })
  emailAddress?: string;

  @ApiPropertyOptional({ description: 'Of triggers that take payments, of which there are none.' })
  paymentLinkUrl?: string;

  @ApiProperty({ type: [TriggerDetails], description: 'Those of the version that runs.' })
  triggers: TriggerDetails[];

  constructor(triggers: TriggerDetails[]) {
    this.triggers = triggers;
  }
}

export class WorkflowSchedule {
  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Of triggers that fire by the clock, of which there are none yet.',
  })
  nextRunAt?: string;

  @ApiProperty({ format: 'date-time' })
  serverTime: string;

  constructor(now: Date) {
    this.serverTime = now.toISOString();
  }
}

export class RefilledWorkflow {
  @ApiProperty()
  workflowId: string;

  @ApiProperty({ type: 'integer' })
  remainRuns: number;

  constructor(workflowId: string, remainRuns: number) {
    this.workflowId = workflowId;
    this.remainRuns = remainRuns;
  }
}

export class GeneratedText {
  @ApiProperty()
  aiName: string;

  @ApiProperty()
  aiDescription: string;

  constructor(aiName: string, aiDescription: string) {
    this.aiName = aiName;
    this.aiDescription = aiDescription;
  }
}

export class RotatedTriggerSecret {
  @ApiProperty()
  workflowId: string;

  @ApiProperty({ description: 'To be kept secret: who has it may resume waits of the workflow.' })
  triggerSecret: string;

  constructor(workflowId: string, triggerSecret: string) {
    this.workflowId = workflowId;
    this.triggerSecret = triggerSecret;
  }
}
