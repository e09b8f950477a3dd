import { ApiError } from './errors';

export const GRANULARITIES = ['hourly', 'daily'] as const;
export type Granularity = (typeof GRANULARITIES)[number];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_DAYS = 365;
/** Points of one series. */
const MAX_BUCKETS = 1_000;

const WIDTH: Readonly<Record<Granularity, number>> = { hourly: HOUR_MS, daily: DAY_MS };

/** Whole buckets in UTC: from the start of the first one to the end of the last one. */
export interface TimeRange {
  from: Date;
  to: Date;
}

/** The whole hours or days that a time between `from` and `to` (in milliseconds) falls into. Throws 400. */
export function rangeOf(
  { from, to }: { from: number; to: number },
  granularity: Granularity = 'hourly',
): TimeRange {
  if (to <= from) throw problem('to', 'to must be after from');
  if (to - from > MAX_DAYS * DAY_MS)
    throw problem('to', `to must be at most ${MAX_DAYS} days after from`);
  const width = WIDTH[granularity];
  const start = Math.floor(from / width) * width;
  const end = Math.ceil(to / width) * width;
  return { from: new Date(start), to: new Date(end) };
}

/** The starts of the buckets of a series, in order. Throws 400 for too many. */
export function bucketsOf({ from, to }: TimeRange, granularity: Granularity): Date[] {
  const width = WIDTH[granularity];
  const count = (to.getTime() - from.getTime()) / width;
  if (count > MAX_BUCKETS) {
    const message = `granularity must be daily: these are ${count} hours, and a series has at most ${MAX_BUCKETS} points`;
    throw problem('granularity', message);
  }
  return Array.from({ length: count }, (_, index) => new Date(from.getTime() + index * width));
}

/** The whole days in the middle of a range of hours; empty, at its end, when there is none. */
export function wholeDaysIn({ from, to }: TimeRange): TimeRange {
  const start = Math.ceil(from.getTime() / DAY_MS) * DAY_MS;
  const end = Math.floor(to.getTime() / DAY_MS) * DAY_MS;
  return start < end ? { from: new Date(start), to: new Date(end) } : { from: to, to };
}

/** As PostgreSQL's `date_trunc` calls it. */
export function unitOf(granularity: Granularity): 'hour' | 'day' {
  return granularity === 'hourly' ? 'hour' : 'day';
}

function problem(field: string, message: string): ApiError {
  return ApiError.fields([{ field, message }]);
}
