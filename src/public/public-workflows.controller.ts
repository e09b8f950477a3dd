import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { isJsonObject } from '../../definition/json';
import { CurrentRepeating, type Repeating } from '../auth/caller';
import { Operation } from '../auth/operation';
import { ApiError } from '../common/errors';
import { integerOf, type CursorPage, CursorPageQuery } from '../common/pagination';
import { AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { RunStarted } from '../runs/run.response';
import { MAX_VERSION } from '../workflows/workflow.dto';
import { PublicRunItem } from './public-run.response';
import { PublicMeta, PublicWorkflowView } from './public-workflow.response';
import { PublicRunsService } from './public-runs.service';
import { PublicStarts } from './public-starts.service';
import { PublicWorkflows } from './public-workflows.service';

const VERSION_MESSAGE = `v must be a whole number from 1 to ${MAX_VERSION}`;

class VersionQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'One that is or was live.' })
  @IsOptional()
  @Transform(({ value }) => integerOf(value))
  @IsInt({ message: VERSION_MESSAGE })
  @Min(1, { message: VERSION_MESSAGE })
  @Max(MAX_VERSION, { message: VERSION_MESSAGE })
  v?: number;
}

@ApiTags('Public')
@Controller('v1/public/workflows/:id')
export class PublicWorkflowsController {
  constructor(
    private readonly workflows: PublicWorkflows,
    private readonly publicRuns: PublicRunsService,
    private readonly starts: PublicStarts,
  ) {}

  @Get()
  @Operation('getPublicWorkflow', {
    summary: 'Read a public workflow',
    description:
      'Of its nodes only type, children and loop body. The version that runs, or one that did: drafts are not public.',
  })
  @AnswersWith(PublicWorkflowView)
  @Fails('invalidFields', 'workflowNotFound', 'versionNotFound')
  getPublicWorkflow(
    @Param('id') id: string,
    @Query() { v }: VersionQuery,
  ): Promise<PublicWorkflowView> {
    return this.workflows.view(id, v);
  }

  @Get('meta')
  @Operation('getPublicWorkflowMeta', { summary: 'Read the name of a public workflow' })
  @AnswersWith(PublicMeta)
  @Fails('workflowNotFound')
  async getPublicWorkflowMeta(@Param('id') id: string): Promise<PublicMeta> {
    return new PublicMeta(await this.workflows.find(id));
  }

  @Get('runs')
  @Operation('listPublicWorkflowRuns', {
    summary: 'List the runs of a public workflow, the newest first',
    description: 'Without simulations and runs of drafts.',
  })
  @AnswersWithCursorPageOf(PublicRunItem)
  @Fails('invalidFields', 'workflowNotFound')
  listPublicWorkflowRuns(
    @Param('id') id: string,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<PublicRunItem>> {
    return this.publicRuns.list(id, query);
  }

  @Post('run')
  @HttpCode(200)
  @ApiBody({ schema: { type: 'object', additionalProperties: true }, required: false })
  @Operation('runPublicWorkflow', {
    summary: 'Run a workflow that everybody may run',
    description:
      'The body is what the trigger is given. Its live version runs, within `publicRunCooldownSeconds` and `publicRunDailyLimit` of the workflow.',
  })
  @AnswersWith(RunStarted)
  @Fails(
    ...([
      'malformedJson',
      'bodyNotObject',
      'payloadMismatch',
      'cuExhausted',
      'maxRunsExhausted',
      'workflowPaused',
      'workflowCoolingDown',
      'actionDisabled',
    ] as const),
    ...(['publicRunForbidden', 'publicRunPaused', 'workflowNotFound'] as const),
    ...(['publicCooldown', 'publicDailyLimit'] as const),
  )
  async runPublicWorkflow(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentRepeating() repeating: Repeating,
  ): Promise<RunStarted> {
    if (!isJsonObject(body)) throw new ApiError('bodyNotObject');
    const workflow = await this.starts.findExecutable(id);
    return new RunStarted(await this.starts.start(workflow, body, repeating));
  }
}
