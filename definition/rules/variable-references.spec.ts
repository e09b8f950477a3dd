import type { JsonObject } from '../json';
import type { VariableDef } from '../variables';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';
import { variableReferences } from './variable-references';

const counter: VariableDef = {
  ...{ name: 'counter', type: 'number', lifetime: 'persist', default: 0, description: '' },
};
const declared = [{ name: 'names', type: 'list', lifetime: 'reset' }];

function judge(message: string, variables?: VariableDef[], variableDefs?: JsonObject[]): string[] {
  const nodes = { root: 'manual', say: { type: 'log', payload: { message } } };
  const definition = definitionOf(nodes, { ...(variableDefs && { variableDefs }) });
  const context = { catalog: toyCatalog, ...(variables && { variables }) };
  return runRules([variableReferences], definition, context).map(
    ({ code, nodeId, field, message: text }) => `${code} ${nodeId} ${field}: ${text}`,
  );
}

const UNKNOWN = 'unknown_variable say payload.message: The workflow has no variable';

describe('$vars', () => {
  it('reads what the workflow has or declares, and all of it', () => {
    expect(judge('{{$vars.counter}}', [counter])).toEqual([]);
    expect(judge('{{$vars.names.0.first}}', [counter], declared)).toEqual([]);
    expect(judge('{{$vars}}', [])).toEqual([]);
  });

  it('reads nothing else', () => {
    expect(judge('{{$vars.countr}}', [counter])).toEqual([
      `${UNKNOWN} \`countr\`. Did you mean \`counter\`?`,
    ]);
    expect(judge('{{$vars.counter || 0}}', [])).toEqual([`${UNKNOWN} \`counter\`.`]);
    expect(judge('{{$vars.constructor}}', [counter])).toEqual([`${UNKNOWN} \`constructor\`.`]);
  });

  it('is judged by what the definition declares when the workflow is not known', () => {
    expect(judge('{{$vars.names}}', undefined, declared)).toEqual([]);
    expect(judge('{{$vars.counter}}', undefined, declared)).toEqual([`${UNKNOWN} \`counter\`.`]);
  });

  it('is not judged when nothing is known', () => {
    expect(judge('{{$vars.anything}}')).toEqual([]);
  });
});
