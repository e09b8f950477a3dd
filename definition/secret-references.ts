import type { Template } from './expression/ast';
import { isJsonObject, mapValues, type Json, type JsonObject } from './json';

/** Stands in for a secret in every record. */
export const MASK = '***';

/** Keys and positions, from the payload down. */
export type PayloadPath = (string | number)[];

/** The id inside `{ "$secret": "sec_..." }`, a reference that only an activity resolves. */
export function secretReference(value: Json): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const [entry, ...others] = Object.entries(value);
  if (entry?.[0] !== '$secret' || others.length > 0) return undefined;
  return typeof entry[1] === 'string' ? entry[1] : undefined;
}

/** Calls `see` for each reference in a value, which is no deeper than a definition may be. */
export function visitReferences(
  value: Json,
  path: PayloadPath,
  see: (path: PayloadPath, id: string) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  const id = secretReference(value);
  if (id !== undefined) {
    see(path, id);
    return;
  }
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, item] of entries) visitReferences(item, [...path, key], see);
}

/** Where a payload holds references itself. What its expressions give at run time is not among them. */
export function literalReferences(template: Template): PayloadPath[] {
  const found: PayloadPath[] = [];
  visitTemplate(template, [], found);
  return found;
}

/** A copy of a payload with `***` in these places. */
export function hideReferences(payload: JsonObject, paths: readonly PayloadPath[]): JsonObject {
  return paths.reduce((shown, path) => hideAt(shown, path) as JsonObject, payload);
}

function hideAt(value: Json, [key, ...below]: PayloadPath): Json {
  if (key === undefined) return MASK;
  if (Array.isArray(value))
    return value.map((item, at) => (at === key ? hideAt(item, below) : item));
  if (!isJsonObject(value)) return value;
  return mapValues(value, (item, name) => (name === key ? hideAt(item, below) : item));
}

function visitTemplate(template: Template, path: PayloadPath, found: PayloadPath[]): void {
  switch (template.kind) {
    case 'value':
      visitReferences(template.value, path, (at) => found.push(at));
      return;
    case 'array':
      template.items.forEach((item, index) => {
        visitTemplate(item, [...path, index], found);
      });
      return;
    case 'object':
      for (const [key, value] of template.entries) visitTemplate(value, [...path, key], found);
      return;
    case 'expression':
    case 'text':
    case 'condition':
  }
}
