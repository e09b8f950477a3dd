import type { JsonObject } from '../json';
import type { VariableDef, VariableType } from '../variables';
import { runRules } from './run';
import { setVariables } from './set-variables';
import { definitionOf, toyCatalog } from './toy-catalog';

const variable = (name: string, type: VariableType): VariableDef => ({
  ...{ name, type, lifetime: 'persist', default: null, description: '' },
});
const VARIABLES = [variable('counter', 'number'), variable('names', 'list')];

function judge(payload: JsonObject, variables: VariableDef[] = VARIABLES): string[] {
  const definition = definitionOf({
    root: { type: 'manual', children: ['call'] },
    call: { type: 'http-request', children: ['set', 'other'] },
    set: { type: 'set-variable', payload },
    other: 'log',
    odd: 'no-such',
  });
  const context = { catalog: toyCatalog, variables };
  return runRules([setVariables], definition, context).map(
    ({ code, nodeId, field, message }) => `${code} ${nodeId} ${field}: ${message}`,
  );
}

describe('set-variable', () => {
  it.each<[string, JsonObject]>([
    ['a value', { name: 'counter', value: 1 }],
    ['a list of expressions', { name: 'names', value: ['{{$trigger.body.name}}'] }],
    ['an expression', { name: 'counter', value: '{{call.result.status}}' }],
    ['an expression of any type', { name: 'counter', value: '{{call.result.json}}' }],
    ['a fallback', { name: 'counter', value: '{{$trigger.body.n || 0}}' }],
    ['another variable', { name: 'names', value: '{{$vars.names}}' }],
    ['a part of another variable', { name: 'counter', value: '{{$vars.names.0}}' }],
  ])('takes %s', (_, payload) => {
    expect(judge(payload)).toEqual([]);
  });

  it('says what it writes', () => {
    expect(judge({})).toEqual([
      'field_required set payload.name: `name` says which variable is written.',
      'field_required set payload.value: `value` is what the variable gets. `null` is no value.',
    ]);
    expect(judge({ name: 'counter', value: null })).toEqual([
      'field_required set payload.value: `value` is what the variable gets. `null` is no value.',
    ]);
    expect(judge({ name: '{{$trigger.body.name}}', value: 1 })).toEqual([
      'value_wrong_type set payload.name: `name` is the name of a variable as it is, without an expression.',
    ]);
  });

  it('writes what the workflow has', () => {
    expect(judge({ name: 'Counter', value: 1 })).toEqual([
      'unknown_variable set payload.name: The workflow has no variable `Counter`. Did you mean `counter`?',
    ]);
    expect(judge({ name: 'toString', value: 1 }, [])).toEqual([
      'unknown_variable set payload.name: The workflow has no variable `toString`.',
    ]);
  });

  it.each<[string, JsonObject, string]>([
    ['value_wrong_type', { name: 'counter', value: '1' }, 'text'],
    ['value_wrong_type', { name: 'counter', value: ' {{call.result.status}}' }, 'text'],
    ['value_wrong_type', { name: 'counter', value: { n: '{{$trigger.body.n}}' } }, 'object'],
    ['pure_variable_type_mismatch', { name: 'counter', value: '{{call.result.body}}' }, 'text'],
    ['pure_variable_type_mismatch', { name: 'counter', value: '{{$vars.names}}' }, 'list'],
    ['pure_variable_type_mismatch', { name: 'counter', value: "{{'x'}}" }, 'text'],
  ])('keeps the type: %s for %j', (code, payload, type) => {
    expect(judge(payload)).toEqual([
      `${code} set payload.value: \`counter\` is of the type \`number\`, and \`value\` of the type \`${type}\`.`,
    ]);
  });
});
