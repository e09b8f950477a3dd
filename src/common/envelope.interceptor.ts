import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, Observable } from 'rxjs';
import { successEnvelope } from './envelope';
import { requestIdOf } from './request-id';

@Injectable()
export class EnvelopeInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const requestId = requestIdOf(context.switchToHttp().getResponse<Response>());
    return next.handle().pipe(map((answer: unknown) => successEnvelope(answer, requestId)));
  }
}
