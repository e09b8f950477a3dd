import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';
import { workflowName } from './workflow-name';

function judge(name?: string): unknown {
  const context = { catalog: toyCatalog, ...(name !== undefined && { name }) };
  return runRules([workflowName], definitionOf({}), context);
}

describe('workflowName', () => {
  it('is judged only when there is one to judge', () => {
    expect(judge()).toEqual([]);
    expect(judge('n')).toEqual([]);
    expect(judge('n'.repeat(255))).toEqual([]);
  });

  it.each(['', '  \n'])('must say something: %j', (name) => {
    expect(judge(name)).toEqual([
      { type: 'name', code: 'name_empty', field: 'name', message: 'Give the workflow a name.' },
    ]);
  });

  it('has a longest length', () => {
    expect(judge('n'.repeat(256))).toEqual([
      {
        type: 'name',
        code: 'name_too_long',
        field: 'name',
        message: 'A name has at most 255 characters; this one has 256.',
      },
    ]);
  });
});
