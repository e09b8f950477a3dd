import type { ServerResponse } from 'node:http';
import { EventStream, type MayGoOn } from '../streams/event-stream';
import type { RunFeed } from '../streams/run-feed';

export interface WantedFeed {
  organizationId: string;
  workflowIds: readonly string[];
  /** Id of the last event that the client has. */
  lastId: string | undefined;
  mayGoOn: MayGoOn;
}

/** Sends the starts and ends of the runs of workflows until the client goes or may not see them any more. */
export async function sendFeed(
  feed: RunFeed,
  { organizationId, workflowIds, lastId, mayGoOn }: WantedFeed,
  response: ServerResponse,
  heartbeatMs: number,
): Promise<void> {
  // Before the client hears that the stream is open: what happens after that is told.
  const place = await feed.place(lastId);
  const stream = new EventStream(response, heartbeatMs, mayGoOn);
  try {
    const events = feed.subscribe(organizationId, workflowIds, place, stream.signal);
    for await (const { id, type, data } of events) {
      await stream.write(`id: ${id}\nevent: ${type}\ndata: ${data}\n\n`);
    }
  } finally {
    stream.close();
  }
  response.end();
}
