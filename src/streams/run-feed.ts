import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { EventType } from '../../definition/progress';
import { type FeedPlace, formatFeedId, parseFeedId } from './feed-place';
import { ANY_RUN, type RunWatch } from './run-watch';

/** One event in the feed of an organization. */
export interface FeedEvent {
  /** Where it stands in the feed: what a client sends back as `Last-Event-ID`. */
  id: string;
  type: EventType;
  /** The event as JSON text, on one line. */
  data: string;
}

interface Row {
  upto: string;
  type: EventType | null;
  data: string;
}

const PAGE = 500;
const POLL_MS = 500;
/** Changes come in crowds; a feed is read once for each crowd. */
const GATHER_MS = 50;

/**
 * The starts and ends of the runs of workflows as they are committed. A reader goes from snapshot to snapshot of the
 * database: what one has and the one before had not is new. So each event is told once, whenever it was written and
 * however late it was committed, and nothing has to wait for transactions that are under way.
 */
export class RunFeed {
  constructor(
    private readonly pool: Pool,
    private readonly watch: RunWatch,
  ) {}

  /** After the event `lastId`, or now. */
  async place(lastId: string | undefined): Promise<FeedPlace> {
    const place = parseFeedId(lastId);
    if (place !== undefined) return place;
    const { rows } = await this.pool.query<{ now: string }>(
      'SELECT pg_current_snapshot()::text AS now',
    );
    return { from: rows[0]?.now ?? '', told: 0 };
  }

  /** From a place on, until the signal aborts. */
  async *subscribe(
    organizationId: string,
    workflowIds: readonly string[],
    start: FeedPlace,
    signal: AbortSignal,
  ): AsyncGenerator<FeedEvent, void, undefined> {
    const waker = await this.watch.watch(ANY_RUN);
    const wake = (): void => {
      waker.wake();
    };
    const poll = setInterval(wake, POLL_MS);
    signal.addEventListener('abort', wake);
    try {
      let place = start;
      while (!signal.aborted) {
        const { events, upto } = await this.read(organizationId, workflowIds, place);
        const { from, told } = place;
        for (const [index, { type, data }] of events.entries()) {
          yield { id: formatFeedId({ from, upto, told: told + index + 1 }), type, data };
        }
        const isAll = events.length < PAGE;
        place = isAll ? { from: upto, told: 0 } : { from, upto, told: told + PAGE };
        if (!isAll) continue;
        await waker.next();
        await pause(GATHER_MS);
      }
    } finally {
      clearInterval(poll);
      signal.removeEventListener('abort', wake);
      this.watch.unwatch(ANY_RUN, waker);
    }
  }

  private async read(
    organizationId: string,
    workflowIds: readonly string[],
    { from, upto, told }: FeedPlace,
  ): Promise<{ events: { type: EventType; data: string }[]; upto: string }> {
    const { rows } = await this.pool.query<Row>({
      name: 'weft_read_feed',
      text: `WITH snapshot AS MATERIALIZED (
          SELECT coalesce($4::pg_snapshot, pg_current_snapshot()) AS upto
        )
        SELECT s.upto::text, e.type, e.data::text
        FROM snapshot s LEFT JOIN LATERAL (
          SELECT e.at, e.run_id, e.seq, e.type, e.data FROM run_events e
          JOIN runs r ON r.organization_id = e.organization_id AND r.id = e.run_id
          WHERE e.organization_id = $1 AND left(e.type, 4) = 'run_'
            AND e.xid >= pg_snapshot_xmin($3::pg_snapshot)
            AND NOT pg_visible_in_snapshot(e.xid, $3::pg_snapshot)
            AND pg_visible_in_snapshot(e.xid, s.upto)
            AND r.workflow_id = ANY ($2::text[])
          ORDER BY e.at, e.run_id, e.seq LIMIT ${PAGE} OFFSET $5
        ) e ON true
        ORDER BY e.at, e.run_id, e.seq`,
      values: [organizationId, workflowIds, from, upto ?? null, told],
    });
    const events = rows.flatMap(({ type, data }) => (type === null ? [] : [{ type, data }]));
    return { events, upto: rows[0]?.upto ?? from };
  }
}
