import { setTimeout as pause } from 'node:timers/promises';
import { isTerminal, type EventType } from '../../definition/progress';
import { framesOf } from '../../packages/client/src';
import { expectEvent } from '../published/event-check';
import type { ChaosService } from './chaos-service';

export interface Frame {
  seq: number;
  type: string;
  data: string;
}

/**
 * A client that follows a run through every cut of its stream: those it makes itself, after some frames,
 * and those of a service that is killed. It goes on by `Last-Event-ID` until the run's last event.
 */
export class Follower {
  readonly frames: Frame[] = [];
  private readonly stopped = new AbortController();

  /** @param cutAfter frames after which the first stream is cut */
  constructor(
    private readonly service: ChaosService,
    private readonly runId: string,
    private cutAfter: number,
  ) {
    void this.follow();
  }

  stop(): void {
    this.stopped.abort();
  }

  /** Whether it has seen the last event. */
  hasEnd(): boolean {
    const last = this.frames.at(-1);
    return last !== undefined && isTerminal(last.type as EventType);
  }

  private async follow(): Promise<void> {
    while (!this.hasEnd() && !this.stopped.signal.aborted) {
      try {
        if (this.service.url !== undefined) await this.read();
      } catch {
        // Cut: the next one goes on where this one ended.
      }
      if (!this.hasEnd()) await pause(50);
    }
  }

  private async read(): Promise<void> {
    const after = this.frames.at(-1)?.seq ?? 0;
    for await (const frame of framesAfter(this.service, this.runId, after, this.stopped.signal)) {
      this.frames.push(frame);
      if (--this.cutAfter === 0) return;
    }
  }
}

/** What the stream of a run sends to who has seen an event last, until it closes. */
export async function* framesAfter(
  service: ChaosService,
  runId: string,
  lastEventId: number,
  signal: AbortSignal,
): AsyncGenerator<Frame> {
  const response = await service.stream(runId, lastEventId, signal);
  if (!response.ok || !response.body) return;
  for await (const { id, event, data } of framesOf(response.body)) {
    expectEvent('RunEvent', JSON.parse(data));
    yield { seq: Number(id), type: event, data };
  }
}
