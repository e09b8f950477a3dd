import { ApiHideProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Allow, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { DEFAULT_LIMIT, Limit, Offset } from '../common/pagination';
import { booleanOf } from '../common/query-values';

const MAX_TAGS = 1_000;

export const TAG_SCOPES = [
  ...(['all', 'templates_public', 'templates_promoted', 'templates_org'] as const),
  ...(['actions', 'triggers', 'connectors'] as const),
] as const;
export type TagScope = (typeof TAG_SCOPES)[number];

export class TagsQuery {
  @ApiPropertyOptional({
    maxLength: 100,
    description: 'Only tags of this category.',
    example: 'Utility',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  category?: string;

  @ApiPropertyOptional({ maxLength: 256, description: 'Part of the name.' })
  @IsOptional()
  @IsString()
  @MaxLength(256)
  search?: string;

  @ApiPropertyOptional({
    enum: TAG_SCOPES,
    default: 'all',
    description: 'What `count` counts; tags that nothing of it has are left out.',
  })
  @IsOptional()
  @IsIn(TAG_SCOPES, { message: `scope must be one of ${TAG_SCOPES.join(', ')}` })
  scope?: TagScope;

  @ApiPropertyOptional({ type: Boolean, description: 'By `count` rather than by `weight`.' })
  @IsOptional()
  @Transform(({ value }) => booleanOf(value))
  @IsBoolean({ message: 'sortByCount must be true or false' })
  sortByCount?: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: DEFAULT_LIMIT,
    description: `At most ${MAX_TAGS}.`,
  })
  @Limit(MAX_TAGS)
  limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    default: 0,
    description: 'How many entries to leave out at the start.',
  })
  @Offset()
  offset = 0;

  /** Accepted from B3OS clients and without effect. */
  @ApiHideProperty()
  @Allow()
  pagination_bypass_key?: unknown;
}
