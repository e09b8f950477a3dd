import { AnswerCheck } from './answer-check';
import { isKnownDeviation } from './deviations';
import { OperationFinder, publishedOperations, readDocument } from './published-document';
import { ERRORS } from '../../src/common/errors';

/** Nobody reads more at once. */
const MAX_TOLD = 20;

const document = readDocument();
const finder = new OperationFinder(publishedOperations(document));
let check: AnswerCheck | undefined;
const problems = new Set<string>();

const send = globalThis.fetch;

/** Holds every answer that a suite gets of the API against the published document. */
globalThis.fetch = async (input, init) => {
  const response = await send(input, init);
  // No other server that the suites talk to numbers its requests so.
  if (response.headers.get('x-request-id') === null) return response;
  const { method, url } = new Request(input instanceof Request ? input.url : input, {
    method: init?.method ?? (input instanceof Request ? input.method : 'GET'),
  });
  await look(method, new URL(url), response);
  return response;
};

/** The document itself and its page; and the way to them. */
const UNLISTED = /^\/(|docs(\/.*)?|v1\/openapi\.json)$/;

async function look(method: string, { pathname, searchParams }: URL, response: Response) {
  const contentType = response.headers.get('content-type') ?? '';
  const isJson = contentType.startsWith('application/json');
  const body: unknown = isJson ? await response.clone().json() : undefined;
  const operation = finder.find(method, pathname);
  if (operation === undefined) {
    const { code } = (body ?? {}) as { code?: number };
    if (method === 'OPTIONS' || method === 'HEAD' || UNLISTED.test(pathname)) return;
    if (code === ERRORS.routeNotFound.code) return;
    problems.add(`${method} ${pathname} is not published, and answers ${response.status}`);
    return;
  }
  const answer = { status: response.status, contentType, body };
  check ??= new AnswerCheck(document);
  const unlisted = check
    .deviations(operation, answer)
    .filter((place) => !isKnownDeviation({ operation: operation.id, place, searchParams }))
    .map((place) => `not as B3OS answers: ${place}`);
  for (const problem of [...check.problems(operation, answer), ...unlisted]) {
    problems.add(`${operation.id}: ${problem}`);
  }
}

/** What an answer had wrong fails the test that got it. */
function tell(): void {
  const found = [...problems];
  problems.clear();
  if (found.length === 0) return;
  throw new Error(`Answers that are not as published:\n${found.slice(0, MAX_TOLD).join('\n')}`);
}

afterEach(tell);

afterAll(tell);
