import { log, runScript, workflow } from '../../test/support/scripted-run';
import { action, rescue, root, SteppedRun } from '../../test/support/stepped-run';

describe('the events of a node', () => {
  it('show what it was given and what came of it', () => {
    const run = new SteppedRun(workflow({ say: log('{{$trigger.x}}') }), {
      triggerResult: { x: 'hi' },
    });
    run.feed({ kind: 'start' });
    const common = { at: 1000, nodeId: 'say', path: 'say', nodeType: 'log' };
    expect(run.eventsOf('say')).toStrictEqual([
      { key: 'node_started:say', type: 'node_started', status: 'running', ...common },
      {
        key: 'node_completed:say',
        type: 'node_completed',
        status: 'success',
        input: { message: 'hi' },
        result: { message: 'hi', loggedAt: '1970-01-01T00:00:01.000Z' },
        ...common,
      },
    ]);
  });

  it('show the input of an activity never, and no success that it has recorded', () => {
    const run = new SteppedRun(workflow({ root: root('a', 'b'), a: action(), b: action() }));
    run.feed({ kind: 'start' });
    run.feed({ kind: 'action-succeeded', address: 'a', result: 1, recorded: true });
    run.feed({ kind: 'action-succeeded', address: 'b', result: 2, recorded: false });
    expect(run.eventsOf('a')).toEqual([]);
    expect(run.outcomeOf('b')).toMatchObject({ type: 'node_completed', result: 2 });
    expect(run.outcomeOf('b')).not.toHaveProperty('input');
    expect(run.outcomeOf('b')).not.toHaveProperty('branch');
    expect(run.state.end?.output).toEqual({ a: 1, b: 2 });
  });

  it('show the branch that was taken, and what was skipped for it', () => {
    const run = runScript(
      workflow({
        check: {
          type: 'if',
          payload: { condition: { $and: [{ '{{$trigger.n}}': { $gt: 5 } }] } },
          children: ['big'],
        },
        big: log('big', [], { branch: 'then' }),
      }),
      { payload: { n: 1 } },
    );
    expect(run.nodes.check?.branch).toBe('else');
    expect(run.events.find(({ path }) => path === 'big')).toMatchObject({
      type: 'node_skipped',
      status: 'skipped',
    });
  });

  it('show the input and the error of what failed', () => {
    const run = runScript(
      workflow({ each: { type: 'for-each', payload: { array: {} }, loopBody: [], children: [] } }),
    );
    expect(run.events.find(({ type }) => type === 'node_failed')).toMatchObject({
      status: 'failure',
      input: { array: {} },
      error: { code: 'invalid_input', nodeId: 'each', path: 'each' },
    });
  });
});

describe('the state', () => {
  const definition = (message: string) =>
    workflow({
      work: action(['say'], { payload: { url: 'https://x.test', body: 'payload-{{$trigger.x}}' } }),
      say: log(message, ['hold']),
      hold: action(),
    });
  const stateAfter = (message: string) => {
    const run = new SteppedRun(definition(message), { triggerResult: { x: 'of-the-run' } });
    run.feed({ kind: 'start' });
    run.succeed('work');
    return JSON.stringify(run.state.frames);
  };

  it('keeps a payload only while its node runs or when an expression reads it', () => {
    expect(stateAfter('x')).not.toContain('payload-of-the-run');
    expect(stateAfter('{{work.payload.url}}')).toContain('payload-of-the-run');
  });

  it('drops the items of a loop that has ended', () => {
    const run = new SteppedRun(
      workflow({
        each: {
          type: 'for-each',
          payload: { array: ['item-x'] },
          loopBody: ['say'],
          children: ['hold'],
        },
        say: log('x'),
        hold: action(),
      }),
    );
    run.feed({ kind: 'start' });
    expect(Object.keys(run.state.frames)).toEqual(['']);
    expect(JSON.stringify(run.state.frames)).not.toContain('item-x');
  });
});

