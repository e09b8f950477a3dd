import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import {
  RESTRICTION_TYPES,
  type RestrictionType,
} from '../database/entities/organization-restriction.entity';

export class CreateRestrictionDto {
  @ApiProperty({
    enum: RESTRICTION_TYPES,
    description:
      '`disabled_action`: no workflow with the action is published or run. `developer_publish`: developers do not publish.',
  })
  @IsIn(RESTRICTION_TYPES)
  type: RestrictionType;

  @ApiPropertyOptional({
    type: String,
    description: 'The action that is disabled: needed for `disabled_action`, and only there.',
    example: 'http-request',
  })
  @ValidateIf(({ type, actionType }: CreateRestrictionDto) => {
    return type === 'disabled_action' || (actionType !== undefined && actionType !== null);
  })
  @IsString()
  @MaxLength(200)
  actionType?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string | null;
}
