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
  const shown = { ...document, paths: Object.fromEntries(paths) };
  return (
    HEAD + astToString(await openapiTS(shown, { alphabetize: true, defaultNonNullable: false }))
  );
}

/** All failures have one shape: said once for an operation, the types are a third as long. */
function withOneFailure(operation) {
  const responses = Object.entries(operation.responses);
  const isDone = ([status]) => status.startsWith('2');
  const [failed] = responses.filter((response) => !isDone(response));
  const done = Object.fromEntries(responses.filter(isDone));
  if (failed === undefined) return operation;
  const failure = { description: 'Refused or failed.', content: failed[1].content };
  return { ...operation, responses: { ...done, default: failure } };
}
