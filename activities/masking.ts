import { isJsonObject, mapValues, type Json, type JsonObject } from '../definition/json';
import { headerAt, isSecretHeader, isSecretName } from '../definition/secret-names';
import { MASK, secretReference } from '../definition/secret-references';

export { MASK };

/** Whether the value at this path is a secret: by its name, or under one of the dotted keys. Case does not count: header names have none. */
function isSecretPath(path: readonly string[], secretKeys: readonly string[]): boolean {
  const header = headerAt(path);
  if (header !== undefined && isSecretHeader(header)) return true;
  const last = path.at(-1);
  if (last !== undefined && isSecretName(last)) return true;
  const dotted = path.join('.').toLowerCase();
  return secretKeys.some((key) => dotted === key.toLowerCase());
}

/** A payload fit for the record: secrets and references to them become `***`. Positions in arrays don't count in `secretKeys`. */
export function maskInput(input: JsonObject, secretKeys: readonly string[]): JsonObject {
  return maskObject(input, [], secretKeys);
}

function mask(value: Json, path: readonly string[], secretKeys: readonly string[]): Json {
  if (secretReference(value) !== undefined) return MASK;
  if (path.length > 0 && value !== null && isSecretPath(path, secretKeys)) return MASK;
  if (Array.isArray(value)) return value.map((item) => mask(item, path, secretKeys));
  return isJsonObject(value) ? maskObject(value, path, secretKeys) : value;
}

function maskObject(
  object: JsonObject,
  path: readonly string[],
  secretKeys: readonly string[],
): JsonObject {
  return mapValues(object, (value, key) => mask(value, [...path, key], secretKeys));
}
