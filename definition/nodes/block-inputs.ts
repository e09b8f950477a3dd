import type { NodeSpec } from '../catalog';
import { isJsonObject, ownValue, setOwn, type Json, type JsonObject } from '../json';
import { invalidInput, kindOf, type PureNode } from './pure-node';

const IS_OF: ReadonlyMap<Json, (value: Json) => boolean> = new Map<Json, (value: Json) => boolean>([
  ['string', (value) => typeof value === 'string'],
  ['number', (value) => typeof value === 'number'],
  ['boolean', (value) => typeof value === 'boolean'],
  ['object', (value) => isJsonObject(value)],
  ['array', (value) => Array.isArray(value)],
]);

/** Whether a value is of the type that an input declares; of no type in particular is everything. */
export function isOfType(value: Json, type: Json | undefined): boolean {
  return IS_OF.get(type ?? null)?.(value) ?? true;
}

export const blockInputsNode: PureNode = {
  type: 'block-inputs',
  run(input) {
    const given = ownValue(input, 'inputs');
    if (!isJsonObject(given)) return invalidInput('`inputs` must be an object.');
    const declared = ownValue(input, 'inputSchema');
    const result: JsonObject = { ...given };
    for (const one of Array.isArray(declared) ? declared : []) {
      if (!isJsonObject(one) || typeof one.key !== 'string') continue;
      const { key, required } = one;
      const type = typeof one.type === 'string' ? one.type : '';
      const value = ownValue(given, key) ?? null;
      if (value === null && required === true) {
        return invalidInput(`The block needs the input \`${key}\`, and it is null.`);
      }
      if (value !== null && !isOfType(value, type)) {
        return invalidInput(
          `The input \`${key}\` is of the type \`${type}\`, and this is ${kindOf(value)}.`,
        );
      }
      setOwn(result, key, value);
    }
    return { ok: true, result };
  },
};

export const spec: NodeSpec = {
  type: 'block-inputs',
  title: 'Block inputs',
  description:
    'The beginning of a block in a run, under the id `<block node>__inputs`: checks what the block is given.',
  category: 'Logic',
  tags: ['logic', 'block'],
  execution: 'inline',
  payloadSchema: {
    type: 'object',
    required: ['inputs'],
    properties: {
      inputs: { type: 'object', description: 'What the block is given.' },
      inputSchema: {
        type: 'array',
        description: 'What it takes: `{key, type, required, description}` each.',
        items: { type: 'object' },
      },
    },
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    description: 'The `inputs`. What was not given is null.',
    additionalProperties: true,
  },
  behaviour: { sideEffects: false },
  example: {
    payload: {
      inputs: { orderId: '{{$trigger.body.orderId}}' },
      inputSchema: [{ key: 'orderId', type: 'string', required: true }],
    },
    result: { orderId: 'o-41' },
  },
};
