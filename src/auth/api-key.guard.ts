import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { ApiError } from '../common/errors';
import { ACCESS, type Access } from './access';
import { ApiKeysService } from './api-keys.service';
import { rememberCaller } from './caller';

/** Lets a request in by its API key. A route that says nothing needs `read-write`. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: ApiKeysService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.accessOf(context);
    if (access === 'open') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const header = request.get('authorization');
    if (header === undefined && access === 'optional') return true;
    const caller = await this.keys.authenticate(bearerToken(header));
    if (access === 'read-write' && caller.scope !== 'read-write') {
      throw new ApiError('scopeTooNarrow');
    }
    rememberCaller(request, caller);
    return true;
  }

  private accessOf(context: ExecutionContext): Access {
    const targets = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<Access | undefined>(ACCESS, targets) ?? 'read-write';
  }
}

function bearerToken(header: string | undefined): string {
  const [, token] = /^Bearer +(\S+) *$/i.exec(header ?? '') ?? [];
  if (token === undefined) throw new ApiError('unauthenticated');
  return token;
}
