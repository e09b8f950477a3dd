import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPerson, type Person } from '../auth/caller';
import { Operation } from '../auth/operation';
import type { Page } from '../common/pagination';
import { AnswersEmpty, AnswersWith, AnswersWithPageOf, Fails } from '../openapi/responses';
import { AnswersDto, OnboardingStatus, QuestionsQuery, QuestionView } from './onboarding.dto';
import { OnboardingService } from './onboarding.service';

@ApiTags('Users')
@Controller('v1/onboarding')
export class OnboardingController {
  constructor(private readonly onboarding: OnboardingService) {}

  @Get('questions')
  @Operation('listOnboardingQuestions', { summary: 'List the questions for those who are new' })
  @AnswersWithPageOf(QuestionView)
  @Fails('invalidFields')
  listOnboardingQuestions(@Query() query: QuestionsQuery): Page<QuestionView> {
    return this.onboarding.questions(query);
  }

  @Post('responses')
  @HttpCode(200)
  @Operation('submitOnboardingResponses', { summary: 'Answer the questions and be done with them' })
  @AnswersEmpty()
  @Fails('malformedJson', 'invalidFields')
  submitOnboardingResponses(
    @CurrentPerson() person: Person,
    @Body() { responses }: AnswersDto,
  ): Promise<void> {
    return this.onboarding.answer(person, responses);
  }

  @Get('status')
  @Operation('getOnboardingStatus', { summary: 'Read whether the questions have been answered' })
  @AnswersWith(OnboardingStatus)
  getOnboardingStatus(@CurrentPerson() person: Person): Promise<OnboardingStatus> {
    return this.onboarding.status(person);
  }
}
