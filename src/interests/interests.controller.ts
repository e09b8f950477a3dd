import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPerson, type Person } from '../auth/caller';
import { Operation } from '../auth/operation';
import { type CursorPage, CursorPageQuery } from '../common/pagination';
import { AnswersWith, AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import {
  AddInterestDto,
  InterestId,
  InterestSettings,
  InterestSettingsDto,
  InterestView,
} from './interest.response';
import { InterestsService } from './interests.service';

@ApiTags('Users')
@Controller('v1/user/interests')
export class InterestsController {
  constructor(private readonly interests: InterestsService) {}

  @Get()
  @Operation('listUserInterests', { summary: 'List what the user cares for' })
  @AnswersWithCursorPageOf(InterestView)
  @Fails('invalidFields')
  listUserInterests(
    @CurrentPerson() person: Person,
    @Query() query: CursorPageQuery,
  ): Promise<CursorPage<InterestView>> {
    return this.interests.list(person, query);
  }

  @Post()
  @HttpCode(200)
  @Operation('addUserInterest', { summary: 'Add what the user cares for' })
  @AnswersWith(InterestId)
  @Fails('malformedJson', 'invalidFields')
  addUserInterest(
    @CurrentPerson() person: Person,
    @Body() { value }: AddInterestDto,
  ): Promise<InterestId> {
    return this.interests.add(person, value);
  }

  @Get('settings')
  @Operation('getUserInterestSettings', { summary: 'Read whether interests are used' })
  @AnswersWith(InterestSettings)
  getUserInterestSettings(@CurrentPerson() person: Person): Promise<InterestSettings> {
    return this.interests.settings(person);
  }

  @Put('settings')
  @Operation('updateUserInterestSettings', { summary: 'Say whether interests are used' })
  @AnswersWith(InterestSettings)
  @Fails('malformedJson', 'invalidFields')
  updateUserInterestSettings(
    @CurrentPerson() person: Person,
    @Body() { enabled }: InterestSettingsDto,
  ): Promise<InterestSettings> {
    return this.interests.change(person, enabled);
  }

  @Delete(':tagId')
  @Operation('deleteUserInterest', { summary: 'Remove what the user cares for' })
  @AnswersWith(InterestId)
  @Fails('interestNotFound')
  deleteUserInterest(
    @CurrentPerson() person: Person,
    @Param('tagId') tagId: string,
  ): Promise<InterestId> {
    return this.interests.delete(person, tagId);
  }
}
