import type { Json } from '../json';

/** An exact decimal: `units` / 10^`scale`, with `scale` at least 0. Amounts in wei don't fit a float. */
export interface Decimal {
  units: bigint;
  scale: number;
}

/** Longest number read from text, and largest power of ten: enough for any float and any 256-bit amount. */
export const MAX_DECIMAL_LENGTH = 400;

const DECIMAL = /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** Reads a number, or text that is one and nothing else; undefined for everything else. */
export function toDecimal(value: Json): Decimal | undefined {
  if (typeof value === 'number') return parseDecimal(String(value));
  return typeof value === 'string' ? parseDecimal(value) : undefined;
}

/** Negative, zero or positive, as `left` is less than, equal to or greater than `right`. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale);
  const difference = unitsAt(left, scale) - unitsAt(right, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The value times 10^`digits` when that is whole, else undefined. */
export function shiftToInteger(value: Decimal, digits: number): bigint | undefined {
  if (digits >= value.scale) return unitsAt(value, digits);
  const divisor = 10n ** BigInt(value.scale - digits);
  return value.units % divisor === 0n ? value.units / divisor : undefined;
}

/** Plain digits without an exponent and without zeros that say nothing: `-0.05`, `12`. */
export function formatDecimal({ units, scale }: Decimal): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return sign + (fraction === '' ? whole : `${whole}.${fraction}`);
}

function parseDecimal(text: string): Decimal | undefined {
  if (text.length > MAX_DECIMAL_LENGTH) return undefined;
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const power = Number(exponent);
  if (Math.abs(power) > MAX_DECIMAL_LENGTH) return undefined;
  const magnitude = BigInt(whole + fraction);
  const units = sign === '-' ? -magnitude : magnitude;
  const scale = fraction.length - power;
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

function unitsAt({ units, scale }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}
