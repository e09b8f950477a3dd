import type { WorkflowNode } from '../types';
import { references } from './references';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

type Nodes = Parameters<typeof definitionOf>[0];

const judge = (nodes: Nodes, triggerNodeIds?: string[]) =>
  runRules([references], definitionOf(nodes, triggerNodeIds && { triggerNodeIds }), {
    catalog: toyCatalog,
  });

/**
 * root -> before -> each -> after -> last
 *              \-> side    each: first -> inner -> end     inner: deep
 */
function judgeReading(id: string, expression: string, type = 'log'): unknown {
  const nodes: Record<string, WorkflowNode> = {
    root: { type: 'manual', payload: {}, children: ['before'] },
    before: { type: 'log', payload: {}, children: ['each', 'side'] },
    side: { type: 'log', payload: {} },
    each: { type: 'for-each', payload: {}, loopBody: ['first'], children: ['after'] },
    first: { type: 'log', payload: {}, children: ['inner'] },
    inner: { type: 'for-each', payload: {}, loopBody: ['deep'], children: ['end'] },
    deep: { type: 'log', payload: {} },
    end: { type: 'log', payload: {} },
    after: { type: 'log', payload: {}, children: ['last'] },
    last: { type: 'log', payload: {} },
  };
  const reader = nodes[id];
  if (!reader) throw new Error(`there is no ${id}`);
  reader.payload = { message: `{{${expression}}}` };
  if (type !== 'log') reader.type = type;
  return judge(nodes);
}

const problem = (nodeId: string, code: string, message: string) => [
  {
    type: 'variable',
    code,
    nodeId,
    nodeName: nodeId === 'root' ? 'Manual' : /^(each|inner)$/.test(nodeId) ? 'For each' : 'Log',
    field: 'payload.message',
    message,
  },
];

describe('what may be read', () => {
  it.each([
    ['last', 'before.result.x'],
    ['last', '$nodes.each.result.iterations'],
    ['last', 'after.payload.message'],
    ['last', '$trigger.body.x'],
    ['last', 'root.payload.x'],
    ['each', 'before.result.x'],
    ['first', 'before.result.x'],
    ['first', '$item.x'],
    ['first', '$index'],
    ['first', '$for.each.item.x'],
    ['first', 'each.payload.array'],
    ['deep', 'first.result.x'],
    ['deep', 'before.result.x'],
    ['deep', '$parent_item.x'],
    ['deep', '$parent_index'],
    ['deep', '$for.each.index'],
    ['deep', '$for.inner.index'],
    ['deep', 'each.payload.array'],
    ['inner', '$item.lines'],
    ['end', 'inner.result.iterationCount'],
    ['last', '$props.x'],
    ['last', '$inputs.x'],
    ['last', '$vars.x'],
    ['last', '$workflow.id'],
    ['last', "'text'"],
    ['root', '$props.x'],
  ])('%s reads %s', (id, expression) => {
    expect(judgeReading(id, expression)).toEqual([]);
  });
});

describe('nodes that do not exist', () => {
  it('are named, with the one that was meant', () => {
    expect(judgeReading('last', 'befor.result.x')).toEqual(
      problem('last', 'unknown_node', 'There is no node `befor`. Did you mean `before`?'),
    );
    expect(judgeReading('last', '$nodes.constructor.result')).toEqual(
      problem('last', 'unknown_node', 'There is no node `constructor`.'),
    );
  });

  it('are named even where nothing else can be judged', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['a'] },
        a: { type: 'log', children: ['a'], payload: { message: '{{x.result}} {{b.result}}' } },
        b: 'log',
      }),
    ).toEqual(problem('a', 'unknown_node', 'There is no node `x`.'));
  });
});

