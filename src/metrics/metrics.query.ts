import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { RunStatus } from '../../definition/progress';
import { cap, integerOf, MAX_LIMIT } from '../common/pagination';
import { RUN_STATUSES } from '../runs/run.dto';
import { GRANULARITIES, type Granularity } from './time-range';

/** The end of the year 9999, in milliseconds. */
const MAX_TIME = 253_402_300_799_999;

/** A number of entries, from 1 to {@link MAX_LIMIT}; more is taken as that. */
function Limit(): PropertyDecorator {
  const message = '$property must be a whole number of at least 1';
  return (target, key) => {
    Transform(({ value }) => cap(integerOf(value)))(target, key);
    IsInt({ message })(target, key);
    Min(1, { message })(target, key);
  };
}

function Time(): PropertyDecorator {
  const message = '$property must be a time in milliseconds since 1970';
  return (target, key) => {
    Transform(({ value }) => integerOf(value))(target, key);
    IsInt({ message })(target, key);
    Min(0, { message })(target, key);
    Max(MAX_TIME, { message })(target, key);
  };
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

export class TopErrorsQuery extends RangeQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, default: 20, maximum: MAX_LIMIT })
  @Limit()
  limit = 20;
}

export class RecentActivityQuery {
  @ApiPropertyOptional({ enum: RUN_STATUSES })
  @IsOptional()
  @IsIn(RUN_STATUSES, { message: `status must be one of ${RUN_STATUSES.join(', ')}` })
  status?: RunStatus;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, default: 20, maximum: MAX_LIMIT })
  @Limit()
  limit = 20;
}

export class SummaryQuery extends SeriesQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, default: 10, maximum: MAX_LIMIT })
  @Limit()
  topErrorsLimit = 10;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, default: 50, maximum: MAX_LIMIT })
  @Limit()
  recentActivityLimit = 50;

  @ApiPropertyOptional({ enum: RUN_STATUSES, description: 'Of the recent activity.' })
  @IsOptional()
  @IsIn(RUN_STATUSES, { message: `status must be one of ${RUN_STATUSES.join(', ')}` })
  status?: RunStatus;
}
