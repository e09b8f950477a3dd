import { setOwn, type Json, type JsonObject } from '../json';
import type { Expression, Template } from './ast';
import { parseExpression } from './parse';
import { splitText } from './split-text';

/** Called for each thing that is wrong, with where it is below the parsed value. */
export type OnProblem = (path: string[], message: string) => void;

/** Most levels of objects and arrays in a payload. */
export const MAX_TEMPLATE_DEPTH = 50;

const NOTHING: Template = { kind: 'value', value: null };

/**
 * Parses the expressions in a payload. A string that is exactly one `{{...}}` keeps the type of what it reads;
 * anything around it, a space too, makes it text. A template with problems is not fit to be resolved; parsing goes on after each, so that one call reports them all.
 */
export function parseTemplate(value: Json, onProblem: OnProblem): Template {
  return parseAt(value, [], onProblem);
}

/** Parses one string as {@link parseTemplate} does. */
export function parseText(source: string, path: string[], onProblem: OnProblem): Template {
  const split = splitText(source);
  if (!split.ok) {
    onProblem(path, split.message);
    return NOTHING;
  }
  const parts: (string | Expression)[] = [];
  for (const part of split.parts) {
    if (part.kind === 'text') {
      parts.push(part.text);
      continue;
    }
    const parsed = parseExpression(part.source);
    if (parsed.ok) {
      parts.push(parsed.expression);
    } else {
      const hint = parsed.hint === undefined ? '' : ` ${parsed.hint}`;
      onProblem(path, `In \`{{${shorten(part.source)}}}\`: ${parsed.message}${hint}`);
    }
  }
  const [only] = parts;
  if (only === undefined) return { kind: 'value', value: '' };
  if (parts.length > 1) return { kind: 'text', parts };
  if (typeof only === 'string') return { kind: 'value', value: only };
  return { kind: 'expression', expression: only };
}

function parseAt(value: Json, path: string[], onProblem: OnProblem): Template {
  if (typeof value === 'string') return parseText(value, path, onProblem);
  if (typeof value !== 'object' || value === null) return { kind: 'value', value };
  if (path.length >= MAX_TEMPLATE_DEPTH) {
    onProblem(path, `A payload has at most ${MAX_TEMPLATE_DEPTH} levels.`);
    return NOTHING;
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => parseAt(item, [...path, String(index)], onProblem));
    return items.every(isValue)
      ? { kind: 'value', value: items.map((item) => item.value) }
      : { kind: 'array', items };
  }
  const entries = Object.entries(value).map(([key, child]): [string, Template] => [
    parseKey(key, path, onProblem),
    parseAt(child, [...path, key], onProblem),
  ]);
  return objectTemplate(entries);
}

/** An object of templates, made one value when nothing in it is an expression. */
function objectTemplate(entries: [key: string, value: Template][]): Template {
  const constant: JsonObject = {};
  for (const [key, child] of entries) {
    if (child.kind !== 'value') return { kind: 'object', entries };
    setOwn(constant, key, child.value);
  }
  return { kind: 'value', value: constant };
}

function parseKey(key: string, path: string[], onProblem: OnProblem): string {
  const split = splitText(key);
  if (split.ok && split.parts.every((part) => part.kind === 'text')) {
    return split.parts.map((part) => part.text).join('');
  }
  onProblem(
    [...path, key],
    'A key is no place for an expression. Write `\\{{` to mean the braces themselves.',
  );
  return key;
}

function isValue(template: Template): template is Extract<Template, { kind: 'value' }> {
  return template.kind === 'value';
}

function shorten(source: string): string {
  return source.length > 80 ? `${source.slice(0, 80)}...` : source;
}
