import type { NodeSpec } from '../catalog';
import { isJsonObject, ownValue } from '../json';
import { invalidInput, type PureNode } from './pure-node';

export const blockOutputsNode: PureNode = {
  type: 'block-outputs',
  run(input) {
    const outputs = ownValue(input, 'outputs');
    if (!isJsonObject(outputs)) return invalidInput('`outputs` must be an object.');
    return { ok: true, result: outputs };
  },
};

export const spec: NodeSpec = {
  type: 'block-outputs',
  title: 'Block outputs',
  description:
    'The end of a block in a run, which stands under the id of the `block` node: gives the outputs.',
  category: 'Logic',
  tags: ['logic', 'block'],
  execution: 'inline',
  payloadSchema: {
    type: 'object',
    required: ['outputs'],
    properties: {
      outputs: { type: 'object', description: 'What it gives.' },
      blockId: { type: 'string' },
      version: { type: 'integer' },
      inputs: { type: 'object', description: 'What the block was given.' },
    },
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    description: 'The `outputs`.',
    additionalProperties: true,
  },
  behaviour: { sideEffects: false },
  example: {
    payload: { outputs: { total: '{{price__sum.result.output}}' } },
    result: { total: 42 },
  },
};
