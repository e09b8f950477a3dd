import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsTimeZone, Matches, MaxLength } from 'class-validator';

/** Only what is sent is changed; null clears. */
export class UpdateProfileDto {
  @ApiPropertyOptional({ type: String, maxLength: 10_000, description: 'What it does.' })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  about?: string | null;

  @ApiPropertyOptional({
    type: String,
    maxLength: 10_000,
    description: 'What whoever writes workflows for it should keep to.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  instructions?: string | null;

  @ApiPropertyOptional({ type: String, description: 'Tag of BCP 47.', example: 'en-GB' })
  @IsOptional()
  @MaxLength(35)
  @Matches(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, {
    message: 'language must be a tag like en-GB',
  })
  language?: string | null;

  @ApiPropertyOptional({
    type: String,
    description: 'Name of the IANA database.',
    example: 'Europe/London',
  })
  @IsOptional()
  @IsTimeZone()
  timezone?: string | null;
}
