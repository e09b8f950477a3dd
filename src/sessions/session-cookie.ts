import type { CookieOptions, Request, Response } from 'express';
import { SESSION_COOKIE } from '../auth/request-token';

/** Out of reach of scripts and of pages of other sites; over TLS alone when the request came over TLS. */
function optionsFor(request: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/' };
}

export function setSessionCookie(
  request: Request,
  response: Response,
  { token, expiresAt }: { token: string; expiresAt: string },
): void {
  const expires = new Date(expiresAt);
  response.cookie(SESSION_COOKIE, token, { ...optionsFor(request), expires });
}

export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(SESSION_COOKIE, optionsFor(request));
}
