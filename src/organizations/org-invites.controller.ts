import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { AnswersEmpty, AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { CreateInviteDto } from './invite.dto';
import { InviteView, NewInviteView } from './invite.response';
import { OrgInvitesService } from './org-invites.service';

@ApiTags('Organizations')
@ApiParam({ name: 'orgId' })
@Controller('v1/orgs/:orgId/invites')
export class OrgInvitesController {
  constructor(private readonly invites: OrgInvitesService) {}

  @Get()
  @Operation('listOrgInvites', { summary: 'List the open invites of an organization' })
  @AnswersWithCursorPageOf(InviteView)
  @Fails('invalidFields', 'organizationNotFound')
  listOrgInvites(
    @CurrentCaller() caller: Caller,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<InviteView>> {
    return this.invites.list(caller, query);
  }

  @Post()
  @HttpCode(200)
  @Operation('createOrgInvite', {
    summary: 'Invite a person',
    description: 'The answer holds a token, once, to be handed to the person: Weft sends no mail.',
  })
  @AnswersWith(NewInviteView)
  @Fails(
    ...(['malformedJson', 'invalidFields', 'permissionsExceeded'] as const),
    ...(['organizationNotFound', 'alreadyMember', 'alreadyInvited'] as const),
  )
  createOrgInvite(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateInviteDto,
  ): Promise<NewInviteView> {
    return this.invites.create(caller, body);
  }

  @Delete(':id')
  @Operation('cancelOrgInvite', { summary: 'Take an invite back' })
  @AnswersEmpty()
  @Fails('organizationNotFound', 'inviteNotFound', 'inviteOver')
  cancelOrgInvite(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.invites.cancel(caller, id);
  }
}
