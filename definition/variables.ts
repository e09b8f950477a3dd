import { isJsonObject, type Json, type JsonObject } from './json';
import { MAX_VARIABLE_SIZE } from './limits';
import { jsonSize } from './run-state/json-size';

export const VARIABLE_TYPES = ['number', 'text', 'boolean', 'list', 'object'] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

/** `persist`: its value stays from run to run. `reset`: each run starts from the default. */
export const VARIABLE_LIFETIMES = ['persist', 'reset'] as const;
export type VariableLifetime = (typeof VARIABLE_LIFETIMES)[number];

/** Who can read what is written: later runs of the workflow, or the run itself alone. */
export type VariableScope = 'workflow' | 'run';

/** A variable of a workflow (B3OS `VariableDef`). */
export interface VariableDef {
  name: string;
  type: VariableType;
  lifetime: VariableLifetime;
  /** Null where there is none. */
  default: Json;
  description: string;
}

/** A variable as a run finds it at its start. */
export interface RunVariable extends VariableDef {
  /** Null when it has neither a value nor a default. */
  value: Json;
}

/** Every part of an expression's path can be a name; `__proto__` can not. */
export const VARIABLE_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

const FIELDS = ['name', 'type', 'lifetime', 'default', 'description'];

export function variableTypeOf(value: Json): VariableType | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'object';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'boolean' : 'number';
}

export function isTooLarge(value: Json): boolean {
  return jsonSize(value, MAX_VARIABLE_SIZE) > MAX_VARIABLE_SIZE;
}

/** What is wrong with a definition of a variable, by its field; empty when nothing is. */
export function variableProblems(json: JsonObject): { field: string; message: string }[] {
  const { name, type, lifetime, description = null } = json;
  const found: [field: string, message: string | undefined][] = [
    [
      'name',
      typeof name === 'string' && VARIABLE_NAME.test(name)
        ? undefined
        : 'The `name` of a variable starts with a letter and has at most 64 letters, digits, `_` or `-`.',
    ],
    ['type', isOneOf(VARIABLE_TYPES, type) ? undefined : choice('type', VARIABLE_TYPES)],
    [
      'lifetime',
      isOneOf(VARIABLE_LIFETIMES, lifetime) ? undefined : choice('lifetime', VARIABLE_LIFETIMES),
    ],
    ['default', defaultProblem(json)],
    [
      'description',
      description === null || typeof description === 'string'
        ? undefined
        : '`description` is a text.',
    ],
    ...Object.keys(json)
      .filter((key) => !FIELDS.includes(key))
      .map((key): [string, string] => [key, `A variable has no field \`${key}\`.`]),
  ];
  return found.flatMap(([field, message]) => (message === undefined ? [] : [{ field, message }]));
}

/** The definition in the JSON, or undefined when something is wrong with it. */
export function readVariable(json: Json): VariableDef | undefined {
  if (!isJsonObject(json) || variableProblems(json).length > 0) return undefined;
  const { name, type, lifetime, description } = json;
  return {
    name: name as string,
    type: type as VariableType,
    lifetime: lifetime as VariableLifetime,
    default: json.default ?? null,
    description: (description as string | null | undefined) ?? '',
  };
}

/** What a definition declares, each name once; what is not well-formed is left out. */
export function declaredVariables(declared: readonly Json[] | undefined): VariableDef[] {
  const byName = new Map<string, VariableDef>();
  for (const json of declared ?? []) {
    const variable = readVariable(json);
    if (variable && !byName.has(variable.name)) byName.set(variable.name, variable);
  }
  return [...byName.values()];
}

/** As a run finds variables that nothing was ever written to. */
export function atDefault(variables: readonly VariableDef[]): RunVariable[] {
  return variables.map((variable) => ({ ...variable, value: variable.default }));
}

function defaultProblem(json: JsonObject): string | undefined {
  const { type } = json;
  const value = json.default ?? null;
  if (value === null || !isOneOf(VARIABLE_TYPES, type)) return undefined;
  if (variableTypeOf(value) !== type) return `\`default\` is of the type \`${type}\`, or absent.`;
  return isTooLarge(value) ? `\`default\` has at most ${MAX_VARIABLE_SIZE} bytes.` : undefined;
}

function isOneOf<T extends string>(names: readonly T[], value: Json | undefined): value is T {
  return typeof value === 'string' && (names as readonly string[]).includes(value);
}

function choice(field: string, names: readonly string[]): string {
  return `\`${field}\` is one of ${names.map((name) => `\`${name}\``).join(', ')}.`;
}
