import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery, type Page, PageQuery } from '../common/pagination';
import {
  AnswersWith,
  AnswersWithCursorPageOf,
  AnswersWithPageOf,
  Fails,
} from '../openapi/responses';
import { readVersionNumber } from '../common/version-number';
import { BlockHistoryService } from './block-history.service';
import { RollbackBlockDto } from './block.dto';
import { BlockUse, BlockView } from './block.response';
import { BlocksService } from './blocks.service';

@ApiTags('Blocks')
@Controller('v1/blocks/:id')
export class BlockHistoryController {
  constructor(
    private readonly history: BlockHistoryService,
    private readonly blocks: BlocksService,
  ) {}

  @Post('rollback')
  @HttpCode(200)
  @Operation('rollbackBlock', { summary: 'Make what an older version held the newest version' })
  @AnswersWith(BlockView)
  @Fails(
    ...(['malformedJson', 'invalidFields', 'blockNotFound', 'blockVersionNotFound'] as const),
    ...(['versionConflict', 'blockArchived'] as const),
  )
  rollbackBlock(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: RollbackBlockDto,
  ): Promise<BlockView> {
    return this.blocks.rollback(caller, id, body);
  }

  @Get('versions')
  @Operation('listBlockVersions', { summary: 'List versions, the newest first' })
  @AnswersWithCursorPageOf(BlockView, { currentVersion: { type: 'integer' } })
  @Fails('invalidFields', 'blockNotFound')
  listBlockVersions(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<BlockView> & { currentVersion: number }> {
    return this.history.versions(caller, id, query);
  }

  @Get('versions/:versionNumber')
  @Operation('getBlockVersion', { summary: 'Read one version' })
  @ApiParam({ name: 'versionNumber', schema: { type: 'integer', minimum: 1 } })
  @AnswersWith(BlockView)
  @Fails('invalidFields', 'blockNotFound', 'blockVersionNotFound')
  getBlockVersion(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('versionNumber') versionNumber: string,
  ): Promise<BlockView> {
    return this.history.version(caller, id, readVersionNumber('versionNumber', versionNumber));
  }

  @Get('uses')
  @Operation('listBlockUses', {
    summary: 'List where a block is used',
    description:
      'Workflows whose draft or live version has it, and blocks whose newest version has it. What is archived is left out.',
  })
  @AnswersWithPageOf(BlockUse)
  @Fails('invalidFields', 'blockNotFound')
  listBlockUses(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<BlockUse>> {
    return this.history.uses(caller, id, query);
  }
}
