import { buildGraph, enclosingLoops, isSound, TOP, triggerIds, type Graph } from './graph';
import { findAncestors } from './graph/ancestors';
import { definitionOf } from './rules/toy-catalog';

/** Edges by id: `children`, and `body` for a loop. */
type Sketch = Record<string, string[] | { children?: string[]; body: string[] }>;

function sketch(nodes: Sketch, triggerNodeIds?: string[]): Graph {
  const whole = Object.entries(nodes).map(([id, edges]) => {
    const { children = [], body } = Array.isArray(edges) ? { children: edges } : edges;
    return [id, { type: 'log', children, ...(body && { loopBody: body }) }] as const;
  });
  return buildGraph(definitionOf(Object.fromEntries(whole), triggerNodeIds && { triggerNodeIds }));
}

/** A list of indexes as ids. */
function ids(graph: Graph, indexes: readonly number[] | undefined): string[] {
  return (indexes ?? []).map((index) => graph.ids[index] ?? '?');
}

function index(graph: Graph, id: string): number {
  return graph.indexById.get(id) ?? Number.NaN;
}

function ancestorsOf(graph: Graph, id: string): string[] {
  const ancestors = findAncestors(graph);
  return graph.ids.filter((_, other) => ancestors.has(index(graph, id), other));
}

function scopes(graph: Graph): Record<string, string> {
  return Object.fromEntries(
    graph.ids.map((id, at) => {
      const scope = graph.scope[at] ?? Number.NaN;
      return [id, scope === TOP ? 'top' : (graph.ids[scope] ?? '?')];
    }),
  );
}

describe('triggerIds', () => {
  it('is root unless something is listed', () => {
    expect(triggerIds({ nodes: {} })).toEqual(['root']);
    expect(triggerIds({ nodes: {}, triggerNodeIds: [] })).toEqual(['root']);
    expect(triggerIds({ nodes: {}, triggerNodeIds: ['a', 'b'] })).toEqual(['a', 'b']);
  });
});

describe('edges', () => {
  const graph = sketch({
    root: ['b', 'a', 'b', 'ghost'],
    a: ['join', 'root'],
    b: ['join'],
    join: { body: ['in', 'in'] },
    in: [],
  });

  it('keep list order, without repeats, unknown ids and triggers', () => {
    expect(ids(graph, graph.children[0])).toEqual(['b', 'a']);
    expect(ids(graph, graph.children[1])).toEqual(['join']);
    expect(ids(graph, graph.bodies[3])).toEqual(['in']);
    expect(graph.triggers).toEqual([0]);
  });

  it('are known from both ends, in definition order', () => {
    expect(ids(graph, graph.parents[3])).toEqual(['a', 'b']);
    expect(graph.parents[4]).toEqual([]);
    expect(ids(graph, graph.holders[4])).toEqual(['join']);
  });

  it('keep ids that are names of JavaScript', () => {
    const odd = sketch({ root: ['__proto__'], ['__proto__']: ['constructor'], constructor: [] });
    expect(ids(odd, odd.children[0])).toEqual(['__proto__']);
    expect(ids(odd, odd.children[1])).toEqual(['constructor']);
    expect(odd.indexById.has('toString')).toBe(false);
  });
});

describe('scopes', () => {
  const nested = sketch({
    root: ['outer'],
    outer: { body: ['inner'], children: ['end'] },
    inner: { body: ['deep'], children: ['after'] },
    deep: ['deeper'],
    deeper: [],
    after: [],
    end: [],
  });

  it('are the loop whose body holds a node', () => {
    expect(scopes(nested)).toEqual({
      root: 'top',
      outer: 'top',
      inner: 'outer',
      deep: 'inner',
      deeper: 'inner',
      after: 'outer',
      end: 'top',
    });
    expect(nested.torn).toEqual([]);
  });

  it('give the loops around a node, innermost first', () => {
    expect(ids(nested, enclosingLoops(nested, index(nested, 'deeper')))).toEqual([
      'inner',
      'outer',
    ]);
    expect(enclosingLoops(nested, index(nested, 'end'))).toEqual([]);
    expect(enclosingLoops(nested, 99)).toEqual([]);
  });

  it('tell a node that hangs inside and outside', () => {
    const torn = sketch({
      root: ['each', 'x'],
      each: { body: ['in'] },
      in: ['x'],
      x: ['y'],
      y: [],
    });
    expect(ids(torn, torn.torn)).toEqual(['x']);
    expect(scopes(torn).x).toBe('top');
    expect(isSound(torn)).toBe(false);
  });

  it('tell a node that hangs in two loops', () => {
    const torn = sketch({
      root: ['one', 'two'],
      one: { body: ['x'] },
      two: { body: ['x'] },
      x: [],
    });
    expect(ids(torn, torn.torn)).toEqual(['x']);
    expect(scopes(torn).x).toBe('one');
  });

  it('do not mind two parents in one loop', () => {
    const fine = sketch({
      root: ['each'],
      each: { body: ['a', 'b'] },
      a: ['join'],
      b: ['join'],
      join: [],
    });
    expect(fine.torn).toEqual([]);
    expect(isSound(fine)).toBe(true);
  });
});

