import { COMPARISONS } from '../../definition/condition/compare';
import { parseExpression } from '../../definition/expression/parse';
import { ISSUE_CODES } from '../../definition/issue-codes';
import { DEFINITION_FIELDS, NODE_FIELDS } from '../../definition/outline/fields';
import { EVENT_TYPES, type NodeStatus, type RunStatus } from '../../definition/progress';
import { blocks } from './language-page';
import { codeIn, sectionOf, tablesOf } from './page';

/** The names in the first table below the heading whose first column has this name. */
function namesBelow(title: string, firstColumn: string): string[] {
  const [table] = tablesOf(sectionOf(blocks, title), firstColumn);
  if (!table) throw new Error(`${title} has no table ${firstColumn}.`);
  return table.rows.flatMap(([cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
}

describe('the tables', () => {
  it('tell every field of a definition', () => {
    expect(namesBelow('The definition', 'field')).toEqual(['nodes', ...DEFINITION_FIELDS.keys()]);
  });

  it('tell every field of a node', () => {
    expect(namesBelow('Nodes', 'field').sort()).toEqual(['type', ...NODE_FIELDS.keys()].sort());
  });

  it('tell every operator', () => {
    const operators = [...Object.keys(COMPARISONS), '$notIn'];
    expect(namesBelow('Conditions', 'operator').sort()).toEqual(operators.sort());
  });

  it('tell every status of a run', () => {
    const statuses: Record<RunStatus, true> = {
      ...{ running: true, waiting: true, success: true },
      ...{ partial: true, failure: true, cancelled: true },
    };
    expect(namesBelow('Statuses of a run', 'status')).toEqual(Object.keys(statuses));
  });

  it('tell every status of a node', () => {
    const statuses: Record<NodeStatus, true> = {
      ...{ pending: true, running: true, scheduled: true, waiting: true, success: true },
      ...{ partial: true, failure: true, skipped: true, cancelled: true },
    };
    expect(namesBelow('Statuses of a node', 'status')).toEqual(Object.keys(statuses));
  });

  it('tell every event', () => {
    expect(namesBelow('Events', 'event')).toEqual([...EVENT_TYPES]);
  });

  it('name roots that expressions have', () => {
    const [table] = tablesOf(sectionOf(blocks, 'What an expression can read'), 'root');
    const roots = (table?.rows ?? []).flatMap((row) =>
      [
        ...row
          .slice(0, 2)
          .join()
          .matchAll(/`([^`]+)`/g),
      ].map(([, root = '']) => root),
    );
    expect(roots.length).toBeGreaterThan(15);
    const unreadable = roots.filter((root) => !parseExpression(root.replace(/<\w+>/, 'x')).ok);
    expect(unreadable).toEqual([]);
  });
});

describe('problems of a definition', () => {
  const rows = tablesOf(sectionOf(blocks, 'Problems of a definition'), 'code').flatMap(
    (table) => table.rows,
  );

  it('are all told, with their meaning', () => {
    const told = rows.map(([code = '', type = '', meaning]) => [
      codeIn(code),
      { type: codeIn(type), meaning },
    ]);
    expect(Object.fromEntries(told)).toEqual(ISSUE_CODES);
    expect(told).toHaveLength(Object.keys(ISSUE_CODES).length);
  });

  it('can all be mended', () => {
    for (const [code, , , mend] of rows)
      expect([code, mend]).toEqual([code, expect.stringMatching(/\.$/)]);
  });
});
