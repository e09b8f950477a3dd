import { log, runScript, workflow } from '../../test/support/scripted-run';
import { action, rescue, root, SteppedRun } from '../../test/support/stepped-run';
import { LEFT_OUT } from './recorded-input';

describe('dispatch', () => {
  const all = workflow({
    root: root('far', 'near', 'child'),
    far: action([], { payload: { url: 'https://{{$trigger.host}}', method: 'GET' } }),
    near: { type: 'format', payload: { data: {}, template: 'x' }, children: [] },
    child: { type: 'trigger-workflow', payload: { workflowId: 'wf_child' }, children: [] },
  });

  it('hands each node to what carries it out, with its payload resolved', () => {
    const run = new SteppedRun(all, {
      triggerResult: { host: 'a.test' },
      limits: { maxOutputBytes: 1_000 },
    });
    expect(run.feed({ kind: 'start' })).toEqual([
      {
        kind: 'run-action',
        address: 'far',
        nodeId: 'far',
        mode: 'activity',
        input: { url: 'https://a.test', method: 'GET' },
        budget: { left: 982, limit: 1_000 },
      },
      {
        kind: 'run-action',
        address: 'near',
        nodeId: 'near',
        mode: 'local',
        input: { data: {}, template: 'x' },
        budget: { left: 982, limit: 1_000 },
      },
      { kind: 'start-child', address: 'child', nodeId: 'child', input: { workflowId: 'wf_child' } },
    ]);
  });

  it('says that a node has started, unless its activity does', () => {
    const run = new SteppedRun(all);
    run.feed({ kind: 'start' });
    expect(run.eventsOf('far')).toEqual([]);
    for (const address of ['near', 'child']) {
      expect(run.eventsOf(address)).toMatchObject([{ type: 'node_started', status: 'running' }]);
    }
  });

  it('takes what has waited longest first', () => {
    const run = runScript(
      workflow({
        root: root('a', 'b', 'c'),
        a: action(['next']),
        b: action(),
        c: action(),
        next: action(),
      }),
      { limits: { maxInFlight: 1 } },
    );
    expect(run.actions).toEqual(['a', 'b', 'c', 'next']);
  });

  it('counts what is in flight, not what has started', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const run = new SteppedRun(
      workflow({ root: root(...ids), ...Object.fromEntries(ids.map((id) => [id, action()])) }),
      { limits: { maxInFlight: 2 } },
    );
    expect(run.feed({ kind: 'start' })).toMatchObject([{ address: 'a' }, { address: 'b' }]);
    expect(run.succeed('b')).toMatchObject([{ address: 'c' }]);
    expect(run.fail('ghost')).toEqual([]);
    expect(run.succeed('a')).toMatchObject([{ address: 'd' }]);
  });

  it.each([
    [
      'a wait',
      {
        type: 'wait',
        payload: { triggerType: 'manual', triggerConfig: { x: '{{big.result.body}}' } },
      },
    ],
    ['an action', { type: 'http-request', payload: { url: '{{big.result.body}}', method: 'GET' } }],
    ['a log', { type: 'log', payload: { message: '{{big.result.body}}' } }],
  ])('is not done when the payload of %s can not be resolved', (_what, node) => {
    const run = new SteppedRun(
      workflow({
        big: action(['next']),
        next: { ...node, children: ['rescue'] },
        rescue: rescue(),
      }),
    );
    run.feed({ kind: 'start' });
    expect(run.succeed('big', { body: 'x'.repeat(1_100_000) })).toEqual([{ kind: 'end' }]);
    expect(run.outcomeOf('next')).toMatchObject({
      type: 'node_failed',
      status: 'failure',
      error: {
        code: 'expression_output_too_large',
        message: expect.stringContaining('1048576 characters'),
        nodeId: 'next',
      },
    });
    expect(run.outcomeOf('rescue')).toMatchObject({ status: 'success' });
  });
});

describe('an action that has waited for its place', () => {
  const queued = (children: string[]) => {
    const run = new SteppedRun(
      workflow({
        root: root('big', 'next'),
        big: action(),
        next: action(children, { payload: { url: '{{$trigger.x}}', method: 'GET' } }),
        rescue: rescue(),
      }),
      { limits: { maxInFlight: 1 }, triggerResult: { x: 'x'.repeat(1_100_000) } },
    );
    run.feed({ kind: 'start' });
    return run;
  };

  it('and can not be resolved then fails the run at once', () => {
    const run = queued([]);
    expect(run.succeed('big')).toEqual([{ kind: 'end' }]);
    expect(run.state.end?.error).toMatchObject({ code: 'expression_output_too_large' });
  });

  it('and can not be resolved then is followed at once by what catches that', () => {
    const run = queued(['rescue']);
    expect(run.succeed('big')).toEqual([{ kind: 'end' }]);
    expect(run.outcomeOf('rescue')).toMatchObject({ status: 'success' });
    expect(run.state.end?.status).toBe('success');
  });
});

describe('a turn in parts', () => {
  it('dispatches what it had no time for in the next part', () => {
    const run = new SteppedRun(
      workflow({
        each: {
          type: 'for-each',
          payload: { array: Array<number>(60).fill(0) },
          loopBody: Array.from({ length: 10 }, (_, n) => `say${n}`),
          children: ['work'],
        },
        ...Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`say${n}`, log('x')])),
        work: action(),
      }),
    );
    expect(run.feed({ kind: 'start' })).toEqual([{ kind: 'continue' }]);
    expect(run.feed({ kind: 'continue' })).toMatchObject([{ kind: 'run-action', address: 'work' }]);
  });

  it('records little of much data, and stops for a while when it has worked through a lot', () => {
    const rows = Array.from({ length: 5_000 }, (_, id) => ({
      id,
      state: 'open',
      text: `row ${id}`,
    }));
    const filter = { $and: [{ state: { $eq: 'none' } }] };
    const run = new SteppedRun(
      workflow({
        each: {
          type: 'for-each',
          payload: { array: Array<number>(100).fill(0) },
          loopBody: ['pick'],
          children: ['work'],
        },
        pick: { type: 'filter', payload: { array: '{{$trigger.body.rows}}', filter } },
        work: action(),
      }),
      { triggerResult: { body: { rows } } },
    );
    const turns = [run.feed({ kind: 'start' })];
    while (turns.at(-1)?.[0]?.kind === 'continue') turns.push(run.feed({ kind: 'continue' }));
    expect(turns.length).toBeGreaterThan(3);
    expect(turns.at(-1)).toMatchObject([{ kind: 'run-action', address: 'work' }]);
    expect(run.outcomeOf('each[99]/pick')).toMatchObject({
      input: { array: LEFT_OUT, filter },
      result: { filtered: [] },
    });
    expect(JSON.stringify(run.events).length).toBeLessThan(400_000);
  });
});
