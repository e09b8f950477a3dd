import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersWith, AnswersWithListOf, AnswersWithMapOf, Fails } from '../openapi/responses';
import {
  RunCount,
  TriggerAggregates,
  WorkflowRunCount,
  WorkflowRunStats,
} from '../run-counts/run-count.response';
import { WorkflowIdsDto } from '../workflows/workflow-settings.dto';
import { RunCountQuery } from './run-stats.query';
import { MAX_COUNTED, RunStatsService } from './run-stats.service';

@ApiTags('Runs')
@Controller('v1')
export class RunStatsController {
  constructor(private readonly stats: RunStatsService) {}

  @Get('runs/status-counts')
  @Operation('countRunsByStatus', { summary: 'Count runs by status' })
  @AnswersWith(RunCount)
  @Fails('invalidFields')
  countRunsByStatus(
    @CurrentCaller() caller: Caller,
    @Query() query: RunCountQuery,
  ): Promise<RunCount> {
    return this.stats.byStatus(caller, query);
  }

  @Get('runs/status-counts/by-workflow')
  @Operation('countRunsByWorkflow', {
    summary: 'Count runs by workflow and status',
    description: `The busiest workflows first, at most ${MAX_COUNTED}; inline runs are left out.`,
  })
  @AnswersWithListOf(WorkflowRunCount)
  @Fails('invalidFields')
  countRunsByWorkflow(
    @CurrentCaller() caller: Caller,
    @Query() query: RunCountQuery,
  ): Promise<WorkflowRunCount[]> {
    return this.stats.byWorkflow(caller, query);
  }

  @Post('workflows/batch-stats')
  @HttpCode(200)
  @Operation('batchWorkflowStats', {
    summary: 'Count the runs of many workflows',
    description: 'By id. Workflows that the caller can not see are left out.',
  })
  @AnswersWithMapOf(WorkflowRunStats)
  @Fails('malformedJson', 'invalidFields')
  batchWorkflowStats(
    @CurrentCaller() caller: Caller,
    @Body() { workflowIds }: WorkflowIdsDto,
  ): Promise<Record<string, WorkflowRunStats>> {
    return this.stats.ofMany(caller, workflowIds);
  }

  @Get('workflows/:id/runs/count')
  @Operation('countWorkflowRuns', { summary: 'Count the runs of a workflow by status' })
  @AnswersWith(RunCount)
  @Fails('workflowNotFound')
  countWorkflowRuns(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<RunCount> {
    return this.stats.ofWorkflow(caller, id);
  }

  @Get('workflows/:id/trigger-aggregates')
  @Operation('getTriggerAggregates', { summary: 'Count the runs of each trigger of a workflow' })
  @AnswersWith(TriggerAggregates)
  @Fails('workflowNotFound')
  getTriggerAggregates(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<TriggerAggregates> {
    return this.stats.ofTriggers(caller, id);
  }
}
