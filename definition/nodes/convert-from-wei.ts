import type { NodeSpec } from '../catalog';
import { formatDecimal, shiftToInteger } from '../condition/decimal';
import { invalidInput, type PureNode } from './pure-node';
import { decimalsSchema, readAmount } from './wei';

export const convertFromWeiNode: PureNode = {
  type: 'convert-from-wei',
  run(input) {
    const read = readAmount(input, 'wei');
    if ('problem' in read) return invalidInput(read.problem);
    const units = shiftToInteger(read.amount, 0);
    if (units === undefined) return invalidInput('`wei` must be a whole number.');
    return { ok: true, result: { amount: formatDecimal({ units, scale: read.decimals }) } };
  },
};

export const spec: NodeSpec = {
  type: 'convert-from-wei',
  title: 'Convert from wei',
  description:
    'Turns an amount in the smallest unit of a token into the number people read, without rounding.',
  category: 'Built-in',
  tags: ['token', 'wei', 'math'],
  execution: 'inline',
  payloadSchema: {
    type: 'object',
    required: ['wei'],
    properties: {
      wei: { type: ['string', 'number'], description: 'A whole number. Text keeps every digit.' },
      decimals: decimalsSchema,
    },
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    required: ['amount'],
    properties: { amount: { type: 'string', description: 'Without zeros at the end.' } },
  },
  behaviour: { sideEffects: false },
  example: { payload: { wei: '1500000000000000000', decimals: 18 }, result: { amount: '1.5' } },
};
