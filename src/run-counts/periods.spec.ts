import fc from 'fast-check';
import { daysAfter, type Period, wholeDays } from './periods';

const DAY_MS = 86_400_000;
const at = (text: string): Date => new Date(text);
const NOW = at('2026-01-19T12:00:00Z');
const dayOf = ({ start }: Period): number => Date.parse(start) / DAY_MS;

/** How often each day counts that counts at all. */
function counted(periods: readonly Period[]): Map<number, number> {
  const days = new Map<number, number>();
  for (const period of periods) {
    for (let day = dayOf(period); day < dayOf(period) + period.days; day++) {
      days.set(day, (days.get(day) ?? 0) + period.sign);
    }
  }
  return new Map([...days].filter(([, times]) => times !== 0).sort(([a], [b]) => a - b));
}

/** Each day from one on and before another, once. */
function onceEach(first: Date, last: Date): Map<number, number> {
  const [from, to] = [first.getTime() / DAY_MS, last.getTime() / DAY_MS];
  return new Map(Array.from({ length: to - from }, (_, index) => [from + index, 1]));
}

describe('the periods of a time', () => {
  it('begin where they divide the days since 1970', () => {
    expect(wholeDays(at('2026-01-10T10:00:00Z'), at('2026-01-19T10:00:00Z'), NOW)).toEqual({
      first: at('2026-01-11T00:00:00Z'),
      last: at('2026-01-19T00:00:00Z'),
      periods: [
        { days: 4, start: '2026-01-11', sign: 1 },
        { days: 4, start: '2026-01-15', sign: 1 },
      ],
    });
  });

  it('are longer ones, less what these count too much, where that is less to read', () => {
    const { periods } = wholeDays(at('2025-12-27T00:00:00Z'), at('2026-01-11T00:00:00Z'), NOW);
    expect(periods).toEqual([
      { days: 1, start: '2025-12-26', sign: -1 },
      { days: 16, start: '2025-12-26', sign: 1 },
    ]);
  });

  it('are none without a whole day', () => {
    const [from, to] = [at('2026-01-04T10:00:00Z'), at('2026-01-05T23:00:00Z')];
    expect(wholeDays(from, to, NOW)).toEqual({ first: to, last: to, periods: [] });
  });

  it('cover each whole day once, with few rows', () => {
    const moment = fc.integer({ min: 0, max: 30_000 * DAY_MS });
    const length = fc.integer({ min: 0, max: 366 * DAY_MS });
    fc.assert(
      fc.property(moment, length, moment, (start, span, now) => {
        const time = [new Date(start), new Date(start + span)] as const;
        const { first, last, periods } = wholeDays(...time, new Date(now));
        expect(counted(periods)).toEqual(onceEach(first, last));
        expect(periods.every((period) => dayOf(period) % period.days === 0)).toBe(true);
        expect(periods.filter(({ start }) => at(start).getTime() <= now).length).toBeLessThan(15);
      }),
    );
  });

  it('begin before the year 10000 when they end before it', () => {
    for (let days = 1; days <= 365; days++) {
      const to = at('9999-12-31T23:59:59.999Z');
      const { first, last, periods } = wholeDays(new Date(to.getTime() - days * DAY_MS), to, NOW);
      expect(counted(periods)).toEqual(onceEach(first, last));
      expect(periods.filter(({ start }) => !/^\d{4}-\d\d-\d\d$/.test(start))).toEqual([]);
    }
  });

  it('after a moment cover every day beyond tomorrow', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 366 }),
        fc.integer({ min: 0, max: 512 }),
        (ago, day) => {
          const now = new Date(NOW.getTime() + day * DAY_MS);
          const { first, last, periods } = daysAfter(new Date(now.getTime() - ago * DAY_MS), now);
          expect(counted(periods)).toEqual(onceEach(first, last));
          expect(last.getTime()).toBeGreaterThan(now.getTime() + 2 * DAY_MS);
          const read = periods.filter(({ start }) => at(start) <= now);
          expect(read.length).toBeLessThanOrEqual(10);
        },
      ),
    );
  });

  it.each(['0001-01-01T00:00:00Z', '1969-12-31T23:00:00Z'])(
    'after %s are those since 1970',
    (from) => {
      expect(daysAfter(at(from), NOW).periods[0]).toEqual({
        ...{ days: 256, start: '1970-01-01', sign: 1 },
      });
    },
  );

  it('after one that is far ahead are none', () => {
    const { first, periods } = daysAfter(at('2999-01-01T10:00:00Z'), NOW);
    expect([first, periods]).toEqual([at('2999-01-02T00:00:00Z'), []]);
  });
});
