import { framesOf } from '../../../packages/client/src';
import { type EventName, expectEvent } from '../event-check';
import { OperationFinder, publishedOperations, readDocument } from '../published-document';

/** A request and what it was answered. */
export interface Exchange {
  /** The operation that was called. */
  operation: string;
  sent: unknown;
  status: number;
  contentType: string;
  /** JSON, text, or of a stream the first event. */
  body: unknown;
}

/** What the frames of a stream hold. */
const STREAMS: ReadonlyMap<string, EventName> = new Map([
  ['streamRun', 'RunEvent'],
  ['streamWorkflowRuns', 'WorkflowRunEvent'],
  ['streamManyWorkflowRuns', 'WorkflowRunEvent'],
  ['streamPublicExecution', 'ExecutionEvent'],
]);

const finder = new OperationFinder(publishedOperations(readDocument()));

/** Listens to what a client sends and gets. */
export class Exchanges {
  private heard: Promise<Exchange>[] = [];

  /** For clients that are listened to. */
  readonly fetch = async (request: Request): Promise<Response> => {
    const sent = await sentOf(request.clone());
    const response = await fetch(request);
    this.heard.push(exchange(request, sent, response.clone()));
    return response;
  };

  /** What was sent and answered in a call of one request. */
  async during(call: () => Promise<unknown>): Promise<Exchange> {
    this.heard = [];
    const { data } = (await call()) as { data?: unknown };
    const [first, ...others] = await Promise.all(this.heard);
    // A stream that nobody reads would stay open.
    if (data instanceof ReadableStream) await data.cancel();
    if (first === undefined || others.length > 0) {
      throw new Error(`A call is one request, not ${others.length + (first ? 1 : 0)}.`);
    }
    return first;
  }
}

async function exchange(request: Request, sent: unknown, response: Response): Promise<Exchange> {
  const { method, url } = request;
  const contentType = response.headers.get('content-type') ?? '';
  const operation = finder.find(method, new URL(url).pathname)?.id ?? `${method} ${url}`;
  const body = await bodyOf(response);
  const event = STREAMS.get(operation);
  if (event !== undefined && response.ok) expectEvent(event, body);
  return { operation, sent, status: response.status, contentType, body };
}

async function sentOf(request: Request): Promise<unknown> {
  const text = await request.text();
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

async function bodyOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/json')) return await response.json();
  if (!type.startsWith('text/event-stream') || !response.body) return response.text();
  for await (const { data } of framesOf(response.body)) return JSON.parse(data) as unknown;
  throw new Error('The stream has ended without an event.');
}
