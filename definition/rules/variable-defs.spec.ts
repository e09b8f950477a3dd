import type { JsonObject } from '../json';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';
import { variableDefs } from './variable-defs';

const counter = { name: 'counter', type: 'number', lifetime: 'persist', default: 0 };

function judge(...defs: JsonObject[]): unknown {
  const definition = definitionOf({ root: 'manual' }, { variableDefs: defs });
  return runRules([variableDefs], definition, { catalog: toyCatalog });
}

const problem = (field: string, message: string) => ({
  ...{ type: 'nodes', code: 'variable_invalid', field, message },
});

describe('variableDefs', () => {
  it('may be left out', () => {
    const definition = definitionOf({ root: 'manual' });
    expect(runRules([variableDefs], definition, { catalog: toyCatalog })).toEqual([]);
  });

  it('are well-formed', () => {
    expect(judge(counter, { name: 'names', type: 'list', lifetime: 'reset' })).toEqual([]);
    expect(judge({ ...counter, type: 'integer' })).toEqual([
      problem(
        'variableDefs.0.type',
        '`type` is one of `number`, `text`, `boolean`, `list`, `object`.',
      ),
    ]);
    expect(judge(counter, { ...counter, name: 'other', default: '0', initial: 1 })).toEqual([
      problem('variableDefs.1.default', '`default` is of the type `number`, or absent.'),
      problem('variableDefs.1.initial', 'A variable has no field `initial`.'),
    ]);
  });

  it('name each variable once', () => {
    expect(judge(counter, counter)).toEqual([
      problem('variableDefs.1.name', '`counter` is declared twice.'),
    ]);
  });

  it('are at most 100', () => {
    const many = Array.from({ length: 101 }, (_, index) => ({ ...counter, name: `v${index}` }));
    expect(judge(...many.slice(1))).toEqual([]);
    expect(judge(...many)).toEqual([
      problem('variableDefs', 'A workflow has at most 100 variables.'),
    ]);
  });
});
