import type { Request, Response } from 'express';
import { operationAsked } from '../auth/operation';
import type { ErrorAnswer } from '../common/error-answer';
import type { AuditLog } from './audit-log';
import { failedRow, isRefusal, rowOf } from './audit-rows';

const noted = new WeakSet<Request>();

/** The request has a row of its own, which says how it ended. */
export function markNoted(request: Request): void {
  noted.add(request);
}

/** Notes what somebody was refused, wherever that was decided and whether or not it is known who it was. */
export function noteRefusal(
  log: AuditLog,
  request: Request,
  response: Response,
  answer: ErrorAnswer,
): void {
  const operation = operationAsked(request);
  if (operation === undefined || !isRefusal(answer.status) || noted.has(request)) return;
  log.add(failedRow(rowOf(request, response, operation), answer));
}
