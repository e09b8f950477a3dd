import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { BEARER, COOKIE } from '../auth/operation';
import { ERRORS } from '../common/errors';
import { B3OS_CONTRACT, type B3osSchema, type B3osShape } from './b3os-contract';
import type { B3osOperation } from './b3os-operations';
import { Failure } from './responses';
import { PENDING_TAG, tagOfArea } from './tags';

/** Marks an operation that is published and not built: calling it answers 404. */
export const STATUS = 'x-weft-status';

/** What B3OS shows without a credential. */
const OPEN = /^\/v1\/(public|connector-types)\b/;

/** An operation to come, as B3OS describes it. */
export function pendingOperation({ id, method, path, area }: B3osOperation): object {
  const shape = B3OS_CONTRACT.operations[id] ?? {};
  return {
    operationId: id,
    summary: `Not built yet: ${shape.summary ?? area}`,
    tags: [tagOfArea(area), PENDING_TAG],
    [STATUS]: 'pending',
    ...(OPEN.test(path) ? {} : { security: [{ [BEARER]: [] }, { [COOKIE]: [] }] }),
    parameters: [...pathParameters(path), ...named(shape.parameters ?? [])],
    ...(shape.body && method !== 'GET' && { requestBody: requestBody(shape) }),
    responses: { 200: done(shape), 404: pending(id) },
  };
}

/** Adds the schemas of B3OS that the pending operations name. */
export function addPendingSchemas(document: OpenAPIObject, ids: readonly string[]): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, object>;
  for (const name of reachable(ids.map((id) => B3OS_CONTRACT.operations[id] ?? {}))) {
    schemas[publishedName(name)] = named(B3OS_CONTRACT.schemas[name] ?? {});
  }
}

function pathParameters(path: string): object[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

const requestBody = ({ body, bodyRequired = false }: B3osShape): object => ({
  required: bodyRequired,
  content: { 'application/json': { schema: named(body) } },
});

function done({ answer, answerType }: B3osShape): object {
  const description = 'What B3OS answers.';
  if (answer) return { description, content: { 'application/json': { schema: named(answer) } } };
  if (answerType === undefined) return { description };
  return { description, content: { [answerType]: { schema: { type: 'string' } } } };
}

function pending(id: string): object {
  const { code, message } = ERRORS.operationPending;
  const value = { code, message, details: [{ operationId: id }], requestId: 'req_...' };
  return {
    description: `${code}: ${message}`,
    content: {
      'application/json': {
        schema: { $ref: getSchemaPath(Failure) },
        examples: { operationPending: { value } },
      },
    },
  };
}

/** Names of B3OS's schemas that can be reached by reference. */
function reachable(from: readonly object[]): Set<string> {
  const names = new Set<string>();
  const follow = (value: unknown): void => {
    for (const name of referencesIn(value)) {
      if (names.has(name)) continue;
      names.add(name);
      follow(B3OS_CONTRACT.schemas[name]);
    }
  };
  follow(from);
  return names;
}

const REFERENCE = /"#\/schemas\/([^"]+)"/g;

const referencesIn = (value: unknown): string[] =>
  [...JSON.stringify(value ?? {}).matchAll(REFERENCE)].map(([, name = '']) => name);

/** No name of ours: what is ours may have another form. */
const publishedName = (name: string): string => `B3os${name}`;

/** The same with references into the document. */
function named<T extends object>(value: T | B3osSchema | undefined): T {
  const text = JSON.stringify(value ?? {});
  return JSON.parse(
    text.replace(REFERENCE, (_, name: string) =>
      JSON.stringify(getSchemaPath(publishedName(name))),
    ),
  ) as T;
}
