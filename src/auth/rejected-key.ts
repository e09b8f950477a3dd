import type { Request } from 'express';
import { ApiError, type ErrorName } from '../common/errors';
import type { Principal } from './caller';

/** Whose key it is, though it opens nothing. */
export interface KeyOwner {
  organizationId: string;
  keyId: string;
  principal: Principal;
}

/** A key that is known and opens nothing any more: its organization wants to know who still uses it. */
export class RejectedKey extends ApiError {
  constructor(
    error: ErrorName,
    readonly owner: KeyOwner,
  ) {
    super(error);
  }
}

const rejected = new WeakMap<Request, KeyOwner>();

export function rememberRejectedKey(request: Request, owner: KeyOwner): void {
  rejected.set(request, owner);
}

export function rejectedKeyOf(request: Request): KeyOwner | undefined {
  return rejected.get(request);
}
