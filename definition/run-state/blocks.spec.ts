import {
  log,
  runScript,
  workflow,
  type RunView,
  type Script,
} from '../../test/support/scripted-run';
import { blockList, type Block, type BlockDefinition } from '../blocks/types';
import type { JsonObject } from '../json';

const nodesOf = (nodes: Record<string, JsonObject>): BlockDefinition['nodes'] =>
  nodes as unknown as BlockDefinition['nodes'];
const http = (children: string[] = [], more: JsonObject = {}): JsonObject => ({
  ...{ type: 'http-request', payload: { url: 'https://x.test', method: 'GET' }, children },
  ...more,
});
const use = (blockId: string, children: string[] = [], more: JsonObject = {}): JsonObject => ({
  ...{ type: 'block', payload: { blockId, ...more }, children },
});
const block = (id: string, definition: BlockDefinition): Block => ({
  ...{ id, version: 1, name: id, definition },
});

const twice = block('twice', {
  nodes: nodesOf({ one: http(['two', 'three']), two: log('two'), three: log('three') }),
  outputSchema: [{ key: 'text', sourceNode: 'two', sourceField: 'message' }],
});
const outer = block('outer', {
  nodes: nodesOf({ inner: use('twice', ['then']), then: log('then') }),
});
const typed = block('typed', {
  nodes: nodesOf({ say: log('{{$inputs.n}} {{$inputs.more}}') }),
  inputSchema: [{ key: 'n', type: 'number', required: true }, { key: 'more' }],
});
const either = block('either', {
  nodes: nodesOf({
    check: {
      type: 'if',
      payload: { condition: { $and: [{ '{{$inputs.n}}': { $gt: 5 } }] } },
      children: ['big'],
    },
    big: log('big', [], { branch: 'then' }),
  }),
  inputSchema: [{ key: 'n' }],
  outputSchema: [{ key: 'big', sourceNode: 'big', sourceField: 'message' }],
});

const run = (nodes: Record<string, JsonObject>, script: Script = {}): RunView =>
  runScript(workflow(nodes), script, blockList([twice, outer, typed, either]));
const statuses = ({ nodes }: RunView): Record<string, string> =>
  Object.fromEntries(Object.entries(nodes).map(([id, { status }]) => [id, status]));
const breaks = (at: string): Script => ({
  act: (address) =>
    address === at
      ? { ok: false, error: { code: 'boom', message: 'It broke.', nodeId: at, path: at } }
      : { ok: true, result: {} },
});

describe('a block', () => {
  it('is through when all of its nodes are, and gives its outputs', () => {
    const { nodes, output } = run({ x: use('twice', ['after']), after: log('{{x.result.text}}') });
    expect(nodes.x?.result).toEqual({ text: 'two' });
    expect(output).toMatchObject({ after: { message: 'two' } });
    expect(Object.keys(output)).toEqual(['after']);
  });

  it('is through also when nothing of it was reached', () => {
    const view = run(
      {
        x: use('either', ['after'], { inputs: { n: '{{$trigger.body.n}}' } }),
        after: log('{{x.result.big || "small"}}'),
      },
      { payload: { n: 1 } },
    );
    expect(statuses(view)).toMatchObject({ x__check: 'success', x__big: 'skipped', x: 'success' });
    expect(view.output).toMatchObject({ after: { message: 'small' } });
  });

  it('checks what it is given', () => {
    const given = (n: JsonObject[string], script?: Script): RunView =>
      run({ x: use('typed', [], { inputs: { n } }) }, script);
    expect(given(5).nodes.x__say?.result).toMatchObject({ message: '5 ' });
    expect(given(5).nodes.x__inputs?.result).toEqual({ n: 5, more: null });
    expect(given('{{$trigger.body.no}}').error).toMatchObject({
      ...{ code: 'invalid_input', nodeId: 'x__inputs' },
      message: 'The block needs the input `n`, and it is null.',
    });
    expect(given('{{$trigger.body.n}}', { payload: { n: [] } }).error?.message).toBe(
      'The input `n` is of the type `number`, and this is an array.',
    );
  });
});

