import { toDecimal, type Decimal } from '../condition/decimal';
import { ownValue, type JsonObject } from '../json';

/** Most decimals of a token: what an unsigned 256-bit amount can hold. */
export const MAX_TOKEN_DECIMALS = 77;

const DEFAULT_DECIMALS = 18;

export const decimalsSchema: JsonObject = {
  type: 'integer',
  minimum: 0,
  maximum: MAX_TOKEN_DECIMALS,
  default: DEFAULT_DECIMALS,
  description: 'How many decimals the token has.',
};

/** An amount and the decimals of its token, or what is wrong with them. */
export function readAmount(
  input: JsonObject,
  key: 'amount' | 'wei',
): { amount: Decimal; decimals: number } | { problem: string } {
  const value = ownValue(input, key) ?? null;
  const amount = toDecimal(value);
  if (amount === undefined)
    return { problem: `\`${key}\` must be a number or a text that is one.` };
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return { problem: `\`${key}\` is too large to be exact as a number: pass it as text.` };
  }
  const decimals = Number(ownValue(input, 'decimals') ?? DEFAULT_DECIMALS);
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > MAX_TOKEN_DECIMALS) {
    return { problem: `\`decimals\` must be a whole number from 0 to ${MAX_TOKEN_DECIMALS}.` };
  }
  return { amount, decimals };
}
