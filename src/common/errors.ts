import { HttpException } from '@nestjs/common';
import { ERRORS } from './error-table';

export { ERRORS };

export type ErrorName = keyof typeof ERRORS;

/** A field that is wrong, as it stands in `details`. `field` is a dotted path, absent for the whole. */
export interface FieldProblem {
  field?: string;
  message: string;
}

/** What a service throws for the client to see. */
export class ApiError extends HttpException {
  readonly code: number;
  /** After how many seconds the request may be sent again. */
  retryAfter?: number;

  constructor(
    readonly error: ErrorName,
    message: string = ERRORS[error].message,
    readonly details: readonly unknown[] = [],
  ) {
    super(message, ERRORS[error].status);
    this.code = ERRORS[error].code;
  }

  static later(error: ErrorName, seconds: number): ApiError {
    const thrown = new ApiError(error);
    thrown.retryAfter = seconds;
    return thrown;
  }

  static fields(problems: readonly FieldProblem[]): ApiError {
    const text = problems.map((problem) => problem.message).join('; ');
    return new ApiError('invalidFields', text, problems);
  }
}
