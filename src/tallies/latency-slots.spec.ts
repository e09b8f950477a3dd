import { latencyOf } from './latency-slots';

/** As the database does it. */
const slotOf = (ms: number): number => (ms < 1 ? 0 : Math.floor((4 * Math.log(ms)) / Math.LN2) + 1);

describe('latencyOf', () => {
  it('is 0 for what takes less than a millisecond', () => {
    expect(latencyOf(slotOf(0))).toBe(0);
    expect(latencyOf(slotOf(0.99))).toBe(0);
  });

  it.each([1, 3, 20, 999, 60_000, 86_400_000])('is within 10 %% of %d ms', (ms) => {
    const found = latencyOf(slotOf(ms));
    expect(Math.abs(found - ms) / ms).toBeLessThan(0.1);
  });

  it('grows with the slot', () => {
    const latencies = Array.from({ length: 140 }, (_, slot) => latencyOf(slot));
    expect(latencies).toEqual([...latencies].sort((a, b) => a - b));
  });
});
