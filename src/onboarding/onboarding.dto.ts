import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn } from 'class-validator';
import { PageQuery } from '../common/pagination';
import { ApiJsonObject, ApiJsonObjectOptional } from '../openapi/json-property';
import { QUESTION_SCOPES, type QuestionScope, type QUESTIONS } from './questions';

export class QuestionsQuery extends PageQuery {
  @ApiProperty({ description: 'Whom the questions are about.', enum: QUESTION_SCOPES })
  @IsIn(QUESTION_SCOPES)
  scope: QuestionScope;
}

export class QuestionView {
  @ApiProperty()
  id: string;

  @ApiProperty()
  questionText: string;

  @ApiProperty({ enum: ['text', 'choice'] })
  questionType: string;

  @ApiProperty({ type: 'integer' })
  questionOrder: number;

  @ApiProperty()
  isRequired: boolean;

  @ApiJsonObjectOptional({ description: 'The choices of a choice.' })
  metadata?: { choices: readonly string[] };

  constructor(question: (typeof QUESTIONS)[number], order: number) {
    this.id = question.id;
    this.questionText = question.text;
    this.questionType = question.type;
    this.questionOrder = order;
    this.isRequired = question.isRequired;
    if (question.choices) this.metadata = { choices: question.choices };
  }
}

class Answer {
  @ApiProperty({ example: 'purpose' })
  questionId: string;

  @ApiProperty({ example: 'text' })
  responseType: string;

  @ApiJsonObject({ example: { text: 'approvals' } })
  responseData: object;
}

export class AnswersDto {
  @ApiProperty({ type: [Answer] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  responses: unknown[];
}

export class OnboardingStatus {
  @ApiProperty()
  onboardingCompleted: boolean;

  @ApiPropertyOptional({ format: 'date-time' })
  completedAt?: string;

  constructor(completedAt: Date | null) {
    this.onboardingCompleted = completedAt !== null;
    this.completedAt = completedAt?.toISOString();
  }
}
