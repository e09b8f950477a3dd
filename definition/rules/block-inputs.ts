import type { Template } from '../expression/ast';
import { isJsonObject, ownValue, type Json, type JsonObject } from '../json';
import { isOfType } from '../nodes/block-inputs';
import type { Rule } from './facts';
import { didYouMean, quote } from './text';

/** A `block` node gives its block what it takes: all that is required, nothing else, each of its type. */
export const blockInputs: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    if (!node.block) continue;
    const { inputs = {} } = node.node.payload;
    if (!isJsonObject(inputs)) {
      report(
        'value_wrong_type',
        node,
        'payload.inputs',
        '`inputs` is an object: {"<key>": <value>}.',
      );
      continue;
    }
    const declared = node.block.definition.inputSchema ?? [];
    const keys = declared.map(({ key }) => key);
    for (const key of Object.keys(inputs)) {
      if (keys.includes(key)) continue;
      report('block_input_unknown', node, `payload.inputs.${key}`, () => {
        const known =
          keys.length === 0 ? ' It has none.' : ` It has ${keys.map(quote).join(', ')}.`;
        return `The block has no input ${quote(key)}.${didYouMean(key, keys) || known}`;
      });
    }
    const templates = entriesOf(node.fields.get('inputs'));
    for (const { key, type, required } of declared) {
      const given = ownValue(inputs, key) ?? null;
      const field = `payload.inputs.${key}`;
      if (given === null && required === true) {
        report('block_input_missing', node, field, `The block needs the input ${quote(key)}.`);
        continue;
      }
      const literal = literalOf(templates.get(key));
      if (given === null || literal === undefined || isOfType(literal, type)) continue;
      report(
        'value_wrong_type',
        node,
        field,
        `The input ${quote(key)} is of the type ${quote(String(type))}.`,
      );
    }
  }
};

function entriesOf(template: Template | undefined): ReadonlyMap<string, Template> {
  if (template?.kind === 'object') return new Map(template.entries);
  const constant: JsonObject =
    template?.kind === 'value' && isJsonObject(template.value) ? template.value : {};
  return new Map(Object.entries(constant).map(([key, value]) => [key, { kind: 'value', value }]));
}

/** A value of the kind that will be there when it runs; undefined when that is not known before. */
function literalOf(template: Template | undefined): Json | undefined {
  switch (template?.kind) {
    case 'value':
      return template.value;
    case 'text':
      return '';
    case 'array':
      return [];
    case 'object':
      return {};
    default:
      return undefined;
  }
}
