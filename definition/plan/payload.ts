import { parseFilterCondition, parseIfCondition } from '../condition/parse';
import type { Condition, Template } from '../expression/ast';
import { parseTemplate, type OnProblem } from '../expression/template';
import { isJsonObject, ownValue, type Json, type JsonObject } from '../json';
import { LITERAL_FIELDS } from '../nodes/literal-fields';
import type { WorkflowNode } from '../types';

type ParseCondition = (value: Json, onProblem: OnProblem) => Condition | undefined;

/** Payload keys that hold a condition, by node type. */
const CONDITION_FIELDS: ReadonlyMap<string, ReadonlyMap<string, ParseCondition>> = new Map([
  ['if', new Map([['condition', parseIfCondition]])],
  [
    'filter',
    new Map([
      ['filter', parseFilterCondition],
      ['condition', parseFilterCondition],
    ]),
  ],
]);

/** Whether a payload key of this type holds a condition. */
export function isConditionField(type: string, key: string): boolean {
  return CONDITION_FIELDS.get(type)?.has(key) ?? false;
}

/** What `$inputs` reads in a node that came out of a block; undefined when it reads the input of the run. */
export function inputMappingOf({ blockContext }: WorkflowNode): JsonObject | undefined {
  const mapping = blockContext && ownValue(blockContext, 'inputMapping');
  return isJsonObject(mapping) ? mapping : undefined;
}

/** Parses a payload field by field, in its order. What has problems becomes null. */
export function parsePayload(
  type: string,
  payload: JsonObject,
  onProblem: OnProblem,
): [key: string, value: Template][] {
  const literal = LITERAL_FIELDS.get(type) ?? [];
  const conditions = CONDITION_FIELDS.get(type);
  return Object.entries(payload).flatMap(([key, value]): [string, Template][] => {
    if (literal.includes(key)) return [[key, { kind: 'value', value }]];
    const parseCondition = conditions?.get(key);
    if (!parseCondition) return parseField(key, value, onProblem);
    const condition = parseCondition(value, (path, message) => {
      onProblem([key, ...path], message);
    });
    return [[key, condition ? { kind: 'condition', condition } : { kind: 'value', value: null }]];
  });
}

/** Through an object of one field, so that its key is read like any other key. */
function parseField(key: string, value: Json, onProblem: OnProblem): [string, Template][] {
  const field = parseTemplate({ [key]: value }, onProblem);
  if (field.kind === 'object') return field.entries;
  const constant = field.kind === 'value' && isJsonObject(field.value) ? field.value : {};
  return Object.entries(constant).map(([name, known]) => [name, { kind: 'value', value: known }]);
}
