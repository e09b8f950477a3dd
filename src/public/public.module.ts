import { Module } from '@nestjs/common';
import { RateLimitsModule } from '../rate-limits/rate-limits.module';
import { RunsModule } from '../runs/runs.module';
import { WorkflowsModule } from '../workflows/workflows.module';
import { PublicQuotas } from './public-quotas';
import { PublicRunsController } from './public-runs.controller';
import { PublicRunsService } from './public-runs.service';
import { PublicStarts } from './public-starts.service';
import { PublicWorkflowsController } from './public-workflows.controller';
import { PublicWorkflows } from './public-workflows.service';
import { WidgetsController } from './widgets.controller';
import { WidgetsService } from './widgets.service';

/** What is there for everybody, without a credential. */
@Module({
  imports: [RateLimitsModule, RunsModule, WorkflowsModule],
  controllers: [PublicWorkflowsController, PublicRunsController, WidgetsController],
  providers: [PublicQuotas, PublicRunsService, PublicStarts, PublicWorkflows, WidgetsService],
  exports: [PublicStarts],
})
export class PublicModule {}
