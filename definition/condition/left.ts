import type { Condition } from '../expression/ast';
import { parseExpression } from '../expression/parse';
import { fieldPath } from '../expression/read-path';
import { parseText, type OnProblem } from '../expression/template';

export type Left = Extract<Condition, { kind: 'comparison' }>['left'];

const ROOT_OR_OPERATOR = /^\$[A-Za-z]/;

/** The left side in an `if`: a text that may hold expressions. */
export function templateLeft(key: string, path: string[], onProblem: OnProblem): Left {
  if (isReference(key)) {
    onProblem(path, `\`${key}\` is only text here. Write \`{{${key}}}\` to read it.`);
  } else if (ROOT_OR_OPERATOR.test(key)) {
    onProblem(
      path,
      `\`${shorten(key)}\` is unknown here. Comparisons are joined by \`$and\` and \`$or\`.`,
    );
  }
  return { kind: 'template', template: parseText(key, path, onProblem) };
}

/** Whether a text would be a path if it stood in braces: comparing such a text is never meant. */
function isReference(key: string): boolean {
  const parsed = parseExpression(key);
  return parsed.ok && parsed.expression.kind === 'reference';
}

/** The left side in a `filter`: a field of the item, dots lead deeper. */
export function fieldLeft(key: string, path: string[], onProblem: OnProblem): Left | undefined {
  const name = fieldName(key);
  const field = name.includes('{{') ? undefined : fieldPath(name);
  if (field === undefined) {
    onProblem(
      path,
      'A key of a filter is the name of a field of the item, such as `state` or `user.name`.',
    );
    return undefined;
  }
  return { kind: 'field', path: field };
}

/** The older form of a key, `{{@state}}`, names the field `state`. */
function fieldName(key: string): string {
  if (!key.startsWith('{{') || !key.endsWith('}}')) return key;
  const inner = key.slice(2, -2).trim();
  return inner.startsWith('@') ? inner.slice(1) : key;
}

/** A text of the author's, cut when it is very long. */
export function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}
