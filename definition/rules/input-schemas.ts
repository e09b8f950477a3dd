import { isJsonObject, type Json, type JsonObject } from '../json';
import type { Rule } from './facts';
import { didYouMean, oneOf, quote } from './text';

const INPUT_TYPES = ['string', 'number', 'boolean', 'object', 'array'];
const SCHEMA_TYPES = [...INPUT_TYPES, 'integer', 'null'];
const INPUT_FIELDS = ['key', 'type', 'required', 'description'];

type Say = (field: string, message: string | (() => string)) => void;

/** Both forms of an input schema: the list on the definition, the JSON Schema in the payload of a trigger. */
export const inputSchemas: Rule = ({ definition, nodes }, report) => {
  const seen = new Set<string>();
  definition.inputSchema?.forEach((input, index) => {
    const field = `inputSchema.${index}`;
    const say: Say = (below, message) => {
      report('input_schema_invalid', undefined, `${field}.${below}`, message);
    };
    checkInput({ ...input }, say);
    if (seen.has(input.key)) say('key', `${quote(input.key)} is declared twice.`);
    seen.add(input.key);
  });
  for (const node of nodes) {
    const schema = node.node.payload.inputSchema;
    if (!node.isTrigger || schema === undefined) continue;
    checkSchema(schema, 'payload.inputSchema', (field, message) => {
      report('input_schema_invalid', node, field, message);
    });
  }
};

/** Read as what was sent: only `key` has been checked by the parser. */
function checkInput(input: Record<string, unknown>, say: Say): void {
  const { key, type, required } = input;
  if (key === '') say('key', 'The `key` is the name the input is passed under; it is empty.');
  if (type !== undefined && (typeof type !== 'string' || !INPUT_TYPES.includes(type))) {
    say('type', () => `\`type\` is ${oneOf(INPUT_TYPES)}.${similar(type, INPUT_TYPES)}`);
  }
  if (required !== undefined && typeof required !== 'boolean') {
    say('required', '`required` is true or false.');
  }
  for (const name of Object.keys(input)) {
    if (INPUT_FIELDS.includes(name)) continue;
    say(name, () => `An input has no field ${quote(name)}.${didYouMean(name, INPUT_FIELDS)}`);
  }
}

/** The parts of JSON Schema that people write by hand; whoever has a schema validator checks the rest. */
function checkSchema(schema: Json, field: string, say: Say): void {
  if (typeof schema === 'boolean') return;
  if (!isJsonObject(schema)) {
    say(field, 'A JSON Schema is an object: {"type": "object", "properties": { ... }}.');
    return;
  }
  checkType(schema.type, `${field}.type`, say);
  checkRequired(schema, field, say);
  const { properties, items } = schema;
  if (properties !== undefined && !isJsonObject(properties)) {
    say(`${field}.properties`, '`properties` is an object with a schema for each name.');
  } else {
    for (const [name, below] of Object.entries(properties ?? {})) {
      checkSchema(below, `${field}.properties.${name}`, say);
    }
  }
  if (items !== undefined && !Array.isArray(items)) checkSchema(items, `${field}.items`, say);
}

function checkType(type: Json | undefined, field: string, say: Say): void {
  if (type === undefined) return;
  for (const name of Array.isArray(type) ? type : [type]) {
    if (typeof name === 'string' && SCHEMA_TYPES.includes(name)) continue;
    say(field, () => `\`type\` is ${oneOf(SCHEMA_TYPES)}.${similar(name, SCHEMA_TYPES)}`);
    return;
  }
}

function checkRequired({ required }: JsonObject, field: string, say: Say): void {
  if (required === undefined) return;
  const isList = Array.isArray(required) && required.every((name) => typeof name === 'string');
  if (isList) return;
  const hint =
    typeof required === 'boolean' ? ' It stands beside `properties`, not inside of one.' : '';
  say(`${field}.required`, `\`required\` is a list of names: ["name"].${hint}`);
}

function similar(name: unknown, names: readonly string[]): string {
  return typeof name === 'string' ? didYouMean(name, names) : '';
}
