import { cycles } from './cycles';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

const judge = (nodes: Parameters<typeof definitionOf>[0]) =>
  runRules([cycles], definitionOf(nodes), { catalog: toyCatalog });

describe('cycles', () => {
  it('minds no join', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['a', 'b'] },
        a: { type: 'log', children: ['c'] },
        b: { type: 'log', children: ['c'] },
        c: 'log',
      }),
    ).toEqual([]);
  });

  it('shows each circle', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['a'] },
        a: { type: 'log', children: ['b'] },
        b: { type: 'log', children: ['a', 'b'] },
      }),
    ).toEqual([
      {
        type: 'connectivity',
        code: 'cycle',
        nodeId: 'b',
        nodeName: 'Log',
        message:
          'These nodes lead back to themselves: a -> b -> a. Take one of these steps out; to repeat nodes, list them in the `loopBody` of a `for-each`.',
      },
      {
        type: 'connectivity',
        code: 'cycle',
        nodeId: 'b',
        nodeName: 'Log',
        message:
          'These nodes lead back to themselves: b -> b. Take one of these steps out; to repeat nodes, list them in the `loopBody` of a `for-each`.',
      },
    ]);
  });

  it('tells that the body of a loop needs no way back', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['each'] },
        each: { type: 'for-each', loopBody: ['a'] },
        a: { type: 'log', children: ['b'] },
        b: { type: 'log', children: ['each'] },
      }),
    ).toEqual([
      {
        type: 'connectivity',
        code: 'cycle',
        nodeId: 'b',
        nodeName: 'Log',
        message:
          'These nodes lead back to themselves: each -> a -> b -> each. The body of a loop ends by itself: take `each` out of the `children` of `b`.',
      },
    ]);
  });

  it('tells a way back from what follows a loop from one out of its body', () => {
    const [issue] = judge({
      root: { type: 'manual', children: ['each'] },
      each: { type: 'for-each', loopBody: ['a'], children: ['b'] },
      a: 'log',
      b: { type: 'log', children: ['each'] },
    });
    expect(issue?.message).toBe(
      'These nodes lead back to themselves: each -> b -> each. Take one of these steps out; to repeat nodes, list them in the `loopBody` of a `for-each`.',
    );
  });

  it('shows a long circle with a gap', () => {
    const ring = Object.fromEntries(
      Array.from({ length: 12 }, (_, n) => [
        `n${n}`,
        { type: 'log', children: [`n${(n + 1) % 12}`] },
      ]),
    );
    const [issue] = judge({ root: { type: 'manual', children: ['n0'] }, ...ring });
    expect(issue?.message).toMatch(
      'themselves: n0 -> n1 -> n2 -> n3 -> n4 -> n5 -> ... -> n10 -> n11 -> n0. Take',
    );
  });

  it('shows one of nine nodes whole', () => {
    const ring = Object.fromEntries(
      Array.from({ length: 9 }, (_, n) => [
        `n${n}`,
        { type: 'log', children: [`n${(n + 1) % 9}`] },
      ]),
    );
    const [issue] = judge({ root: { type: 'manual', children: ['n0'] }, ...ring });
    expect(issue?.message).toMatch(
      'n0 -> n1 -> n2 -> n3 -> n4 -> n5 -> n6 -> n7 -> n8 -> n0. Take',
    );
  });
});
