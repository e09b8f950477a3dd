import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';
import { KEY_SCOPES, type KeyScope } from '../auth/permissions';
import { Name } from '../common/field-rules';

export class CreateApiKeyDto {
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'Billing backend' })
  @Name()
  name: string;

  @ApiPropertyOptional({ type: String, maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;

  @ApiPropertyOptional({
    type: String,
    enum: KEY_SCOPES,
    description:
      'Without it `read-write` for the key of a service account, whose permissions limit it, else `read`.',
  })
  @IsOptional()
  @IsIn(KEY_SCOPES)
  scope?: KeyScope | null;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'Without it the key works until it is revoked.',
  })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'expiresAt must be an ISO 8601 time' })
  @MaxLength(40)
  expiresAt?: string | null;

  @ApiPropertyOptional({
    type: String,
    description: 'The account that acts through the key; without it whoever makes the key does.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  serviceAccountId?: string | null;
}
