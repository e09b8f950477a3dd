import { Module } from '@nestjs/common';
import { WorkflowsModule } from '../workflows/workflows.module';
import { BlockHistoryController } from './block-history.controller';
import { BlockHistoryService } from './block-history.service';
import { BlockStore } from './block-store';
import { BlocksController } from './blocks.controller';
import { BlocksService } from './blocks.service';

@Module({
  imports: [WorkflowsModule],
  controllers: [BlocksController, BlockHistoryController],
  providers: [BlockHistoryService, BlockStore, BlocksService],
})
export class BlocksModule {}
