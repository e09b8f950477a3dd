import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiHeader, ApiOperation } from '@nestjs/swagger';
import type { Request } from 'express';
import type { ErrorName } from '../common/errors';
import { Fails } from '../openapi/responses';
import { type Access, type OperationId, OPERATIONS } from './operations';

const OPERATION = 'weft:operation';

/** Names of the security schemes in the OpenAPI document. */
export const BEARER = 'apiKey';
export const COOKIE = 'session';

const ORGANIZATION = {
  name: 'X-Org-ID',
  required: false,
  description: 'The organization that a user acts in. An API key needs none: it has its own.',
};

const CREDENTIAL_FAILURES = [
  ...(['unauthenticated', 'invalidApiKey', 'expiredApiKey', 'revokedApiKey'] as const),
  ...(['serviceAccountDisabled', 'invalidSession', 'invalidToken', 'crossSite'] as const),
  'unavailable',
  'tooManyRequests',
] satisfies readonly ErrorName[];

/** What each kind of access may refuse, beside the credential itself. */
const REFUSALS: Readonly<Record<Access['kind'], readonly ErrorName[]>> = {
  public: ['tooManyRequests'],
  identity: [],
  person: ['sessionRequired'],
  admin: ['adminRequired'],
  permission: ['scopeTooNarrow', 'permissionMissing', 'organizationRequired', 'notAMember'],
  optional: ['scopeTooNarrow', 'permissionMissing', 'organizationRequired', 'notAMember'],
};

interface OperationText {
  summary: string;
  description?: string;
}

/** Names a route; who may use it stands in the table of operations under this name. */
export function Operation(id: OperationId, text: OperationText): MethodDecorator {
  const access: Access = OPERATIONS[id];
  return applyDecorators(
    SetMetadata(OPERATION, id),
    ApiOperation({ operationId: id, ...text }),
    ...(access.kind === 'public' ? [Fails(...REFUSALS.public)] : closed(access)),
  );
}

function closed({ kind }: Access): MethodDecorator[] {
  const actsInOrganization = kind === 'permission' || kind === 'optional';
  return [
    ApiBearerAuth(BEARER),
    ApiCookieAuth(COOKIE),
    Fails(...CREDENTIAL_FAILURES, ...REFUSALS[kind]),
    ...(actsInOrganization ? [ApiHeader(ORGANIZATION)] : []),
  ];
}

const asked = new WeakMap<Request, OperationId>();

export function rememberOperation(request: Request, id: OperationId): void {
  asked.set(request, id);
}

/** The operation that a request has reached, be it let in or not. */
export function operationAsked(request: Request): OperationId | undefined {
  return asked.get(request);
}

/** The operation that a handler carries out. Throws for one without a name: nobody may use it. */
export function operationOf(handler: object): OperationId {
  const id = Reflect.getMetadata(OPERATION, handler) as OperationId | undefined;
  if (id === undefined) throw new Error('A route has no operation: give it @Operation.');
  return id;
}
