import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { callerOf } from '../auth/caller';
import { requestIdOf } from '../common/request-id';
import { newId } from '../database/ids';
import { RequestLog } from './request-log';

const MAX_TEXT = 500;

/** Notes every request that an API key makes, refused or not, once its answer is over. */
@Injectable()
export class RequestLogMiddleware implements NestMiddleware {
  constructor(private readonly log: RequestLog) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const before = performance.now();
    response.once('close', () => {
      const caller = callerOf(request);
      if (caller?.credential.type !== 'api_key') return;
      const { route } = request as { route?: { path?: unknown } };
      const [path = ''] = request.originalUrl.split('?');
      this.log.add({
        organizationId: caller.organizationId,
        id: newId('req'),
        apiKeyId: caller.credential.id,
        principalType: caller.principal.type,
        principalId: caller.principal.id,
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
