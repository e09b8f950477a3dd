// What the walks need of the OpenAPI document.

/** Without the operations that are not built yet. */
export function built(document) {
  const paths = Object.entries(document.paths).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).filter(([, one]) => one['x-weft-status'] !== 'pending'),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

/** The operations, by id. */
export function operationsOf({ paths }) {
  const operations = new Map();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      operations.set(operation.operationId, { method: method.toUpperCase(), path, ...operation });
    }
  }
  return operations;
}

export function isStream({ responses }) {
  return responses[200]?.content?.['text/event-stream'] !== undefined;
}

/** Every declared link: from the operation that is answered, to the one that can be called next. */
export function linksOf(operations) {
  return [...operations.values()].flatMap(({ operationId: from, responses }) =>
    Object.values(responses).flatMap(({ links = {} }) =>
      Object.values(links).map(({ operationId: to, parameters }) => ({ from, to, parameters })),
    ),
  );
}

/** The value that a runtime expression of a link stands for, after a request with these parameters and its answer. */
export function valueAt(expression, { parameters, body }) {
  const [, name] = /^\$request\.path\.(\w+)$/.exec(expression) ?? [];
  if (name !== undefined) return parameters[name];
  const [, pointer] = /^\$response\.body#\/(.+)$/.exec(expression) ?? [];
  return pointer?.split('/').reduce((value, key) => value?.[key], body);
}
