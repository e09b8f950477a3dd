import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, Length } from 'class-validator';
import type { Json } from '../../definition/json';
import { MAX_SQL_LENGTH } from '../../activities/data/check-sql';
import { MAX_PARAMS } from '../../activities/data/organization-databases';

export class QueryDto {
  @ApiProperty({
    minLength: 1,
    maxLength: MAX_SQL_LENGTH,
    description: 'One statement of SQLite. Values go into `params`, each for a `?`.',
    example: 'SELECT name FROM customers WHERE city = ?',
  })
  @IsString()
  @Length(1, MAX_SQL_LENGTH)
  sql: string;

  @ApiPropertyOptional({
    type: 'array',
    items: {},
    maxItems: MAX_PARAMS,
    description: 'Objects and lists become JSON text.',
    example: ['Oslo'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_PARAMS)
  params?: Json[] | null;
}
