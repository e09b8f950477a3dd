import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
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
import type { WorkflowVisibility } from '../database/entities/workflow.entity';
import { ApiJsonObject } from '../openapi/json-property';
import { MAX_VERSION } from './workflow.dto';

const VISIBILITIES = ['private', 'org', 'public_view', 'public_execute'] as const;

export class WorkflowIdsDto {
  @ApiProperty({ type: [String], minItems: 1, maxItems: 200 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  workflowIds: string[];
}

export class UpdateVisibilityDto {
  @ApiProperty({
    enum: VISIBILITIES,
    description:
      '`private`: its owner and the owners of the organization; `org`: all members; `public_view`, `public_execute`: everybody.',
  })
  @IsIn(VISIBILITIES, { message: `visibility must be one of ${VISIBILITIES.join(', ')}` })
  visibility: WorkflowVisibility;
}

export class TransferOwnerDto {
  @ApiProperty({ description: 'Id of a member of the organization.' })
  @IsString()
  @MaxLength(100)
  ownerUserId: string;
}

export class RefillDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 99_999 })
  @IsInt()
  @Min(1)
  @Max(99_999)
  remainRuns: number;
}

export class RevertToVersionDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The version to put to work.' })
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  workflowVersion: number;
}

export class UpdateUiMetadataDto {
  @ApiJsonObject({ description: 'What an editor keeps: positions, notes, comments.' })
  @IsObject({ message: 'uiMetadata must be an object' })
  uiMetadata: JsonObject;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Refuse with 409 unless this is the version shown.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  expectedCurrentVersion?: number | null;
}
