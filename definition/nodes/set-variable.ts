import type { NodeSpec } from '../catalog';
import { VARIABLE_NAME } from '../variables';

export const spec: NodeSpec = {
  type: 'set-variable',
  title: 'Set variable',
  description:
    'Writes a variable of the workflow, which what comes after it reads at `$vars`. With the lifetime `persist` later runs read it too.',
  category: 'Logic',
  tags: ['logic', 'variable', 'state'],
  execution: 'set-variable',
  payloadSchema: {
    type: 'object',
    required: ['name', 'value'],
    properties: {
      name: {
        type: 'string',
        pattern: VARIABLE_NAME.source,
        description: 'Name of the variable as it is: no expression.',
      },
      value: { description: 'The new value, of the type of the variable.' },
    },
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    required: ['name', 'scope', 'oldValue', 'newValue'],
    properties: {
      name: { type: 'string' },
      scope: {
        type: 'string',
        enum: ['workflow', 'run'],
        description: 'Whether later runs read it, or only this one.',
      },
      oldValue: { description: 'What this run read before; null when there was none.' },
      newValue: {},
    },
  },
  behaviour: { sideEffects: false },
  example: {
    payload: { name: 'lastOrder', value: '{{$trigger.body.orderId}}' },
    result: { name: 'lastOrder', scope: 'workflow', oldValue: 'o-41', newValue: 'o-42' },
  },
};