describe('reach', () => {
  const graph = sketch({
    root: ['a'],
    a: { body: ['in'] },
    in: [],
    stray: ['below', 'a'],
    below: [],
    loop: { body: ['held'] },
    held: [],
    round: ['trip'],
    trip: ['round'],
  });

  it('goes along children and loop bodies', () => {
    expect(graph.ids.filter((_, at) => graph.reached[at])).toEqual(['root', 'a', 'in']);
  });

  it('names where each part that is cut off begins', () => {
    expect(ids(graph, graph.strays)).toEqual(['stray', 'loop', 'round']);
  });

  it('names the head of a part that is cut off, wherever it stands', () => {
    const backward = sketch({
      root: [],
      held: [],
      below: ['loop'],
      loop: { body: ['held'] },
      trip: ['round'],
      round: ['trip'],
      stray: ['below'],
    });
    expect(ids(backward, backward.strays)).toEqual(['stray', 'trip']);
    expect(scopes(backward)).toMatchObject({ below: 'top', loop: 'top', held: 'loop' });
  });

  it('places what is cut off as if it were reached, and blames nothing else', () => {
    expect(scopes(graph)).toMatchObject({ below: 'top', held: 'loop', trip: 'top', a: 'top' });
    expect(graph.torn).toEqual([]);
  });

  it('starts at every trigger', () => {
    const two = sketch({ x: ['a'], y: ['b'], a: [], b: [] }, ['x', 'y']);
    expect(two.reached).toEqual([true, true, true, true]);
    expect(two.triggers).toEqual([0, 1]);
  });
});

describe('cycles', () => {
  const cyclesOf = (nodes: Sketch) => {
    const graph = sketch(nodes);
    return graph.cycles.map((cycle) => ids(graph, cycle));
  };

  it('are found with their path', () => {
    expect(cyclesOf({ root: ['a'], a: ['b'], b: ['c'], c: ['a', 'd'], d: [] })).toEqual([
      ['a', 'b', 'c', 'a'],
    ]);
  });

  it('are found one by one', () => {
    expect(
      cyclesOf({ root: ['a'], a: ['a', 'b'], b: ['c'], c: ['b', 'a'], lost: ['lost'] }),
    ).toEqual([
      ['a', 'a'],
      ['b', 'c', 'b'],
      ['a', 'b', 'c', 'a'],
      ['lost', 'lost'],
    ]);
  });

  it('are found through the body of a loop', () => {
    expect(cyclesOf({ root: ['each'], each: { body: ['in'] }, in: ['each'] })).toEqual([
      ['each', 'in', 'each'],
    ]);
  });

  it('are no joins', () => {
    const graph = sketch({ root: ['a', 'b'], a: ['c'], b: ['c'], c: [] });
    expect(graph.cycles).toEqual([]);
    expect(isSound(graph)).toBe(true);
  });

  it('make a graph unsound', () => {
    expect(isSound(sketch({ root: ['a'], a: ['a'] }))).toBe(false);
  });

  it('are counted only so far as they are reported', () => {
    const nodes: Sketch = { root: ['n0'] };
    for (let n = 0; n < 200; n += 1) nodes[`n${n}`] = [`n${n}`, `n${n + 1}`];
    expect(cyclesOf(nodes)).toHaveLength(101);
  });

  it('do not overflow the stack in a chain of 5,000', () => {
    const nodes: Sketch = { root: ['n0'] };
    for (let n = 0; n < 5_000; n += 1) nodes[`n${n}`] = [`n${n + 1}`];
    const graph = sketch(nodes);
    expect(graph.cycles).toEqual([]);
    expect(graph.order).toHaveLength(5_001);
    expect(graph.order[0]).toBe(0);
  });
});

describe('order', () => {
  it('puts a node after all that lead to it', () => {
    const graph = sketch({
      last: [],
      root: ['b', 'a'],
      b: ['last'],
      a: ['b', 'each'],
      each: { body: ['in'], children: ['last'] },
      in: [],
    });
    const place = new Map(graph.order.map((node, at) => [graph.ids[node], at]));
    for (const [before, after] of [
      ['root', 'a'],
      ['a', 'b'],
      ['b', 'last'],
      ['each', 'in'],
      ['each', 'last'],
    ]) {
      expect(place.get(before)).toBeLessThan(place.get(after) ?? -1);
    }
    expect(graph.order).toHaveLength(6);
  });
});

describe('ancestors', () => {
  const graph = sketch({
    root: ['a', 'b'],
    a: ['each'],
    b: ['c'],
    each: { body: ['in'], children: ['c'] },
    in: ['inner'],
    inner: { body: ['deep'] },
    deep: [],
    c: [],
  });

  it('are parents and all before them', () => {
    expect(ancestorsOf(graph, 'root')).toEqual([]);
    expect(ancestorsOf(graph, 'each')).toEqual(['root', 'a']);
    expect(ancestorsOf(graph, 'b')).toEqual(['root']);
  });

  it('of a join are those of both ways, without what runs inside a loop', () => {
    expect(ancestorsOf(graph, 'c')).toEqual(['root', 'a', 'b', 'each']);
  });

  it('of a node in a loop are what is before the loop, not the loop', () => {
    expect(ancestorsOf(graph, 'in')).toEqual(['root', 'a']);
    expect(ancestorsOf(graph, 'deep')).toEqual(['root', 'a', 'in']);
  });

  it('are right past the width of one word', () => {
    const nodes: Sketch = { root: ['n1'] };
    for (let n = 1; n <= 100; n += 1) nodes[`n${n}`] = n < 100 ? [`n${n + 1}`] : [];
    const chain = sketch(nodes);
    expect(ancestorsOf(chain, 'n100')).toHaveLength(100);
    expect(ancestorsOf(chain, 'n33')).toHaveLength(33);
    expect(ancestorsOf(chain, 'n33').at(-1)).toBe('n32');
  });
});
