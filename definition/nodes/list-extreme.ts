import { compareDecimals, toDecimal, type Decimal } from '../condition/decimal';
import { fieldPath, readPath } from '../expression/read-path';
import { ownValue, type Json, type JsonObject } from '../json';
import { invalidInput, kindOf, type PureOutcome } from './pure-node';

/**
 * The largest (`sign` 1) or smallest (`sign` -1) number of a list, compared as exact decimals; the first of equal ones.
 * Items whose value is null are passed over; a value that is no number is an error.
 */
export function findExtreme(input: JsonObject, sign: 1 | -1): PureOutcome {
  const array = ownValue(input, 'array');
  if (!Array.isArray(array)) {
    return invalidInput(`\`array\` must be an array, but it is ${kindOf(array)}.`);
  }
  const field = ownValue(input, 'field') ?? null;
  const path = typeof field === 'string' ? fieldPath(field) : field === null ? [] : undefined;
  if (path === undefined) {
    return invalidInput('`field` must be the name of a field; dots lead deeper.');
  }
  let best: { number: Decimal; value: Json; index: number; item: Json } | undefined;
  for (const [index, item] of array.entries()) {
    const value = readPath(item, path);
    if (value === null) continue;
    const number = toDecimal(value);
    if (number === undefined) {
      return invalidInput(`The value of item ${index} is ${kindOf(value)} and no number.`);
    }
    if (best === undefined || compareDecimals(number, best.number) === sign) {
      best = { number, value, index, item };
    }
  }
  const { value, index, item } = best ?? { value: null, index: null, item: null };
  return { ok: true, result: { value, index, item } };
}

export const listPayloadSchema: JsonObject = {
  type: 'object',
  required: ['array'],
  properties: {
    array: {
      type: 'array',
      description: 'Numbers, or texts that are numbers; with `field`, objects that hold them.',
    },
    field: {
      type: 'string',
      minLength: 1,
      description: 'The field of the items to compare; dots lead deeper.',
    },
  },
  additionalProperties: false,
};

export const listResultSchema: JsonObject = {
  type: 'object',
  required: ['value', 'index', 'item'],
  properties: {
    value: {
      type: ['number', 'string', 'null'],
      description: 'The number found, as it was written; null when there is none.',
    },
    index: { type: ['integer', 'null'], description: 'Its place in the array, from 0.' },
    item: { description: 'The whole item.' },
  },
};
