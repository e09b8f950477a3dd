import type { OpenAPIObject } from '@nestjs/swagger';
import { type Access, OPERATIONS } from '../auth/operations';
import { B3OS_OPERATIONS } from './b3os-operations';
import { addCommonFailures } from './common-failures';
import { Definition, DefinitionNode } from './definition.schema';
import { operationsIn } from './document-operations';
import { addExamples } from './examples';
import { addLinks } from './links';
import { addParameterTexts } from './parameter-texts';
import { PENDING_OPERATIONS } from './pending-operations';
import { addPendingSchemas, pendingOperation, STATUS } from './pending-shapes';
import { addResponseHeaders } from './response-headers';
import { addStreamEvents } from './stream-events';
import { addTags } from './tags';

/** Adds to the document of the routes what no route can say: the operations to come, links, examples, headers. */
export function completeDocument(document: OpenAPIObject): OpenAPIObject {
  addLinks(document);
  addPending(document);
  addCommonFailures(document);
  addStreamEvents(document);
  addExamples(document);
  addParameterTexts(document);
  addResponseHeaders(document);
  addTags(document);
  openDefinitions(document);
  openOptional(document);
  count(document);
  return document;
}

function addPending(document: OpenAPIObject): void {
  const paths = document.paths as Record<string, Record<string, object>>;
  for (const operation of PENDING_OPERATIONS) {
    const path = (paths[operation.path] ??= {});
    path[operation.method.toLowerCase()] ??= pendingOperation(operation);
  }
  addPendingSchemas(
    document,
    PENDING_OPERATIONS.map(({ id }) => id),
  );
}

/** Authors may save what the language does not know, for the validator to tell of. */
function openDefinitions({ components }: OpenAPIObject): void {
  for (const { name } of [Definition, DefinitionNode]) {
    const schema = components?.schemas?.[name];
    if (schema !== undefined && !('$ref' in schema)) schema.additionalProperties = true;
  }
}

/** What can be asked without a credential, too, has none as its last alternative. */
function openOptional(document: OpenAPIObject): void {
  const table: Readonly<Record<string, Access>> = OPERATIONS;
  for (const { operation } of operationsIn(document)) {
    if (table[operation.operationId]?.kind === 'optional') operation.security?.push({});
  }
}

/** How many operations there are: `built` of B3OS, `pending` of B3OS, and `own`. */
function count(document: OpenAPIObject): void {
  const pending = operationsIn(document).filter(({ operation }) => STATUS in operation).length;
  const built = B3OS_OPERATIONS.length - pending;
  const own = operationsIn(document).length - B3OS_OPERATIONS.length;
  Object.assign(document.info, { 'x-weft-operations': { built, pending, own } });
}
