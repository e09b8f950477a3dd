import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ApiError } from '../common/errors';
import { isReading, type KeyScope, type Permission } from './permissions';

/** Who acts: what `createdBy` and `triggeredBy` name. */
export interface Principal {
  type: 'user' | 'service_account';
  id: string;
}

/** By what the caller has shown who it is. */
export interface Credential {
  type: 'api_key';
  id: string;
  scope: KeyScope;
}

/** Who asks: the first argument of every service. */
export interface Caller {
  organizationId: string;
  principal: Principal;
  /** Already cut down to what the credential allows. */
  permissions: ReadonlySet<Permission>;
  credential: Credential;
}

const callers = new WeakMap<Request, Caller>();

export function rememberCaller(request: Request, caller: Caller): void {
  callers.set(request, caller);
}

export function callerOf(request: Request): Caller | undefined {
  return callers.get(request);
}

/** Throws 403 with what is missing: the scope of the key or the permission itself. */
export function requirePermission(caller: Caller, permission: Permission): void {
  if (caller.permissions.has(permission)) return;
  if (caller.credential.scope === 'read' && !isReading(permission)) {
    throw new ApiError('scopeTooNarrow');
  }
  throw new ApiError('permissionMissing', `This needs the permission \`${permission}\`.`, [
    { permission },
  ]);
}

/** The caller of a route behind the guard. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => {
    const caller = callerOf(context.switchToHttp().getRequest<Request>());
    if (caller === undefined) throw new ApiError('unauthenticated');
    return caller;
  },
);

/** The caller of a route that takes a credential but can do without. */
export const MaybeCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller | undefined =>
    callerOf(context.switchToHttp().getRequest<Request>()),
);
