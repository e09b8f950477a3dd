import type { RunRecord } from '../../activities/deps';

import type { Claims } from '../record/claims';
import type { LostRuns } from '../record/lost-runs';
import type { OpenDeliveries } from '../record/open-deliveries';
import type { RunRows } from '../record/run-rows';
import type { StoredRuns } from '../record/stored-runs';
import type { KeyRotation } from '../secrets/key-rotation';
import type { Tallies } from '../tallies/tallies';
import { type DeliveryStart, isGrpcServiceError } from '../temporal/start-delivery';
import type { TemporalRunEngine } from '../temporal/temporal-run-engine';
import type { TemporalWorkflows } from '../temporal/temporal-workflows';

export interface ReconcilerLog {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
}

export interface RepairDeps {
  lost: LostRuns;
  rows: RunRows;
  stored: StoredRuns;
  claims: Claims;
  deliveries: OpenDeliveries;
  tallies: Tallies;
  keys: KeyRotation;
  record: Pick<RunRecord, 'flush'>;
  engine: TemporalRunEngine;
  workflows: TemporalWorkflows;
  startDelivery: (start: DeliveryStart) => Promise<void>;
  log: ReconcilerLog;
}

export interface Round {
  now: Date;
  /** Aborted when the service stops. */
  signal: AbortSignal;
}

/** One way in which record and Temporal may differ, and its mending. Each may run twice, and in two processes. */
export interface Repair {
  name: string;
  /** @returns how much was mended */
  run(deps: RepairDeps, round: Round): Promise<number>;
}

/** Rows that are read at once. */
const PAGE = 200;
/** Pages of one round, so that a round stays short: the next one comes soon. */
const MAX_PAGES = 10;

/** Mends page after page, from `after` on the last item of the page before. */
export async function mendPages<T>(
  deps: Pick<RepairDeps, 'log'>,
  { signal }: Round,
  read: (limit: number, after: string | undefined) => Promise<T[]>,
  idOf: (item: T) => string,
  mend: (item: T) => Promise<boolean>,
): Promise<number> {
  let mended = 0;
  let after: string | undefined;
  for (let page = 0; page < MAX_PAGES && !signal.aborted; page++) {
    const items = await read(PAGE, after);
    mended += await mendEach(deps, items, mend);
    const last = items.at(-1);
    if (last === undefined || items.length < PAGE) break;
    after = idOf(last);
  }
  return mended;
}

const CONCURRENCY = 8;

/** One that can't be mended does not keep the others from it; servers that are away end it, for a later round. */
export async function mendEach<T>(
  { log }: Pick<RepairDeps, 'log'>,
  items: readonly T[],
  mend: (item: T) => Promise<boolean>,
): Promise<number> {
  const queue = [...items];
  let mended = 0;
  const work = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        if (await mend(item)) mended += 1;
      } catch (error) {
        if (isAway(error)) {
          queue.length = 0;
          throw error;
        }
        log.warn({ error, item }, 'this could not be mended and will be tried again');
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return mended;
}

/** gRPC: deadline exceeded, unavailable. */
const AWAY: readonly number[] = [4, 14];

/** Whether a server does not answer, rather than refuse this one thing. */
function isAway(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (isGrpcServiceError(cause)) return AWAY.includes(cause.code);
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && (/^E[A-Z]+$/.test(code) || /^(08|57P)/.test(code));
}
