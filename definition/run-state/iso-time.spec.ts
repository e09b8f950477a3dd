import fc from 'fast-check';
import { isoTime } from './iso-time';

describe('isoTime', () => {
  it('says the same as Date for every millisecond from 1970 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799_999 }), (ms) => {
        expect(isoTime(ms)).toBe(new Date(ms).toISOString());
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['2000-02-29T23:59:59.999Z', '2100-03-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z'])(
    'knows %s',
    (iso) => {
      expect(isoTime(Date.parse(iso))).toBe(iso);
    },
  );
});
