import fc from 'fast-check';
import type { Json } from '../json';
import { compareDecimals, formatDecimal, shiftToInteger, toDecimal, type Decimal } from './decimal';

function decimal(value: Json): Decimal {
  const read = toDecimal(value);
  if (!read) throw new Error(`${JSON.stringify(value)} is no decimal`);
  return read;
}

describe('toDecimal', () => {
  it.each<[Json, string]>([
    ['0', '0'],
    ['-0', '0'],
    ['7', '7'],
    ['007', '7'],
    ['+7', '7'],
    ['-7.50', '-7.5'],
    ['.5', '0.5'],
    ['-.05', '-0.05'],
    ['5.', '5'],
    ['1e3', '1000'],
    ['1E+3', '1000'],
    ['1.25e1', '12.5'],
    ['125e-2', '1.25'],
    ['1e-18', '0.000000000000000001'],
    [
      '115792089237316195423570985008687907853269984665640564039457584007913129639935',
      '115792089237316195423570985008687907853269984665640564039457584007913129639935',
    ],
    [0, '0'],
    [-0.1, '-0.1'],
    [1e21, '1000000000000000000000'],
    [5e-7, '0.0000005'],
    ['1e400', `1${'0'.repeat(400)}`],
    ['1e-400', `0.${'0'.repeat(399)}1`],
    ['9'.repeat(400), '9'.repeat(400)],
  ])('reads %j', (value, text) => {
    expect(formatDecimal(decimal(value))).toBe(text);
  });

  it.each<Json>([
    '',
    ' ',
    ' 1',
    '1 ',
    '1\n',
    '.',
    '-',
    '+',
    'e5',
    '1e',
    '1e+',
    '1.2.3',
    '--1',
    '1,000',
    '1_000',
    '0x10',
    'NaN',
    'Infinity',
    'x1',
    '1x',
    '1e401',
    '1e-401',
    '1e99999',
    '9'.repeat(401),
    null,
    true,
    [],
    [1],
    {},
  ])('finds no number in %j', (value) => {
    expect(toDecimal(value)).toBeUndefined();
  });

  it('reads every float exactly as it is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(Number(formatDecimal(decimal(number)))).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});

describe('compareDecimals', () => {
  it.each<[string, string, number]>([
    ['1', '2', -1],
    ['2', '1', 1],
    ['10', '9', 1],
    ['1.0', '1', 0],
    ['0.10', '.1', 0],
    ['-0', '0', 0],
    ['-2', '-1', -1],
    ['1e2', '100', 0],
    ['0.1', '0.09', 1],
    ['1000000000000000000001', '1000000000000000000000', 1],
    ['0.000000000000000001', '0.000000000000000002', -1],
  ])('%s and %s give %d', (left, right, expected) => {
    expect(compareDecimals(decimal(left), decimal(right))).toBe(expected);
  });

  it('agrees with BigInt for whole numbers', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
        const expected = a < b ? -1 : a > b ? 1 : 0;
        expect(compareDecimals(decimal(a.toString()), decimal(b.toString()))).toBe(expected);
      }),
    );
  });

  it('turns its sign when the sides are changed, and is 0 for the same number', () => {
    const text = fc
      .tuple(fc.bigInt(), fc.integer({ min: -99, max: 99 }))
      .map(([units, power]) => `${units}e${power}`);
    fc.assert(
      fc.property(text, text, (a, b) => {
        const forth = compareDecimals(decimal(a), decimal(b));
        expect(compareDecimals(decimal(b), decimal(a)) + forth).toBe(0);
        expect(compareDecimals(decimal(a), decimal(a))).toBe(0);
      }),
    );
  });
});

describe('shiftToInteger', () => {
  it.each<[string, number, bigint | undefined]>([
    ['1.5', 18, 1500000000000000000n],
    ['1.5', 1, 15n],
    ['1.5', 0, undefined],
    ['1.50', 1, 15n],
    ['-0.001', 2, undefined],
    ['-0.010', 2, -1n],
    ['12', 0, 12n],
    ['0.0', 0, 0n],
  ])('%s by %d digits', (value, digits, expected) => {
    expect(shiftToInteger(decimal(value), digits)).toBe(expected);
  });
});

describe('formatDecimal', () => {
  it.each<[Decimal, string]>([
    [{ units: 0n, scale: 0 }, '0'],
    [{ units: 0n, scale: 18 }, '0'],
    [{ units: 5n, scale: 1 }, '0.5'],
    [{ units: -5n, scale: 3 }, '-0.005'],
    [{ units: 100n, scale: 0 }, '100'],
    [{ units: 100n, scale: 2 }, '1'],
    [{ units: 1200n, scale: 3 }, '1.2'],
    [{ units: 1002n, scale: 2 }, '10.02'],
  ])('%p', (value, text) => {
    expect(formatDecimal(value)).toBe(text);
  });
});
