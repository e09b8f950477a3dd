import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Limit, PageQuery } from '../common/pagination';
import { listOf } from '../common/query-values';

export const RESOURCE_TYPES = [
  'template',
  'action',
  'trigger',
  'connector_def',
  'workflow',
] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

const MESSAGE = `must be one of ${RESOURCE_TYPES.join(', ')}`;

/** B3OS takes the plural as well. */
export function singular(type: unknown): unknown {
  return typeof type === 'string' ? type.replace(/s$/, '') : type;
}

export class SearchQuery extends PageQuery {
  @ApiProperty({
    maxLength: 256,
    description: 'Words, each the beginning of one in the name, the tags or the description.',
    example: 'order rep',
  })
  @IsString({ message: 'q is required' })
  @MaxLength(256)
  @Matches(/\S/, { message: 'q must not be blank' })
  q: string;

  @ApiPropertyOptional({
    enum: RESOURCE_TYPES,
    isArray: true,
    description: 'All without it. Repeat it or join with commas; plurals are taken, too.',
  })
  @IsOptional()
  @Transform(({ value }) => {
    const list = listOf(value);
    return Array.isArray(list) ? list.map(singular) : list;
  })
  @IsArray()
  @IsIn(RESOURCE_TYPES, { each: true, message: `each value in types ${MESSAGE}` })
  types?: ResourceType[];
}

const MAX_SIMILAR = 20;

export class SimilarQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, default: 5, description: 'At most 20.' })
  @Limit(MAX_SIMILAR)
  limit = 5;
}
