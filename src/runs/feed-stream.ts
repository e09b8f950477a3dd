import type { ServerResponse } from 'node:http';
import type { RunFeed } from '../streams/run-feed';
import { SSE_HEARTBEAT } from '../streams/sse';
import { drained, SSE_HEADERS, STREAM_TIMINGS } from './run-stream';

export interface WantedFeed {
  organizationId: string;
  workflowIds: readonly string[];
  /** Id of the last event that the client has. */
  lastId: string | undefined;
}

/** Sends the starts and ends of the runs of workflows until the client goes. */
export async function sendFeed(
  feed: RunFeed,
  { organizationId, workflowIds, lastId }: WantedFeed,
  response: ServerResponse,
  heartbeatMs = STREAM_TIMINGS.heartbeat,
): Promise<void> {
  // Before the client hears that the stream is open: what happens after that is told.
  const place = await feed.place(lastId);
  const over = new AbortController();
  response.on('close', () => {
    over.abort();
  });
  response.writeHead(200, SSE_HEADERS).flushHeaders();
  const heartbeat = setInterval(() => response.write(SSE_HEARTBEAT), heartbeatMs);
  try {
    const events = feed.subscribe(organizationId, workflowIds, place, over.signal);
    for await (const { id, type, data } of events) {
      const frame = `id: ${id}\nevent: ${type}\ndata: ${data}\n\n`;
      if (!response.write(frame)) await drained(response, over.signal);
    }
  } finally {
    clearInterval(heartbeat);
  }
  response.end();
}
