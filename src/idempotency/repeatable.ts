import { createHash, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
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

/** Beside what is asked for with a credential, what makes something for whoever asks. Signing in is done anew. */
const OPEN: ReadonlySet<OperationId> = new Set<OperationId>([
  'signUp',
  'runPublicWorkflow',
  'createPublicExecution',
]);

/** Whether an operation takes the header: every one that is asked for by POST and may make something. */
export function takesIdempotencyKey(operation: OperationId, method: string): boolean {
  const access: Access = OPERATIONS[operation];
  return method === 'POST' && (access.kind !== 'public' || OPEN.has(operation));
}

/** False for a request without the header, or one to which it means nothing. Throws 400 for a bad one. */
export function isRepeatable(request: Request, operation: OperationId): boolean {
  const key = request.get(IDEMPOTENCY_HEADER);
  if (key === undefined || !takesIdempotencyKey(operation, request.method)) return false;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new ApiError('invalidIdempotencyKey');
  return true;
}

export async function repeatableOf(request: Request, operation: OperationId): Promise<Repeatable> {
  const key = request.get(IDEMPOTENCY_HEADER) ?? '';
  const text = `${key}\n${request.originalUrl}\n${canonicalJson(request.body as Json)}`;
  const keyHash = sha256(key);
  return {
    ...askerOf(request),
    operation,
    keyHash,
    requestHash: operation === 'signUp' ? await slowHash(text, keyHash) : sha256(text),
  };
}

/** Whoever is not known is told apart by the address: a key that a stranger chose elsewhere stands for nothing here. */
function askerOf(request: Request): Pick<Repeatable, 'organizationId' | 'principalId'> {
  const identity = identityOf(request);
  if (identity === undefined) return { organizationId: '', principalId: `ip:${request.ip ?? ''}` };
  if (identity.kind === 'person') {
    return { organizationId: '', principalId: identity.person.userId };
  }
  const { organizationId, principal } = identity.caller;
  return { organizationId, principalId: principal.id };
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Of what holds a password that somebody thought up: it is not to be found by trying. */
const slowHash = promisify<string, Buffer, Buffer>((text, salt, done) => {
  scrypt(text, salt, 32, done);
});
