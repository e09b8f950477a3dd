import { ArgumentsHost, Catch, ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type ErrorAnswer, errorAnswer } from './error-answer';
import { ApiError } from './errors';
import { requestIdOf } from './request-id';

/** The one place where an error becomes an answer. */
@Catch()
export class ApiExceptionFilter implements ExceptionFilter {
  private readonly logger = new Logger('Api');

  /** @param onAnswer told of every error before it is answered */
  constructor(
    private readonly onAnswer: (request: Request, response: Response, answer: ErrorAnswer) => void,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const requestId = requestIdOf(response);
    const answer = errorAnswer(thrown, requestId);
    const { status, body } = answer;
    this.onAnswer(request, response, answer);
    if (status >= 500) this.log(thrown, request, requestId);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    if (status === 429) response.setHeader('Retry-After', retryAfterOf(thrown));
    response.status(status).json(body);
  }

  /** The path alone: a query may hold a secret. */
  private log(thrown: unknown, request: Request, requestId: string): void {
    const stack = thrown instanceof Error ? thrown.stack : String(thrown);
    this.logger.error(`${request.method} ${request.path} failed (${requestId})`, stack);
  }
}

/** In seconds. */
function retryAfterOf(thrown: unknown): number {
  return (thrown instanceof ApiError ? thrown.retryAfter : undefined) ?? 1;
}
