import Ajv, { type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { RE2JS } from 're2js';
import type { Json, JsonObject } from '../../definition/json';
import type { FieldProblem } from './errors';

/** A problem with the place where it is. */
export interface SchemaProblem extends FieldProblem {
  field: string;
  /** Keys from the value down to what is wrong, itself included when it is there. */
  path: string[];
  /** Whether it is one way among several that did not fit. */
  ofChoice: boolean;
}

/** Problems told of one value. */
const MAX_PROBLEMS = 20;

/** Keywords that judge a value by what is inside of it. */
const CHOICES = /\/(anyOf|oneOf|not|if|const|enum|contains|uniqueItems)\//;

/** Gives the problems of a value, none when it fits. */
export type SchemaCheck = (value: Json) => SchemaProblem[];

/**
 * Compiles a JSON Schema that an author wrote: draft-07, or 2020-12 when `$schema` says so. Throws when it
 * is not one. Patterns run in RE2, whose time is linear, since a backtracking one could hold up everybody.
 */
export function compileSchema(schema: JsonObject): SchemaCheck {
  const { $schema, ...rest } = schema;
  const is2020 = typeof $schema === 'string' && /2019-09|2020-12/.test($schema);
  const ajv = is2020 ? new Ajv2020(OPTIONS) : new Ajv(OPTIONS);
  addFormats(ajv);
  const validate = ajv.compile(rest);
  return (value) => problemsOf(validate, value);
}

const regExp = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(pattern);
    return { test: (text: string) => compiled.matcher(text).find() };
  },
  { code: 'require("re2js")' },
);

const OPTIONS: Options = {
  allErrors: true,
  strict: false,
  logger: false,
  ownProperties: true,
  validateFormats: true,
  code: { regExp },
};

function problemsOf(validate: ValidateFunction, value: Json): SchemaProblem[] {
  try {
    if (validate(value)) return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = 'can not be checked: its schema refers to itself without an end';
    return [{ field: '', path: [], ofChoice: false, message }];
  }
  return (validate.errors ?? []).slice(0, MAX_PROBLEMS).map(toProblem);
}

function toProblem(error: ErrorObject): SchemaProblem {
  const { missingProperty, additionalProperty, allowedValues } = error.params as Record<
    string,
    unknown
  >;
  const named = missingProperty ?? additionalProperty;
  const path = [...pointerKeys(error.instancePath), ...(typeof named === 'string' ? [named] : [])];
  const field = path.join('.');
  const message = Array.isArray(allowedValues)
    ? `must be one of ${allowedValues.map(String).join(', ')}`
    : messageOf(error);
  const ofChoice = CHOICES.test(`${error.schemaPath}/`);
  return { field, path, ofChoice, message };
}

function messageOf({ keyword, message }: ErrorObject): string {
  if (keyword === 'required') return 'is required';
  if (keyword === 'additionalProperties') return 'is not known: leave it out';
  return message ?? 'is not valid';
}

function pointerKeys(pointer: string): string[] {
  const keys = pointer.split('/').slice(1);
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
