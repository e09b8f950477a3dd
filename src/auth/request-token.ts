import { parseCookie } from 'cookie';
import type { Request } from 'express';
import { ApiError } from '../common/errors';

export const SESSION_COOKIE = 'weft_session';

/** The credential that a request carries: a bearer token, else the cookie of a browser's session. */
export function tokenOf(request: Request): string | undefined {
  const header = request.get('authorization');
  if (header !== undefined) return bearerToken(header);
  const cookie = parseCookie(request.get('cookie') ?? '')[SESSION_COOKIE];
  if (cookie !== undefined) refuseCrossSite(request);
  return cookie;
}

function bearerToken(header: string): string {
  const [, token] = /^Bearer +(\S+) *$/i.exec(header) ?? [];
  if (token === undefined) throw new ApiError('unauthenticated');
  return token;
}

/** Browsers send a cookie along whoever made the page; they also say where the page is from. */
function refuseCrossSite(request: Request): void {
  const origin = request.get('origin');
  if (origin === undefined || hostOf(origin) === request.get('host')) return;
  throw new ApiError('crossSite');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
