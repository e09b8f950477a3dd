import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { ApiError } from '../common/errors';
import { NODE_KINDS, type NodeKind } from '../database/entities/node-tally.entity';
import { SeriesQuery } from '../common/series.query';
import { AnswersWith, AnswersWithMapOf, Fails } from '../openapi/responses';
import { LatencySeries, NodeStatistics, UsageSeries } from './statistics.response';
import { StatisticsService } from './statistics.service';

const COUNTED =
  'Nodes count once their run has ended, in the hour of their own end; those of simulations, and those that were skipped or cancelled, do not. The id is the type of the action or trigger; for one that was never used there is nothing to tell.';

@ApiTags('Statistics')
@Controller('v1/statistics')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get()
  @Operation('getAllStatistics', {
    summary: 'Read how all actions and triggers are used',
    description: `By id. ${COUNTED}`,
  })
  @AnswersWithMapOf(NodeStatistics)
  getAllStatistics(@CurrentCaller() caller: Caller): Promise<Record<string, NodeStatistics>> {
    return this.statistics.all(caller);
  }

  @Get('action/:id/latency')
  @Operation('getActionLatency', {
    summary: 'Read how long an action takes, by hour or day',
    description: COUNTED,
  })
  @AnswersWith(LatencySeries)
  @Fails('invalidFields')
  getActionLatency(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() query: SeriesQuery,
  ): Promise<LatencySeries> {
    return this.statistics.latency(caller, id, query);
  }

  @Get(':type/:id/usage')
  @Operation('getNodeUsage', {
    summary: 'Count the executions of an action or trigger by hour or day',
    description: COUNTED,
  })
  @ApiParam({ name: 'type', enum: NODE_KINDS })
  @AnswersWith(UsageSeries)
  @Fails('invalidFields')
  getNodeUsage(
    @CurrentCaller() caller: Caller,
    @Param('type') type: string,
    @Param('id') id: string,
    @Query() query: SeriesQuery,
  ): Promise<UsageSeries> {
    return this.statistics.usage(caller, { kind: kindOf(type), type: id }, query);
  }
}

function kindOf(text: string): NodeKind {
  const kind = NODE_KINDS.find((one) => one === text);
  if (kind !== undefined) return kind;
  const message = `type must be one of ${NODE_KINDS.join(', ')}`;
  throw ApiError.fields([{ field: 'type', message }]);
}
