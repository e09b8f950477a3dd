import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { type Caller, MaybeCaller, requirePermission } from '../auth/caller';
import { Operation } from '../auth/operation';
import { WithTopLevel } from '../common/envelope';
import { ApiError } from '../common/errors';
import { AnswersTwiceWith, Fails } from '../openapi/responses';
import { ResumeService } from './resume.service';
import { ResumeNodeDto } from './run.dto';
import { ResumeVerdict } from './run.response';

class ResumeQuery {
  @ApiPropertyOptional({ description: "The workflow's trigger secret, instead of an API key." })
  @IsOptional()
  @IsString({ message: 'secret must be given once' })
  @MaxLength(200)
  secret?: string;
}

@ApiTags('Runs')
@Controller('v1/runs/:id/nodes/:nodeId')
export class ResumeController {
  constructor(private readonly service: ResumeService) {}

  @Post('resume')
  @HttpCode(200)
  @ApiBody({ type: ResumeNodeDto, required: false })
  @Operation('resumeWaitingNode', {
    summary: 'Wake a node that waits',
    description:
      'Takes an API key or the secret of the workflow. `nodeId` may be the address of the node, such as `loop%5B3%5D%2Fapprove`. A resume that comes before the wait is kept; a second one, or one after the run was cancelled or has ended, is `skipped`.',
  })
  @AnswersTwiceWith(ResumeVerdict, {
    action: { type: 'string', enum: ['resumed', 'skipped'] },
    reason: { type: 'string' },
  })
  @Fails(
    'invalidFields',
    'unknownResumeName',
    'wrongSecret',
    'runNotFound',
    'nodeNotFound',
    'tooManyResumes',
  )
  async resumeWaitingNode(
    @MaybeCaller() caller: Caller | undefined,
    @Param('id') id: string,
    @Param('nodeId') nodeId: string,
    @Query() { secret }: ResumeQuery,
    @Body() body: ResumeNodeDto,
  ): Promise<WithTopLevel> {
    const verdict = await this.service.resume(
      await this.authorize(caller, id, secret),
      ...([id, nodeId, body] as const),
    );
    const { action, reason } = verdict;
    return new WithTopLevel(verdict, { action, reason });
  }

  private async authorize(
    caller: Caller | undefined,
    runId: string,
    secret: string | undefined,
  ): Promise<Pick<Caller, 'organizationId'>> {
    const mayRun = caller?.permissions.has('workflow:execute') === true;
    if (secret !== undefined && !mayRun) return this.service.organizationOf(runId, secret);
    if (caller === undefined) throw new ApiError('unauthenticated');
    requirePermission(caller, 'workflow:execute');
    return caller;
  }
}
