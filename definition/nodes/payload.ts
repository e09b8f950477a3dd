import { parseFilterCondition, parseIfCondition } from '../condition/parse';
import type { Condition, Template } from '../expression/ast';
import { objectTemplate, parseTemplate, type OnProblem } from '../expression/template';
import type { Json, JsonObject } from '../json';
import { parseFormatTemplate } from './format';
import { LITERAL_FIELDS } from './literal-fields';

type ParseCondition = (value: Json, onProblem: OnProblem) => Condition | undefined;

/** Where a payload holds a condition, by node type. */
const CONDITION_FIELDS: ReadonlyMap<string, { keys: readonly string[]; parse: ParseCondition }> =
  new Map([
    ['if', { keys: ['condition'], parse: parseIfCondition }],
    ['filter', { keys: ['filter', 'condition'], parse: parseFilterCondition }],
  ]);

/** Parses the payload of a node as its type asks for: its expressions, its condition, its literal fields. */
export function parsePayload(type: string, payload: JsonObject, onProblem: OnProblem): Template {
  return objectTemplate(
    Object.entries(payload).map(([key, value]): [string, Template] => [
      key,
      parseField(type, key, value, (path, message) => {
        onProblem([key, ...path], message);
      }),
    ]),
  );
}

function parseField(type: string, key: string, value: Json, onProblem: OnProblem): Template {
  if (LITERAL_FIELDS.get(type)?.includes(key)) {
    if (type === 'format') checkFormatTemplate(value, onProblem);
    return { kind: 'value', value };
  }
  const field = CONDITION_FIELDS.get(type);
  if (field?.keys.includes(key)) {
    const condition = field.parse(value, onProblem);
    return condition ? { kind: 'condition', condition } : { kind: 'value', value: null };
  }
  return parseTemplate(value, onProblem);
}

function checkFormatTemplate(value: Json, onProblem: OnProblem): void {
  if (typeof value !== 'string') return;
  const parsed = parseFormatTemplate(value);
  if (!parsed.ok) onProblem([], parsed.message);
}
