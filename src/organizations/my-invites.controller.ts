import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, type Person } from '../auth/caller';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { AnswersEmpty, AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { AnswerInviteDto } from './invite.dto';
import { MyInviteView } from './invite.response';
import { MemberView } from './member.response';
import { MyInvitesService } from './my-invites.service';

@ApiTags('Users')
@Controller('v1/invites')
export class MyInvitesController {
  constructor(private readonly invites: MyInvitesService) {}

  @Get()
  @Operation('listMyInvites', { summary: 'List the open invites of the user' })
  @AnswersWithCursorPageOf(MyInviteView)
  @Fails('invalidFields')
  listMyInvites(
    @CurrentPerson() person: Person,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<MyInviteView>> {
    return this.invites.list(person, query);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @ApiBody({ type: AnswerInviteDto, required: false })
  @Operation('acceptInvite', { summary: 'Accept an invite and become a member' })
  @AnswersWith(MemberView)
  @Fails('malformedJson', 'invalidFields', 'inviteNotFound', 'inviteOver')
  acceptInvite(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() body: AnswerInviteDto,
  ): Promise<MemberView> {
    return this.invites.accept(person, id, body);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @ApiBody({ type: AnswerInviteDto, required: false })
  @Operation('declineInvite', { summary: 'Decline an invite' })
  @AnswersEmpty()
  @Fails('malformedJson', 'invalidFields', 'inviteNotFound', 'inviteOver')
  declineInvite(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Body() body: AnswerInviteDto,
  ): Promise<void> {
    return this.invites.decline(person, id, body);
  }
}
