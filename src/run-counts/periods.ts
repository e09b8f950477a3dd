/** Lengths that counts are kept for beside all time, in days. The longer ones begin where they divide the days since 1970. */
const LENGTHS = [256, 64, 16, 4, 1] as const;
const DAY_MS = 86_400_000;
/** Nothing was counted before. */
const FIRST_DAY = 0;

/** Days that follow one another and are counted in one row. */
export interface Period {
  /** How many. */
  days: number;
  /** The first one in UTC, such as `2026-01-31`. */
  start: string;
}

/** The whole days of a time, in UTC, by the fewest periods; what is left of it at both ends is counted run by run. */
export interface WholeDays {
  /** The begin of the first whole day; the end of the time when it has none. */
  first: Date;
  /** The end of the last whole day; the end of the time when it has none. */
  last: Date;
  periods: Period[];
}

export function wholeDays(from: Date, to: Date): WholeDays {
  const first = Math.ceil(from.getTime() / DAY_MS);
  const last = Math.floor(to.getTime() / DAY_MS);
  if (first >= last) return { first: to, last: to, periods: [] };
  return { first: dayAt(first), last: dayAt(last), periods: periodsOf(first, last) };
}

/** As {@link wholeDays}, of all days that come after a moment, those to come among them. */
export function daysAfter(from: Date, now: Date): WholeDays {
  const first = Math.ceil(from.getTime() / DAY_MS);
  const longest = LENGTHS[0];
  // A clock that is ahead of ours may have counted tomorrow already.
  const last = (Math.floor(now.getTime() / DAY_MS / longest) + 2) * longest;
  const periods = periodsOf(Math.max(first, FIRST_DAY), last);
  return { first: dayAt(first), last: dayAt(Math.max(first, last)), periods };
}

function periodsOf(first: number, last: number): Period[] {
  const periods: Period[] = [];
  for (let day = first; day < last;) {
    const days = LENGTHS.find((length) => day % length === 0 && day + length <= last) ?? 1;
    periods.push({ days, start: dayAt(day).toISOString().slice(0, 10) });
    day += days;
  }
  return periods;
}

function dayAt(day: number): Date {
  return new Date(day * DAY_MS);
}
