import { ApiError } from './errors';
import { bucketsOf, rangeOf, type TimeRange, wholeDaysIn } from './time-range';

const at = (text: string): number => Date.parse(`${text}Z`);
const shown = ({ from, to }: TimeRange): string[] => [from.toISOString(), to.toISOString()];
const range = (from: string, to: string): TimeRange => rangeOf({ from: at(from), to: at(to) });

describe('rangeOf', () => {
  it('is widened to whole hours, or to whole days', () => {
    const given = { from: at('2026-03-01T10:59:59.999'), to: at('2026-03-02T00:00:00.001') };
    expect(shown(rangeOf(given))).toEqual(['2026-03-01T10:00:00.000Z', '2026-03-02T01:00:00.000Z']);
    expect(shown(rangeOf(given, 'daily'))).toEqual([
      '2026-03-01T00:00:00.000Z',
      '2026-03-03T00:00:00.000Z',
    ]);
  });

  it('stays as it is when it is whole', () => {
    const whole = range('2026-03-01T00:00', '2026-03-02T00:00');
    expect(shown(whole)).toEqual(['2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z']);
  });

  it.each([
    ['is empty', '2026-03-01T00:00', '2026-03-01T00:00', 'to must be after from'],
    ['goes back', '2026-03-02T00:00', '2026-03-01T00:00', 'to must be after from'],
    [
      'is too long',
      '2025-01-01T00:00',
      '2026-01-01T00:01',
      'to must be at most 365 days after from',
    ],
  ])('is refused when it %s', (_, from, to, message) => {
    expect(() => range(from, to)).toThrow(new ApiError('invalidFields', message));
  });
});

describe('bucketsOf', () => {
  it('gives every hour, also where clocks are put forward somewhere', () => {
    const buckets = bucketsOf(range('2026-03-29T00:00', '2026-03-30T00:00'), 'hourly');
    expect(buckets).toHaveLength(24);
    expect(buckets[3]?.toISOString()).toBe('2026-03-29T03:00:00.000Z');
  });

  it('refuses more points than a series has', () => {
    const year = rangeOf({ from: 0, to: 365 * 86_400_000 }, 'daily');
    expect(bucketsOf(year, 'daily')).toHaveLength(365);
    expect(() => bucketsOf(year, 'hourly')).toThrow('granularity must be daily');
  });
});

describe('wholeDaysIn', () => {
  it.each([
    ['2026-03-01T10:00', '2026-03-04T02:00', '2026-03-02T00:00', '2026-03-04T00:00'],
    ['2026-03-01T00:00', '2026-03-02T00:00', '2026-03-01T00:00', '2026-03-02T00:00'],
    ['2026-03-01T01:00', '2026-03-02T23:00', '2026-03-02T23:00', '2026-03-02T23:00'],
    ['2026-03-01T01:00', '2026-03-01T02:00', '2026-03-01T02:00', '2026-03-01T02:00'],
  ])('between %s and %s are from %s to %s', (from, to, first, last) => {
    const days = [first, last].map((text) => new Date(at(text)).toISOString());
    expect(shown(wholeDaysIn(range(from, to)))).toEqual(days);
  });
});
