import type { NodeSpec } from '../../definition/catalog';
import { isJsonObject, type Json, type JsonObject, ownValue } from '../../definition/json';
import type { CheckPayload } from '../../definition/rules/facts';
import { compileSchema, type SchemaCheck, type SchemaProblem } from '../common/json-schema';

/** By schema object: the catalog keeps one of each as long as it lives. */
const compiled = new WeakMap<NodeSpec['payloadSchema'], SchemaCheck>();

/**
 * Checks a payload against the schema of its type before expressions are resolved: a text that holds an
 * expression may stand for anything, so what is said of it, or of a choice that it is part of, is dropped.
 */
export const checkPayload: CheckPayload = (_type, payload, schema) => {
  const check = compiled.get(schema) ?? compileSchema(schema);
  compiled.set(schema, check);
  return check(payload)
    .filter((problem) => !isOpen(payload, problem))
    .map(({ field, message }) => ({ field, message }));
};

function isOpen(payload: JsonObject, { path, ofChoice }: SchemaProblem): boolean {
  if (!ofChoice) return isOpenValue(valueAt(payload, path));
  return holdsOpenValue(valueAt(payload, path.slice(0, 1)));
}

function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)];
    return isJsonObject(at) ? ownValue(at, key) : undefined;
  }, value);
}

/** An expression, or a reference to a secret that is put in its place only inside the action. */
function isOpenValue(value: Json | undefined): boolean {
  if (typeof value === 'string') return value.includes('{{');
  return isJsonObject(value) && typeof ownValue(value, '$secret') === 'string';
}

function holdsOpenValue(value: Json | undefined): boolean {
  if (isOpenValue(value)) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsOpenValue);
}
