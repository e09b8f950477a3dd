import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { readVersionNumber } from '../common/version-number';
import { AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { TemplateVersionsService } from './template-versions.service';
import { RollbackTemplateDto } from './template.dto';
import { TemplateStats, TemplateVersionCount, TemplateView } from './template.response';
import { TemplatesService } from './templates.service';

@ApiTags('Templates')
@Controller('v1/templates/:templateId')
export class TemplateVersionsController {
  constructor(
    private readonly versions: TemplateVersionsService,
    private readonly templates: TemplatesService,
  ) {}

  @Post('rollback')
  @HttpCode(200)
  @Operation('rollbackTemplate', {
    summary: 'Make what an older version held the newest version',
  })
  @AnswersWith(TemplateView)
  @Fails(
    ...(['malformedJson', 'invalidFields', 'publishingRestricted'] as const),
    ...(['templateNotFound', 'templateVersionNotFound', 'templateArchived'] as const),
  )
  rollbackTemplate(
    @CurrentCaller() caller: Caller,
    @Param('templateId') id: string,
    @Body() { targetVersion }: RollbackTemplateDto,
  ): Promise<TemplateView> {
    return this.templates.rollback(caller, id, targetVersion);
  }

  @Get('stats')
  @Operation('getTemplateStats', {
    summary: 'Read how a template is used',
    description: 'Workflows are counted in all organizations, runs in that of the caller.',
  })
  @AnswersWith(TemplateStats)
  @Fails('templateNotFound', 'templateArchived')
  getTemplateStats(
    @CurrentCaller() caller: Caller,
    @Param('templateId') id: string,
  ): Promise<TemplateStats> {
    return this.versions.stats(caller, id);
  }

  @Get('versions')
  @Operation('listTemplateVersions', {
    summary: 'List versions, the newest first',
    description: 'Of the organization’s own templates.',
  })
  @AnswersWithCursorPageOf(TemplateView, { currentVersion: { type: 'integer' } })
  @Fails('invalidFields', 'templateNotFound')
  listTemplateVersions(
    @CurrentCaller() caller: Caller,
    @Param('templateId') id: string,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<TemplateView> & { currentVersion: number }> {
    return this.versions.list(caller, id, query);
  }

  @Get('versions/count')
  @Operation('countTemplateVersions', { summary: 'Count versions' })
  @AnswersWith(TemplateVersionCount)
  @Fails('templateNotFound')
  countTemplateVersions(
    @CurrentCaller() caller: Caller,
    @Param('templateId') id: string,
  ): Promise<TemplateVersionCount> {
    return this.versions.count(caller, id);
  }

  @Get('versions/:versionNumber')
  @Operation('getTemplateVersion', { summary: 'Read one version' })
  @ApiParam({ name: 'versionNumber', schema: { type: 'integer', minimum: 1 } })
  @AnswersWith(TemplateView)
  @Fails('invalidFields', 'templateNotFound', 'templateVersionNotFound')
  getTemplateVersion(
    @CurrentCaller() caller: Caller,
    @Param('templateId') id: string,
    @Param('versionNumber') versionNumber: string,
  ): Promise<TemplateView> {
    return this.versions.get(caller, id, readVersionNumber('versionNumber', versionNumber));
  }
}
