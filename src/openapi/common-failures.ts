import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { ERRORS, type ErrorName } from '../common/errors';
import { Failure } from './responses';

const ANY: readonly ErrorName[] = ['badRequest', 'malformedUrl'];
const WITH_BODY: readonly ErrorName[] = [
  ...(['malformedJson', 'bodyNotObject', 'bodyTooDeep', 'invalidText'] as const),
  ...(['numberOutOfRange', 'bodyTooLarge', 'wrongContentType'] as const),
];

interface Operation {
  responses: Record<string, { description?: string; content?: object }>;
}

/** Adds to every operation how it answers a request that can't be read. */
export function addCommonFailures(document: OpenAPIObject): void {
  for (const methods of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      const names = method === 'get' ? ANY : [...ANY, ...WITH_BODY];
      for (const name of names) addFailure(operation, name);
    }
  }
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
