import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { isJsonObject } from '../../definition/json';
import { unknownFields } from './dto.pipe';
import { ApiError } from './errors';

const NONE: ReadonlySet<string> = new Set();

/** Refuses by name what is sent to a route that takes no body, as the pipe of DTOs does for the others. */
@Injectable()
export class NoBodyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!takesBody(context)) refuseFields(context.switchToHttp().getRequest<Request>().body);
    return next.handle();
  }
}

/** Whether the handler has a parameter with `@Body()`. */
function takesBody(context: ExecutionContext): boolean {
  const { name } = context.getHandler();
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), name) ??
    {}) as object;
  return Object.keys(parameters).some((key) => key.startsWith(`${RouteParamtypes.BODY}:`));
}

/** An empty body is an empty object by now. */
function refuseFields(body: unknown): void {
  if (!isJsonObject(body)) throw new ApiError('bodyNotObject');
  const problems = unknownFields(body, NONE);
  if (problems.length > 0) throw ApiError.fields(problems);
}
