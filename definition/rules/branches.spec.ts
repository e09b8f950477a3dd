import { branches } from './branches';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

const judge = (nodes: Parameters<typeof definitionOf>[0], triggerNodeIds?: string[]) =>
  runRules([branches], definitionOf(nodes, triggerNodeIds && { triggerNodeIds }), {
    catalog: toyCatalog,
  });

const missing = (nodeId: string, message: string) => ({
  type: 'connectivity',
  code: 'branch_missing',
  nodeId,
  nodeName: 'Log',
  field: 'branch',
  message,
});
const unknown = (nodeId: string, message: string) => ({
  ...missing(nodeId, message),
  code: 'branch_unknown',
});

/** `root` leads to `parents`, and each of these to `child`. */
function below(parents: Record<string, string>, branch?: string) {
  const ids = Object.keys(parents);
  const nodes = Object.fromEntries(
    ids.map((id) => [id, { type: parents[id] ?? '', children: ['child'] }]),
  );
  return judge({
    root: { type: 'manual', children: ids },
    ...nodes,
    child: { type: 'log', ...(branch !== undefined && { branch }) },
  });
}

describe('branches', () => {
  it('are needed below `if`', () => {
    expect(below({ check: 'if' })).toEqual([
      missing(
        'child',
        'Children of `if` need `branch`: then or else. `child` follows `check` and has none.',
      ),
    ]);
  });

  it('are needed below `wait`', () => {
    expect(below({ hold: 'wait' })).toEqual([
      missing(
        'child',
        'Children of `wait` need `branch`: resumed or timed_out. `child` follows `hold` and has none.',
      ),
    ]);
  });

  it('are needed below `if` when another parent has no branches', () => {
    expect(below({ note: 'log', check: 'if' }).map(({ code }) => code)).toEqual(['branch_missing']);
  });

  it('are not needed elsewhere', () => {
    expect(below({ note: 'log' })).toEqual([]);
    expect(below({ each: 'for-each' })).toEqual([]);
    expect(below({ odd: 'no-such' })).toEqual([]);
    expect(below({ odd: 'no-such', check: 'if' }).map(({ code }) => code)).toEqual([
      'branch_missing',
    ]);
  });

  it.each([
    ['if', 'then'],
    ['if', 'else'],
    ['if', 'error'],
    ['wait', 'resumed'],
    ['wait', 'timed_out'],
    ['wait', 'error'],
    ['log', 'error'],
    ['for-each', 'error'],
    ['http-request', 'error'],
    ['no-such', 'whatever'],
    ['no-such', 'error'],
  ])('below %s may be %s', (type, branch) => {
    expect(below({ parent: type }, branch)).toEqual([]);
  });

  it('are judged against those parents that can have the outcome', () => {
    expect(below({ check: 'if', note: 'log' }, 'then')).toEqual([]);
    expect(below({ check: 'if', hold: 'wait' }, 'timed_out')).toEqual([]);
    expect(below({ note: 'log', odd: 'no-such' }, 'then')).toEqual([]);
  });

  it.each<[Record<string, string>, string, string]>([
    [
      { check: 'if' },
      'resumed',
      "`check` can't end in `resumed`. Here `branch` is then, else or error.",
    ],
    [{ check: 'if' }, '', "`check` can't end in ``. Here `branch` is then, else or error."],
    [
      { hold: 'wait' },
      'timeout',
      "`hold` can't end in `timeout`. Here `branch` is resumed, timed_out or error.",
    ],
    [{ note: 'log' }, 'then', "`note` can't end in `then`. Here `branch` is error, or left out."],
    [
      { one: 'log', check: 'if', two: 'if' },
      'resumed',
      "`one`, `check` or `two` can't end in `resumed`. Here `branch` is error, then or else.",
    ],
  ])('that no parent can have: %j, %s', (parents, branch, message) => {
    expect(below(parents, branch)).toEqual([unknown('child', message)]);
  });

  it('do not exist below a trigger', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['child'] },
        child: { type: 'log', branch: 'error' },
      }),
    ).toEqual([
      unknown('child', "`root` can't end in `error`: a trigger has no branches. Remove `branch`."),
    ]);
  });

  it('do not exist on a trigger', () => {
    expect(judge({ root: { type: 'manual', branch: 'then' } })).toEqual([
      {
        ...unknown(
          'root',
          '`branch` chooses among the outcomes of a parent, and a trigger has none. Remove it.',
        ),
        nodeName: 'Manual',
      },
    ]);
  });

  it('do not exist on the first node of a loop body', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['each'] },
        each: { type: 'for-each', loopBody: ['first'] },
        first: { type: 'log', branch: 'error', children: ['second'] },
        second: { type: 'log', branch: 'error' },
      }),
    ).toEqual([
      unknown(
        'first',
        '`branch` chooses among the outcomes of a parent, and the first node of a loop body has none. Remove it.',
      ),
    ]);
  });

  it('are not judged where nothing leads', () => {
    expect(judge({ root: 'manual', lost: { type: 'log', branch: 'then' } })).toEqual([]);
  });
});
