import { loopBorders } from './loop-borders';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

const judge = (nodes: Parameters<typeof definitionOf>[0]) =>
  runRules([loopBorders], definitionOf(nodes), { catalog: toyCatalog });

const MEND =
  'A node has one place: what follows a whole loop goes into the `children` of its `for-each`, what repeats into its `loopBody`.';

describe('loopBorders', () => {
  it('lets nothing lead out of a body', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['each'] },
        each: { type: 'for-each', loopBody: ['a'], children: ['done'] },
        a: { type: 'log', children: ['done'] },
        done: { type: 'log', children: ['end'] },
        end: 'log',
      }),
    ).toEqual([
      {
        type: 'connectivity',
        code: 'node_in_two_scopes',
        nodeId: 'done',
        nodeName: 'Log',
        message: `\`done\` runs outside of all loops (after \`each\`) and in the loop \`each\` (after \`a\`). ${MEND}`,
      },
    ]);
  });

  it('lets nothing lead into a body', () => {
    const [issue, ...others] = judge({
      root: { type: 'manual', children: ['each', 'x'] },
      each: { type: 'for-each', loopBody: ['a'] },
      x: { type: 'log', children: ['a'] },
      a: 'log',
    });
    expect(issue?.message).toBe(
      `\`a\` runs outside of all loops (after \`x\`) and in the loop \`each\` (by its \`loopBody\`). ${MEND}`,
    );
    expect(others).toEqual([]);
  });

  it('names the first of several that lead there from one place', () => {
    const [issue] = judge({
      root: { type: 'manual', children: ['each', 'x', 'y'] },
      each: { type: 'for-each', loopBody: ['a'] },
      x: { type: 'log', children: ['a'] },
      y: { type: 'log', children: ['a'] },
      a: 'log',
    });
    expect(issue?.message).toBe(
      `\`a\` runs outside of all loops (after \`x\`) and in the loop \`each\` (by its \`loopBody\`). ${MEND}`,
    );
  });

  it('lets two loops share no node', () => {
    const [issue, ...others] = judge({
      root: { type: 'manual', children: ['one', 'two'] },
      one: { type: 'for-each', loopBody: ['a'] },
      two: { type: 'for-each', loopBody: ['a'] },
      a: 'log',
    });
    expect(issue?.message).toBe(
      `\`a\` runs in the loop \`one\` (by its \`loopBody\`) and in the loop \`two\` (by its \`loopBody\`). ${MEND}`,
    );
    expect(others).toEqual([]);
  });

  it('leaves a circle to its own rule', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['each'] },
        each: { type: 'for-each', loopBody: ['a'] },
        a: { type: 'log', children: ['each'] },
      }),
    ).toEqual([]);
  });

  it('is content with a join in a body and with nested loops', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['each'] },
        each: { type: 'for-each', loopBody: ['a', 'b'], children: ['end'] },
        a: { type: 'log', children: ['join'] },
        b: { type: 'log', children: ['join'] },
        join: { type: 'for-each', loopBody: ['deep'] },
        deep: 'log',
        end: 'log',
      }),
    ).toEqual([]);
  });
});
