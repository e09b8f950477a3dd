import type { NodeSpec } from '../catalog';
import { ownValue } from '../json';
import { invalidInput, kindOf, type PureNode } from './pure-node';

export const filterNode: PureNode = {
  type: 'filter',
  run(input, { holds }) {
    if (!holds) return invalidInput('`filter` is missing.');
    const array = ownValue(input, 'array');
    if (!Array.isArray(array)) {
      return invalidInput(`\`array\` must be an array, but it is ${kindOf(array)}.`);
    }
    return { ok: true, result: { filtered: array.filter((item) => holds(item)) } };
  },
};

const conditionSchema = {
  type: 'object',
  description:
    '`$and` or `$or` with a list of comparisons `{"<field>": {"<operator>": <right>}}`; the left side is a field of the item, dots lead deeper.',
  minProperties: 1,
  maxProperties: 1,
  properties: {
    $and: { type: 'array', minItems: 1, items: { type: 'object' } },
    $or: { type: 'array', minItems: 1, items: { type: 'object' } },
  },
  additionalProperties: false,
};

export const spec: NodeSpec = {
  type: 'filter',
  title: 'Filter',
  description: 'Keeps the items of an array for which a condition on their fields holds.',
  category: 'Logic',
  tags: ['logic', 'array', 'filter'],
  execution: 'inline',
  payloadSchema: {
    type: 'object',
    required: ['array'],
    properties: {
      array: { type: 'array', description: 'The items to choose from.' },
      filter: conditionSchema,
      condition: { ...conditionSchema, description: 'Older name of `filter`.' },
    },
    oneOf: [{ required: ['filter'] }, { required: ['condition'] }],
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    required: ['filtered'],
    properties: { filtered: { type: 'array', description: 'The items kept, in their order.' } },
  },
  behaviour: { sideEffects: false },
  example: {
    payload: {
      array: [
        { sku: 'a', stock: 3 },
        { sku: 'b', stock: 12 },
      ],
      filter: { $and: [{ stock: { $lt: 5 } }] },
    },
    result: { filtered: [{ sku: 'a', stock: 3 }] },
  },
};
