import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { AnswersEmpty, AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { CreateRestrictionDto } from './restriction.dto';
import { RestrictionView } from './restriction.response';
import { RestrictionsService } from './restrictions.service';

@ApiTags('Organizations')
@ApiParam({ name: 'orgId' })
@Controller('v1/orgs/:orgId/restrictions')
export class RestrictionsController {
  constructor(private readonly restrictions: RestrictionsService) {}

  @Get()
  @Operation('listOrgRestrictions', { summary: 'List restrictions, the newest first' })
  @AnswersWithCursorPageOf(RestrictionView)
  @Fails('invalidFields', 'organizationNotFound')
  listOrgRestrictions(
    @CurrentCaller() caller: Caller,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<RestrictionView>> {
    return this.restrictions.list(caller, query);
  }

  @Post()
  @HttpCode(200)
  @Operation('createOrgRestriction', {
    summary: 'Restrict what the organization does',
    description:
      'Live workflows with an action that is disabled are paused with the reason `disabled_action`. Runs under way go on.',
  })
  @AnswersWith(RestrictionView)
  @Fails('malformedJson', 'invalidFields', 'organizationNotFound', 'alreadyRestricted')
  createOrgRestriction(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateRestrictionDto,
  ): Promise<RestrictionView> {
    return this.restrictions.create(caller, body);
  }

  @Delete(':id')
  @Operation('deleteOrgRestriction', {
    summary: 'Lift a restriction',
    description: 'Workflows that it paused stay paused until they are resumed.',
  })
  @AnswersEmpty()
  @Fails('organizationNotFound', 'restrictionNotFound')
  deleteOrgRestriction(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.restrictions.delete(caller, id);
  }
}
