import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Min } from 'class-validator';
import type { RunStatus } from '../../definition/progress';
import { cap, integerOf, MAX_LIMIT } from '../common/pagination';
import { RangeQuery, SeriesQuery } from '../common/series.query';
import { RUN_STATUSES } from '../runs/run.dto';

/** A number of entries, from 1 to {@link MAX_LIMIT}; more is taken as that. */
function Limit(): PropertyDecorator {
  const message = '$property must be a whole number of at least 1';
  return (target, key) => {
    Transform(({ value }) => cap(integerOf(value)))(target, key);
    IsInt({ message })(target, key);
    Min(1, { message })(target, key);
  };
}

export class TopErrorsQuery extends RangeQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: 20,
    maximum: MAX_LIMIT,
    description: 'How many errors.',
  })
  @Limit()
  limit = 20;
}

export class RecentActivityQuery {
  @ApiPropertyOptional({ enum: RUN_STATUSES, description: 'Only runs in this state.' })
  @IsOptional()
  @IsIn(RUN_STATUSES, { message: `status must be one of ${RUN_STATUSES.join(', ')}` })
  status?: RunStatus;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: 20,
    maximum: MAX_LIMIT,
    description: 'How many runs.',
  })
  @Limit()
  limit = 20;
}

export class SummaryQuery extends SeriesQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: 10,
    maximum: MAX_LIMIT,
    description: 'How many errors.',
  })
  @Limit()
  topErrorsLimit = 10;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: 50,
    maximum: MAX_LIMIT,
    description: 'How many runs.',
  })
  @Limit()
  recentActivityLimit = 50;

  @ApiPropertyOptional({ enum: RUN_STATUSES, description: 'Of the recent activity.' })
  @IsOptional()
  @IsIn(RUN_STATUSES, { message: `status must be one of ${RUN_STATUSES.join(', ')}` })
  status?: RunStatus;
}
