import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { SSE_HEARTBEAT } from './sse';

const SSE_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  Connection: 'keep-alive',
  'X-Accel-Buffering': 'no',
};

/** Asked at every heartbeat: whether the client may still see what it is sent. */
export type MayGoOn = () => Promise<boolean>;

/** A response of server-sent events, from its head to its end. */
export class EventStream {
  private readonly over = new AbortController();
  private readonly heartbeat: NodeJS.Timeout;
  private isAsking = false;

  constructor(
    private readonly response: ServerResponse,
    heartbeatMs: number,
    private readonly mayGoOn: MayGoOn,
  ) {
    response.on('close', () => {
      this.close();
    });
    response.writeHead(200, SSE_HEADERS).flushHeaders();
    this.heartbeat = setInterval(() => void this.beat(), heartbeatMs);
  }

  /** Aborted when the client has gone, or may not go on. */
  get signal(): AbortSignal {
    return this.over.signal;
  }

  async write(frame: string): Promise<void> {
    if (this.signal.aborted || this.response.write(frame)) return;
    // For a slow reader, who may also go.
    await once(this.response, 'drain', { signal: this.signal }).catch(() => undefined);
  }

  /** Whoever writes ends the response, once its signal has told it. */
  close(): void {
    clearInterval(this.heartbeat);
    this.over.abort();
  }

  private async beat(): Promise<void> {
    this.response.write(SSE_HEARTBEAT);
    if (this.isAsking) return;
    this.isAsking = true;
    // When it can't be found out now, as little can be read: the next heartbeat asks again.
    const goesOn = await this.mayGoOn().catch(() => true);
    this.isAsking = false;
    if (!goesOn) this.close();
  }
}
