import openapiTS, { astToString } from 'openapi-typescript';

const HEAD = '/** Generated from the OpenAPI document by `npm run published`. */\n\n';

/** packages/client/src/schema.ts: the types of every operation that can be called. */
export async function clientSchema(document) {
  const paths = Object.entries(document.paths).flatMap(([path, methods]) => {
    const built = Object.entries(methods)
      .filter(([, operation]) => operation['x-weft-status'] !== 'pending')
      .map(([method, operation]) => [method, withOneFailure(operation)]);
    return built.length > 0 ? [[path, Object.fromEntries(built)]] : [];
  });
  const shown = {
    ...document,
    paths: Object.fromEntries(paths),
    components: { schemas: ownSchemas(document.components.schemas) },
  };
  return (
    HEAD + astToString(await openapiTS(shown, { alphabetize: true, defaultNonNullable: false }))
  );
}

/** Without those of the operations to come. */
function ownSchemas(schemas) {
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => !name.startsWith('B3os')));
}

/** What is read of bodies and answers are their schemas: the examples would be half of the file. */
function schemaAlone({ content = {}, description, required }) {
  const types = Object.entries(content).map(([type, { schema }]) => [type, { schema }]);
  return {
    ...(description !== undefined && { description }),
    ...(required !== undefined && { required }),
    ...(types.length > 0 && { content: Object.fromEntries(types) }),
  };
}

/** All failures have one shape: said once for an operation, the types are a third as long. */
function withOneFailure(operation) {
  const responses = Object.entries(operation.responses);
  const isDone = ([status]) => status.startsWith('2');
  const [failed] = responses.filter((response) => !isDone(response));
  const done = Object.fromEntries(
    responses.filter(isDone).map(([status, response]) => [status, schemaAlone(response)]),
  );
  const failure = { description: 'Refused or failed.', content: failed[1].content };
  const { requestBody } = operation;
  return {
    ...operation,
    ...(requestBody && { requestBody: schemaAlone(requestBody) }),
    responses: { ...done, default: failure },
  };
}