describe('the results of a run', () => {
  const definition = workflow({ work: action() });
  /** `{}` of the trigger counts 2, a text two more than its length. */
  const run = (length: number) => {
    const stepped = new SteppedRun(definition, { limits: { maxOutputBytes: 100 } });
    stepped.feed({ kind: 'start' });
    stepped.feed({
      kind: 'action-succeeded',
      address: 'work',
      result: 'x'.repeat(length),
      recorded: false,
    });
    return stepped.state.end;
  };

  it('may be as large as the limit together', () => {
    expect(run(96)?.status).toBe('success');
  });

  it('fail the node that makes them larger, which says what to do', () => {
    expect(run(97)?.error).toEqual({
      code: 'run_output_too_large',
      message:
        'The results of this run are larger than 100 bytes together. Return less from `work`, for instance by filtering before.',
      nodeId: 'work',
      path: 'work',
    });
  });

  it('are not counted when they are refused, and others go on', () => {
    const caught = new SteppedRun(
      workflow({
        root: root('work', 'later'),
        work: action(['rescue']),
        rescue: rescue(),
        later: action(),
      }),
      { limits: { maxOutputBytes: 200 } },
    );
    caught.feed({ kind: 'start' });
    const late = { kind: 'action-succeeded', address: 'later', recorded: true } as const;
    const large = { ...late, address: 'work', recorded: false, result: 'x'.repeat(300) };
    caught.feed(large);
    expect(caught.outcomeOf('work')?.error?.code).toBe('run_output_too_large');
    caught.feed({ ...late, result: 'x'.repeat(50) });
    expect(caught.state.end?.status).toBe('success');
  });

  it('are told of to each action: what is left when it starts', () => {
    const two = new SteppedRun(workflow({ one: action(['two']), two: action() }), {
      limits: { maxOutputBytes: 100 },
    });
    expect(two.feed({ kind: 'start' })).toMatchObject([{ budget: { left: 98, limit: 100 } }]);
    const success = { kind: 'action-succeeded', address: 'one', recorded: true } as const;
    expect(two.feed({ ...success, result: 'x'.repeat(40) })).toMatchObject([
      { budget: { left: 56, limit: 100 } },
    ]);
  });

  it('that are recorded stay, though side by side they are too many: the run fails', () => {
    const both = new SteppedRun(
      workflow({
        root: root('one', 'two'),
        one: action(),
        two: action(['rescue', 'next']),
        rescue: rescue(),
        next: log('next'),
      }),
      { limits: { maxOutputBytes: 100 } },
    );
    both.feed({ kind: 'start' });
    const success = { kind: 'action-succeeded', recorded: true, result: 'x'.repeat(60) } as const;
    both.feed({ ...success, address: 'one' });
    expect(both.feed({ ...success, address: 'two' })).toEqual([{ kind: 'end' }]);
    expect(both.eventsOf('two')).toEqual([]);
    expect(both.state.frames['']?.nodes.two).toMatchObject({ status: 'success' });
    expect(both.eventsOf('rescue')).toEqual([]);
    expect(both.state.end).toMatchObject({
      status: 'failure',
      error: { code: 'run_output_too_large', path: 'two' },
    });
  });

  it('are what counts, not errors', () => {
    const failing = new SteppedRun(
      workflow({ work: action(['on']), on: log('x', [], { branch: 'error' }) }),
      { limits: { maxOutputBytes: 60 } },
    );
    failing.feed({ kind: 'start' });
    const error = { code: 'boom', message: 'x'.repeat(500) };
    failing.feed({ kind: 'action-failed', address: 'work', error });
    expect(failing.outcomeOf('work')).toMatchObject({ error: { code: 'boom' } });
  });
});

describe('a child', () => {
  it('without a branch follows a success but no failure', () => {
    const definition = workflow({
      work: action(['any', 'rescue']),
      any: log('any'),
      rescue: log('rescue', [], { branch: 'error' }),
    });
    const good = new SteppedRun(definition);
    good.feed({ kind: 'start' });
    good.succeed('work');
    expect([good.outcomeOf('any')?.status, good.outcomeOf('rescue')?.status]).toEqual([
      'success',
      'skipped',
    ]);
    const bad = new SteppedRun(definition);
    bad.feed({ kind: 'start' });
    bad.fail('work');
    expect([bad.outcomeOf('any')?.status, bad.outcomeOf('rescue')?.status]).toEqual([
      'skipped',
      'success',
    ]);
    expect(bad.outcomeOf('work')).toMatchObject({ branch: 'error' });
  });

  it('with the branch of one parent follows another that has no such branch', () => {
    const run = runScript(
      workflow({
        root: root('check', 'say'),
        check: {
          type: 'if',
          payload: { condition: { $and: [{ '{{$trigger.n}}': { $gt: 5 } }] } },
          children: ['join'],
        },
        say: log('x', ['join']),
        join: log('joined', [], { branch: 'then' }),
      }),
      { payload: { n: 1 } },
    );
    expect(run.nodes.join?.status).toBe('success');
  });

  it('for errors below a trigger and an action follows the trigger, which has no error', () => {
    const run = new SteppedRun(
      workflow({ root: root('work', 'both'), work: action(['both']), both: rescue() }),
    );
    run.feed({ kind: 'start' });
    run.succeed('work');
    expect(run.outcomeOf('both')).toMatchObject({ status: 'success' });
  });

  it('for the errors of an action is not led to by the success of the trigger alone', () => {
    const run = new SteppedRun(
      workflow({
        root: root('work'),
        work: action(['rescue']),
        rescue: log('x', [], { branch: 'error' }),
      }),
    );
    run.feed({ kind: 'start' });
    run.succeed('work');
    expect(run.outcomeOf('rescue')).toMatchObject({ status: 'skipped' });
  });
});
