import type { NodeSpec } from '../catalog';
import { fieldPath, readPath } from '../expression/read-path';
import { ownValue, setOwn, type Json, type JsonObject } from '../json';
import { invalidInput, kindOf, type PureNode } from './pure-node';

interface Field {
  name: string;
  path: string[];
}

export const pluckNode: PureNode = {
  type: 'pluck',
  run(input) {
    const array = ownValue(input, 'array');
    if (!Array.isArray(array)) {
      return invalidInput(`\`array\` must be an array, but it is ${kindOf(array)}.`);
    }
    const fields = readFields(ownValue(input, 'fields') ?? ownValue(input, 'field'));
    const [first] = fields ?? [];
    if (fields === undefined || first === undefined) {
      return invalidInput('`field` must name a field of the items, or `fields` must list some.');
    }
    const read =
      fields.length === 1
        ? (item: Json) => readPath(item, first.path)
        : (item: Json) => pick(item, fields);
    return { ok: true, result: { values: array.map(read) } };
  },
};

function readFields(value: Json | undefined): Field[] | undefined {
  const fields: Field[] = [];
  for (const name of Array.isArray(value) ? value : [value]) {
    const path = typeof name === 'string' ? fieldPath(name) : undefined;
    if (typeof name !== 'string' || path === undefined) return undefined;
    fields.push({ name, path });
  }
  return fields;
}

function pick(item: Json, fields: readonly Field[]): JsonObject {
  const picked: JsonObject = {};
  for (const { name, path } of fields) setOwn(picked, name, readPath(item, path));
  return picked;
}

export const spec: NodeSpec = {
  type: 'pluck',
  title: 'Pluck',
  description: 'Takes one or more fields out of every item of an array.',
  category: 'Logic',
  tags: ['logic', 'array', 'fields'],
  execution: 'inline',
  payloadSchema: {
    type: 'object',
    required: ['array'],
    properties: {
      array: { type: 'array', description: 'The items to read.' },
      field: { type: 'string', minLength: 1, description: 'A field; dots lead deeper.' },
      fields: {
        description: 'One field or several. With several, each value is an object with these keys.',
        oneOf: [
          { type: 'string', minLength: 1 },
          { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
        ],
      },
    },
    oneOf: [{ required: ['field'] }, { required: ['fields'] }],
    additionalProperties: false,
  },
  resultSchema: {
    type: 'object',
    required: ['values'],
    properties: {
      values: {
        type: 'array',
        description: 'One value for each item; null where it lacks the field.',
      },
    },
  },
  behaviour: { sideEffects: false },
  example: {
    payload: { array: [{ user: { name: 'Ada' } }, { user: { name: 'Alan' } }], field: 'user.name' },
    result: { values: ['Ada', 'Alan'] },
  },
};
