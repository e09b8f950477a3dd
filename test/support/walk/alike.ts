import { heard, statementsDuring } from '../../published/statement-watch';
import { until } from '../../chaos/until';
import { unknownLike } from './places';

/** A request by somebody. */
export interface Sent {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: object;
}

/** What a client sees, apart from ids and times. */
export interface Seen {
  status: number;
  text: string;
  isStream: boolean;
}

const ID = /\b[a-z]{2,4}_[0-9A-Za-z]{22}\b|\b0x[0-9a-f]{64}\b/gi;
const TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
// What is made twice has other secrets, slugs and numbers.
const TAKEN =
  /"(requestId|processingTimeMs|durationMs|triggerSecret|token|key|slug|nextCursor|\w*[vV]ersion)":("[^"]*"|\d+),?/g;

const LOOKED_MS = 10_000;

/** Sends a request with ids of others and with ids that nobody has: both must be answered and looked up alike. */
export async function expectAlike(
  label: string,
  request: (of: (id: string) => string) => Sent,
): Promise<Seen> {
  const foreign = await statementsDuring(() => send(request((id) => id)));
  const none = await statementsDuring(() => send(request(unknownLike)));
  expect({ label, ...foreign.result }).toEqual({ label, ...none.result });
  const told = (statements: string[]): string[] =>
    foreign.result.isStream ? [...new Set(statements)] : statements;
  const statements = told(foreign.statements);
  expect({ label, statements }).toEqual({ label, statements: told(none.statements) });
  return foreign.result;
}

export async function send({ method, url, headers, body }: Sent): Promise<Seen> {
  const over = new AbortController();
  const response = await fetch(url, {
    method,
    signal: over.signal,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const { status } = response;
  const type = response.headers.get('content-type') ?? '';
  const isStream = type.startsWith('text/event-stream');
  const text = isStream ? await beginningOf(response) : await response.text();
  over.abort();
  const shown = text.replace(ID, 'ID').replace(TIME, 'TIME').replace(TAKEN, '');
  return { status, text: shown, isStream };
}

/**
 * What a stream sends once the service has looked for its events and has answered something else after that; that of
 * one run begins with an event, or with the word that there is none.
 */
async function beginningOf({ body, url }: Response): Promise<string> {
  if (body === null) return '';
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  if (/\/v1\/runs\/[^/]+\/stream/.test(url)) return (await reader.read()).value ?? '';
  const looked = lookedForEvents(url);
  let text = '';
  for (;;) {
    const chunk = await Promise.race([reader.read(), looked]);
    if (chunk?.value === undefined) return text;
    text += chunk.value;
  }
}

async function lookedForEvents(url: string): Promise<undefined> {
  await until('the service looks for events', LOOKED_MS, () =>
    heard().some((text) => text.includes('FROM run_events')),
  );
  await fetch(new URL('/health/live', url));
}
