import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import type { CursorPage } from '../common/pagination';
import { AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { WorkflowStore } from '../workflows/workflow-store';
import { ListRunsQuery, RunWorkflowDto } from './run.dto';
import { RunItem, RunStarted } from './run.response';
import { RunsService } from './runs.service';
import { WorkflowRunService } from './workflow-run.service';

@ApiTags('Runs')
@Controller('v1/workflows/:id')
export class WorkflowRunsController {
  constructor(
    private readonly starts: WorkflowRunService,
    private readonly runs: RunsService,
    private readonly workflows: WorkflowStore,
  ) {}

  @Post('run')
  @HttpCode(200)
  @ApiBody({ type: RunWorkflowDto, required: false })
  @Operation('runWorkflow', {
    summary: 'Run a workflow',
    description: 'Answers as soon as the run is recorded. Draft, active and paused workflows run.',
  })
  @AnswersWith(RunStarted)
  @Fails(
    ...(['invalidFields', 'invalidRunId', 'duplicateRunId', 'payloadMismatch'] as const),
    ...(['cuExhausted', 'actionDisabled'] as const),
    ...(['unknownTriggerNode', 'workflowArchived', 'invalidDefinition'] as const),
    ...(['workflowNotFound', 'versionNotFound'] as const),
  )
  async runWorkflow(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: RunWorkflowDto,
  ): Promise<RunStarted> {
    return new RunStarted(await this.starts.runWorkflow(caller, id, body));
  }

  @Get('runs')
  @Operation('listWorkflowRuns', { summary: 'List the runs of a workflow' })
  @AnswersWithCursorPageOf(RunItem)
  @Fails('invalidFields', 'workflowNotFound')
  async listWorkflowRuns(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() query: ListRunsQuery,
  ): Promise<CursorPage<RunItem>> {
    await this.workflows.find(caller, id);
    query.workflowId = id;
    return this.runs.list(caller, query);
  }
}
