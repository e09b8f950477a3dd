import { isJsonObject, setOwn, type Json, type JsonObject } from '../../definition/json';

const MAX_DEPTH = 10;

/** A value that fits a JSON Schema: its default, its first enum value or example, else the plainest of its type. */
export function sampleOf(schema: Json | undefined, depth = 0): Json {
  if (!isJsonObject(schema) || depth > MAX_DEPTH) return null;
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  for (const list of [schema.enum, schema.examples]) {
    if (Array.isArray(list) && list[0] !== undefined) return list[0];
  }
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'string':
      return '';
    case 'number':
    case 'integer':
      return typeof schema.minimum === 'number' ? schema.minimum : 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    case 'object':
      return sampleObject(schema, depth);
    default:
      return null;
  }
}

function sampleObject(schema: JsonObject, depth: number): JsonObject {
  const result: JsonObject = {};
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  for (const [key, property] of Object.entries(properties)) {
    setOwn(result, key, sampleOf(property, depth + 1));
  }
  return result;
}
