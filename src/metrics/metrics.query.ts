import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { RunStatus } from '../../definition/progress';
import { Limit, MAX_LIMIT } from '../common/pagination';
import { RangeQuery, SeriesQuery } from '../common/series.query';
import { RUN_STATUSES } from '../runs/run.dto';

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
