import { reachability } from './reachability';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

const judge = (nodes: Parameters<typeof definitionOf>[0]) =>
  runRules([reachability], definitionOf(nodes), { catalog: toyCatalog });

describe('reachability', () => {
  it('follows children and loop bodies', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['each'] },
        each: { type: 'for-each', loopBody: ['a'], children: ['b'] },
        a: 'log',
        b: 'log',
      }),
    ).toEqual([]);
  });

  it('names the first node of what is cut off', () => {
    expect(
      judge({
        root: 'manual',
        a: { type: 'log', children: ['b'] },
        b: 'log',
        c: { type: 'log', children: ['d'] },
        d: { type: 'log', children: ['c'] },
      }),
    ).toEqual([
      {
        type: 'connectivity',
        code: 'unreachable',
        nodeId: 'a',
        nodeName: 'Log',
        message:
          'No path leads from the trigger to `a`. List it in the `children` of the node it follows, or remove it.',
      },
      {
        type: 'connectivity',
        code: 'unreachable',
        nodeId: 'c',
        nodeName: 'Log',
        message:
          'No path leads from the trigger to `c`. List it in the `children` of the node it follows, or remove it.',
      },
    ]);
  });

  it('says nothing of a trigger in the wrong place, or when there is no start', () => {
    expect(judge({ root: 'manual', other: 'manual' })).toEqual([]);
    expect(judge({ a: 'log' })).toEqual([]);
  });

  it('names a node of an unknown type', () => {
    expect(judge({ root: 'manual', a: 'no-such' }).map(({ nodeId }) => nodeId)).toEqual(['a']);
  });
});
