import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { NodeSpec } from '../definition/catalog';
import type { JsonObject } from '../definition/json';
import { ActionError } from './action';

/** Schemas of an operator's own actions may use keywords that Ajv doesn't know. */
const ajv = addFormats(new Ajv({ strict: false, allowUnionTypes: true }));
const compiled = new WeakMap<NodeSpec, ValidateFunction>();

/** Throws `invalid_input`, naming the field, unless the resolved payload is what the action takes. */
export function checkInput(spec: NodeSpec, input: JsonObject): void {
  const validate = compileInput(spec);
  if (validate(input)) return;
  const [error] = validate.errors ?? [];
  throw new ActionError('invalid_input', error ? describe(error) : 'The payload is not valid');
}

/** Throws when the schema itself is broken. */
export function compileInput(spec: NodeSpec): ValidateFunction {
  const known = compiled.get(spec);
  if (known) return known;
  const validate = ajv.compile(spec.payloadSchema);
  compiled.set(spec, validate);
  return validate;
}

function describe(error: ErrorObject): string {
  const params = error.params as Record<string, unknown>;
  const named = params.missingProperty ?? params.additionalProperty;
  const field = [...segments(error.instancePath), ...(typeof named === 'string' ? [named] : [])];
  const name = field.length === 0 ? 'The payload' : `\`${field.join('.')}\``;
  switch (error.keyword) {
    case 'required':
      return `${name} is missing`;
    case 'additionalProperties':
      return `${name} is not known to this action`;
    case 'enum':
      return `${name} must be one of ${(params.allowedValues as unknown[]).map(String).join(', ')}`;
    default:
      return `${name} ${error.message ?? 'is not valid'}`;
  }
}

function segments(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
