import type { NodeSpec } from '../catalog';

export const spec: NodeSpec = {
  type: 'block',
  title: 'Block',
  description:
    'Runs the nodes of a block, a part of a workflow that is kept apart, and gives its outputs.',
  category: 'Logic',
  tags: ['logic', 'block', 'reuse'],
  execution: 'block',
  payloadSchema: {
    type: 'object',
    required: ['blockId'],
    properties: {
      blockId: { type: 'string', minLength: 1 },
      version: {
        type: 'integer',
        minimum: 1,
        description: 'Without it the newest one, which is written here when the workflow is saved.',
      },
      inputs: { type: 'object', description: 'What the block reads at `$inputs`, by name.' },
    },
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    description: 'The outputs of the block, by name.',
    additionalProperties: true,
  },
  behaviour: { sideEffects: false },
  example: {
    payload: {
      blockId: 'blk_0VUz1ZBkxMoX9wcXJLPl7a',
      version: 1,
      inputs: { orderId: '{{$trigger.body.orderId}}' },
    },
    result: { total: 42 },
  },
};
