import type { NodeSpec } from '../catalog';
import { invalidInput, type PureNode } from './pure-node';

export const ifNode: PureNode = {
  type: 'if',
  run(_input, { holds }) {
    if (!holds) return invalidInput('`condition` is missing.');
    const branch = holds(null) ? 'then' : 'else';
    return { ok: true, result: { branch }, branch };
  },
};

export const spec: NodeSpec = {
  type: 'if',
  title: 'If',
  description:
    'Takes one of two ways: its children say with `branch` whether they belong to `then` or to `else`.',
  category: 'Logic',
  tags: ['logic', 'conditional', 'branching', 'control-flow'],
  execution: 'inline',
  payloadSchema: {
    type: 'object',
    required: ['condition'],
    properties: {
      condition: {
        type: 'object',
        description:
          '`$and` or `$or` with a list of comparisons `{"<left>": {"<operator>": <right>}}`; the left side may be an expression. Lists may be nested.',
        minProperties: 1,
        maxProperties: 1,
        properties: {
          $and: { type: 'array', minItems: 1, items: { type: 'object' } },
          $or: { type: 'array', minItems: 1, items: { type: 'object' } },
        },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    required: ['branch'],
    properties: {
      branch: { type: 'string', enum: ['then', 'else'], description: 'The way taken.' },
    },
  },
  branches: ['then', 'else'],
  behaviour: { sideEffects: false },
  example: {
    payload: { condition: { $and: [{ '{{$trigger.body.amount}}': { $gt: 100 } }] } },
    result: { branch: 'then' },
  },
};
