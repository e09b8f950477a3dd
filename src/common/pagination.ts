import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Allow, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;

/** PostgreSQL takes more; nobody pages that far. */
const MAX_OFFSET = 2_147_483_647;

/** Query of every list. A `limit` above the maximum is taken as the maximum. */
export class PageQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: DEFAULT_LIMIT,
    description: `Entries per page, at most ${MAX_LIMIT}; more is taken as ${MAX_LIMIT}.`,
  })
  @Transform(({ value }) => cap(integerOf(value)))
  @IsInt({ message: 'limit must be a whole number of at least 1' })
  @Min(1, { message: 'limit must be a whole number of at least 1' })
  limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    default: 0,
    description: 'How many entries to leave out at the start.',
  })
  @Transform(({ value }) => integerOf(value))
  @IsInt({ message: 'offset must be a whole number of at least 0' })
  @Min(0, { message: 'offset must be a whole number of at least 0' })
  @Max(MAX_OFFSET, { message: `offset must be at most ${MAX_OFFSET}` })
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

/** The whole number that text stands for, else the text itself, for the check that follows. */
export function integerOf(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

/** A limit above the maximum is the maximum. */
export function cap(value: unknown): unknown {
  return typeof value === 'number' ? Math.min(value, MAX_LIMIT) : value;
}
