import { percentile } from './latency-slots';

/** As the database does it. */
const slotOf = (ms: number): number => (ms < 1 ? 0 : Math.floor((4 * Math.log(ms)) / Math.LN2) + 1);
const slotsOf = (latencies: readonly number[]) =>
  latencies.map((ms) => ({ slot: slotOf(ms), count: 1 }));

describe('percentile', () => {
  it('is 0 of nothing, and of what took less than a millisecond', () => {
    expect(percentile([], 0.5)).toBe(0);
    expect(percentile([{ slot: 0, count: 7 }], 0.95)).toBe(0);
  });

  it.each([1, 3, 20, 999, 60_000, 86_400_000])(
    'is within 10 %% of a lone latency of %d ms',
    (ms) => {
      const found = percentile(slotsOf([ms]), 0.5);
      expect(Math.abs(found - ms) / ms).toBeLessThan(0.1);
    },
  );

  it('is the latency that the share did not exceed', () => {
    const latencies = Array.from({ length: 100 }, (_, index) => (index < 90 ? 10 : 5_000));
    const slots = slotsOf(latencies);
    expect(percentile(slots, 0.5)).toBeCloseTo(10, -0.5);
    expect(percentile(slots, 0.9)).toBe(percentile(slots, 0.5));
    expect(percentile(slots, 0.95)).toBeGreaterThan(4_500);
  });

  it('takes the slots in any order', () => {
    const slots = slotsOf([4_000, 2, 300, 2]);
    expect(percentile(slots, 0.5)).toBe(percentile([...slots].reverse(), 0.5));
  });
});
