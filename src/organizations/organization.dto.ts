import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Name } from '../common/field-rules';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export class CreateOrganizationDto {
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'Payments team' })
  @Name()
  name: string;

  @ApiPropertyOptional({
    type: String,
    pattern: SLUG.source,
    description: 'Unique in the service. Without it one is made from the name.',
    example: 'payments-team',
  })
  @IsOptional()
  @Matches(SLUG, { message: 'slug must be 1 to 63 lower-case letters, digits and inner hyphens' })
  slug?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: 2000, description: 'URL of a picture.' })
  @IsOptional()
  @MaxLength(2000)
  @Matches(/^(https?|ipfs):\/\/\S+$/, { message: 'photo must be an http, https or ipfs URL' })
  photo?: string | null;
}

/** Only what is sent is changed; null clears what can be cleared. */
export class UpdateOrganizationDto extends PartialType(CreateOrganizationDto) {}
