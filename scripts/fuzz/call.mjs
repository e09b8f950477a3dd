import { isStream } from './document.mjs';

/**
 * Calls an operation and fails on a status or content type that its part of the document does not have. A stream is
 * closed once it is open.
 */
export async function call(url, operation, { parameters = {}, query = '', body, headers = {} }) {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => {
    if (parameters[name] === undefined)
      throw new Error(`There is no ${name} for ${operation.path}`);
    return encodeURIComponent(parameters[name]);
  });
  const closing = new AbortController();
  const answer = await fetch(url + path + query, {
    ...{ method: operation.method, signal: closing.signal },
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const { status } = answer;
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const documented = operation.responses[status];
  if (status >= 500 || documented?.content?.[type] === undefined) {
    throw new Error(
      `${operation.operationId} answered ${status} as ${type}, which is not documented`,
    );
  }
  if (isStream(operation) && status === 200) {
    closing.abort();
    return { status, body: undefined };
  }
  return { status, body: await answer.json() };
}
