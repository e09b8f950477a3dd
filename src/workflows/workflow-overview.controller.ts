import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersWith, AnswersWithMapOf, Fails } from '../openapi/responses';
import { WorkflowIdsDto } from './workflow-settings.dto';
import { WorkflowFilter } from './workflow-list.query';
import { WorkflowCounts, WorkflowMeta, WorkflowOwnerCounts } from './workflow-overview.response';
import { WorkflowOverviewService } from './workflow-overview.service';

@ApiTags('Workflows')
@Controller('v1/workflows')
export class WorkflowOverviewController {
  constructor(private readonly overview: WorkflowOverviewService) {}

  @Get('counts')
  @Operation('countWorkflows', {
    summary: 'Count workflows by status',
    description: 'Takes the filters of the list, and tells what else can be filtered by.',
  })
  @AnswersWith(WorkflowCounts)
  @Fails('invalidFields')
  countWorkflows(
    @CurrentCaller() caller: Caller,
    @Query() query: WorkflowFilter,
  ): Promise<WorkflowCounts> {
    return this.overview.counts(caller, query);
  }

  @Get('owner-counts')
  @Operation('countWorkflowsByOwner', { summary: 'Count workflows by whose they are' })
  @AnswersWith(WorkflowOwnerCounts)
  countWorkflowsByOwner(@CurrentCaller() caller: Caller): Promise<WorkflowOwnerCounts> {
    return this.overview.ownerCounts(caller);
  }

  @Post('batch-meta')
  @HttpCode(200)
  @Operation('batchWorkflowMeta', {
    summary: 'Name many workflows',
    description: 'By id. Workflows that the caller can not see are left out.',
  })
  @AnswersWithMapOf(WorkflowMeta)
  @Fails('malformedJson', 'invalidFields')
  batchWorkflowMeta(
    @CurrentCaller() caller: Caller,
    @Body() { workflowIds }: WorkflowIdsDto,
  ): Promise<Record<string, WorkflowMeta>> {
    return this.overview.meta(caller, workflowIds);
  }
}
