import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import type { Request, Response } from 'express';
import { CurrentRepeating, type Repeating } from '../auth/caller';
import { Operation } from '../auth/operation';
import { AnswersWith, Fails } from '../openapi/responses';
import { sendRunStream } from '../runs/run-stream';
import { OpenStreams } from '../streams/open-streams';
import { RunEventReader, type StoredEvent } from '../streams/run-event-reader';
import { lastEventId } from '../streams/sse';
import { publicEvent } from './execution-events';
import { CreatePublicExecutionDto } from './execution.dto';
import { NewExecution } from './execution.response';
import { ExecutionsService } from './executions.service';
import { PublicExecutionView } from './public-execution.response';

const EXAMPLE = `id: 1
event: run_started
data: {"type":"run_started","executionId":"exe_1","runId":"run_1","workflowId":"wf_1","status":"running","at":"2026-01-01T00:00:00.000Z"}

`;

class TokenQuery {
  @ApiProperty({ description: 'The `clientToken` of the answer that made the execution.' })
  @IsString({ message: 'token is required, once' })
  @MaxLength(100)
  token: string;
}

@ApiTags('Public')
@Controller('v1/public')
export class ExecutionsController {
  constructor(
    private readonly executions: ExecutionsService,
    private readonly events: RunEventReader,
    private readonly streams: OpenStreams,
  ) {}

  @Post('workflows/:id/executions')
  @HttpCode(200)
  @Operation('createPublicExecution', {
    summary: 'Run a public workflow and get a token to follow it',
    description: 'The limits are those of `runPublicWorkflow`.',
  })
  @AnswersWith(NewExecution)
  @Fails(
    ...([
      'malformedJson',
      'invalidFields',
      'payloadMismatch',
      'cuExhausted',
      'maxRunsExhausted',
      'workflowPaused',
      'workflowCoolingDown',
      'actionDisabled',
    ] as const),
    ...(['publicRunForbidden', 'publicRunPaused', 'workflowNotFound'] as const),
    ...(['idempotencyMismatch', 'publicCooldown', 'publicDailyLimit'] as const),
  )
  createPublicExecution(
    @Param('id') id: string,
    @Body() body: CreatePublicExecutionDto,
    @CurrentRepeating() repeating: Repeating,
  ): Promise<NewExecution> {
    return this.executions.create(id, body, repeating);
  }

  @Get('executions/:id')
  @Operation('getPublicExecution', {
    summary: 'Read an execution and what has happened',
    description: 'As long as its workflow is public.',
  })
  @AnswersWith(PublicExecutionView)
  @Fails('invalidFields', 'invalidClientToken')
  getPublicExecution(
    @Param('id') id: string,
    @Query() { token }: TokenQuery,
  ): Promise<PublicExecutionView> {
    return this.executions.show(id, token);
  }

  @Get('executions/:id/stream')
  @Operation('streamPublicExecution', {
    summary: 'Follow an execution',
    description:
      'Server-sent events, as of a run, without what nodes were given and did. It ends after the last event, with the token, and when the workflow is not public any more.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Number of the last event.' })
  @ApiResponse({
    status: 200,
    content: { 'text/event-stream': { schema: { type: 'string' }, example: EXAMPLE } },
  })
  @Fails('invalidFields', 'invalidClientToken', 'tooManyStreams')
  async streamPublicExecution(
    @Param('id') id: string,
    @Query() { token }: TokenQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { organizationId, runId, tokenExpiresAt } = await this.executions.open(id, token);
    const afterSeq = lastEventId(request.get('last-event-id'));
    const show = (event: StoredEvent): StoredEvent => publicEvent(id, event);
    const expiry = setTimeout(() => response.end(), tokenExpiresAt.getTime() - Date.now());
    response.on('close', () => {
      clearTimeout(expiry);
    });
    const mayGoOn = (): Promise<boolean> => this.executions.isOpen(id, token);
    const wanted = { organizationId, runId, afterSeq, show, mayGoOn };
    await this.streams.hold({ organizationId, isPublic: true }, (timings) =>
      sendRunStream(this.events, wanted, response, timings),
    );
  }
}
