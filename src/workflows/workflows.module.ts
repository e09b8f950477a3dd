import { Module } from '@nestjs/common';
import { DefinitionsService } from './definitions.service';
import { RunnableVersions } from './runnable-versions.service';
import { WorkflowLifecycleController } from './workflow-lifecycle.controller';
import { WorkflowLifecycleService } from './workflow-lifecycle.service';
import { WorkflowListService } from './workflow-list.service';
import { WorkflowStore } from './workflow-store';
import { WorkflowVersionsController } from './workflow-versions.controller';
import { WorkflowVersionsService } from './workflow-versions.service';
import { WorkflowsController } from './workflows.controller';
import { WorkflowsService } from './workflows.service';

@Module({
  controllers: [WorkflowVersionsController, WorkflowLifecycleController, WorkflowsController],
  providers: [
    DefinitionsService,
    RunnableVersions,
    WorkflowLifecycleService,
    WorkflowListService,
    WorkflowStore,
    WorkflowVersionsService,
    WorkflowsService,
  ],
  exports: [DefinitionsService, RunnableVersions, WorkflowStore],
})
export class WorkflowsModule {}
