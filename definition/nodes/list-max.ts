import type { NodeSpec } from '../catalog';
import { findExtreme, listPayloadSchema, listResultSchema } from './list-extreme';
import type { PureNode } from './pure-node';

export const listMaxNode: PureNode = {
  type: 'list-max',
  run: (input) => findExtreme(input, 1),
};

export const spec: NodeSpec = {
  type: 'list-max',
  title: 'List max',
  description: 'Finds the item with the largest number, compared exactly whatever its length.',
  category: 'Built-in',
  tags: ['list', 'math', 'max'],
  execution: 'inline',
  payloadSchema: listPayloadSchema,
  resultSchema: listResultSchema,
  behaviour: { sideEffects: false },
  example: {
    payload: { array: [{ price: '3' }, { price: '12.5' }], field: 'price' },
    result: { value: '12.5', index: 1, item: { price: '12.5' } },
  },
};
