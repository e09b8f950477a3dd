import type { NodeSpec } from '../../definition/catalog';
import { type Json, ownValue } from '../../definition/json';
import type { CheckPayload } from '../../definition/rules/facts';
import { compileSchema, type SchemaCheck } from '../common/json-schema';

/** By schema object: the catalog keeps one of each as long as it lives. */
const compiled = new WeakMap<NodeSpec['payloadSchema'], SchemaCheck>();

/**
 * Checks a payload against the schema of its type before expressions are resolved. What an expression or a
 * secret stands for is left alone by the rule that asks; here it is, too, where it is one way among several.
 */
export const checkPayload: CheckPayload = (_type, payload, schema) => {
  const check = compiled.get(schema) ?? compileSchema(schema);
  compiled.set(schema, check);
  return check(payload)
    .filter(
      ({ ofChoice, path: [key = ''] }) => !ofChoice || !holdsOpenValue(ownValue(payload, key)),
    )
    .map(({ field, message }) => ({ field, message }));
};

function holdsOpenValue(value: Json | undefined): boolean {
  if (typeof value === 'string') return value.includes('{{');
  if (typeof value !== 'object' || value === null) return false;
  return '$secret' in value || Object.values(value).some(holdsOpenValue);
}
