import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { ERRORS } from '../common/errors';
import type { B3osOperation } from './b3os-operations';
import { addCommonFailures } from './common-failures';
import { addLinks } from './links';
import { Definition, DefinitionNode } from './definition.schema';
import { PENDING_OPERATIONS } from './pending-operations';
import { Failure } from './responses';

/** Marks an operation that is published and not built: calling it answers 404. */
export const STATUS = 'x-weft-status';

/** Adds to the document of the routes what no route can say: the operations to come, and links. */
export function completeDocument(document: OpenAPIObject): OpenAPIObject {
  addLinks(document);
  const paths = document.paths as Record<string, Record<string, object>>;
  for (const operation of PENDING_OPERATIONS) {
    const path = (paths[operation.path] ??= {});
    path[operation.method.toLowerCase()] ??= pendingOperation(operation);
  }
  addCommonFailures(document);
  openDefinitions(document);
  return document;
}

/** Authors may save what the language does not know, for the validator to tell of. */
function openDefinitions({ components }: OpenAPIObject): void {
  for (const { name } of [Definition, DefinitionNode]) {
    const schema = components?.schemas?.[name];
    if (schema !== undefined && !('$ref' in schema)) schema.additionalProperties = true;
  }
}

function pendingOperation({ id, path, area }: B3osOperation): object {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const { code, message } = ERRORS.operationPending;
  const value = { code, message, details: [{ operationId: id }], requestId: 'req_...' };
  return {
    operationId: id,
    summary: `Not built yet: ${area}`,
    tags: ['Pending'],
    [STATUS]: 'pending',
    parameters: names.map((name) => ({
      ...{ name, in: 'path', required: true, schema: { type: 'string' } },
    })),
    responses: {
      404: {
        description: `${code}: ${message}`,
        content: {
          'application/json': {
            schema: { $ref: getSchemaPath(Failure) },
            examples: { operationPending: { value } },
          },
        },
      },
    },
  };
}
