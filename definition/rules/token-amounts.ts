import { shiftToInteger, toDecimal, type Decimal } from '../condition/decimal';
import type { NodeFacts, Report, Rule } from './facts';
import { payloadField } from './payload-field';
import { quote } from './text';

/** Digits that a JSON number keeps for certain. */
const EXACT_DIGITS = 15;
const DEFAULT_DECIMALS = 18;

/** Token amounts lose no digits and have the unit that is meant. */
export const tokenAmounts: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    if (node.node.type === 'convert-to-wei') checkReadable(node, report);
    if (node.node.type === 'convert-from-wei') checkSmallest(node, report);
  }
};

function checkReadable(node: NodeFacts, report: Report): void {
  const amount = exactAmount(node, 'amount', '1.5', report);
  const decimals = decimalsOf(node);
  if (!amount || decimals === undefined || shiftToInteger(amount, decimals) !== undefined) return;
  const message = `The token has ${decimals} decimals and \`amount\` has ${amount.scale}: what is smaller than the smallest unit would be lost.`;
  report('token_amount_invalid', node, 'payload.amount', message);
}

function checkSmallest(node: NodeFacts, report: Report): void {
  const wei = exactAmount(node, 'wei', '1500000000000000000', report);
  if (!wei || shiftToInteger(wei, 0) !== undefined) return;
  const message =
    '`wei` counts the smallest unit and has no decimals: "1500000000000000000" is 1.5 of a token with 18. An amount as people write it becomes that with `convert-to-wei`.';
  report('token_amount_invalid', node, 'payload.wei', message);
}

/** The amount, when it is known; reports one that is none, or a number that JSON has rounded. */
function exactAmount(
  node: NodeFacts,
  key: string,
  example: string,
  report: Report,
): Decimal | undefined {
  const amount = payloadField(node, key);
  if (amount.kind !== 'literal') return undefined;
  const { value } = amount;
  if (typeof value === 'number' && digits(value) > EXACT_DIGITS) {
    const message = `\`${key}\` has more digits than a JSON number keeps. Write it as a string: "${example}".`;
    report('token_amount_invalid', node, `payload.${key}`, message);
    return undefined;
  }
  const decimal = toDecimal(value);
  if (decimal) return decimal;
  const given = typeof value === 'string' ? `, not ${quote(value)}` : '';
  const message = `\`${key}\` is a number in a string, without unit, sign of the currency or separators: "${example}"${given}.`;
  report('token_amount_invalid', node, `payload.${key}`, message);
  return undefined;
}

function digits(value: number): number {
  return Number.isInteger(value) && !Number.isSafeInteger(value)
    ? Number.POSITIVE_INFINITY
    : String(value).replace(/\D/g, '').length;
}

/** Undefined when an expression decides. */
function decimalsOf(node: NodeFacts): number | undefined {
  const decimals = payloadField(node, 'decimals');
  if (decimals.kind === 'absent') return DEFAULT_DECIMALS;
  if (decimals.kind === 'computed' || typeof decimals.value !== 'number') return undefined;
  return Number.isInteger(decimals.value) && decimals.value >= 0 ? decimals.value : undefined;
}
