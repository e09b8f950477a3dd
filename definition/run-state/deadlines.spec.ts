import fc from 'fast-check';
import { Deadlines } from './deadlines';

const always = (): boolean => true;

describe('deadlines', () => {
  it('come in the order of their time, and of two at the same time in the order they were added', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 })), (times) => {
        const deadlines = new Deadlines();
        for (const [index, time] of times.entries()) deadlines.push(String(index), time);
        const seen: [number, number][] = [];
        for (let next = deadlines.first(always); next; next = deadlines.first(always)) {
          seen.push([next.deadline, Number(next.address)]);
          deadlines.shift();
        }
        const expected = times.map((time, index): [number, number] => [time, index]);
        expect(seen).toEqual(expected.sort(([a, i], [b, j]) => a - b || i - j));
      }),
    );
  });

  it('are passed over when they hold no more', () => {
    const deadlines = new Deadlines();
    for (const [address, time] of [
      ['a', 3],
      ['b', 1],
      ['c', 2],
    ] as const) {
      deadlines.push(address, time);
    }
    expect(deadlines.first((address) => address !== 'b')).toMatchObject({
      deadline: 2,
      address: 'c',
    });
    expect(deadlines.first((_, time) => time > 2)).toMatchObject({ deadline: 3, address: 'a' });
    expect(deadlines.first(() => false)).toBeUndefined();
    deadlines.shift();
    expect(deadlines.first(always)).toBeUndefined();
  });
});
