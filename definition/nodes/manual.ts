import type { NodeSpec } from '../catalog';

export const spec: NodeSpec = {
  type: 'manual',
  title: 'Manual',
  description:
    'Starts a run by hand or through the API. As the trigger of a `wait` it is resumed through the API.',
  category: 'Manual and API',
  tags: ['trigger', 'manual', 'api'],
  execution: 'trigger',
  payloadSchema: {
    type: 'object',
    properties: {
      inputSchema: {
        type: 'object',
        description:
          'JSON Schema of the payload of a run. A payload that does not fit starts nothing.',
      },
    },
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    required: ['body', 'triggeredAt'],
    properties: {
      body: {
        type: 'object',
        description: 'The payload of the run. Its fields also stand beside it.',
      },
      triggeredAt: { type: 'string', format: 'date-time' },
    },
    additionalProperties: true,
  },
  waitPayloadSchema: { type: 'object', properties: {}, additionalProperties: false },
  behaviour: { sideEffects: false },
  example: {
    payload: { inputSchema: { type: 'object', properties: { name: { type: 'string' } } } },
    result: { name: 'Ada', body: { name: 'Ada' }, triggeredAt: '2026-01-01T00:00:00.000Z' },
  },
};
