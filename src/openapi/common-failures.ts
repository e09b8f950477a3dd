import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { type OperationId, OPERATIONS } from '../auth/operations';
import { ERRORS, type ErrorName } from '../common/errors';
import { IDEMPOTENCY_HEADER, MAX_KEY_LENGTH, takesIdempotencyKey } from '../idempotency/repeatable';
import { Failure } from './responses';

const ANY: readonly ErrorName[] = ['badRequest', 'malformedUrl'];
const WITH_BODY: readonly ErrorName[] = [
  ...(['malformedJson', 'bodyNotObject', 'bodyTooDeep', 'invalidText'] as const),
  ...(['numberOutOfRange', 'bodyTooLarge', 'wrongContentType', 'invalidFields'] as const),
];

interface Operation {
  operationId: string;
  parameters?: { in?: string }[];
  responses: Record<string, { description?: string; content?: object }>;
}

/** What a request with an `Idempotency-Key` may be answered beside. */
const WITH_KEY: readonly ErrorName[] = [
  ...(['invalidIdempotencyKey', 'idempotencyKeyReused', 'requestUnderWay'] as const),
];

const KEY_PARAMETER = {
  name: IDEMPOTENCY_HEADER,
  in: 'header',
  required: false,
  description:
    'Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out ' +
    'again: it is answered as the first one was, if that was a success.',
  schema: { type: 'string', minLength: 1, maxLength: MAX_KEY_LENGTH },
};

/** Adds to every operation how it answers a request that can't be read. */
export function addCommonFailures(document: OpenAPIObject): void {
  for (const methods of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      const names = method === 'get' ? ANY : [...ANY, ...WITH_BODY];
      for (const name of names) addFailure(operation, name);
      if (takesQuery(operation)) addFailure(operation, 'invalidFields');
      if (takesKey(operation.operationId, method)) addKey(operation);
    }
  }
}

const takesQuery = ({ parameters = [] }: Operation): boolean =>
  parameters.some((parameter) => parameter.in === 'query');

function takesKey(id: string, method: string): boolean {
  return (
    Object.hasOwn(OPERATIONS, id) && takesIdempotencyKey(id as OperationId, method.toUpperCase())
  );
}

function addKey(operation: Operation): void {
  operation.parameters = [...(operation.parameters ?? []), KEY_PARAMETER];
  for (const name of WITH_KEY) addFailure(operation, name);
}

/** Said in words alone: an example for each would make the document twice as long. */
function addFailure({ responses }: Operation, name: ErrorName): void {
  const { code, status, message } = ERRORS[name];
  const { description, ...response } = responses[status] ?? {};
  if (description?.includes(String(code)) === true) return;
  responses[status] = {
    content: { 'application/json': { schema: { $ref: getSchemaPath(Failure) } } },
    ...response,
    description: [description, `${code}: ${message}`].filter(Boolean).join('\n\n'),
  };
}
