import type { Json } from '../json';
import type { WorkflowInput } from '../types';
import { inputSchemas } from './input-schemas';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

describe('the list on the definition', () => {
  function judge(inputSchema: object[]): unknown {
    const definition = definitionOf({}, { inputSchema: inputSchema as WorkflowInput[] });
    return runRules([inputSchemas], definition, { catalog: toyCatalog });
  }
  const problem = (field: string, message: string) => [
    { type: 'nodes', code: 'input_schema_invalid', field: `inputSchema.${field}`, message },
  ];

  it('takes every type', () => {
    const types = ['string', 'number', 'boolean', 'object', 'array'];
    const inputs = types.map((type) => ({ key: type, type, required: true, description: 'd' }));
    expect(judge([...inputs, { key: 'any' }, { key: 'toString' }])).toEqual([]);
  });

  it.each([
    [{ key: 'a', type: 'int' }, '0.type', '`type` is string, number, boolean, object or array.'],
    [
      { key: 'a', type: 'strng' },
      '0.type',
      '`type` is string, number, boolean, object or array. Did you mean `string`?',
    ],
    [
      { key: 'a', type: ['string'] },
      '0.type',
      '`type` is string, number, boolean, object or array.',
    ],
    [{ key: 'a', required: 'yes' }, '0.required', '`required` is true or false.'],
    [{ key: '' }, '0.key', 'The `key` is the name the input is passed under; it is empty.'],
    [{ key: 'a', default: 1 }, '0.default', 'An input has no field `default`.'],
    [
      { key: 'a', requird: true },
      '0.requird',
      'An input has no field `requird`. Did you mean `required`?',
    ],
  ])('refuses %j', (input, field, message) => {
    expect(judge([input])).toEqual(problem(field, message));
  });

  it('declares each input once', () => {
    expect(judge([{ key: 'a' }, { key: 'b' }, { key: 'a' }])).toEqual(
      problem('2.key', '`a` is declared twice.'),
    );
  });
});

describe('the JSON Schema of a trigger', () => {
  function judge(inputSchema: Json): unknown {
    const definition = definitionOf({ root: { type: 'manual', payload: { inputSchema } } });
    return runRules([inputSchemas], definition, { catalog: toyCatalog });
  }
  const problem = (field: string, message: string) => [
    {
      type: 'nodes',
      code: 'input_schema_invalid',
      nodeId: 'root',
      nodeName: 'Manual',
      field: `payload.inputSchema${field}`,
      message,
    },
  ];
  const TYPES = '`type` is string, number, boolean, object, array, integer or null.';

  it.each<Json>([
    {},
    true,
    {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: ['string', 'null'], pattern: '{{' },
        tags: { type: 'array', items: { type: 'integer' } },
        pair: { items: [{ type: 'string' }] },
        anything: true,
      },
    },
  ])('takes %j', (schema) => {
    expect(judge(schema)).toEqual([]);
  });

  it.each<[Json, string, string]>([
    ['object', '', 'A JSON Schema is an object: {"type": "object", "properties": { ... }}.'],
    [[], '', 'A JSON Schema is an object: {"type": "object", "properties": { ... }}.'],
    [{ type: 'text' }, '.type', TYPES],
    [{ type: 'Object' }, '.type', `${TYPES} Did you mean \`object\`?`],
    [{ type: ['string', 7] }, '.type', TYPES],
    [{ properties: [] }, '.properties', '`properties` is an object with a schema for each name.'],
    [
      { properties: { name: 'string' } },
      '.properties.name',
      'A JSON Schema is an object: {"type": "object", "properties": { ... }}.',
    ],
    [
      { items: 'string' },
      '.items',
      'A JSON Schema is an object: {"type": "object", "properties": { ... }}.',
    ],
    [{ properties: { a: { items: { type: 'x' } } } }, '.properties.a.items.type', TYPES],
    [{ required: 'name' }, '.required', '`required` is a list of names: ["name"].'],
    [{ required: ['a', 1] }, '.required', '`required` is a list of names: ["name"].'],
    [{ required: [1] }, '.required', '`required` is a list of names: ["name"].'],
    [
      { properties: { name: { type: 'string', required: true } } },
      '.properties.name.required',
      '`required` is a list of names: ["name"]. It stands beside `properties`, not inside of one.',
    ],
  ])('refuses %j', (schema, field, message) => {
    expect(judge(schema)).toEqual(problem(field, message));
  });

  it('is looked for on triggers only', () => {
    const definition = definitionOf({
      root: 'manual',
      a: { type: 'log', payload: { inputSchema: 7 } },
    });
    expect(runRules([inputSchemas], definition, { catalog: toyCatalog })).toEqual([]);
  });
});
