import { ApiHideProperty, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  Allow,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { JsonObject } from '../../definition/json';
import type { RunStatus } from '../../definition/progress';
import { CursorPageQuery } from '../common/pagination';
import { booleanOf, listOf } from '../common/query-values';
import { Definition } from '../openapi/definition.schema';
import { ApiJsonObjectOptional } from '../openapi/json-property';
import { RUN_ID_PATTERN } from './run-id';

export const RUN_STATUSES = [
  'running',
  'waiting',
  'success',
  'partial',
  'failure',
  'cancelled',
] as const satisfies readonly RunStatus[];

/** What every way to start a run takes. */
class RunInputDto {
  @ApiJsonObjectOptional({
    description: 'What the trigger is given: `$trigger.body`. It must fit the input schema.',
    example: { message: 'Hello from the API' },
  })
  @IsOptional()
  @IsObject({ message: 'payload must be an object' })
  payload?: JsonObject | null;

  @ApiJsonObjectOptional({
    description: 'Values of `$props`. Those that the definition does not read are not kept.',
  })
  @IsOptional()
  @IsObject()
  propValues?: JsonObject | null;
}

/** What a run that is not waited for takes. */
class BackgroundRunDto extends RunInputDto {
  @ApiPropertyOptional({
    type: String,
    pattern: RUN_ID_PATTERN,
    description:
      'An id of your own, so that its stream can be opened first. Each can be used once.',
  })
  @Allow()
  runId?: unknown;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Run in virtual time, touching nothing outside: a wait of days ends at once.',
  })
  @IsOptional()
  @IsBoolean()
  simulate?: boolean | null;

  @ApiJsonObjectOptional({
    description:
      'For a simulated run: what nodes answer, by node address such as `loop[3]/charge`.',
  })
  @IsOptional()
  @IsObject()
  mocks?: JsonObject | null;

  @ApiHideProperty()
  @IsOptional()
  @IsIn([false], {
    message: 'dustTest is not supported: no action here has amounts. Use simulate.',
  })
  dustTest?: boolean | null;

  @ApiHideProperty()
  @Allow()
  chatMessageId?: unknown;
}

export class RunWorkflowDto extends BackgroundRunDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'The version to run. Default: the live one, or the draft of one never published.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version?: number | null;

  @ApiPropertyOptional({
    type: String,
    description: 'The trigger to start at. Default: the manual one.',
  })
  @IsOptional()
  @IsString()
  triggerNodeId?: string | null;
}

export class InlineRunDto extends BackgroundRunDto {
  @ApiProperty({
    type: Definition,
    description: 'Starts with a `manual` trigger. It is not saved.',
  })
  @IsDefined({ message: 'definition is required' })
  definition: unknown;
}

export class SyncRunDto extends RunInputDto {
  @ApiProperty({
    type: Definition,
    description:
      'Starts with a `manual` trigger, has at most 20 nodes, no `wait` and no `for-each`.',
  })
  @IsDefined({ message: 'definition is required' })
  definition: unknown;
}

class IterationLevel {
  @ApiProperty({ description: 'Id of the `for-each`.' })
  parentNodeId: string;

  @ApiProperty({ type: 'integer', minimum: 0 })
  index: number;

  @ApiPropertyOptional({ type: 'integer' })
  total?: number;
}

class IterationContext {
  @ApiPropertyOptional({ type: [IterationLevel], description: 'The outermost loop first.' })
  stack?: IterationLevel[];

  @ApiPropertyOptional({ description: 'In place of `stack`, where there is one loop.' })
  parentNodeId?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: 'Beside `parentNodeId`.' })
  index?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'Accepted and not needed.' })
  total?: number;
}

export class ResumeNodeDto {
  @ApiJsonObjectOptional({
    description: 'What the wait answers as `result.triggerResult`. `data` is taken alike.',
    example: { approved: true, reviewer: 'ada@example.com' },
  })
  @IsOptional()
  @IsObject({ message: 'payload must be an object' })
  payload?: JsonObject | null;

  @ApiJsonObjectOptional()
  @IsOptional()
  @IsObject({ message: 'data must be an object' })
  data?: JsonObject | null;

  @ApiPropertyOptional({
    type: String,
    description: 'Which of the named resumes of the wait this is.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string | null;

  @ApiPropertyOptional({
    type: IterationContext,
    description: 'Which iteration, when the wait stands in a loop.',
  })
  @IsOptional()
  @IsObject({ message: 'forEachContext must be an object' })
  forEachContext?: JsonObject | null;
}

export class ListRunsQuery extends CursorPageQuery {
  @ApiPropertyOptional({ enum: RUN_STATUSES, description: 'Only runs in this state.' })
  @IsOptional()
  @IsIn(RUN_STATUSES, { message: `status must be one of ${RUN_STATUSES.join(', ')}` })
  status?: RunStatus;

  @ApiPropertyOptional({ description: 'Only runs of this workflow.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  workflowId?: string;
}

export class GetRunQuery {
  @ApiPropertyOptional({
    type: Boolean,
    description: 'Leave `executionState` and `workflowDefinition` out.',
  })
  @IsOptional()
  @Transform(({ value }) => booleanOf(value))
  @IsBoolean({ message: 'summary must be true or false' })
  summary?: boolean;

  @ApiPropertyOptional({
    type: String,
    description: 'Only these nodes in `executionState`: ids joined with commas.',
  })
  @IsOptional()
  @Transform(({ value }) => listOf(value))
  @IsArray()
  nodeIds?: string[];

  /** Sent by older clients; every field is answered all the same. */
  @Allow()
  _fields_filter?: unknown;
}
