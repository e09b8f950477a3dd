import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ApiError } from '../common/errors';
import { AuthSettings } from './auth-settings';
import { Authenticator } from './authenticator';
import {
  type Caller,
  callerOf,
  idOf,
  type Identity,
  rememberIdentity,
  requirePermission,
} from './caller';
import { isClosedToReaders } from './changes';
import { Memberships } from './memberships';
import { type Access, type OperationId, OPERATIONS } from './operations';
import { tokenOf } from './request-token';

/** Names the organization that a person acts in. */
export const ORGANIZATION_HEADER = 'x-org-id';

/** Decides whether the caller of a request may use an operation. */
@Injectable()
export class Admission {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly memberships: Memberships,
    private readonly settings: AuthSettings,
  ) {}

  /** Throws 401 or 403. Lets in who has no credential where none is needed. */
  async admit(request: Request, operation: OperationId): Promise<void> {
    const access: Access = OPERATIONS[operation];
    if (access.kind === 'public') return;
    const token = tokenOf(request);
    if (token === undefined && access.kind === 'optional') return;
    if (token === undefined) throw new ApiError('unauthenticated');
    const origin = { ip: request.ip, userAgent: request.get('user-agent') };
    const identity = await this.authenticator.identify(token, origin);
    // What is refused below was asked by somebody, too.
    rememberIdentity(request, identity);
    if (access.kind === 'person') {
      if (identity.kind !== 'person') throw new ApiError('sessionRequired');
    } else if (access.kind === 'admin') {
      this.requireAdmin(identity);
    } else if (access.kind !== 'identity') {
      const caller = await this.enter(request, identity);
      rememberIdentity(request, { kind: 'caller', caller });
      if (access.kind === 'optional') return;
      if (isClosedToReaders(operation, request.method)) refuseReader(caller);
      for (const permission of access.permissions) requirePermission(caller, permission);
    }
  }

  /**
   * Whether the caller of a request that goes on would still be let in, and `check` passes for it. An answer of 5xx
   * says nothing of the caller, and is thrown.
   */
  async isStillAdmitted(
    request: Request,
    operation: OperationId,
    check: (caller: Caller) => Promise<boolean>,
  ): Promise<boolean> {
    try {
      await this.admit(request, operation);
      const caller = callerOf(request);
      return caller !== undefined && (await check(caller));
    } catch (error) {
      if (error instanceof ApiError && error.getStatus() < 500) return false;
      throw error;
    }
  }

  private requireAdmin(identity: Identity): void {
    const readsOnly = identity.kind === 'caller' && isReader(identity.caller);
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
function refuseReader(caller: Caller): void {
  if (isReader(caller)) throw new ApiError('scopeTooNarrow');
}

function isReader({ credential }: Caller): boolean {
  return credential.type === 'api_key' && credential.scope === 'read';
}
