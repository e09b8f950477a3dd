import type { ServerResponse } from 'node:http';
import { EventStream, type MayGoOn } from '../streams/event-stream';
import type { RunEventReader, StoredEvent } from '../streams/run-event-reader';
import { sseComment, sseFrame } from '../streams/sse';
import type { StreamTimings } from '../streams/stream-settings';

export interface WantedStream {
  organizationId: string;
  runId: string;
  /** Number of the last event that the client has. */
  afterSeq: number;
  /** The event as this client may see it. */
  show?: (event: StoredEvent) => StoredEvent;
  mayGoOn: MayGoOn;
}

/**
 * Sends the events of a run as they come, and ends after its last, or when the client may not see them any more. A
 * run that the organization does not have is awaited, whether it exists or not, until the patience is over: it may be
 * started in the meantime.
 */
export async function sendRunStream(
  reader: RunEventReader,
  { organizationId, runId, afterSeq, show = asStored, mayGoOn }: WantedStream,
  response: ServerResponse,
  timings: StreamTimings,
): Promise<void> {
  const stream = new EventStream(response, timings.heartbeat, mayGoOn);
  const patience = setTimeout(() => {
    endIfUnknown(reader, organizationId, runId, stream).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  }, timings.patience);
  let isTold = false;
  // Once: the run of another organization wakes its readers, and nobody else may learn when it acts.
  const tellUnknown = (): void => {
    if (isTold) return;
    isTold = true;
    const seconds = Math.ceil(timings.patience / 1_000);
    const text = `the run is not there: unless it appears, this stream ends after ${seconds} s`;
    void stream.write(sseComment(text));
  };
  const { signal } = stream;
  try {
    const events = reader.subscribe(organizationId, runId, afterSeq, signal, tellUnknown);
    for await (const event of events) await stream.write(sseFrame(show(event)));
  } finally {
    clearTimeout(patience);
    stream.close();
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
  stream: EventStream,
): Promise<void> {
  const { run } = await reader.read(organizationId, runId, 0, 1);
  if (run === 'unknown') stream.close();
}
