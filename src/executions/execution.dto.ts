import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import type { JsonObject } from '../../definition/json';
import { ApiJsonObjectOptional } from '../openapi/json-property';

/** What a run was started for, as its client sees it. */
export class CreatePublicExecutionDto {
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'checkout' })
  @IsString()
  @Length(1, 255)
  sourceSystem: string;

  @ApiProperty({ minLength: 1, maxLength: 255, example: 'order' })
  @IsString()
  @Length(1, 255)
  sourceEntityType: string;

  @ApiPropertyOptional({ type: String, maxLength: 255 })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  sourceEntityId?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: 255 })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  externalRef?: string | null;

  @ApiPropertyOptional({
    type: String,
    minLength: 1,
    maxLength: 255,
    description:
      'Random and kept to yourself. The same request again answers the same execution with a new token; the one before is over.',
  })
  @IsOptional()
  @IsString()
  @Length(1, 255)
  idempotencyKey?: string | null;

  @ApiJsonObjectOptional({ description: 'What the trigger is given.' })
  @IsOptional()
  @IsObject({ message: 'requestPayload must be an object' })
  requestPayload?: JsonObject | null;

  @ApiJsonObjectOptional({ description: 'Shown to who has the token. At most 8 KB.' })
  @IsOptional()
  @IsObject({ message: 'clientSafeMetadata must be an object' })
  clientSafeMetadata?: JsonObject | null;
}
