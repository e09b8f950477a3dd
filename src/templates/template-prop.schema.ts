import type { JsonObject } from '../../definition/json';

const text = (maxLength: number): JsonObject => ({ type: 'string', maxLength });
const rows: JsonObject = { type: 'integer', minimum: 0, maximum: 100_000 };
const pattern = text(1_024);

/** What `{{$props.<key>}}` can name. */
const key: JsonObject = { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_-]{0,63}$' };

const column: JsonObject = {
  type: 'object',
  required: ['key'],
  properties: {
    key,
    name: text(255),
    type: { enum: ['string', 'number', 'integer'] },
    required: { type: 'boolean' },
    pattern,
  },
};

/** Settings that nothing here reads, such as `chainPropKey`, belong to editors and are let through. */
const settings: JsonObject = {
  type: 'object',
  properties: {
    inputType: text(100),
    enum: { type: 'array', minItems: 1, maxItems: 1_000 },
    enumLabels: { type: 'array', maxItems: 1_000, items: text(255) },
    minimum: { type: 'number' },
    maximum: { type: 'number' },
    pattern,
    visibleWhen: { type: 'object', required: ['propKey'], properties: { propKey: key } },
    columns: { type: 'array', maxItems: 100, items: column },
    minRows: rows,
    maxRows: rows,
  },
};

/** JSON Schema of `templateProps`. */
export const TEMPLATE_PROPS_SCHEMA: JsonObject = {
  type: 'array',
  maxItems: 100,
  items: {
    type: 'object',
    required: ['key', 'type'],
    properties: {
      key,
      name: text(255),
      type: { enum: ['string', 'number', 'integer', 'boolean', 'object'] },
      description: text(2_000),
      required: { type: 'boolean' },
      default: {},
      sensitive: { type: 'boolean' },
      properties: settings,
    },
    additionalProperties: false,
  },
};
