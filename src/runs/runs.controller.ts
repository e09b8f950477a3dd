import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import type { CursorPage } from '../common/pagination';
import { AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { GetRunQuery, InlineRunDto, ListRunsQuery, SyncRunDto } from './run.dto';
import { NodeExecution, RunItem, RunStarted, RunView, SyncRunResult } from './run.response';
import { RunControlService } from './run-control.service';
import { RunsService } from './runs.service';
import { SyncRunService } from './sync-run.service';
import { WorkflowRunService } from './workflow-run.service';

@ApiTags('Runs')
@ApiExtraModels(NodeExecution)
@Controller('v1/runs')
export class RunsController {
  constructor(
    private readonly runs: RunsService,
    private readonly starts: WorkflowRunService,
    private readonly syncRuns: SyncRunService,
    private readonly control: RunControlService,
  ) {}

  @Get()
  @Operation('listRuns', { summary: 'List runs, the newest first' })
  @AnswersWithCursorPageOf(RunItem)
  @Fails('invalidFields')
  listRuns(
    @CurrentCaller() caller: Caller,
    @Query() query: ListRunsQuery,
  ): Promise<CursorPage<RunItem>> {
    return this.runs.list(caller, query);
  }

  @Post()
  @HttpCode(200)
  @Operation('createEphemeralRun', { summary: 'Run a definition that is not saved' })
  @AnswersWith(RunStarted)
  @Fails(
    ...(['invalidFields', 'invalidRunId', 'duplicateRunId', 'payloadMismatch'] as const),
    ...(['cuExhausted', 'actionDisabled'] as const),
    ...(['invalidDefinition', 'triggerNotManual', 'definitionTooLarge'] as const),
  )
  async createInlineRun(
    @CurrentCaller() caller: Caller,
    @Body() body: InlineRunDto,
  ): Promise<RunStarted> {
    return new RunStarted(await this.starts.runInline(caller, body));
  }

  @Post('sync')
  @HttpCode(200)
  @Operation('runSync', {
    summary: 'Run a definition and wait for its end',
    description: 'At most 20 nodes, no `wait` and no `for-each`; answers after 60 seconds at most.',
  })
  @AnswersWith(SyncRunResult)
  @Fails(
    ...(['invalidFields', 'notSyncable', 'payloadMismatch', 'actionDisabled'] as const),
    ...(['invalidDefinition', 'triggerNotManual', 'cuExhausted'] as const),
  )
  runSync(@CurrentCaller() caller: Caller, @Body() body: SyncRunDto): Promise<SyncRunResult> {
    return this.syncRuns.run(caller, body);
  }

  @Get(':id')
  @Operation('getRun', { summary: 'Read a run and what its nodes did' })
  @AnswersWith(RunView)
  @Fails('invalidFields', 'runNotFound')
  getRun(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() query: GetRunQuery,
  ): Promise<RunView> {
    return this.runs.get(caller, id, query);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Operation('cancelRun', {
    summary: 'Stop a run',
    description:
      'Actions in flight are told to stop; the run is `cancelled` a moment later, unless it comes to its end before it is told. No resume counts any more.',
  })
  @AnswersWith(RunView)
  @Fails('runNotFound', 'runEnded')
  cancelRun(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<RunView> {
    return this.control.cancel(caller, id);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Operation('retryRun', {
    summary: 'Start a failed or cancelled run again from its point of failure',
    description: 'Answers the new run, of the same version. What succeeded is not done again.',
  })
  @AnswersWith(RunView)
  @Fails('cuExhausted', 'actionDisabled', 'runNotFound', 'runNotRetryable')
  retryRun(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<RunView> {
    return this.control.retry(caller, id);
  }
}
