import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ApiError } from '../common/errors';

export type KeyScope = 'read' | 'read-write';

/** Who asks: the first argument of every service. */
export interface Caller {
  organizationId: string;
  keyId: string;
  scope: KeyScope;
}

const callers = new WeakMap<Request, Caller>();

export function rememberCaller(request: Request, caller: Caller): void {
  callers.set(request, caller);
}

export function callerOf(request: Request): Caller | undefined {
  return callers.get(request);
}

/** The caller of a route behind the guard. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => {
    const caller = callerOf(context.switchToHttp().getRequest<Request>());
    if (caller === undefined) throw new ApiError('unauthenticated');
    return caller;
  },
);

/** The caller of a route that takes a key but can do without. */
export const MaybeCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller | undefined =>
    callerOf(context.switchToHttp().getRequest<Request>()),
);
