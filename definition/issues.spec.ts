import { ISSUE_CODES } from './issue-codes';
import { IssueList, MAX_ISSUES } from './issues';

describe('IssueList', () => {
  it('gives each problem the type of its code', () => {
    const list = new IssueList();
    list.add('cycle', { nodeId: 'a', message: 'round and round' });
    expect(list.all()).toEqual([
      { type: 'connectivity', code: 'cycle', nodeId: 'a', message: 'round and round' },
    ]);
    expect(list.full).toBe(false);
  });

  it('keeps 100 problems without a word about more', () => {
    const list = new IssueList();
    for (let n = 0; n < MAX_ISSUES; n += 1) list.add('cycle', { message: String(n) });
    expect(list.full).toBe(false);
    expect(list.all().map((issue) => issue.message)).toEqual(
      Array.from({ length: 100 }, (_, n) => String(n)),
    );
  });

  it('says after the 100th that there are more', () => {
    const list = new IssueList();
    for (let n = 0; n < MAX_ISSUES + 5; n += 1) list.add('cycle', { message: String(n) });
    expect(list.full).toBe(true);
    const all = list.all();
    expect(all).toHaveLength(101);
    expect(all[99]?.message).toBe('99');
    expect(all[100]).toEqual({
      type: 'nodes',
      code: 'too_many_problems',
      message: 'There are more than 100 problems. Mend these first.',
    });
  });
});

describe('ISSUE_CODES', () => {
  it.each(Object.entries(ISSUE_CODES))('%s is snake_case and explained', (code, info) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(info.meaning).toMatch(/^[`A-Z].{15,}\.$/);
  });
});
