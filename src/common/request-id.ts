import type { NextFunction, Request, Response } from 'express';
import { newId } from '../database/ids';

const ACCEPTED = /^[\w.:-]{1,128}$/;

/** Takes over the caller's `X-Request-Id`, else makes one, and sends it back. */
export function requestIdMiddleware(
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  const given = request.get('x-request-id');
  const id = given !== undefined && ACCEPTED.test(given) ? given : newId('req');
  response.locals.requestId = id;
  response.setHeader('X-Request-Id', id);
  next();
}

export function requestIdOf(response: Response): string {
  const id: unknown = response.locals.requestId;
  return typeof id === 'string' ? id : newId('req');
}
