import { Module } from '@nestjs/common';
import { Administrators } from '../auth/administrators';
import { WorkflowsModule } from '../workflows/workflows.module';
import { OrgTemplatesController } from './org-templates.controller';
import { TemplateForksModule } from './template-forks.module';
import { TemplateListService } from './template-list.service';
import { TemplateModerationController } from './template-moderation.controller';
import { TemplateModerationService } from './template-moderation.service';
import { TemplateVersionsController } from './template-versions.controller';
import { TemplateVersionsService } from './template-versions.service';
import { TemplatesController } from './templates.controller';
import { TemplatesService } from './templates.service';

@Module({
  imports: [TemplateForksModule, WorkflowsModule],
  controllers: [
    OrgTemplatesController,
    TemplatesController,
    TemplateVersionsController,
    TemplateModerationController,
  ],
  providers: [
    Administrators,
    TemplateListService,
    TemplateModerationService,
    TemplateVersionsService,
    TemplatesService,
  ],
})
export class TemplatesModule {}
