import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ApiError } from '../common/errors';
import { KeyAuthenticator } from './key-authenticator';
import { rememberCaller, requirePermission } from './caller';
import { operationOf } from './operation';
import { type Access, OPERATIONS } from './operations';

/** Lets a request in when its caller may use the operation that its route carries out. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly keys: KeyAuthenticator) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access: Access = OPERATIONS[operationOf(context.getHandler())];
    if (access.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const header = request.get('authorization');
    if (header === undefined && access.kind === 'optional') return true;
    const caller = await this.keys.authenticate(bearerToken(header), {
      ip: request.ip,
      userAgent: request.get('user-agent'),
    });
    if (access.kind === 'permission') requirePermission(caller, access.permission);
    rememberCaller(request, caller);
    return true;
  }
}

function bearerToken(header: string | undefined): string {
  const [, token] = /^Bearer +(\S+) *$/i.exec(header ?? '') ?? [];
  if (token === undefined) throw new ApiError('unauthenticated');
  return token;
}
