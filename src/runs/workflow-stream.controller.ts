import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString } from 'class-validator';
import type { Request, Response } from 'express';
import { Admission } from '../auth/admission';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { listOf } from '../common/query-values';
import { Fails } from '../openapi/responses';
import { OpenStreams } from '../streams/open-streams';
import { RunEventReader } from '../streams/run-event-reader';
import { WorkflowOverviewService } from '../workflows/workflow-overview.service';
import { WorkflowStore } from '../workflows/workflow-store';
import { sendFeed, type WantedFeed } from './feed-stream';

const MAX_WORKFLOWS = 24;

const EXAMPLE = `id: 811:811:/815:815:/1
event: run_started
data: {"type":"run_started","runId":"run_1","workflowId":"wf_1","status":"running","at":"2026-01-01T00:00:00.000Z"}

`;

const DESCRIPTION = `Server-sent events of runs as they start, wait, go on and end, from now on or from the one after
\`Last-Event-ID\`. Comments keep the connection open, which the client closes; it ends
when the caller may not see one of the workflows any more. What nodes do is in the stream of the run.`;

const STREAM = {
  status: 200,
  content: { 'text/event-stream': { schema: { type: 'string' as const }, example: EXAMPLE } },
};
const LAST_EVENT_ID = {
  name: 'Last-Event-ID',
  required: false,
  description: 'Id of the last event.',
};

class WorkflowIdsQuery {
  @ApiProperty({
    type: [String],
    minItems: 1,
    maxItems: MAX_WORKFLOWS,
    description: 'Ids of workflows. What the caller can not see is left out.',
  })
  @Transform(({ value }) => listOf(value))
  @IsArray({ message: 'ids is required' })
  @ArrayMinSize(1, { message: 'ids must name a workflow' })
  @ArrayMaxSize(MAX_WORKFLOWS, { message: `ids takes at most ${MAX_WORKFLOWS} workflows` })
  @IsString({ each: true })
  ids: string[];
}

@ApiTags('Runs')
@Controller('v1')
export class WorkflowStreamController {
  constructor(
    private readonly events: RunEventReader,
    private readonly workflows: WorkflowStore,
    private readonly overview: WorkflowOverviewService,
    private readonly streams: OpenStreams,
    private readonly admission: Admission,
  ) {}

  @Get('workflows/:id/runs/stream')
  @Operation('streamWorkflowRuns', {
    summary: 'Follow the runs of a workflow',
    description: DESCRIPTION,
  })
  @ApiHeader(LAST_EVENT_ID)
  @ApiResponse(STREAM)
  @Fails('workflowNotFound', 'tooManyStreams')
  async streamWorkflowRuns(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Headers('last-event-id') lastId: string | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.workflows.find(caller, id);
    const mayGoOn = (): Promise<boolean> =>
      this.admission.isStillAdmitted(request, 'streamWorkflowRuns', async (again) => {
        await this.workflows.find(again, id);
        return true;
      });
    await this.send(caller, { workflowIds: [id], lastId, mayGoOn }, response);
  }

  @Get('workflow-runs/stream')
  @Operation('streamManyWorkflowRuns', {
    summary: 'Follow the runs of several workflows',
    description: DESCRIPTION,
  })
  @ApiHeader(LAST_EVENT_ID)
  @ApiResponse(STREAM)
  @Fails('invalidFields', 'tooManyStreams')
  async streamManyWorkflowRuns(
    @CurrentCaller() caller: Caller,
    @Query() { ids }: WorkflowIdsQuery,
    @Headers('last-event-id') lastId: string | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const workflowIds = (await this.overview.visible(caller, ids)).map(({ id }) => id);
    const mayGoOn = (): Promise<boolean> =>
      this.admission.isStillAdmitted(request, 'streamManyWorkflowRuns', async (again) => {
        return (await this.overview.visible(again, workflowIds)).length === workflowIds.length;
      });
    await this.send(caller, { workflowIds, lastId, mayGoOn }, response);
  }

  private async send(
    { organizationId }: Caller,
    wanted: Omit<WantedFeed, 'organizationId'>,
    response: Response,
  ): Promise<void> {
    await this.streams.hold({ organizationId, isPublic: false }, ({ heartbeat }) =>
      sendFeed(this.events.feed, { organizationId, ...wanted }, response, heartbeat),
    );
  }
}
