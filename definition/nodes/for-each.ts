import type { NodeSpec } from '../catalog';
import { MAX_CONCURRENCY } from '../limits';

export const spec: NodeSpec = {
  type: 'for-each',
  title: 'For each',
  description:
    'Runs the nodes of `loopBody` once for every item of an array, one item after another, and its children after the last. Inside, `$item` and `$index` are the current item.',
  category: 'Logic',
  tags: ['logic', 'loop', 'array', 'control-flow'],
  execution: 'for-each',
  payloadSchema: {
    type: 'object',
    required: ['array'],
    properties: {
      array: { type: 'array', description: 'The items. An empty array is success at once.' },
      continueOnError: {
        type: 'boolean',
        default: false,
        description:
          'Whether the loop goes on when the body fails for an item; it is `partial` then.',
      },
      concurrency: {
        type: 'integer',
        minimum: 1,
        maximum: MAX_CONCURRENCY,
        default: 1,
        description: 'How many items are worked on at the same time.',
      },
    },
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    required: ['iterations', 'iterationCount', 'lastAdvancedIteration', 'status'],
    properties: {
      iterations: {
        type: 'array',
        description: 'For each item an object of its nodes: status, result, error.',
        items: { type: 'object' },
      },
      iterationCount: { type: 'integer', minimum: 0 },
      lastAdvancedIteration: { type: 'integer', minimum: -1 },
      status: { type: 'string', enum: ['success', 'partial'] },
    },
  },
  behaviour: { sideEffects: false },
  example: {
    payload: { array: '{{$trigger.body.orders}}' },
    result: {
      iterations: [{ show: { status: 'success', result: { status: 'completed' } } }],
      iterationCount: 1,
      lastAdvancedIteration: 0,
      status: 'success',
    },
  },
};
