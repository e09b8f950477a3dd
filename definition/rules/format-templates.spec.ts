import type { JsonObject } from '../json';
import { formatTemplates } from './format-templates';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

function judge(payload: JsonObject, type = 'format'): unknown {
  const definition = definitionOf({ a: { type, payload } });
  return runRules([formatTemplates], definition, { catalog: toyCatalog });
}

describe('formatTemplates', () => {
  it.each(['{{@id}} = {{@user.name}}', 'plain', '\\{{ kept }}', 7])('take %j', (template) => {
    expect(judge({ template })).toEqual([]);
  });

  it('know only fields of the item', () => {
    expect(judge({ template: '{{@id}} {{$trigger.body.name}}' })).toEqual([
      {
        type: 'pattern',
        code: 'template_invalid',
        nodeId: 'a',
        nodeName: 'Toy format',
        field: 'payload.template',
        message:
          'A format template has only `{{@field}}`, not `{{$trigger.body.name}}`. Put what it should read into `data`.',
      },
    ]);
  });

  it('are judged in `format` nodes only', () => {
    expect(judge({ template: '\\{{x}}' }, 'log')).toEqual([]);
    expect(judge({})).toEqual([]);
  });
});