describe('nodes that do not run before', () => {
  it.each([
    ['before', 'before.result.x', '`before` reads itself, before it has a result.'],
    [
      'before',
      'last.result.x',
      '`last` runs after `before`. An expression reads only nodes before its own.',
    ],
    [
      'last',
      'side.result.x',
      '`side` does not run before `last`: no path of `children` leads from it to here.',
    ],
    [
      'first',
      'side.result.x',
      '`side` does not run before `first`: no path of `children` leads from it to here.',
    ],
    [
      'deep',
      'end.result.x',
      '`end` does not run before `deep`: no path of `children` leads from it to here.',
    ],
    [
      'after',
      'first.result.x',
      "`first` runs inside the loop `each` and can't be read outside of it. What all its iterations gave is `each.result.iterations`, once the loop has ended.",
    ],
    [
      'side',
      'deep.result.x',
      "`deep` runs inside the loop `inner` and can't be read outside of it. What all its iterations gave is `inner.result.iterations`, once the loop has ended.",
    ],
    [
      'end',
      'deep.result.x',
      "`deep` runs inside the loop `inner` and can't be read outside of it. What all its iterations gave is `inner.result.iterations`, once the loop has ended.",
    ],
    [
      'before',
      'first.result.x',
      '`first` runs after `before`. An expression reads only nodes before its own.',
    ],
    [
      'each',
      'first.result.x',
      '`first` runs in the loop `each`, after `each` has started. An expression reads only nodes before its own.',
    ],
    [
      'first',
      'deep.result.x',
      '`deep` runs after `first`. An expression reads only nodes before its own.',
    ],
    [
      'first',
      'each.result.iterations',
      '`each` is the loop around this node and has no result yet. Its current item is `$for.each.item`, or `$item` in the innermost loop.',
    ],
    [
      'deep',
      'each.error',
      '`each` is the loop around this node and has no result yet. Its current item is `$for.each.item`, or `$item` in the innermost loop.',
    ],
    [
      'first',
      'after.result.x',
      '`after` does not run before `first`: no path of `children` leads from it to here.',
    ],
  ])('%s does not read %s', (id, expression, message) => {
    expect(judgeReading(id, expression)).toEqual(problem(id, 'not_an_ancestor', message));
  });

  it('are found in every part of a payload', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['check', 'x'] },
        x: 'log',
        check: {
          type: 'if',
          payload: {
            condition: { $and: [{ '{{x.result.a}}': { $eq: ['{{x.result.b}}'] } }] },
            more: { list: ['a {{$trigger.y}} {{0 || x.result.c}}'] },
          },
        },
      }).map(({ field }) => field),
    ).toEqual(['payload.condition', 'payload.condition.0', 'payload.more.list.0']);
  });

  it('are not what a trigger reads', () => {
    expect(judgeReading('root', '$trigger.body.x')).toEqual(
      problem(
        'root',
        'not_an_ancestor',
        'A trigger is where a run starts: its payload can read no result.',
      ),
    );
    expect(judgeReading('root', 'before.result.x')).toEqual(
      problem(
        'root',
        'not_an_ancestor',
        '`before` runs after `root`. An expression reads only nodes before its own.',
      ),
    );
  });

  it('include the triggers of others', () => {
    expect(
      judge(
        {
          one: { type: 'manual', children: ['a'] },
          two: { type: 'manual', children: ['b'] },
          a: { type: 'log', payload: { message: '{{one.result.x}} {{two.result.x}}' } },
          b: 'log',
        },
        ['one', 'two'],
      ),
    ).toEqual(
      problem(
        'a',
        'not_an_ancestor',
        '`two` does not run before `a`: no path of `children` leads from it to here.',
      ),
    );
  });

  it('are not judged in a part that is cut off', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['a'] },
        a: 'log',
        lost: { type: 'log', payload: { message: '{{a.result.x}} {{$item}} {{$for.a.item}}' } },
      }),
    ).toEqual([]);
  });
});

