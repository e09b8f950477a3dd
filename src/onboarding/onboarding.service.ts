import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isJsonObject, type JsonObject } from '../../definition/json';
import type { Person } from '../auth/caller';
import { ApiError, type FieldProblem } from '../common/errors';
import { type Page, pageOf } from '../common/pagination';
import { User } from '../database/entities';
import { OnboardingStatus, type QuestionsQuery, QuestionView } from './onboarding.dto';
import { QUESTIONS } from './questions';

interface ReadAnswer {
  questionId: string;
  responseType: string;
  responseData: JsonObject;
}

const WRITE = `
  INSERT INTO user_answers (user_id, question_id, response_type, response_data)
  VALUES ($1, $2, $3, $4)
  ON CONFLICT (user_id, question_id) DO UPDATE
  SET response_type = excluded.response_type, response_data = excluded.response_data,
    answered_at = now()`;

@Injectable()
export class OnboardingService {
  constructor(private readonly dataSource: DataSource) {}

  questions(query: QuestionsQuery): Page<QuestionView> {
    const asked = QUESTIONS.filter(({ scope }) => scope === query.scope).map(
      (question, index) => new QuestionView(question, index + 1),
    );
    return pageOf(asked.slice(query.offset), query, (question) => question);
  }

  /** Keeps the answers, the last one to each question, and counts the onboarding as done. */
  async answer({ userId }: Person, responses: readonly unknown[]): Promise<void> {
    const answers = readAnswers(responses);
    await this.dataSource.transaction(async (manager) => {
      for (const { questionId, responseType, responseData } of answers) {
        const text = JSON.stringify(responseData);
        await manager.query(WRITE, [userId, questionId, responseType, text]);
      }
      await manager.update(User, { id: userId }, { onboardedAt: new Date() });
    });
  }

  async status({ userId: id }: Person): Promise<OnboardingStatus> {
    const { onboardedAt } = await this.dataSource.manager.findOneByOrFail(User, { id });
    return new OnboardingStatus(onboardedAt);
  }
}

function readAnswers(responses: readonly unknown[]): ReadAnswer[] {
  const answers: ReadAnswer[] = [];
  const problems: FieldProblem[] = [];
  for (const [index, value] of responses.entries()) {
    const answer = readAnswer(value, `responses.${index}`);
    if ('message' in answer) problems.push(answer);
    else answers.push(answer);
  }
  if (problems.length > 0) throw ApiError.fields(problems);
  return answers;
}

function readAnswer(value: unknown, at: string): ReadAnswer | FieldProblem {
  if (!isJsonObject(value)) return { field: at, message: `${at} must be an object` };
  const { questionId, responseType, responseData } = value;
  if (typeof questionId !== 'string' || !QUESTIONS.some(({ id }) => id === questionId)) {
    return { field: `${at}.questionId`, message: `${at}.questionId is no question` };
  }
  if (typeof responseType !== 'string' || responseType.length > 50) {
    return { field: `${at}.responseType`, message: `${at}.responseType must be a short text` };
  }
  if (!isJsonObject(responseData)) {
    return { field: `${at}.responseData`, message: `${at}.responseData must be an object` };
  }
  return { questionId, responseType, responseData };
}
