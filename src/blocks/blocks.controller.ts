import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import type { CursorPage } from '../common/pagination';
import { AnswersEmpty, AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { CreateBlockDto, ListBlocksQuery, UpdateBlockDto } from './block.dto';
import { BlockView } from './block.response';
import { BlocksService } from './blocks.service';

@ApiTags('Blocks')
@Controller('v1/blocks')
export class BlocksController {
  constructor(private readonly blocks: BlocksService) {}

  @Get()
  @Operation('listBlocks', { summary: 'List blocks, the last changed first' })
  @AnswersWithCursorPageOf(BlockView)
  @Fails('invalidFields')
  listBlocks(
    @CurrentCaller() caller: Caller,
    @Query() query: ListBlocksQuery,
  ): Promise<CursorPage<BlockView>> {
    return this.blocks.list(caller, query);
  }

  @Post()
  @HttpCode(200)
  @Operation('createBlock', {
    summary: 'Make a block',
    description:
      'Its first version can be used at once, so it is refused with every problem that it has. A node names it as `{"type": "block", "payload": {"blockId": "blk_...", "inputs": {...}}}`.',
  })
  @AnswersWith(BlockView)
  @Fails('malformedJson', 'invalidFields', 'invalidDefinition', 'definitionTooLarge')
  createBlock(@CurrentCaller() caller: Caller, @Body() body: CreateBlockDto): Promise<BlockView> {
    return this.blocks.create(caller, body);
  }

  @Get(':id')
  @Operation('getBlock', { summary: 'Read a block in its newest version' })
  @AnswersWith(BlockView)
  @Fails('blockNotFound')
  getBlock(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<BlockView> {
    return this.blocks.get(caller, id);
  }

  @Patch(':id')
  @Operation('updateBlock', {
    summary: 'Change a block',
    description:
      'What is sent becomes a new version; the same as before changes nothing. Workflows and runs keep the version that they name.',
  })
  @AnswersWith(BlockView)
  @Fails(
    ...(['malformedJson', 'invalidFields', 'invalidDefinition', 'definitionTooLarge'] as const),
    ...(['blockNotFound', 'versionConflict', 'blockArchived'] as const),
  )
  updateBlock(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: UpdateBlockDto,
  ): Promise<BlockView> {
    return this.blocks.update(caller, id, body);
  }

  @Delete(':id')
  @Operation('archiveBlock', {
    summary: 'Archive a block',
    description:
      'It gets no new version, is in no list, and is taken by no node that names no version. What names a version of it goes on working.',
  })
  @AnswersEmpty()
  @Fails('blockNotFound')
  archiveBlock(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.blocks.archive(caller, id);
  }
}
