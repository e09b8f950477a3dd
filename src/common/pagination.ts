import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Allow, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;

/** PostgreSQL takes more; nobody pages that far. */
const MAX_OFFSET = 2_147_483_647;

/** A number of entries, from 1 on; more than `most` is taken as that. */
export function Limit(most = MAX_LIMIT): PropertyDecorator {
  const message = `$property must be a whole number of at least 1, given once; more than ${most} is taken as ${most}`;
  return applyDecorators(
    Transform(({ value }) => atMost(most, integerOf(value))),
    IsInt({ message }),
    Min(1, { message }),
  );
}

/** How many entries are left out at the start. */
export function Offset(): PropertyDecorator {
  const message = `$property must be a whole number from 0 to ${MAX_OFFSET}, given once`;
  return applyDecorators(
    Transform(({ value }) => integerOf(value)),
    IsInt({ message }),
    Min(0, { message }),
    Max(MAX_OFFSET, { message }),
  );
}

/** Query of every list. A `limit` above the maximum is taken as the maximum. */
export class PageQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: DEFAULT_LIMIT,
    description: `Entries per page, at most ${MAX_LIMIT}; more is taken as ${MAX_LIMIT}.`,
  })
  @Limit()
  limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    default: 0,
    description: 'How many entries to leave out at the start.',
  })
  @Offset()
  offset = 0;

  /** Sent by older clients; every field is answered all the same. */
  @Allow()
  _fields_filter?: unknown;
}

/** Query of a list that can be walked while rows are added to it. */
export class CursorPageQuery extends PageQuery {
  @ApiPropertyOptional({
    type: 'string',
    description:
      'The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor ' +
      'repeats what is left.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  cursor?: string;
}

export interface Page<T> {
  items: T[];
  limit: number;
  offset: number;
  hasMore: boolean;
}

export interface CursorPage<T> extends Page<T> {
  /** Null on the last page. */
  nextCursor: string | null;
}

/** Makes a page of rows read with a limit of one more than asked for. */
export function pageOf<R, T>(
  rows: readonly R[],
  query: Pick<PageQuery, 'limit' | 'offset'>,
  show: (row: R) => T,
): Page<T> {
  return {
    items: rows.slice(0, query.limit).map((row) => show(row)),
    limit: query.limit,
    offset: query.offset,
    hasMore: rows.length > query.limit,
  };
}

/** The whole number that text stands for, however long, else the text itself, for the check that follows. */
export function integerOf(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
}

function atMost(most: number, value: unknown): unknown {
  return typeof value === 'number' ? Math.min(value, most) : value;
}
