import { Module } from '@nestjs/common';
import { RestrictionsModule } from '../restrictions/restrictions.module';
import { TemplateForksModule } from '../templates/template-forks.module';
import { DefinitionsService } from './definitions.service';
import { RunnableVersions } from './runnable-versions.service';
import { TriggerSecrets } from './trigger-secrets.service';
import { WorkflowLifecycleController } from './workflow-lifecycle.controller';
import { WorkflowLifecycleService } from './workflow-lifecycle.service';
import { WorkflowListService } from './workflow-list.service';
import { WorkflowStore } from './workflow-store';
import { WorkflowVersionsController } from './workflow-versions.controller';
import { WorkflowVersionsService } from './workflow-versions.service';
import { WorkflowViews } from './workflow-views.service';
import { WorkflowsController } from './workflows.controller';
import { WorkflowsService } from './workflows.service';

@Module({
  imports: [RestrictionsModule, TemplateForksModule],
  controllers: [WorkflowVersionsController, WorkflowLifecycleController, WorkflowsController],
  providers: [
    DefinitionsService,
    RunnableVersions,
    TriggerSecrets,
    WorkflowLifecycleService,
    WorkflowListService,
    WorkflowStore,
    WorkflowVersionsService,
    WorkflowViews,
    WorkflowsService,
  ],
  exports: [DefinitionsService, RunnableVersions, TriggerSecrets, WorkflowStore],
})
export class WorkflowsModule {}
