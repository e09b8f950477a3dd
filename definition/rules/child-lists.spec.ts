import { childLists } from './child-lists';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

const judge = (nodes: Parameters<typeof definitionOf>[0], triggerNodeIds?: string[]) =>
  runRules([childLists], definitionOf(nodes, triggerNodeIds && { triggerNodeIds }), {
    catalog: toyCatalog,
  });

describe('childLists', () => {
  it('is content with ids that exist', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['each'] },
        each: { type: 'for-each', loopBody: ['a'], children: ['b'] },
        a: 'log',
        b: { type: 'log', children: [] },
      }),
    ).toEqual([]);
  });

  it('names ids that do not exist', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['log_mesage', 'constructor'] },
        each: { type: 'for-each', loopBody: ['nothing_like_it'] },
        log_message: 'log',
      }),
    ).toEqual([
      {
        type: 'connectivity',
        code: 'unknown_child',
        nodeId: 'root',
        nodeName: 'Manual',
        field: 'children.0',
        message: 'There is no node `log_mesage`. Did you mean `log_message`?',
      },
      {
        type: 'connectivity',
        code: 'unknown_child',
        nodeId: 'root',
        nodeName: 'Manual',
        field: 'children.1',
        message: 'There is no node `constructor`.',
      },
      {
        type: 'connectivity',
        code: 'unknown_child',
        nodeId: 'each',
        nodeName: 'For each',
        field: 'loopBody.0',
        message: 'There is no node `nothing_like_it`.',
      },
    ]);
  });

  it('names ids that are listed twice in one list', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['a', 'b', 'a'] },
        a: { type: 'log', children: ['b'] },
        b: 'log',
      }),
    ).toEqual([
      {
        type: 'connectivity',
        code: 'duplicate_child',
        nodeId: 'root',
        nodeName: 'Manual',
        field: 'children.2',
        message: '`a` is listed twice. List it once.',
      },
    ]);
  });

  it('lets nothing lead to a trigger', () => {
    expect(
      judge(
        {
          one: { type: 'manual', children: ['a'] },
          two: { type: 'manual', children: ['one'] },
          a: { type: 'log', children: ['two'] },
        },
        ['one', 'two'],
      ),
    ).toEqual([
      {
        type: 'root',
        code: 'trigger_has_parent',
        nodeId: 'two',
        nodeName: 'Manual',
        field: 'children.0',
        message: '`one` is a trigger: a run starts there, and nothing leads to it.',
      },
      {
        type: 'root',
        code: 'trigger_has_parent',
        nodeId: 'a',
        nodeName: 'Log',
        field: 'children.0',
        message: '`two` is a trigger: a run starts there, and nothing leads to it.',
      },
    ]);
  });
});
