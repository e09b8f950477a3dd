import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { TemplateListService } from './template-list.service';
import { TemplateView } from './template.response';

@ApiTags('Templates')
@Controller('v1/organizations/:orgId/templates')
export class OrgTemplatesController {
  constructor(private readonly lists: TemplateListService) {}

  @Get('public')
  @Operation('listOrgPublicTemplates', {
    summary: 'List the public templates of an organization',
  })
  @AnswersWithCursorPageOf(TemplateView)
  @Fails('invalidFields', 'organizationNotFound')
  listOrgPublicTemplates(
    @Param('orgId') orgId: string,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<TemplateView>> {
    return this.lists.listPublicOf(orgId, query);
  }
}
