import type { Rule } from './facts';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

const definition = definitionOf({
  a: 'log',
  b: { type: 'log', titleOverride: 'Note' },
  c: 'no-such',
  d: { type: 'no-such', titleOverride: 'Odd' },
});

describe('runRules', () => {
  it('names nodes as people see them', () => {
    const rule: Rule = ({ nodes }, report) => {
      for (const node of nodes) report('cycle', node, 'children', node.id);
      report('cycle', undefined, undefined, 'whole');
    };
    const common = { type: 'connectivity', code: 'cycle' };
    expect(runRules([rule], definition, { catalog: toyCatalog })).toEqual([
      { ...common, nodeId: 'a', nodeName: 'Log', field: 'children', message: 'a' },
      { ...common, nodeId: 'b', nodeName: 'Note', field: 'children', message: 'b' },
      { ...common, nodeId: 'c', field: 'children', message: 'c' },
      { ...common, nodeId: 'd', nodeName: 'Odd', field: 'children', message: 'd' },
      { ...common, message: 'whole' },
    ]);
  });

  it('runs rules in their order, and none once there is too much', () => {
    const ran: string[] = [];
    const noisy =
      (name: string, times: number): Rule =>
      (_, report) => {
        ran.push(name);
        for (let n = 0; n < times; n += 1) report('cycle', undefined, undefined, name);
      };
    const rules = [noisy('one', 60), noisy('two', 60), noisy('three', 1)];
    const issues = runRules(rules, definition, { catalog: toyCatalog });
    expect(ran).toEqual(['one', 'two']);
    expect(issues.map(({ message }) => message).slice(58, 62)).toEqual([
      'one',
      'one',
      'two',
      'two',
    ]);
    expect(issues).toHaveLength(101);
  });

  it('works out no message that nobody reads', () => {
    let made = 0;
    const rule: Rule = (_, report) => {
      for (let n = 0; n < 500; n += 1) {
        report('cycle', undefined, undefined, () => {
          made += 1;
          return String(made);
        });
      }
    };
    expect(runRules([rule], definition, { catalog: toyCatalog }).at(99)?.message).toBe('100');
    expect(made).toBeLessThanOrEqual(101);
  });
});
