import type { NodeSpec } from '../catalog';
import { MAX_PAUSE_MS, MIN_WAIT_MS } from '../limits';

export const spec: NodeSpec = {
  type: 'wait',
  title: 'Wait',
  description:
    'Waits for an event or a resume through the API. Children with `branch: "resumed"` follow it, children with `branch: "timed_out"` follow when nothing came in time; without the latter the node fails then.',
  category: 'Logic',
  tags: ['logic', 'wait', 'approval', 'event'],
  execution: 'wait',
  payloadSchema: {
    type: 'object',
    required: ['timeoutMs', 'triggerType'],
    properties: {
      timeoutMs: {
        type: 'number',
        minimum: MIN_WAIT_MS,
        maximum: MAX_PAUSE_MS,
        description:
          'Longest wait in milliseconds: 1 second to 366 days. For people, a day at least.',
      },
      triggerType: {
        type: 'string',
        description: 'What wakes it: `manual` for the API, or a trigger that can be waited for.',
      },
      triggerConfig: {
        type: 'object',
        description: 'What the trigger needs to know, by its `waitPayloadSchema`.',
      },
      resumes: {
        type: 'object',
        description: 'Asks for several resumes, each with a name.',
        required: ['names'],
        properties: {
          names: {
            type: 'array',
            minItems: 1,
            maxItems: 100,
            uniqueItems: true,
            items: { type: 'string', minLength: 1, maxLength: 100 },
          },
          mode: {
            description:
              'How many of the names are needed: `any` (the default), `all`, or a number.',
            oneOf: [
              { type: 'string', enum: ['any', 'all'] },
              { type: 'integer', minimum: 1 },
            ],
          },
        },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    required: ['status', 'branch'],
    properties: {
      status: { type: 'string', enum: ['waiting', 'resumed', 'timed_out'] },
      branch: { type: 'string', enum: ['resumed', 'timed_out'] },
      triggerResult: {
        description:
          'What the event or the resume brought; with `resumes`, an object of that by name.',
      },
      source: { type: 'string', description: '`manual`, or the trigger that woke it.' },
      timeoutMs: { type: 'number', description: 'Only when nothing came in time.' },
    },
  },
  branches: ['resumed', 'timed_out'],
  behaviour: { sideEffects: false },
  example: {
    payload: { timeoutMs: 86_400_000, triggerType: 'manual', triggerConfig: {} },
    result: {
      status: 'resumed',
      branch: 'resumed',
      triggerResult: { approved: true },
      source: 'manual',
    },
  },
};
