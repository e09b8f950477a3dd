import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const ACCEPTED = /^[\w.:-]{1,128}$/;

/** Takes over the caller's `X-Request-Id`, else makes one, and sends it back. */
export function requestIdMiddleware(
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  const given = request.get('x-request-id');
  const id = given !== undefined && ACCEPTED.test(given) ? given : newRequestId();
  response.locals.requestId = id;
  response.setHeader('X-Request-Id', id);
  next();
}

export function requestIdOf(response: Response): string {
  const id: unknown = response.locals.requestId;
  return typeof id === 'string' ? id : newRequestId();
}

function newRequestId(): string {
  return `req_${randomBytes(12).toString('hex')}`;
}
