import { HttpException } from '@nestjs/common';
import { isDatabaseAway } from './database-away';
import type { ErrorEnvelope } from './envelope';
import { ApiError, ERRORS, type ErrorName } from './errors';

/** How the frameworks below us name what went wrong while a request was read. */
const BY_TYPE: Readonly<Record<string, ErrorName>> = {
  'entity.too.large': 'bodyTooLarge',
  'encoding.unsupported': 'wrongContentType',
};

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
  return tableAnswer(nameOf(thrown, status), requestId);
}

function tableAnswer(name: ErrorName, requestId: string): ErrorAnswer {
  const { code, status, message } = ERRORS[name];
  return { status, body: { code, message, details: [], requestId } };
}

function nameOf(thrown: unknown, status: number): ErrorName {
  const type = property(thrown, 'type');
  const byType =
    typeof type === 'string' && Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined;
  return byType ?? BY_STATUS.get(status) ?? 'badRequest';
}

/** Nest and the `http-errors` of Express both carry a status; nothing else is trusted to. */
function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status = property(thrown, 'status');
  const known = typeof status === 'number' && status >= 400 && status < 500;
  return known && thrown instanceof Error ? status : undefined;
}

function property(thrown: unknown, name: string): unknown {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  return (thrown as Record<string, unknown>)[name];
}
