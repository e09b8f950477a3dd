import { HttpException } from '@nestjs/common';
import { isDatabaseAway } from './database-away';
import type { ErrorEnvelope } from './envelope';
import { ApiError, ERRORS, type ErrorName } from './errors';

/** What the frameworks below us throw while a request is read. */
const BY_STATUS: ReadonlyMap<number, ErrorName> = new Map<number, ErrorName>([
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [404, 'routeNotFound'],
  [413, 'bodyTooLarge'],
  [415, 'wrongContentType'],
  [429, 'tooManyRequests'],
  [503, 'unavailable'],
]);

export interface ErrorAnswer {
  status: number;
  body: ErrorEnvelope;
}

/** The answer to anything that was thrown. What we do not know becomes a bare 500. */
export function errorAnswer(thrown: unknown, requestId: string): ErrorAnswer {
  if (thrown instanceof ApiError) {
    const { code, message, details } = thrown;
    return { status: thrown.getStatus(), body: { code, message, details, requestId } };
  }
  if (thrown instanceof URIError) return tableAnswer('malformedUrl', requestId);
  if (isDatabaseAway(thrown)) return tableAnswer('unavailable', requestId);
  const status = statusOf(thrown);
  if (status === undefined || status >= 500) {
    return tableAnswer(status === 503 ? 'unavailable' : 'internal', requestId);
  }
  return tableAnswer(BY_STATUS.get(status) ?? 'badRequest', requestId);
}

export function tableAnswer(
  name: ErrorName,
  requestId: string,
  message: string = ERRORS[name].message,
): ErrorAnswer {
  const { code, status } = ERRORS[name];
  return { status, body: { code, message, details: [], requestId } };
}

/** Nest and the `http-errors` of Express both carry a status; nothing else is trusted to. */
function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (!(thrown instanceof Error)) return undefined;
  const { status } = thrown as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
