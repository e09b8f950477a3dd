import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Identity, identityOf } from '../auth/caller';
import { operationAsked } from '../auth/operation';
import type { OperationId } from '../auth/operations';
import { ApiError } from '../common/errors';
import { type Counted, RequestCounts } from './request-counts';
import { RateLimitSettings } from './rate-limit-settings';
import type { Allowance } from './request-window';

/** What balancers and supervisors ask all the time. */
const UNCOUNTED: ReadonlySet<OperationId> = new Set<OperationId>(['healthLive', 'healthReady']);

/** Refuses what is asked beyond the limits: of an organization, of a user, of an address without a credential. */
@Injectable()
export class RateLimiter {
  constructor(
    private readonly counts: RequestCounts,
    private readonly settings: RateLimitSettings,
  ) {}

  /** Counts a request by whoever it is known to come from, let in or not. Throws 429. */
  count(request: Request, response: Response): void {
    const operation = operationAsked(request);
    if (operation !== undefined && UNCOUNTED.has(operation)) return;
    const identity = identityOf(request);
    const allowance =
      identity === undefined
        ? this.counts.take(addressOf(request), this.settings.perMinuteOpen)
        : this.counts.take(countedOf(identity), this.settings.perMinute);
    if (allowance === undefined) return;
    tell(allowance, response);
    refuseBeyond(allowance);
  }

  /**
   * Counts a start by somebody without a credential against the organization that pays for it, but not against what
   * its own people may ask: a stranger locks nobody out. Throws 429.
   */
  countOpenStart(organizationId: string): void {
    const counted = { organizationId, userId: 'everybody' };
    const allowance = this.counts.take(counted, this.settings.perMinuteOpen);
    if (allowance !== undefined) refuseBeyond(allowance);
  }
}

function refuseBeyond({ isAllowed, resetSeconds }: Allowance): void {
  if (!isAllowed) throw ApiError.later('tooManyRequests', resetSeconds);
}

function countedOf(identity: Identity): Counted {
  if (identity.kind === 'person') return { organizationId: '', userId: identity.person.userId };
  return { organizationId: identity.caller.organizationId, userId: '' };
}

function addressOf({ ip }: Request): Counted {
  return { organizationId: '', userId: `ip ${ip ?? ''}` };
}

/** Headers of the IETF draft on rate limits, in the form that clients know. */
function tell({ limit, remaining, resetSeconds }: Allowance, response: Response): void {
  response.setHeader('RateLimit-Policy', `${limit};w=60`);
  response.setHeader('RateLimit-Limit', limit);
  response.setHeader('RateLimit-Remaining', remaining);
  response.setHeader('RateLimit-Reset', resetSeconds);
}
