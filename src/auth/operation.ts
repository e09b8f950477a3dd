import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation } from '@nestjs/swagger';
import type { ErrorName } from '../common/errors';
import { Fails } from '../openapi/responses';
import { type Access, type OperationId, OPERATIONS } from './operations';

const OPERATION = 'weft:operation';

/** Name of the security scheme in the OpenAPI document. */
export const BEARER = 'apiKey';

const KEY_FAILURES = [
  'unauthenticated',
  'invalidApiKey',
  'expiredApiKey',
  'revokedApiKey',
  'serviceAccountDisabled',
] as const satisfies readonly ErrorName[];

const FORBIDDEN = ['scopeTooNarrow', 'permissionMissing'] as const satisfies readonly ErrorName[];

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
    ...(access.kind === 'public'
      ? []
      : [ApiBearerAuth(BEARER), Fails(...KEY_FAILURES, ...FORBIDDEN)]),
  );
}

/** The operation that a handler carries out. Throws for one without a name: nobody may use it. */
export function operationOf(handler: object): OperationId {
  const id = Reflect.getMetadata(OPERATION, handler) as OperationId | undefined;
  if (id === undefined) throw new Error('A route has no operation: give it @Operation.');
  return id;
}
