import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { catchError, mergeMap, type Observable } from 'rxjs';
import { isChange } from '../auth/changes';
import { operationOf } from '../auth/operation';
import { errorAnswer } from '../common/error-answer';
import { requestIdOf } from '../common/request-id';
import { AuditLog, type AuditRow } from './audit-log';
import { doneRow, failedRow, rowOf } from './audit-rows';
import { isNotedFirst } from './audited-operations';
import { markNoted } from './refusals';

/** Notes every change: its wish before it is carried out, and what came of it before it is answered. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(private readonly log: AuditLog) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const operation = operationOf(context.getHandler());
    if (!isChange(operation, request.method)) return next.handle();
    const row = (): AuditRow => rowOf(request, response, operation);
    return isNotedFirst(operation)
      ? this.notedFirst(row(), request, response, next)
      : this.notedAfter(row, request, next);
  }

  private async notedFirst(
    row: AuditRow,
    request: Request,
    response: Response,
    next: CallHandler,
  ): Promise<Observable<unknown>> {
    await this.log.begin(row);
    markNoted(request);
    return next.handle().pipe(
      // Before what follows: a change that was made is no failure when its row can't be settled.
      catchError(async (error: unknown) => {
        await this.log.settle(row, failedRow(row, errorAnswer(error, requestIdOf(response))));
        throw error;
      }),
      mergeMap(async (answer: unknown) => {
        await this.log.settle(row, doneRow(row, request, answer));
        return answer;
      }),
    );
  }

  private notedAfter(
    row: () => AuditRow,
    request: Request,
    next: CallHandler,
  ): Observable<unknown> {
    return next.handle().pipe(
      mergeMap((answer: unknown) => {
        this.log.add(doneRow(row(), request, answer));
        return Promise.resolve(answer);
      }),
    );
  }
}
