import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Json } from '../../definition/json';
import { identityOf } from '../auth/caller';
import { type Access, type OperationId, OPERATIONS } from '../auth/operations';
import { ApiError } from '../common/errors';
import { canonicalJson } from './canonical-json';

export const IDEMPOTENCY_HEADER = 'Idempotency-Key';
export const MAX_KEY_LENGTH = 255;

/** A request that is carried out once, however often it is sent. */
export interface Repeatable {
  /** Empty for what a person does in no organization. */
  organizationId: string;
  principalId: string;
  operation: OperationId;
  keyHash: Buffer;
  requestHash: Buffer;
}

/**
 * Whether an operation takes the header: every one that is asked for by POST with a credential. What anybody may
 * do without one has nobody whose keys could be told apart.
 */
export function takesIdempotencyKey(operation: OperationId, method: string): boolean {
  const access: Access = OPERATIONS[operation];
  return method === 'POST' && access.kind !== 'public';
}

/** Undefined for a request without the header, or one to which it means nothing. */
export function repeatableOf(request: Request, operation: OperationId): Repeatable | undefined {
  const key = request.get(IDEMPOTENCY_HEADER);
  if (key === undefined || !takesIdempotencyKey(operation, request.method)) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new ApiError('invalidIdempotencyKey');
  const asker = askerOf(request);
  if (asker === undefined) return undefined;
  const body = canonicalJson(request.body as Json);
  return {
    ...asker,
    operation,
    keyHash: sha256(key),
    requestHash: sha256(`${key}\n${request.originalUrl}\n${body}`),
  };
}

function askerOf(request: Request): Pick<Repeatable, 'organizationId' | 'principalId'> | undefined {
  const identity = identityOf(request);
  if (identity === undefined) return undefined;
  if (identity.kind === 'person') {
    return { organizationId: '', principalId: identity.person.userId };
  }
  const { organizationId, principal } = identity.caller;
  return { organizationId, principalId: principal.id };
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
