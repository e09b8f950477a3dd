import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Identity, identityOf } from '../auth/caller';
import { ApiError } from '../common/errors';
import { type Counted, RequestCounts } from './request-counts';
import type { Allowance } from './request-window';

/** Refuses what an organization asks beyond its limit. After the guard that tells who asks. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(private readonly counts: RequestCounts) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const identity = identityOf(http.getRequest<Request>());
    const allowance = identity && this.counts.take(countedOf(identity));
    if (allowance === undefined) return true;
    tell(allowance, http.getResponse<Response>());
    if (allowance.isAllowed) return true;
    throw ApiError.later('tooManyRequests', allowance.resetSeconds);
  }
}

function countedOf(identity: Identity): Counted {
  if (identity.kind === 'person') return { organizationId: '', userId: identity.person.userId };
  return { organizationId: identity.caller.organizationId, userId: '' };
}

/** Headers of the IETF draft on rate limits, in the form that clients know. */
function tell({ limit, remaining, resetSeconds }: Allowance, response: Response): void {
  response.setHeader('RateLimit-Policy', `${limit};w=60`);
  response.setHeader('RateLimit-Limit', limit);
  response.setHeader('RateLimit-Remaining', remaining);
  response.setHeader('RateLimit-Reset', resetSeconds);
}
