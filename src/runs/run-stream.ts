import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { RunEventReader, StoredEvent } from '../streams/run-event-reader';
import { SSE_HEARTBEAT, sseFrame } from '../streams/sse';

/** In milliseconds. */
export interface StreamTimings {
  heartbeat: number;
  /** How long a run may be unknown before its stream is closed. */
  patience: number;
}

export const STREAM_TIMINGS: StreamTimings = { heartbeat: 15_000, patience: 60_000 };

export interface WantedStream {
  organizationId: string;
  runId: string;
  /** Number of the last event that the client has. */
  afterSeq: number;
  /** The event as this client may see it. */
  show?: (event: StoredEvent) => StoredEvent;
}

export const SSE_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  Connection: 'keep-alive',
  'X-Accel-Buffering': 'no',
};

/**
 * Sends the events of a run as they come, and ends after its last. A run that the organization does not have is
 * silent, whether it exists or not, until the patience is over: it may be started in the meantime.
 */
export async function sendRunStream(
  reader: RunEventReader,
  { organizationId, runId, afterSeq, show = asStored }: WantedStream,
  response: ServerResponse,
  timings: StreamTimings = STREAM_TIMINGS,
): Promise<void> {
  const over = new AbortController();
  response.on('close', () => {
    over.abort();
  });
  response.writeHead(200, SSE_HEADERS).flushHeaders();
  const heartbeat = setInterval(() => response.write(SSE_HEARTBEAT), timings.heartbeat);
  const patience = setTimeout(() => {
    endIfUnknown(reader, organizationId, runId, over).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  }, timings.patience);
  try {
    for await (const event of reader.subscribe(organizationId, runId, afterSeq, over.signal)) {
      if (!response.write(sseFrame(show(event)))) await drained(response, over.signal);
    }
  } finally {
    clearInterval(heartbeat);
    clearTimeout(patience);
    over.abort();
  }
  response.end();
}

function asStored(event: StoredEvent): StoredEvent {
  return event;
}

async function endIfUnknown(
  reader: RunEventReader,
  organizationId: string,
  runId: string,
  over: AbortController,
): Promise<void> {
  const { run } = await reader.read(organizationId, runId, 0, 1);
  if (run === 'unknown') over.abort();
}

/** Waits for a slow reader, who may also go. */
export async function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  await once(response, 'drain', { signal }).catch(() => undefined);
}
