import type { Json } from '../json';
import { runRules } from './run';
import { sqlTexts } from './sql-texts';
import { definitionOf, toyCatalog } from './toy-catalog';

function judge(sql: Json): string[] {
  const nodes = {
    read: { type: 'db-query', payload: { sql } },
    say: { type: 'log', payload: { sql } },
  };
  const issues = runRules([sqlTexts], definitionOf(nodes), { catalog: toyCatalog });
  return issues.map(({ code, nodeId, field, message }) => `${code} ${nodeId} ${field}: ${message}`);
}

describe('the sql of a db-query', () => {
  it('takes parameters', () => {
    expect(judge('SELECT * FROM t WHERE a = ?')).toEqual([]);
    expect(judge(1)).toEqual([]);
  });

  it('takes no expression', () => {
    expect(judge("SELECT * FROM t WHERE a = '{{$trigger.body.a}}'")).toEqual([
      'expression_invalid read payload.sql: `sql` takes no expression: write `?`, and put the value into `params`.',
    ]);
  });
});
