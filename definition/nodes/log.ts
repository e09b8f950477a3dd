import type { NodeSpec } from '../catalog';
import { ownValue } from '../json';
import type { PureNode } from './pure-node';

export const logNode: PureNode = {
  type: 'log',
  run(input, { nowIso }) {
    const message = ownValue(input, 'message') ?? null;
    const text = typeof message === 'string' ? message : JSON.stringify(message);
    return { ok: true, result: { message: text, loggedAt: nowIso } };
  },
};

export const spec: NodeSpec = {
  type: 'log',
  title: 'Log',
  description: 'Records a message in the run.',
  category: 'Logic',
  tags: ['logic', 'debugging', 'message'],
  execution: 'inline',
  payloadSchema: {
    type: 'object',
    required: ['message'],
    properties: {
      message: { description: 'What to record. Anything but text is recorded as its JSON.' },
    },
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    required: ['message', 'loggedAt'],
    properties: {
      message: { type: 'string' },
      loggedAt: { type: 'string', format: 'date-time' },
    },
  },
  behaviour: { sideEffects: false },
  example: {
    payload: { message: 'Hello {{$trigger.body.name}}' },
    result: { message: 'Hello Ada', loggedAt: '2026-01-01T00:00:00.000Z' },
  },
};
