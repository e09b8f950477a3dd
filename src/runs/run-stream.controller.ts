import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiPropertyOptional, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import type { Request, Response } from 'express';
import { EVENT_TYPES } from '../../definition/progress';
import { Admission } from '../auth/admission';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { ApiError } from '../common/errors';
import { Fails } from '../openapi/responses';
import { OpenStreams } from '../streams/open-streams';
import { RunEventReader } from '../streams/run-event-reader';
import { lastEventId } from '../streams/sse';
import { isRunId } from './run-id';
import { sendRunStream } from './run-stream';
import { RunsService } from './runs.service';

const EXAMPLE = `id: 1
event: run_started
data: {"type":"run_started","runId":"run_1","workflowId":"wf_1","status":"running","at":"2026-01-01T00:00:00.000Z"}

id: 2
event: run_completed
data: {"type":"run_completed","runId":"run_1","workflowId":"wf_1","status":"success","at":"2026-01-01T00:00:01.000Z"}

`;

const DESCRIPTION = `Server-sent events, from the first or from the one after \`Last-Event-ID\`. Comments keep the
connection open; it ends after the last event of the run. It may be opened before the run is started under an id
of your own: for a run that is not there a comment says so at once, and the stream is closed after a minute unless
the run appears. It ends, too, when the caller may not see the run any more.

Types: ${EVENT_TYPES.map((type) => `\`${type}\``).join(', ')}.`;

class StreamQuery {
  @ApiPropertyOptional({
    type: 'integer',
    description: 'The same as the header, for clients that can not set it.',
  })
  @IsOptional()
  @Matches(/^\d{1,9}$/, { message: 'lastEventId must be the number of an event' })
  lastEventId?: string;
}

@ApiTags('Runs')
@Controller('v1/runs/:id')
export class RunStreamController {
  constructor(
    private readonly events: RunEventReader,
    private readonly runs: RunsService,
    private readonly streams: OpenStreams,
    private readonly admission: Admission,
  ) {}

  @Get('stream')
  @Operation('streamRun', { summary: 'Follow a run', description: DESCRIPTION })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Number of the last event.' })
  @ApiResponse({
    status: 200,
    content: { 'text/event-stream': { schema: { type: 'string' }, example: EXAMPLE } },
  })
  @Fails('invalidFields', 'runNotFound', 'tooManyStreams')
  async streamRun(
    @CurrentCaller() caller: Caller,
    @Param('id') runId: string,
    @Query() query: StreamQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (!isRunId(runId)) throw new ApiError('runNotFound');
    const afterSeq = lastEventId(request.get('last-event-id') ?? query.lastEventId);
    // What the caller may not see is as silent as what is not there.
    const isHidden = await this.runs.isHidden(caller, runId);
    const organizationId = isHidden ? '' : caller.organizationId;
    const mayGoOn = (): Promise<boolean> =>
      this.admission.isStillAdmitted(request, 'streamRun', async (again) => {
        return isHidden || !(await this.runs.isHidden(again, runId));
      });
    const wanted = { organizationId, runId, afterSeq, mayGoOn };
    await this.streams.hold({ ...caller, isPublic: false }, (timings) =>
      sendRunStream(this.events, wanted, response, timings),
    );
  }
}
