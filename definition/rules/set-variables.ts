import type { Expression, Template } from '../expression/ast';
import { ownValue, type Json } from '../json';
import { VARIABLE_NAME, variableTypeOf, type VariableDef, type VariableType } from '../variables';
import type { Facts, NodeFacts, Report, Rule } from './facts';
import { payloadField } from './payload-field';
import { followResult } from './result-schema';
import { didYouMean, quote } from './text';

/** A `set-variable` writes a variable that the workflow has, with a value of its type. */
export const setVariables: Rule = (facts, report) => {
  for (const node of facts.nodes) {
    if (node.spec?.execution !== 'set-variable') continue;
    const variable = checkName(node, facts, report);
    const value = node.fields.get('value');
    if (payloadField(node, 'value').kind === 'absent') {
      const message = '`value` is what the variable gets. `null` is no value.';
      report('field_required', node, 'payload.value', message);
    } else if (variable && value) {
      checkType(node, variable, value, facts, report);
    }
  }
};

function checkName(node: NodeFacts, facts: Facts, report: Report): VariableDef | undefined {
  const { name } = node.node.payload;
  const field = 'payload.name';
  if (name === undefined || name === null) {
    report('field_required', node, field, '`name` says which variable is written.');
    return undefined;
  }
  if (typeof name !== 'string' || !VARIABLE_NAME.test(name)) {
    const message = '`name` is the name of a variable as it is, without an expression.';
    report('value_wrong_type', node, field, message);
    return undefined;
  }
  const { variables } = facts;
  const variable = variables?.get(name);
  if (variables && !variable) {
    report('unknown_variable', node, field, () => {
      const similar = didYouMean(name, variables.keys());
      return `The workflow has no variable ${quote(name)}.${similar}`;
    });
  }
  return variable;
}

function checkType(
  node: NodeFacts,
  { name, type }: VariableDef,
  value: Template,
  facts: Facts,
  report: Report,
): void {
  const given = typeOfTemplate(value, facts);
  if (given === undefined || given === type) return;
  const code = value.kind === 'expression' ? 'pure_variable_type_mismatch' : 'value_wrong_type';
  const message = `${quote(name)} is of the type \`${type}\`, and \`value\` of the type \`${given}\`.`;
  report(code, node, 'payload.value', message);
}

/** Undefined where only a run can tell. */
function typeOfTemplate(template: Template, facts: Facts): VariableType | undefined {
  switch (template.kind) {
    case 'value':
      return variableTypeOf(template.value);
    case 'text':
      return 'text';
    case 'array':
      return 'list';
    case 'object':
    case 'condition':
      return 'object';
    case 'expression':
      return typeOfExpression(template.expression, facts);
  }
}

const BY_SCHEMA: Readonly<Record<string, VariableType>> = {
  number: 'number',
  integer: 'number',
  string: 'text',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
};

function typeOfExpression(expression: Expression, facts: Facts): VariableType | undefined {
  if (expression.kind === 'literal') return variableTypeOf(expression.value);
  if (expression.kind !== 'reference') return undefined;
  const { root, path } = expression;
  const [name = ''] = path;
  if (root.kind === 'vars' && path.length === 1) return facts.variables?.get(name)?.type;
  const found = followResult(expression, facts);
  return found.kind === 'found' ? schemaType(found.schema.type) : undefined;
}

function schemaType(type: Json | undefined): VariableType | undefined {
  return typeof type === 'string' ? ownValue(BY_SCHEMA, type) : undefined;
}
