import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Admission } from './admission';
import { operationOf, rememberOperation } from './operation';

/** Lets a request in when its caller may use the operation that its route carries out. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly admission: Admission) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = operationOf(context.getHandler());
    const request = context.switchToHttp().getRequest<Request>();
    rememberOperation(request, operation);
    await this.admission.admit(request, operation);
    return true;
  }
}
