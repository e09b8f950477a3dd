import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { callerOf } from '../auth/caller';
import { type KeyOwner, rejectedKeyOf } from '../auth/rejected-key';
import { requestIdOf } from '../common/request-id';
import { newId } from '../database/ids';
import { RequestLog } from './request-log';

const MAX_TEXT = 500;

/** Notes every request that an API key makes, refused or not, also of a key that is over, once its answer is over. */
@Injectable()
export class RequestLogMiddleware implements NestMiddleware {
  constructor(private readonly log: RequestLog) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const before = performance.now();
    response.once('close', () => {
      const key = keyOf(request);
      if (key === undefined) return;
      const { route } = request as { route?: { path?: unknown } };
      const [path = ''] = request.originalUrl.split('?');
      this.log.add({
        organizationId: key.organizationId,
        id: newId('req'),
        apiKeyId: key.keyId,
        principalType: key.principal.type,
        principalId: key.principal.id,
        requestId: requestIdOf(response),
        method: request.method,
        path: path.slice(0, MAX_TEXT),
        routePattern: typeof route?.path === 'string' ? route.path : '',
        statusCode: response.statusCode,
        durationMs: Math.round(performance.now() - before),
        clientIp: request.ip ?? null,
        userAgent: request.get('user-agent')?.slice(0, MAX_TEXT) ?? null,
        createdAt: new Date(),
      });
    });
    next();
  }
}

/** The key that asks, also one that opens nothing any more. */
function keyOf(request: Request): KeyOwner | undefined {
  const caller = callerOf(request);
  if (caller === undefined) return rejectedKeyOf(request);
  const { organizationId, principal, credential } = caller;
  return credential.type === 'api_key'
    ? { organizationId, principal, keyId: credential.id }
    : undefined;
}
