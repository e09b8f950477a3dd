import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../auth/operation';
import { AnswersWith, Fails } from '../openapi/responses';
import { PublicRunView } from './public-run.response';
import { PublicRunsService } from './public-runs.service';

@ApiTags('Public')
@Controller('v1/public/runs')
export class PublicRunsController {
  constructor(private readonly runs: PublicRunsService) {}

  @Get('by-tx/:txHash')
  @Operation('getPublicRunByTx', {
    summary: 'Find the public run that a transaction triggered',
    description:
      'By the `txHash` in the payload that its trigger was given; the newest of several.',
  })
  @AnswersWith(PublicRunView)
  @Fails('runNotFound')
  getPublicRunByTx(@Param('txHash') txHash: string): Promise<PublicRunView> {
    return this.runs.byTransaction(txHash);
  }

  @Get(':id')
  @Operation('getPublicRun', { summary: 'Read a run of a public workflow' })
  @AnswersWith(PublicRunView)
  @Fails('runNotFound')
  getPublicRun(@Param('id') id: string): Promise<PublicRunView> {
    return this.runs.get(id);
  }
}
