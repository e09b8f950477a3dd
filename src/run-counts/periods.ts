/**
 * Lengths that counts are kept for beside all time, in days, and what it costs about to read one: a period has a row
 * for each workflow that ran in it. The longer ones begin where they divide the days since 1970.
 */
const LENGTHS: Lengths = [
  { days: 1, cost: 1 },
  { days: 4, cost: 2 },
  { days: 16, cost: 3 },
  { days: 64, cost: 3 },
  { days: 256, cost: 3 },
];
type Lengths = readonly [Length, ...Length[]];
interface Length {
  days: number;
  cost: number;
}
const LONGEST = Math.max(...LENGTHS.map(({ days }) => days));
const DAY_MS = 86_400_000;
/** Nothing was counted before. */
const FIRST_DAY = 0;

/** Days that follow one another and are counted in one row. */
export interface Period {
  /** How many. */
  days: number;
  /** The first one in UTC, such as `2026-01-31`. */
  start: string;
  /** 1 when they count; -1 when they are taken off, since a longer period counts them and should not. */
  sign: 1 | -1;
}

/** The whole days of a time, in UTC, by the fewest rows; what is left of it at both ends is counted run by run. */
export interface WholeDays {
  /** The begin of the first whole day; the end of the time when it has none. */
  first: Date;
  /** The end of the last whole day; the end of the time when it has none. */
  last: Date;
  periods: Period[];
}

export function wholeDays(from: Date, to: Date, now: Date): WholeDays {
  const first = Math.ceil(from.getTime() / DAY_MS);
  const last = dayOf(to);
  if (first >= last) return { first: to, last: to, periods: [] };
  return { first: dayAt(first), last: dayAt(last), periods: periodsOf(first, last, dayOf(now)) };
}

/** As {@link wholeDays}, of all days that come after a moment, those to come among them. */
export function daysAfter(from: Date, now: Date): WholeDays {
  const first = Math.ceil(from.getTime() / DAY_MS);
  const today = dayOf(now);
  // A clock that is ahead of ours may have counted tomorrow already.
  const last = (Math.floor(today / LONGEST) + 2) * LONGEST;
  const end = Math.max(first, last);
  const periods = first < end ? periodsOf(Math.max(first, FIRST_DAY), end, today) : [];
  return { first: dayAt(first), last: dayAt(end), periods };
}

/** A period, and what it costs to read. */
interface Step extends Omit<Period, 'start'> {
  /** In days since 1970. */
  start: number;
  cost: number;
}

/** Hardly anything has been counted after `today`, so that periods to come cost nothing. */
function periodsOf(first: number, last: number, today: number): Period[] {
  return cheapestWay(first, last, today).map(({ days, start, sign }) => ({
    days,
    start: dayAt(start).toISOString().slice(0, 10),
    sign,
  }));
}

/** From one day to a later one, straight on or by longer periods that begin around both. */
function cheapestWay(
  from: number,
  to: number,
  today: number,
  [length, longer, ...longest]: Lengths = LENGTHS,
): Step[] {
  if (longer === undefined) return straightWay(from, to, today, length);
  const ways = to - from < longer.days ? [straightWay(from, to, today, length)] : [];
  const ends = to % longer.days === 0 ? [to] : around(to, longer);
  for (const start of around(from, longer)) {
    for (const end of ends.filter((day) => day >= start)) {
      ways.push([
        ...straightWay(from, start, today, length),
        ...cheapestWay(start, end, today, [longer, ...longest]),
        ...straightWay(end, to, today, length),
      ]);
    }
  }
  // Of equal ones the first, which does not go beyond `to`: PostgreSQL would not read a start after the year 9999.
  return ways.reduce((best, way) => (costOf(way) < costOf(best) ? way : best));
}

/** By periods of one length, forth or back. */
function straightWay(from: number, to: number, today: number, { days, cost }: Length): Step[] {
  const sign = from <= to ? 1 : -1;
  return Array.from({ length: Math.abs(to - from) / days }, (_, index) => {
    const start = Math.min(from, to) + index * days;
    return { days, start, sign, cost: start > today ? 0 : cost };
  });
}

/** The last day that periods of a length begin at and that is not after `day`, and the next one. */
function around(day: number, { days }: Length): [before: number, after: number] {
  const before = day - (day % days);
  return [before, before + days];
}

function costOf(way: readonly Step[]): number {
  return way.reduce((sum, { cost }) => sum + cost, 0);
}

function dayOf(date: Date): number {
  return Math.floor(date.getTime() / DAY_MS);
}

function dayAt(day: number): Date {
  return new Date(day * DAY_MS);
}
