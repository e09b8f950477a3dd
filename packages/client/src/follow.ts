import type { Client } from 'openapi-fetch';
import { framesOf } from './frames';
import type { components, paths } from './schema';

/** What one frame of a run's stream tells, told apart by `type`. */
export type RunEvent = components['schemas']['RunEvent'];

/** An event with its number in the run: 1, 2, 3 ... */
export interface FollowedEvent {
  seq: number;
  event: RunEvent;
}

export interface FollowOptions {
  /** Ends the stream; the generator throws the reason. */
  signal?: AbortSignal;
  /** Only what came after the event of this number. */
  after?: number;
  /** How often in a row it connects again without getting an event before it gives up. Default 5. */
  retries?: number;
  /** Milliseconds before the first of them; each further one waits twice as long. Default 250. */
  retryMs?: number;
}

const LAST: ReadonlySet<RunEvent['type']> = new Set([
  ...(['run_completed', 'run_partial', 'run_failed', 'run_cancelled'] as const),
]);

/**
 * The events of a run as they come, each once and in order, to the last one. A stream that is cut is taken up
 * again after the last event that came. For a run that does not appear within a minute there are none.
 * Throws when it is refused, as for an id that no run can have, and when the service stays away.
 */
export async function* follow(
  client: Client<paths>,
  runId: string,
  options: FollowOptions = {},
): AsyncGenerator<FollowedEvent, void, undefined> {
  const { signal, retries = 5, retryMs = 250 } = options;
  let seq = options.after ?? 0;
  let failed = 0;
  for (;;) {
    try {
      let came = 0;
      for await (const followed of connect(client, runId, seq, signal)) {
        ({ seq } = followed);
        came += 1;
        failed = 0;
        yield followed;
        if (LAST.has(followed.event.type)) return;
      }
      if (came > 0) continue;
      // A run that is unknown, or that had ended before, has a stream without events, too.
      if (!(await isOpen(client, runId))) return;
      await pause(retryMs, signal);
    } catch (error) {
      failed += 1;
      if (error instanceof FollowError || signal?.aborted === true || failed > retries) throw error;
      await pause(retryMs * 2 ** (failed - 1), signal);
    }
  }
}

/** The service has refused the stream. */
export class FollowError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
    this.name = 'FollowError';
  }
}

async function* connect(
  client: Client<paths>,
  runId: string,
  after: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<FollowedEvent, void, undefined> {
  const { data, error, response } = await client.GET('/v1/runs/{id}/stream', {
    params: {
      path: { id: runId },
      ...(after > 0 && { header: { 'Last-Event-ID': String(after) } }),
    },
    parseAs: 'stream',
    ...(signal && { signal }),
  });
  if (error) {
    if (response.status >= 500) throw new Error(`The stream answered ${response.status}.`);
    throw new FollowError(response.status, error.code, error.message);
  }
  if (!data) return;
  for await (const { id, data: text } of framesOf(data)) {
    yield { seq: Number(id), event: JSON.parse(text) as RunEvent };
  }
}

async function isOpen(client: Client<paths>, runId: string): Promise<boolean> {
  const params = { path: { id: runId }, query: { summary: true } };
  const { data } = await client.GET('/v1/runs/{id}', { params });
  return data?.data.status === 'running' || data?.data.status === 'waiting';
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    function done(): void {
      signal?.removeEventListener('abort', stop);
      resolve();
    }
    signal?.addEventListener('abort', stop, { once: true });
  });
}
