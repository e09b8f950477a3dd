import type { NextFunction, Request, Response } from 'express';
import { ApiError } from './errors';

/** Refuses a URL whose encoding is broken or that hides a NUL, which PostgreSQL can't take. */
export function urlCheckMiddleware(
  request: Request,
  _response: Response,
  next: NextFunction,
): void {
  next(isReadable(request.url) ? undefined : new ApiError('malformedUrl'));
}

function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url).includes('\0');
  } catch {
    return false;
  }
}
