import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { catchError, from, mergeMap, Observable, of } from 'rxjs';
import { rememberRepeating, type Repeating } from '../auth/caller';
import { operationOf } from '../auth/operation';
import type { OperationId } from '../auth/operations';
import { type SuccessEnvelope, successEnvelope } from '../common/envelope';
import { ApiError } from '../common/errors';
import { requestIdOf } from '../common/request-id';
import { type Claimed, KeptAnswers, type Mine } from './kept-answers';
import { isRepeatable, type Repeatable, repeatableOf } from './repeatable';

/** Tells a client that the answer is that of an earlier request with the same key. */
export const REPLAYED_HEADER = 'Idempotency-Replayed';

/** Carries out a request with an `Idempotency-Key` once, and answers the same when it is sent again. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly answers: KeptAnswers) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const sent = http.getRequest<Request>();
    const operation = operationOf(context.getHandler());
    if (!isRepeatable(sent, operation)) return next.handle();
    const response = http.getResponse<Response>();
    return from(this.claim(sent, operation)).pipe(
      mergeMap(({ request, claimed }) => {
        switch (claimed.kind) {
          case 'mine':
            rememberRepeating(sent, this.repeating(request, claimed, requestIdOf(response)));
            return this.carryOut(request, claimed.attempt, next);
          case 'answered':
            response.setHeader(REPLAYED_HEADER, 'true');
            return of({ ...claimed.answer, requestId: requestIdOf(response) });
          case 'under-way':
            throw new ApiError('requestUnderWay');
          case 'other':
            throw new ApiError('idempotencyKeyReused');
        }
      }),
    );
  }

  private async claim(
    sent: Request,
    operation: OperationId,
  ): Promise<{ request: Repeatable; claimed: Claimed }> {
    const request = await repeatableOf(sent, operation);
    return { request, claimed: await this.answers.claim(request) };
  }

  private repeating(
    request: Repeatable,
    { attempt, idEnding }: Mine,
    requestId: string,
  ): Repeating {
    return {
      idEnding,
      keepAnswer: (manager, data) =>
        this.answers.keepWithin(manager, request, attempt, successEnvelope(data, requestId)),
    };
  }

  /** Successes are kept. What was refused or failed has made nothing, and may be sent again. */
  private carryOut(request: Repeatable, attempt: string, next: CallHandler): Observable<unknown> {
    const answers = next.handle() as Observable<SuccessEnvelope>;
    return answers.pipe(
      catchError(async (error: unknown): Promise<never> => {
        await this.answers.release(request, attempt);
        throw error;
      }),
      mergeMap(async (answer) => {
        await this.answers.keep(request, attempt, answer);
        return answer;
      }),
    );
  }
}
