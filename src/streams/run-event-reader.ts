import type { Pool } from 'pg';
import type { EventType } from '../../definition/progress';
import { RunFeed } from './run-feed';
import type { RunWatch } from './run-watch';

/** One event as it is stored. */
export interface StoredEvent {
  /** 1, 2, 3 ... in each run. */
  seq: number;
  type: EventType;
  /** The event as JSON text, on one line. */
  data: string;
}

export interface EventPage {
  /** `ended`: nothing will be added any more. */
  run: 'unknown' | 'open' | 'ended';
  /** Number of the newest event of the run. */
  lastSeq: number;
  events: StoredEvent[];
}

const PAGE = 500;

/** Reads the numbered stream of a run. */
export class RunEventReader {
  /** The same for many runs at once. */
  readonly feed: RunFeed;

  constructor(
    private readonly pool: Pool,
    private readonly watch: RunWatch,
  ) {
    this.feed = new RunFeed(pool, watch);
  }

  /** The events after a number, in order: at most `limit` of them. */
  async read(
    organizationId: string,
    runId: string,
    afterSeq: number,
    limit = PAGE,
  ): Promise<EventPage> {
    const { rows } = await this.pool.query<{
      ended: boolean;
      last_seq: number;
      seq: number | null;
      type: EventType;
      data: string;
    }>({
      name: 'weft_read_events',
      text: `SELECT r.ended, r.last_seq, e.seq, e.type, e.data::text AS data
        FROM runs r LEFT JOIN LATERAL (
          SELECT seq, type, data FROM run_events
          WHERE organization_id = r.organization_id AND run_id = r.id AND seq > $3
          ORDER BY seq LIMIT $4
        ) e ON true
        WHERE r.organization_id = $1 AND r.id = $2
        ORDER BY e.seq`,
      values: [organizationId, runId, afterSeq, limit],
    });
    const [first] = rows;
    if (!first) return { run: 'unknown', lastSeq: 0, events: [] };
    return {
      run: first.ended ? 'ended' : 'open',
      lastSeq: first.last_seq,
      events: rows.flatMap(({ seq, type, data }) => (seq === null ? [] : [{ seq, type, data }])),
    };
  }

  /**
   * The events after a number as they come, each once and in order. Ends after the run's last event,
   * and when the signal aborts. A run that is unknown, or another organization's, is silent: it may
   * still come into being, and `onUnknown` is told.
   */
  async *subscribe(
    organizationId: string,
    runId: string,
    afterSeq: number,
    signal: AbortSignal,
    onUnknown: () => void = () => undefined,
  ): AsyncGenerator<StoredEvent, void, undefined> {
    // Watched before the first read, so that nothing falls between the two.
    const waker = await this.watch.watch(runId);
    const onAbort = (): void => {
      waker.wake();
    };
    signal.addEventListener('abort', onAbort);
    try {
      let last = afterSeq;
      while (!signal.aborted) {
        const { run, lastSeq, events } = await this.read(organizationId, runId, last);
        if (run === 'unknown') onUnknown();
        for (const event of events) {
          yield event;
          last = event.seq;
        }
        if (run === 'ended' && last >= lastSeq) return;
        if (events.length === 0) await waker.next();
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
      this.watch.unwatch(runId, waker);
    }
  }
}
