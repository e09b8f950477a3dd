import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiError } from '../common/errors';
import { RateLimiter } from '../rate-limits/rate-limiter';
import { Admission } from './admission';
import { operationOf, rememberOperation } from './operation';
import type { OperationId } from './operations';
import { RejectedKey, rememberRejectedKey } from './rejected-key';

/** Lets a request in when its caller may use the operation that its route carries out. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly admission: Admission,
    private readonly limiter: RateLimiter,
  ) {}

  /** Who is refused is counted, too: whoever floods the service with what it refuses costs it as much. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = operationOf(context.getHandler());
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    rememberOperation(request, operation);
    const refusal = await this.refusalOf(request, operation);
    this.limiter.count(request, http.getResponse<Response>());
    if (refusal !== undefined) throw refusal;
    return true;
  }

  private async refusalOf(request: Request, operation: OperationId): Promise<ApiError | undefined> {
    try {
      await this.admission.admit(request, operation);
      return undefined;
    } catch (error) {
      if (error instanceof RejectedKey) rememberRejectedKey(request, error.owner);
      if (error instanceof ApiError) return error;
      throw error;
    }
  }
}
