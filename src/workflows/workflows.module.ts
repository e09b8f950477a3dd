import { Module } from '@nestjs/common';
import { RestrictionsModule } from '../restrictions/restrictions.module';
import { TemplateForksModule } from '../templates/template-forks.module';
import { RunCountsModule } from '../run-counts/run-counts.module';
import { DefinitionsService } from './definitions.service';
import { Outlines } from './outlines.service';
import { RunnableVersions } from './runnable-versions.service';
import { TriggerSecrets } from './trigger-secrets.service';
import { WorkflowActivation } from './workflow-activation.service';
import { WorkflowFilesController } from './workflow-files.controller';
import { WorkflowFilesService } from './workflow-files.service';
import { WorkflowLifecycleController } from './workflow-lifecycle.controller';
import { WorkflowLifecycleService } from './workflow-lifecycle.service';
import { WorkflowListService } from './workflow-list.service';
import { WorkflowOverviewController } from './workflow-overview.controller';
import { WorkflowOverviewService } from './workflow-overview.service';
import { WorkflowReleasesController } from './workflow-releases.controller';
import { WorkflowReleasesService } from './workflow-releases.service';
import { WorkflowSettingsController } from './workflow-settings.controller';
import { WorkflowSettingsService } from './workflow-settings.service';
import { WorkflowStore } from './workflow-store';
import { WorkflowTriggersController } from './workflow-triggers.controller';
import { WorkflowTriggersService } from './workflow-triggers.service';
import { WorkflowVersionsController } from './workflow-versions.controller';
import { WorkflowVersionsService } from './workflow-versions.service';
import { WorkflowViews } from './workflow-views.service';
import { WorkflowsController } from './workflows.controller';
import { WorkflowsService } from './workflows.service';

@Module({
  imports: [RestrictionsModule, RunCountsModule, TemplateForksModule],
  controllers: [
    // Before the routes with an id, which come at the same place.
    WorkflowOverviewController,
    WorkflowFilesController,
    WorkflowSettingsController,
    WorkflowTriggersController,
    WorkflowReleasesController,
    WorkflowVersionsController,
    WorkflowLifecycleController,
    WorkflowsController,
  ],
  providers: [
    DefinitionsService,
    Outlines,
    RunnableVersions,
    TriggerSecrets,
    WorkflowActivation,
    WorkflowFilesService,
    WorkflowLifecycleService,
    WorkflowListService,
    WorkflowOverviewService,
    WorkflowReleasesService,
    WorkflowSettingsService,
    WorkflowTriggersService,
    WorkflowStore,
    WorkflowVersionsService,
    WorkflowViews,
    WorkflowsService,
  ],
  exports: [
    DefinitionsService,
    RunnableVersions,
    TriggerSecrets,
    WorkflowOverviewService,
    WorkflowStore,
  ],
})
export class WorkflowsModule {}
