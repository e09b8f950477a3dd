import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import { ApiError } from '../common/errors';
import type { Role } from '../database/entities/organization-member.entity';
import { isReading, type KeyScope, type Permission } from './permissions';

/** Who acts: what `createdBy` and `triggeredBy` name. */
export interface Principal {
  type: 'user' | 'service_account';
  id: string;
}

/** By what a person has shown who it is. */
export type PersonCredential = { type: 'session'; id: string } | { type: 'oidc'; issuer: string };

/** By what the caller has shown who it is. */
export type Credential = PersonCredential | { type: 'api_key'; id: string; scope: KeyScope };

/** Who may send one request several times. */
export interface Repeating {
  /** How the ids end of what a request with an `Idempotency-Key` makes: the same each time it is carried out. */
  idEnding?: string;
  /** Keeps the answer in the transaction of the work: both are committed, or neither. */
  keepAnswer?: (manager: EntityManager, data: unknown) => Promise<void>;
}

/** Who asks, in an organization: the first argument of every service. */
export interface Caller extends Repeating {
  organizationId: string;
  principal: Principal;
  /** Already cut down to what the credential allows. */
  permissions: ReadonlySet<Permission>;
  /** What a restriction of the organization takes from its role. */
  withheld?: ReadonlySet<Permission>;
  credential: Credential;
  /** Of users. */
  role?: Role;
}

/** A user by a credential of their own, in no organization yet. */
export interface Person extends Repeating {
  userId: string;
  credential: PersonCredential;
}

/** What a credential stands for. An API key is bound to its organization, a person is not. */
export type Identity = { kind: 'caller'; caller: Caller } | { kind: 'person'; person: Person };

/** Of the user or the service account. */
export function idOf(identity: Identity): string {
  return identity.kind === 'person' ? identity.person.userId : identity.caller.principal.id;
}

const identities = new WeakMap<Request, Identity>();

export function rememberIdentity(request: Request, identity: Identity): void {
  identities.set(request, identity);
}

export function identityOf(request: Request): Identity | undefined {
  return identities.get(request);
}

export function callerOf(request: Request): Caller | undefined {
  const identity = identities.get(request);
  return identity?.kind === 'caller' ? { ...identity.caller, ...repeatingOf(request) } : undefined;
}

const repeatings = new WeakMap<Request, Repeating>();

export function rememberRepeating(request: Request, repeating: Repeating): void {
  repeatings.set(request, repeating);
}

function repeatingOf(request: Request): Repeating {
  return repeatings.get(request) ?? {};
}

/** Throws 403 with what is missing: the scope of the key or the permission itself. */
export function requirePermission(caller: Caller, permission: Permission): void {
  if (caller.permissions.has(permission)) return;
  const { credential, withheld } = caller;
  if (withheld?.has(permission) === true) throw new ApiError('publishingRestricted');
  if (credential.type === 'api_key' && credential.scope === 'read' && !isReading(permission)) {
    throw new ApiError('scopeTooNarrow');
  }
  throw new ApiError('permissionMissing', `This needs the permission \`${permission}\`.`, [
    { permission },
  ]);
}

const requestOf = (context: ExecutionContext): Request =>
  context.switchToHttp().getRequest<Request>();

/** The caller of a route behind the guard. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => {
    const caller = callerOf(requestOf(context));
    if (caller === undefined) throw new ApiError('unauthenticated');
    return caller;
  },
);

/** The caller of a route that takes a credential but can do without. */
export const MaybeCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller | undefined => callerOf(requestOf(context)),
);

/** The person of a route that needs no organization. */
export const CurrentPerson = createParamDecorator(
  (_: unknown, context: ExecutionContext): Person => {
    const request = requestOf(context);
    const identity = identities.get(request);
    if (identity?.kind !== 'person') throw new ApiError('sessionRequired');
    return { ...identity.person, ...repeatingOf(request) };
  },
);

/** Whoever it is, of a route that takes both. */
export const CurrentIdentity = createParamDecorator(
  (_: unknown, context: ExecutionContext): Identity => {
    const identity = identities.get(requestOf(context));
    if (identity === undefined) throw new ApiError('unauthenticated');
    return identity;
  },
);

/** Of a route for everybody: nothing is known of who asks but whether the request may come again. */
export const CurrentRepeating = createParamDecorator(
  (_: unknown, context: ExecutionContext): Repeating => repeatingOf(requestOf(context)),
);
