import fc from 'fast-check';
import { daysAfter, type Period, wholeDays } from './periods';

const DAY_MS = 86_400_000;
const at = (text: string): Date => new Date(text);
const dayOf = ({ start }: Period): number => Date.parse(start) / DAY_MS;

describe('the periods of a time', () => {
  it('are the longest ones that fit, and begin where they divide the days since 1970', () => {
    expect(wholeDays(at('2026-01-09T10:00:00Z'), at('2026-01-19T10:00:00Z'))).toEqual({
      first: at('2026-01-10T00:00:00Z'),
      last: at('2026-01-19T00:00:00Z'),
      periods: [
        { days: 1, start: '2026-01-10' },
        { days: 4, start: '2026-01-11' },
        { days: 4, start: '2026-01-15' },
      ],
    });
  });

  it('are none without a whole day', () => {
    const [from, to] = [at('2026-01-04T10:00:00Z'), at('2026-01-05T23:00:00Z')];
    expect(wholeDays(from, to)).toEqual({ first: to, last: to, periods: [] });
  });

  it('cover each whole day once, with few rows', () => {
    const moment = fc.integer({ min: 0, max: 30_000 * DAY_MS });
    const length = fc.integer({ min: 0, max: 366 * DAY_MS });
    fc.assert(
      fc.property(moment, length, (start, span) => {
        const { first, last, periods } = wholeDays(new Date(start), new Date(start + span));
        let next = first.getTime() / DAY_MS;
        for (const period of periods) {
          expect(dayOf(period)).toBe(next);
          expect(next % period.days).toBe(0);
          next += period.days;
        }
        const covered = periods.reduce((sum, { days }) => sum + days * DAY_MS, 0);
        expect(last.getTime() - first.getTime()).toBe(covered);
        expect(periods.length).toBeLessThanOrEqual(3 * 8);
      }),
    );
  });

  it('after a moment reach beyond tomorrow', () => {
    const now = at('2026-01-14T10:00:00Z');
    const { first, periods } = daysAfter(at('2025-03-20T00:00:00Z'), now);
    expect(first).toEqual(at('2025-03-20T00:00:00Z'));
    const end = periods.reduce((_, period) => dayOf(period) + period.days, 0);
    expect(end * DAY_MS).toBeGreaterThan(now.getTime() + 2 * DAY_MS);
    expect(periods.length).toBeLessThanOrEqual(3 * 4 + 2);
  });

  it.each(['0001-01-01T00:00:00Z', '1969-12-31T23:00:00Z'])(
    'after %s are those since 1970',
    (from) => {
      expect(daysAfter(at(from), at('2026-01-14T10:00:00Z')).periods[0]).toEqual({
        ...{ days: 256, start: '1970-01-01' },
      });
    },
  );

  it('after one that is far ahead are none', () => {
    const { first, periods } = daysAfter(at('2999-01-01T10:00:00Z'), at('2026-01-14T10:00:00Z'));
    expect([first, periods]).toEqual([at('2999-01-02T00:00:00Z'), []]);
  });
});
