import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ApiError } from '../common/errors';
import { AuthSettings } from './auth-settings';
import { Authenticator } from './authenticator';
import { type Caller, idOf, type Identity, rememberIdentity, requirePermission } from './caller';
import { isClosedToReaders } from './changes';
import { Memberships } from './memberships';
import { operationAsked, operationOf, rememberOperation } from './operation';
import { type Access, OPERATIONS } from './operations';
import { tokenOf } from './request-token';

/** Names the organization that a person acts in. */
export const ORGANIZATION_HEADER = 'x-org-id';

/** Lets a request in when its caller may use the operation that its route carries out. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly memberships: Memberships,
    private readonly settings: AuthSettings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = operationOf(context.getHandler());
    const access: Access = OPERATIONS[operation];
    const request = context.switchToHttp().getRequest<Request>();
    rememberOperation(request, operation);
    if (access.kind === 'public') return true;
    const token = tokenOf(request);
    if (token === undefined && access.kind === 'optional') return true;
    if (token === undefined) throw new ApiError('unauthenticated');
    const origin = { ip: request.ip, userAgent: request.get('user-agent') };
    const identity = await this.authenticator.identify(token, origin);
    // What is refused below was asked by somebody, too.
    rememberIdentity(request, identity);
    rememberIdentity(request, await this.admit(request, access, identity));
    return true;
  }

  private async admit(
    request: Request,
    access: Exclude<Access, { kind: 'public' }>,
    identity: Identity,
  ): Promise<Identity> {
    if (access.kind === 'identity') return identity;
    if (access.kind === 'person') {
      if (identity.kind !== 'person') throw new ApiError('sessionRequired');
      return identity;
    }
    if (access.kind === 'admin') {
      this.requireAdmin(identity);
      return identity;
    }
    const caller = await this.enter(request, identity);
    rememberIdentity(request, { kind: 'caller', caller });
    if (access.kind === 'permission') {
      refuseReader(request, caller);
      for (const permission of access.permissions) requirePermission(caller, permission);
    }
    return { kind: 'caller', caller };
  }

  private requireAdmin(identity: Identity): void {
    const readsOnly =
      identity.kind === 'caller' &&
      identity.caller.credential.type === 'api_key' &&
      identity.caller.credential.scope === 'read';
    if (readsOnly || !this.settings.admins.has(idOf(identity))) throw new ApiError('adminRequired');
  }

  /** The caller in the organization that the path names, else the header, else the key. */
  private async enter(request: Request, identity: Identity): Promise<Caller> {
    const inPath = request.params.orgId;
    const named = typeof inPath === 'string' ? inPath : request.get(ORGANIZATION_HEADER);
    const caller = await this.callerIn(identity, named);
    if (caller !== undefined) return caller;
    throw new ApiError(inPath === undefined ? 'notAMember' : 'organizationNotFound');
  }

  private async callerIn(
    identity: Identity,
    organizationId: string | undefined,
  ): Promise<Caller | undefined> {
    if (identity.kind === 'person') {
      if (organizationId === undefined) throw new ApiError('organizationRequired');
      return this.memberships.enter(identity.person, organizationId);
    }
    const { caller } = identity;
    const isElsewhere = organizationId !== undefined && organizationId !== caller.organizationId;
    return isElsewhere ? undefined : caller;
  }
}

/** Some changes need no more than a permission to read, as leaving the organization does. */
function refuseReader(request: Request, { credential }: Caller): void {
  const operation = operationAsked(request);
  if (operation === undefined || !isClosedToReaders(operation, request.method)) return;
  if (credential.type === 'api_key' && credential.scope === 'read') {
    throw new ApiError('scopeTooNarrow');
  }
}
