import type { NodeSpec } from '../catalog';
import { findExtreme, listPayloadSchema, listResultSchema } from './list-extreme';
import type { PureNode } from './pure-node';

export const listMinNode: PureNode = {
  type: 'list-min',
  run: (input) => findExtreme(input, -1),
};

export const spec: NodeSpec = {
  type: 'list-min',
  title: 'List min',
  description: 'Finds the item with the smallest number, compared exactly whatever its length.',
  category: 'Built-in',
  tags: ['list', 'math', 'min'],
  execution: 'inline',
  payloadSchema: listPayloadSchema,
  resultSchema: listResultSchema,
  behaviour: { sideEffects: false },
  example: {
    payload: { array: [{ price: '3' }, { price: '12.5' }], field: 'price' },
    result: { value: '3', index: 0, item: { price: '3' } },
  },
};
