import { Budget, DEFAULT_LIMITS, ExpressionError } from '../expression/budget';
import { textOf } from '../expression/evaluate';
import { fieldPath, readPath } from '../expression/read-path';
import { splitText } from '../expression/split-text';
import { ownValue, type Json, type JsonObject } from '../json';
import { invalidInput, kindOf, type PureOutcome } from './pure-node';

/** Text, and between it the paths of fields of the item. */
export type FormatTemplate = (string | string[])[];

/** Parses the `template` of a `format` node, in which only `{{@field}}` and `{{@a.b}}` have a meaning. */
export function parseFormatTemplate(
  source: string,
): { ok: true; template: FormatTemplate } | { ok: false; message: string } {
  const split = splitText(source);
  if (!split.ok) return split;
  const template: FormatTemplate = [];
  for (const part of split.parts) {
    if (part.kind === 'text') {
      template.push(part.text);
      continue;
    }
    const name = part.source.trim();
    const path = name.startsWith('@') ? fieldPath(name.slice(1)) : undefined;
    if (path === undefined) {
      return {
        ok: false,
        message: `A format template has only \`{{@field}}\`, not \`{{${part.source}}}\`. Put what it should read into \`data\`.`,
      };
    }
    template.push(path);
  }
  return { ok: true, template };
}

/** Renders `data` with `template`: an array once for each element, joined by `separator` (a newline when absent). */
export function runFormat(input: JsonObject): PureOutcome {
  const source = ownValue(input, 'template');
  if (typeof source !== 'string') return invalidInput('`template` must be a text.');
  const parsed = parseFormatTemplate(source);
  if (!parsed.ok) return invalidInput(parsed.message);
  const separator = ownValue(input, 'separator') ?? '\n';
  if (typeof separator !== 'string') return invalidInput('`separator` must be a text.');
  const data = ownValue(input, 'data');
  if (typeof data !== 'object' || data === null) {
    return invalidInput(`\`data\` must be an array or an object, but it is ${kindOf(data)}.`);
  }
  try {
    return { ok: true, result: { formatted: render(parsed.template, data, separator) } };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { ok: false, error: { code: error.code, message: error.message } };
  }
}

function render(template: FormatTemplate, data: Json, separator: string): string {
  const budget = new Budget(DEFAULT_LIMITS);
  const pieces: string[] = [];
  for (const [index, item] of (Array.isArray(data) ? data : [data]).entries()) {
    if (index > 0) pieces.push(separator);
    for (const part of template) {
      budget.spend(1);
      const value = typeof part === 'string' ? part : readPath(item, part);
      budget.emit(value);
      pieces.push(textOf(value));
    }
    budget.emitText(separator.length);
  }
  return pieces.join('');
}
