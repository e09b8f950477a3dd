import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { integerOf } from './pagination';
import { GRANULARITIES, type Granularity } from './time-range';

/** The end of the year 9999, in milliseconds. */
const MAX_TIME = 253_402_300_799_999;

/** A time in a query. */
export function Time(): PropertyDecorator {
  const message = '$property must be a time in milliseconds since 1970';
  return applyDecorators(
    Transform(({ value }) => integerOf(value)),
    IsInt({ message }),
    Min(0, { message }),
    Max(MAX_TIME, { message }),
  );
}

export class RangeQuery {
  @ApiProperty({
    type: 'integer',
    description: 'Milliseconds since 1970. Taken back to the start of its hour or day in UTC.',
    example: 1_767_225_600_000,
  })
  @Time()
  from: number;

  @ApiProperty({
    type: 'integer',
    description:
      'Milliseconds since 1970, at most 365 days after `from`. Its hour or day counts whole.',
    example: 1_767_312_000_000,
  })
  @Time()
  to: number;
}

export class SeriesQuery extends RangeQuery {
  @ApiProperty({
    enum: GRANULARITIES,
    description: 'Days begin at 0:00 UTC. A series has at most 1,000 points.',
  })
  @IsIn(GRANULARITIES, { message: `granularity must be one of ${GRANULARITIES.join(', ')}` })
  granularity: Granularity;
}
