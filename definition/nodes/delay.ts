import type { NodeSpec } from '../catalog';
import { MAX_PAUSE_MS } from '../limits';

export const spec: NodeSpec = {
  type: 'delay',
  title: 'Delay',
  description: 'Pauses before its children. The pause survives restarts and takes no worker.',
  category: 'Logic',
  tags: ['logic', 'time', 'pause'],
  execution: 'delay',
  payloadSchema: {
    type: 'object',
    required: ['delayMs'],
    properties: {
      delayMs: {
        type: 'number',
        minimum: 0,
        maximum: MAX_PAUSE_MS,
        description: 'Milliseconds, up to 366 days.',
      },
    },
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    required: ['status'],
    properties: { status: { type: 'string', enum: ['completed'] } },
  },
  behaviour: { sideEffects: false },
  example: { payload: { delayMs: 60_000 }, result: { status: 'completed' } },
};
