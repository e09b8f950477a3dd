import type { WorkflowNode } from '../types';
import { loops } from './loops';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

const judge = (nodes: Parameters<typeof definitionOf>[0]) =>
  runRules([loops], definitionOf(nodes), { catalog: toyCatalog });

/** Loops inside loops, `depth` of them. */
function nested(depth: number): Record<string, WorkflowNode> {
  const nodes: Record<string, WorkflowNode> = {
    root: { type: 'manual', payload: {}, children: ['loop1'] },
    leaf: { type: 'log', payload: {} },
  };
  for (let n = 1; n <= depth; n += 1) {
    const body = n < depth ? `loop${n + 1}` : 'leaf';
    nodes[`loop${n}`] = { type: 'for-each', payload: {}, loopBody: [body] };
  }
  return nodes;
}

describe('loops', () => {
  it.each([[undefined], [[]]])('need a body: %j', (loopBody) => {
    expect(
      judge({
        root: { type: 'manual', children: ['each'] },
        each: { type: 'for-each', ...(loopBody && { loopBody }) },
      }),
    ).toEqual([
      {
        type: 'nodes',
        code: 'loop_body_missing',
        nodeId: 'each',
        nodeName: 'For each',
        field: 'loopBody',
        message: '`for-each` needs `loopBody`: the ids of the nodes that run once for each item.',
      },
    ]);
  });

  it('tell `children` from `loopBody`', () => {
    const [issue] = judge({
      root: { type: 'manual', children: ['each'] },
      each: { type: 'for-each', children: ['a'] },
      a: 'log',
    });
    expect(issue?.message).toBe(
      '`for-each` needs `loopBody`: the ids of the nodes that run once for each item. Its `children` run once, after the last item.',
    );
  });

  it('alone have a body', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['a', 'b', 'c'] },
        a: { type: 'log', loopBody: ['b'] },
        b: { type: 'log', loopBody: [] },
        c: { type: 'no-such', loopBody: ['b'] },
      }),
    ).toEqual([
      {
        type: 'nodes',
        code: 'loop_body_not_allowed',
        nodeId: 'a',
        nodeName: 'Log',
        field: 'loopBody',
        message: 'Only a `for-each` has a `loopBody`. List what follows `a` in its `children`.',
      },
    ]);
  });

  it('are nested ten deep', () => {
    expect(judge(nested(10))).toEqual([]);
  });

  it.each([11, 13])('are not nested %i deep', (depth) => {
    expect(judge(nested(depth))).toEqual([
      {
        type: 'nodes',
        code: 'loop_too_deep',
        nodeId: 'loop11',
        nodeName: 'For each',
        message:
          'Loops are nested at most 10 deep. Move the inner loops into a workflow of their own and start it with `trigger-workflow`.',
      },
    ]);
  });

  it('may hold other nodes ten deep', () => {
    const nodes = nested(10);
    nodes.leaf = { type: 'log', payload: {}, children: ['leaf2'] };
    expect(judge({ ...nodes, leaf2: 'log' })).toEqual([]);
  });
});
