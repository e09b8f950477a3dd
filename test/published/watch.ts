import { appendFileSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { AnswerCheck } from './answer-check';
import { isKnownDeviation } from './deviations';
import { OperationFinder, publishedOperations, readDocument } from './published-document';
import { type Seen, SEEN_FOLDER } from './seen';

const ROOT = join(__dirname, '../..');
/** Nobody reads more at once. */
const MAX_TOLD = 20;

const document = readDocument();
const finder = new OperationFinder(publishedOperations(document));
let check: AnswerCheck | undefined;
const problems = new Set<string>();
const seen = new Map<string, Seen>();

const send = globalThis.fetch;

/** Holds every answer that a suite gets of the API against the published document. */
globalThis.fetch = async (input, init) => {
  const response = await send(input, init);
  // No other server that the suites talk to numbers its requests so.
  if (response.headers.get('x-request-id') === null) return response;
  const { method, url } = new Request(input instanceof Request ? input.url : input, {
    method: init?.method ?? (input instanceof Request ? input.method : 'GET'),
  });
  await look(method, new URL(url).pathname, response);
  return response;
};

async function look(method: string, path: string, response: Response): Promise<void> {
  const operation = finder.find(method, path);
  if (operation === undefined) return;
  const contentType = response.headers.get('content-type') ?? '';
  const isJson = contentType.startsWith('application/json');
  const body: unknown = isJson ? await response.clone().json() : undefined;
  const answer = { status: response.status, contentType, body };
  check ??= new AnswerCheck(document);
  const unlisted = check
    .deviations(operation, answer)
    .filter((place) => !isKnownDeviation(operation.id, place))
    .map((place) => `not as B3OS answers: ${place}`);
  const { id } = operation;
  for (const problem of [...check.problems(operation, answer), ...unlisted]) {
    problems.add(`${id}: ${problem}`);
  }
  const spec = relative(ROOT, expect.getState().testPath ?? '');
  seen.set(`${id} ${response.status}`, { id, status: response.status, spec });
}

/** What an answer had wrong fails the test that got it. */
function tell(): void {
  const found = [...problems];
  problems.clear();
  if (found.length === 0) return;
  throw new Error(`Answers that are not as published:\n${found.slice(0, MAX_TOLD).join('\n')}`);
}

afterEach(tell);

afterAll(() => {
  if (seen.size > 0) {
    mkdirSync(SEEN_FOLDER, { recursive: true });
    const lines = [...seen.values()].map((one) => `${JSON.stringify(one)}\n`).join('');
    appendFileSync(join(SEEN_FOLDER, `${process.pid}.jsonl`), lines);
  }
  tell();
});
