import { textOf } from '../expression/evaluate';
import { splitText, type TextPart } from '../expression/split-text';
import { type Json, type JsonObject, setOwn } from '../json';
import { fillExpression, type ReadProp, writeLiteral } from './fill-expression';
import { escapeText, type WrittenPart, writeParts } from './write-text';

/** Called with what is wrong with a prop in its place. */
export type OnFillProblem = (message: string) => void;

/**
 * Fills the props of one string in. A string that is exactly one prop becomes its value with its type. Braces in
 * values are escaped: what is filled in is data and never an expression. Strings without props stay as they are.
 */
export function fillText(source: string, read: ReadProp, onProblem: OnFillProblem): Json {
  const filled = fillParts(source, read, onProblem);
  if (filled === undefined) return source;
  const [only] = filled;
  if (filled.length === 1 && only?.kind === 'constant') return escapeValue(only.value);
  return writeFilled(filled);
}

/** As {@link fillText} for a key of a condition, where a value is written as a literal in braces, to keep its type. */
export function fillKey(source: string, read: ReadProp, onProblem: OnFillProblem): string {
  const filled = fillParts(source, read, onProblem);
  if (filled === undefined) return source;
  if (filled.some(({ kind }) => kind === 'expression')) return writeFilled(filled);
  const [only] = filled;
  const value = filled.length === 1 && only?.kind === 'constant' ? only.value : joined(filled);
  const literal = writeLiteral(value);
  if (literal === undefined)
    onProblem('A comparison can only begin with a text, number or boolean.');
  return literal === undefined ? source : `{{${literal}}}`;
}

type Filled = TextPart | { kind: 'constant'; value: Json };

/** Undefined when the string reads no prop. */
function fillParts(source: string, read: ReadProp, onProblem: OnFillProblem): Filled[] | undefined {
  const split = splitText(source);
  if (!split.ok) return undefined;
  const parts = split.parts.map((part): Filled => {
    if (part.kind === 'text') return part;
    const filled = fillExpression(part.source, read);
    if (filled.kind === 'unchanged') return part;
    if (filled.kind !== 'inexpressible') return filled;
    onProblem(filled.message);
    return part;
  });
  return parts.some((part, at) => part !== split.parts[at]) ? parts : undefined;
}

/** A string of several parts stays text, also when nothing but one expression is left of it. */
function writeFilled(parts: readonly Filled[]): string {
  const written = parts
    .map((part): WrittenPart => {
      return part.kind === 'constant' ? { kind: 'text', text: textOf(part.value) } : part;
    })
    .filter((part) => part.kind === 'expression' || part.text !== '');
  const isText = parts.length > 1 && written.length === 1 && written[0]?.kind === 'expression';
  return writeParts(isText ? [{ kind: 'expression', source: "''" }, ...written] : written);
}

function joined(parts: readonly Filled[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'constant') return textOf(part.value);
      return part.kind === 'text' ? part.text : '';
    })
    .join('');
}

/** A value that is read as itself where expressions are looked for, keys included. */
function escapeValue(value: Json): Json {
  if (typeof value === 'string') return escapeText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(escapeValue);
  const escaped: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    setOwn(escaped, escapeText(key), escapeValue(item));
  }
  return escaped;
}
