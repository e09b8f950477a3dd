import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { AnswersEmpty, AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { MemberView, UpdateMemberDto } from './member.response';
import { MembersService } from './members.service';

@ApiTags('Organizations')
@ApiParam({ name: 'orgId' })
@Controller('v1/orgs/:orgId')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get('members')
  @Operation('listOrgMembers', { summary: 'List members, the oldest first' })
  @AnswersWithCursorPageOf(MemberView)
  @Fails('invalidFields', 'organizationNotFound')
  listOrgMembers(
    @CurrentCaller() caller: Caller,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<MemberView>> {
    return this.members.list(caller, query);
  }

  @Patch('members/:userId')
  @Operation('updateOrgMember', { summary: 'Change the role of a member' })
  @AnswersWith(MemberView)
  @Fails(
    ...(['malformedJson', 'invalidFields', 'permissionsExceeded'] as const),
    ...(['organizationNotFound', 'memberNotFound', 'lastOwner'] as const),
  )
  updateOrgMember(
    @CurrentCaller() caller: Caller,
    @Param('userId') userId: string,
    @Body() { role }: UpdateMemberDto,
  ): Promise<MemberView> {
    return this.members.setRole(caller, userId, role);
  }

  @Delete('members/:userId')
  @Operation('removeOrgMember', {
    summary: 'Remove a member',
    description:
      'Revokes the keys that act for the person and pauses the live workflows that the person made, with the reason `member_removed`.',
  })
  @AnswersEmpty()
  @Fails('permissionsExceeded', 'organizationNotFound', 'memberNotFound', 'lastOwner')
  removeOrgMember(@CurrentCaller() caller: Caller, @Param('userId') userId: string): Promise<void> {
    return this.members.remove(caller, userId);
  }

  @Post('leave')
  @HttpCode(200)
  @Operation('leaveOrganization', { summary: 'Leave an organization' })
  @AnswersEmpty()
  @Fails('organizationNotFound', 'memberNotFound', 'lastOwner')
  leaveOrganization(@CurrentCaller() caller: Caller): Promise<void> {
    return this.members.leave(caller);
  }
}
