import { Module } from '@nestjs/common';
import { KnowledgeController } from './knowledge.controller';
import { KnowledgeService } from './knowledge.service';
import { ProfileController } from './profile.controller';
import { ProfileService } from './profile.service';

@Module({
  controllers: [KnowledgeController, ProfileController],
  providers: [KnowledgeService, ProfileService],
})
export class KnowledgeModule {}
