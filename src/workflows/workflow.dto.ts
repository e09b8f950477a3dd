import { ApiHideProperty, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  Allow,
  IsDefined,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import type { JsonObject } from '../../definition/json';
import { Name } from '../common/field-rules';
import { Definition, EXAMPLE_DEFINITION } from '../openapi/definition.schema';
import { ApiJsonObjectOptional } from '../openapi/json-property';

export const MAX_VERSION = 2_147_483_647;

/** Settings that a workflow has beside its name and definition. */
class WorkflowSettingsDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 99_999 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(99_999)
  maxRuns?: number | null;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1000,
    description: 'Milliseconds in which a trigger that fires again is skipped.',
  })
  @IsOptional()
  @IsInt()
  @Min(1000)
  @Max(MAX_VERSION)
  cooldownMs?: number | null;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 86_400,
    description: 'Seconds between two runs that everybody together may start; null for none.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(86_400)
  publicRunCooldownSeconds?: number | null;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 1_000_000,
    description: 'Runs that everybody together may start in a day (UTC); null for no limit.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  publicRunDailyLimit?: number | null;

  @ApiJsonObjectOptional({ description: 'What an editor keeps: positions, notes, comments.' })
  @IsOptional()
  @IsObject()
  uiMetadata?: JsonObject | null;

  /** Accepted from B3OS clients and without effect. */
  @ApiHideProperty()
  @Allow()
  skipAIGeneration?: unknown;
}

export class CreateWorkflowDto extends WorkflowSettingsDto {
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'API quickstart logger' })
  @Name()
  name: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: 2000,
    example: 'A minimal workflow created from the API.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;

  @ApiPropertyOptional({
    type: Definition,
    description: 'Needed without `templateId`; with it the template is taken when it is left out.',
    example: EXAMPLE_DEFINITION,
  })
  @ValidateIf(
    ({ templateId }: CreateWorkflowDto) => templateId === undefined || templateId === null,
  )
  @IsDefined({ message: 'definition is required' })
  definition?: unknown;

  @ApiPropertyOptional({ type: String, description: 'The template to make it from.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  templateId?: string | null;

  @ApiJsonObjectOptional({
    description:
      'Values of the props of the template by key. They are checked, and filled in where the definition reads `{{$props.<key>}}`.',
  })
  @IsOptional()
  @IsObject()
  propValues?: JsonObject | null;

  @ApiHideProperty()
  @Allow()
  conversationId?: unknown;

  @ApiHideProperty()
  @Allow()
  sessionId?: unknown;
}

export class UpdateWorkflowDto extends WorkflowSettingsDto {
  @ApiPropertyOptional({ type: String, minLength: 1, maxLength: 255 })
  @IsOptional()
  @Name()
  name?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;

  @ApiPropertyOptional({ type: Definition })
  @Allow()
  definition?: unknown;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Refuse with 409 unless this is the version that would be changed.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  expectedCurrentVersion?: number | null;
}

export class PublishWorkflowDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Refuse with 409 unless this is the version that would be published.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  expectedVersion?: number | null;
}

export class RollbackWorkflowDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'The version to go back to.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  targetVersion?: number | null;

  /** Older name of `targetVersion`. */
  @ApiHideProperty()
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  versionNumber?: number | null;

  @ApiPropertyOptional({ type: 'integer', minimum: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  expectedCurrentVersion?: number | null;
}