describe('loop variables', () => {
  it.each([
    ['$item.x', '`$item`'],
    ['$index', '`$index`'],
    ['$parent_item.x', '`$parent_item`'],
    ['$parent_index', '`$parent_index`'],
  ])('%s exists in loops only', (expression, name) => {
    expect(judgeReading('after', expression)).toEqual(
      problem(
        'after',
        'outside_loop',
        `${name} exists only in the body of a loop. List \`after\`, or the node it follows, in the \`loopBody\` of a \`for-each\`.`,
      ),
    );
  });

  it.each([
    ['first', '$parent_item.x', '`$parent_item`', '$item'],
    ['inner', '$parent_index', '`$parent_index`', '$index'],
  ])('in %s, %s needs two loops', (id, expression, name, own) => {
    expect(judgeReading(id, expression)).toEqual(
      problem(
        id,
        'outside_loop',
        `${name} is of the loop around the current one, and there is only one here. Its own is \`${own}\`.`,
      ),
    );
  });

  it('exist not in the payload of the loop itself', () => {
    expect(judgeReading('each', '$item.x')).toEqual([
      expect.objectContaining({ code: 'outside_loop', nodeId: 'each' }),
    ]);
  });

  it.each([
    ['after', 'each', 'There is none around this node.'],
    ['first', 'inner', 'Around this node there is `each`.'],
    ['deep', 'eahc', 'Did you mean `each`?'],
    ['deep', 'after', 'Around this node there is `inner` or `each`.'],
    ['deep', 'nowhere', 'Around this node there is `inner` or `each`.'],
  ])('in %s, $for.%s is no loop around it', (id, loop, hint) => {
    expect(judgeReading(id, `$for.${loop}.item`)).toEqual(
      problem(
        id,
        'outside_loop',
        `\`$for\` names a loop around the node, and \`${loop}\` is none. ${hint}`,
      ),
    );
  });
});

describe('errors', () => {
  const reading = { type: 'log', payload: { message: '{{risky.error.message}}' } };
  const wrong = (nodeId: string) =>
    problem(
      nodeId,
      'error_not_visible',
      'The error of `risky` exists only after it has failed: read it in a child of `risky` with `branch`: "error", or below that child.',
    );

  it('are read in the child that catches them, and below', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['risky'] },
        risky: { type: 'log', children: ['fine', 'caught'] },
        fine: { type: 'log', children: ['join'] },
        caught: { ...reading, branch: 'error', children: ['below', 'join'] },
        below: reading,
        join: reading,
      }),
    ).toEqual([]);
  });

  it('are read in a loop that catches them', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['risky'] },
        risky: { type: 'log', children: ['each'] },
        each: { type: 'for-each', branch: 'error', loopBody: ['in'] },
        in: reading,
      }),
    ).toEqual([]);
  });

  it('are not read where there is none', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['risky'] },
        risky: { type: 'log', children: ['fine', 'caught'] },
        fine: reading,
        caught: { type: 'log', branch: 'error' },
      }),
    ).toEqual(wrong('fine'));
  });

  it('are not read when nobody catches them, or somebody else’s are caught', () => {
    expect(
      judge({
        root: { type: 'manual', children: ['risky'] },
        risky: { type: 'log', children: ['other'] },
        other: { type: 'log', children: ['caught'] },
        caught: { ...reading, branch: 'error' },
      }),
    ).toEqual(wrong('caught'));
  });
});

describe('in a node that came out of a block', () => {
  const judgeMapping = (message: string): unknown =>
    judge({
      root: { type: 'manual', children: ['say'] },
      say: {
        type: 'log',
        payload: { message },
        blockContext: { inputMapping: { a: '{{root.result.a}}', b: ['{{none.result.b}}'] } },
      },
    });

  it('what `$inputs` reads is judged where it stands', () => {
    expect(judgeMapping('{{$inputs.a}}')).toMatchObject([
      { code: 'unknown_node', nodeId: 'say', field: 'blockContext.inputMapping.b.0' },
    ]);
  });

  it('what nothing reads is not judged', () => {
    expect(judgeMapping('{{$trigger.a}}')).toEqual([]);
  });
});
