import { Module } from '@nestjs/common';
import { TemplateForks } from './template-forks';
import { TemplateStore } from './template-store';

/** What workflows need of templates, apart from what templates need of workflows. */
@Module({ providers: [TemplateForks, TemplateStore], exports: [TemplateForks, TemplateStore] })
export class TemplateForksModule {}
