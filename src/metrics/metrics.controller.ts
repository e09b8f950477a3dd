import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { RangeQuery, SeriesQuery } from '../common/series.query';
import { AnswersWith, AnswersWithListOf, Fails } from '../openapi/responses';
import { RecentActivityQuery, SummaryQuery, TopErrorsQuery } from './metrics.query';
import { FailureRate, MetricsSummary, RunsSeries, TopError } from './metrics.response';
import { MetricsService } from './metrics.service';
import { RecentRun } from './recent-run.response';

const COUNTED =
  'A run counts in the hour in which it ended, some seconds after it did; simulations do not count.';

@ApiTags('Metrics')
@Controller('v1/metrics')
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  @Get('summary')
  @Operation('getMetricsSummary', {
    summary: 'Read all metrics at once',
    description: `${COUNTED} A part that can not be read fails the whole, so there are no \`...Error\` fields.`,
  })
  @AnswersWith(MetricsSummary)
  @Fails('invalidFields')
  getMetricsSummary(
    @CurrentCaller() caller: Caller,
    @Query() query: SummaryQuery,
  ): Promise<MetricsSummary> {
    return this.metrics.summary(caller, query);
  }

  @Get('runs-timeseries')
  @Operation('getRunsTimeseries', { summary: 'Count runs by hour or day', description: COUNTED })
  @AnswersWith(RunsSeries)
  @Fails('invalidFields')
  getRunsTimeseries(
    @CurrentCaller() caller: Caller,
    @Query() query: SeriesQuery,
  ): Promise<RunsSeries> {
    return this.metrics.runs(caller, query);
  }

  @Get('failure-rate')
  @Operation('getFailureRate', {
    summary: 'Read how many runs failed',
    description: `${COUNTED} \`from\` and \`to\` are widened to whole hours.`,
  })
  @AnswersWith(FailureRate)
  @Fails('invalidFields')
  getFailureRate(
    @CurrentCaller() caller: Caller,
    @Query() query: RangeQuery,
  ): Promise<FailureRate> {
    return this.metrics.failureRate(caller, query);
  }

  @Get('top-errors')
  @Operation('getTopErrors', {
    summary: 'List the errors that runs failed with most often',
    description: `${COUNTED} Of more than 100 different messages in one day the rest is counted by error code.`,
  })
  @AnswersWithListOf(TopError)
  @Fails('invalidFields')
  getTopErrors(
    @CurrentCaller() caller: Caller,
    @Query() query: TopErrorsQuery,
  ): Promise<TopError[]> {
    return this.metrics.topErrors(caller, query);
  }

  @Get('recent-activity')
  @Operation('getRecentActivity', { summary: 'List the runs that started last' })
  @AnswersWithListOf(RecentRun)
  @Fails('invalidFields')
  getRecentActivity(
    @CurrentCaller() caller: Caller,
    @Query() query: RecentActivityQuery,
  ): Promise<RecentRun[]> {
    return this.metrics.recentActivity(caller, query);
  }
}