describe('the failure of a node in a block', () => {
  it('ends the run, where nothing catches it', () => {
    const view = run({ x: use('twice', ['after']), after: log('after') }, breaks('x__one'));
    expect(view).toMatchObject({ status: 'failure', error: { nodeId: 'x__one', code: 'boom' } });
    expect(statuses(view)).toEqual({ root: 'success', x__inputs: 'success', x__one: 'failure' });
  });

  it('is that of the block, where something catches it', () => {
    const view = run(
      {
        x: use('twice', ['after', 'rescue']),
        after: log('after'),
        rescue: log('{{x.error.code}} at {{x.error.nodeId}}', [], { branch: 'error' }),
      },
      breaks('x__one'),
    );
    expect(view.status).toBe('success');
    expect(statuses(view)).toEqual({
      ...{ root: 'success', x__inputs: 'success', x__one: 'failure', x__two: 'skipped' },
      ...{ x__three: 'skipped', x: 'failure', after: 'skipped', rescue: 'success' },
    });
    expect(view.output).toMatchObject({ rescue: { message: 'boom at x__one' } });
  });

  it('may be of what it is given', () => {
    const view = run({
      x: use('typed', ['after', 'rescue'], { inputs: { n: '{{$trigger.body.no}}' } }),
      after: log('after'),
      rescue: log('{{x.error.code}}', [], { branch: 'error' }),
    });
    expect(statuses(view)).toMatchObject({ x__say: 'skipped', x: 'failure', after: 'skipped' });
    expect(view.output).toMatchObject({ rescue: { message: 'invalid_input' } });
  });

  it('is that of the blocks around it, too', () => {
    const view = run(
      {
        x: use('outer', ['after', 'rescue']),
        after: log('after'),
        rescue: log('{{x.error.path}}', [], { branch: 'error' }),
      },
      breaks('x__inner__one'),
    );
    expect(statuses(view)).toMatchObject({
      ...{ x__inner__one: 'failure', x__inner: 'failure', x__then: 'skipped' },
      ...{ x: 'failure', after: 'skipped', rescue: 'success' },
    });
    expect(view.output).toMatchObject({ rescue: { message: 'x__inner__one' } });
  });

  it('stops the iteration that it is in', () => {
    const loop: JsonObject = {
      type: 'for-each',
      payload: { array: [1, 2], continueOnError: true },
      loopBody: ['x'],
      children: [],
    };
    const view = run(
      { loop, x: use('twice', ['rescue']), rescue: log('{{$index}}', [], { branch: 'error' }) },
      breaks('loop[0]/x__one'),
    );
    expect(view.status).toBe('success');
    expect(view.nodes['loop[0]/rescue']?.result).toMatchObject({ message: '0' });
    expect(statuses(view)).toMatchObject({ 'loop[1]/x': 'success', 'loop[1]/rescue': 'skipped' });
  });

  it.each(['one', 'each'])('survives cuts before every input (%s)', (place) => {
    const caught = {
      x: use('outer', ['after', 'rescue']),
      after: log('after'),
      rescue: log('{{x.error.code}}', [], { branch: 'error' }),
    };
    const script = { ...breaks(`x__inner__${place}`), cutBefore: () => true };
    const plain = run(caught, breaks(`x__inner__${place}`));
    expect(run(caught, script).nodes).toEqual(plain.nodes);
  });
});

describe('a definition that comes with its blocks expanded', () => {
  const from = (inputMapping: JsonObject): JsonObject => ({
    blockContext: { blockId: 'blk_x', blockNodeId: 'b', blockVersion: 3, inputMapping },
  });

  it('reads its inputs through their mapping', () => {
    const { nodes } = runScript(
      workflow({
        b_first: log(
          '{{$inputs.title}} {{$inputs.order.id}}',
          ['b_second'],
          from({ title: 'Dear {{$trigger.body.name}}', order: { id: '{{$trigger.body.id}}' } }),
        ),
        b_second: log(
          '{{$inputs.title}} {{$inputs.none || 0}}',
          ['after'],
          from({ title: '{{b_first.result.message}}' }),
        ),
        after: log('{{$inputs.name}}'),
      }),
      { payload: { name: 'Ada', id: 7 } },
    );
    expect(nodes.b_first?.result).toMatchObject({ message: 'Dear Ada 7' });
    expect(nodes.b_second?.result).toMatchObject({ message: 'Dear Ada 7 0' });
    expect(nodes.after?.result).toMatchObject({ message: 'Ada' });
  });

  it('reads the input of the run without a mapping', () => {
    const { nodes } = runScript(
      workflow({ say: log('{{$inputs.name}}', [], { blockContext: { blockId: 'blk_x' } }) }),
      { payload: { name: 'Ada' } },
    );
    expect(nodes.say?.result).toMatchObject({ message: 'Ada' });
  });

  it('fails where the mapping can not be read', () => {
    const view = runScript(
      workflow({
        say: log('{{$inputs.all}}', [], from({ all: '{{$trigger.body.text}}'.repeat(30) })),
      }),
      { payload: { text: 'x'.repeat(100_000) } },
    );
    expect(view).toMatchObject({ status: 'failure', error: { nodeId: 'say' } });
  });

  it('may say of an end that it is its own', () => {
    const odd = (blockNodeId: string): JsonObject => ({ blockContext: { blockNodeId } });
    const end = (children: string[], more: JsonObject): JsonObject => ({
      ...{ type: 'block-outputs', payload: { outputs: {} }, children },
      ...more,
    });
    const view = runScript(
      workflow({
        a: http(['b'], odd('b')),
        b: end(['c'], odd('c')),
        c: end([], odd('b')),
      }),
      breaks('a'),
    );
    expect(view).toMatchObject({ status: 'failure', error: { nodeId: 'a' } });
  });
});
