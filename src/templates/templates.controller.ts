import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, MaybeCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import type { CursorPage } from '../common/pagination';
import {
  AnswersEmpty,
  AnswersWith,
  AnswersWithListOf,
  AnswersWithMaybe,
  AnswersWithCursorPageOf,
  Fails,
} from '../openapi/responses';
import { TemplateListService } from './template-list.service';
import {
  CreateTemplateDto,
  ListTemplatesQuery,
  RecommendedTemplatesQuery,
  UpdateTemplateDto,
} from './template.dto';
import { TemplateView } from './template.response';
import { TemplatesService } from './templates.service';

@ApiTags('Templates')
@Controller('v1/templates')
export class TemplatesController {
  constructor(
    private readonly templates: TemplatesService,
    private readonly lists: TemplateListService,
  ) {}

  @Get()
  @Operation('listTemplates', {
    summary: 'List templates, the last changed first',
    description: 'Those of the organization and the public ones of all others.',
  })
  @AnswersWithCursorPageOf(TemplateView)
  @Fails('invalidFields', 'adminRequired')
  listTemplates(
    @CurrentCaller() caller: Caller,
    @Query() query: ListTemplatesQuery,
  ): Promise<CursorPage<TemplateView>> {
    return this.lists.list(caller, query);
  }

  @Post()
  @HttpCode(200)
  @Operation('createTemplate', {
    summary: 'Make a template',
    description:
      'It holds placeholders, `{{$props.<key>}}`, in place of secrets and connectors. A public one needs the permission `workflow:publish`; other organizations see it once an administrator of the installation has approved it, or at once where there are none.',
  })
  @AnswersWith(TemplateView)
  @Fails(
    ...(['malformedJson', 'invalidFields', 'invalidDefinition', 'notPlaceholders'] as const),
    ...(['definitionTooLarge', 'publishingRestricted', 'workflowNotFound'] as const),
  )
  createTemplate(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateTemplateDto,
  ): Promise<TemplateView> {
    return this.templates.create(caller, body);
  }

  @Get('by-source-workflow/:workflowId')
  @Operation('getTemplateBySourceWorkflow', {
    summary: 'Read the template that a workflow was made into',
    description: '`data` is null when there is none.',
  })
  @AnswersWithMaybe(TemplateView)
  @Fails('workflowNotFound')
  getTemplateBySourceWorkflow(
    @CurrentCaller() caller: Caller,
    @Param('workflowId') workflowId: string,
  ): Promise<TemplateView | null> {
    return this.lists.ofWorkflow(caller, workflowId);
  }

  @Get('recommended')
  @Operation('listRecommendedTemplates', {
    summary: 'List templates by what the user cares for',
    description:
      'By the interests of the user, if interests are enabled; without any the promoted and most used first.',
  })
  @AnswersWithListOf(TemplateView)
  @Fails('invalidFields')
  listRecommendedTemplates(
    @CurrentCaller() caller: Caller,
    @Query() query: RecommendedTemplatesQuery,
  ): Promise<TemplateView[]> {
    return this.lists.recommended(caller, query);
  }

  @Get(':templateId')
  @Operation('getTemplate', {
    summary: 'Read a template',
    description: 'A public one needs no credential.',
  })
  @AnswersWith(TemplateView)
  @Fails('templateNotFound')
  getTemplate(
    @MaybeCaller() caller: Caller | undefined,
    @Param('templateId') id: string,
  ): Promise<TemplateView> {
    return this.templates.get(caller, id);
  }

  @Patch(':templateId')
  @Operation('updateTemplate', {
    summary: 'Change a template',
    description:
      'Other content becomes a new version. Of a public template others see the approved version until the new one is approved, too.',
  })
  @AnswersWith(TemplateView)
  @Fails(
    ...(['malformedJson', 'invalidFields', 'invalidDefinition', 'notPlaceholders'] as const),
    ...(['definitionTooLarge', 'publishingRestricted', 'templateNotFound'] as const),
    ...(['slugTaken', 'templateArchived'] as const),
  )
  updateTemplate(
    @CurrentCaller() caller: Caller,
    @Param('templateId') id: string,
    @Body() body: UpdateTemplateDto,
  ): Promise<TemplateView> {
    return this.templates.update(caller, id, body);
  }

  @Delete(':templateId')
  @Operation('deleteTemplate', {
    summary: 'Archive a template',
    description:
      'For its own organization, and for administrators of the installation. Workflows made from it stay.',
  })
  @AnswersEmpty()
  @Fails('adminRequired', 'templateNotFound')
  deleteTemplate(@CurrentCaller() caller: Caller, @Param('templateId') id: string): Promise<void> {
    return this.templates.delete(caller, id);
  }
}
