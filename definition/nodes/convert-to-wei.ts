import type { NodeSpec } from '../catalog';
import { shiftToInteger } from '../condition/decimal';
import { invalidInput, type PureNode } from './pure-node';
import { decimalsSchema, readAmount } from './wei';

export const convertToWeiNode: PureNode = {
  type: 'convert-to-wei',
  run(input) {
    const read = readAmount(input, 'amount');
    if ('problem' in read) return invalidInput(read.problem);
    const wei = shiftToInteger(read.amount, read.decimals);
    if (wei === undefined) {
      return invalidInput(`\`amount\` has more than ${read.decimals} decimals.`);
    }
    return { ok: true, result: { wei: wei.toString() } };
  },
};

export const spec: NodeSpec = {
  type: 'convert-to-wei',
  title: 'Convert to wei',
  description: 'Turns a token amount as people write it into its smallest unit, without rounding.',
  category: 'Built-in',
  tags: ['token', 'wei', 'math'],
  execution: 'inline',
  payloadSchema: {
    type: 'object',
    required: ['amount'],
    properties: {
      amount: { type: ['string', 'number'], description: 'Such as `1.5`. Text keeps every digit.' },
      decimals: decimalsSchema,
    },
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    required: ['wei'],
    properties: { wei: { type: 'string', description: 'A whole number, as text.' } },
  },
  behaviour: { sideEffects: false },
  example: { payload: { amount: '1.5', decimals: 18 }, result: { wei: '1500000000000000000' } },
};
