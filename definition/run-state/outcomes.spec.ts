import { workflow } from '../../test/support/scripted-run';
import { action, rescue, root, SteppedRun, wait } from '../../test/support/stepped-run';
import type { Json } from '../json';

const child = {
  type: 'trigger-workflow',
  payload: { workflowId: 'wf_child', waitForCompletion: true },
  children: [],
};
const childStarted = {
  kind: 'child-started',
  address: 'child',
  runId: 'run_c',
  result: { runId: 'run_c', runStatus: 'running' },
  wait: true,
} as const;
const childEnded = (payload: Json, id = '1') =>
  ({ kind: 'child-ended', address: 'child', claim: { id, payload, source: 'run' } }) as const;

function started(nodes: Parameters<typeof workflow>[0]): SteppedRun {
  const run = new SteppedRun(workflow(nodes));
  run.feed({ kind: 'start' });
  return run;
}

describe('a node that waits for another run', () => {
  it('shows that it waits and for which run, and nothing is to do', () => {
    const run = started({ child });
    expect(run.feed(childStarted)).toEqual([]);
    expect(run.eventsOf('child').at(-1)).toMatchObject({
      ...{ type: 'node_waiting', status: 'waiting' },
      result: { runId: 'run_c', runStatus: 'running' },
    });
  });

  it('has succeeded as soon as the other has started, when it does not wait for its end', () => {
    const run = started({ child });
    const result = { runId: 'run_c' };
    expect(run.feed({ ...childStarted, wait: false, result })).toEqual([{ kind: 'end' }]);
    expect(run.outcomeOf('child')).toMatchObject({ status: 'success', result });
  });

  it.each(['success', 'partial'])('takes over its output when it ends as %s', (status) => {
    const run = started({ child });
    run.feed(childStarted);
    expect(run.feed(childEnded({ status, output: { a: 1 } }))).toEqual([{ kind: 'end' }]);
    expect(run.outcomeOf('child')).toMatchObject({
      status: 'success',
      result: { runId: 'run_c', runStatus: status, output: { a: 1 } },
    });
  });

  it.each<[string, Json, string]>([
    [
      'with a message',
      { status: 'failure', output: {}, error: { code: 'boom', message: 'It broke.' } },
      'The child run run_c ended as failure: It broke.',
    ],
    [
      'without a message',
      { status: 'cancelled', output: {} },
      'The child run run_c ended as cancelled',
    ],
    [
      'with a message that is no text',
      { status: 'cancelled', output: {}, error: { message: 7 } },
      'The child run run_c ended as cancelled',
    ],
    ['with a status that is no text', { status: 1 }, 'The child run run_c ended as failure'],
    ['with nothing', null, 'The child run run_c ended as failure'],
  ])('fails when it ends badly, %s', (_how, payload, message) => {
    const run = started({ child });
    run.feed(childStarted);
    run.feed(childEnded(payload));
    expect(run.outcomeOf('child')).toMatchObject({
      status: 'failure',
      error: { code: 'child_failed', message, nodeId: 'child', path: 'child' },
    });
  });

  it('takes an end that is known before the start', () => {
    const run = started({ child });
    run.feed(childEnded({ status: 'success', output: 'early' }));
    expect(run.outcomeOf('child')).toBeUndefined();
    run.feed(childStarted);
    expect(run.outcomeOf('child')).toMatchObject({ result: { output: 'early' } });
  });

  it('is not ended twice', () => {
    const run = started({ root: root('child', 'work'), child, work: action() });
    run.feed(childStarted);
    run.feed(childEnded({ status: 'success', output: 1 }));
    const { length } = run.events;
    run.feed(childEnded({ status: 'failure' }, '2'));
    expect(run.events).toHaveLength(length);
  });

  it('cancels the other run when its own has failed in between', () => {
    const run = started({ root: root('child', 'work'), child, work: action() });
    run.fail('work');
    expect(run.feed(childStarted)).toEqual([
      { kind: 'cancel-child', address: 'child', runId: 'run_c' },
      { kind: 'end' },
    ]);
    expect(run.outcomeOf('child')).toMatchObject({ type: 'node_cancelled', status: 'cancelled' });
  });
});

describe('a resume', () => {
  it('is acknowledged even when nothing waits for it any more', () => {
    const run = started({ root: root('hold', 'work'), hold: wait(), work: action() });
    run.resume('hold', 'one');
    run.resume('hold', 'two');
    expect(run.state.acks).toEqual([':one', ':two']);
    expect(run.state.claims).toEqual({});
  });

  it('that arrives twice before its wait counts once', () => {
    const run = started({
      work: action(['hold']),
      hold: wait({ resumes: { names: ['a', 'b'], mode: 'all' } }),
    });
    run.resume('hold', 'A', 'a');
    run.resume('hold', 'A', 'a');
    expect(run.state.claims.hold).toHaveLength(1);
    run.resume('hold', 'B', 'b');
    run.succeed('work');
    expect(run.outcomeOf('hold')).toMatchObject({ result: { triggerResult: { a: 'A', b: 'B' } } });
  });

  it('is kept for an iteration that has not begun', () => {
    const run = started({
      each: { type: 'for-each', payload: { array: [0, 1] }, loopBody: ['hold'], children: [] },
      hold: wait(),
    });
    run.resume('each[1]/hold', 'second');
    run.resume('each[0]/hold', 'first');
    expect(run.outcomeOf('each[1]/hold')).toMatchObject({ result: { triggerResult: 'second' } });
    expect(run.state.end?.status).toBe('success');
  });

  it('is kept for an iteration of a loop in one that has not begun, and not for one that is over', () => {
    const loop = {
      type: 'for-each',
      payload: { array: [0, 1], continueOnError: true },
      children: [],
    };
    const run = started({
      outer: { ...loop, loopBody: ['inner'] },
      inner: { ...loop, loopBody: ['hold', 'work'] },
      hold: wait(),
      work: action(),
    });
    run.fail('outer[0]/inner[0]/work');
    for (const place of ['outer[0]/inner[0]', 'outer[1]/inner[1]', 'ghost[0]', 'x']) {
      run.resume(`${place}/hold`, 'late');
    }
    expect(Object.keys(run.state.claims)).toEqual(['outer[1]/inner[1]/hold']);
    run.fail('outer[0]/inner[1]/work');
    run.resume('outer[0]/inner[1]/hold', 'late');
    expect(Object.keys(run.state.claims)).toEqual(['outer[1]/inner[1]/hold']);
    expect(run.state.acks).toHaveLength(5);
  });

  it('that is one of several asks for nothing', () => {
    const run = started({ hold: wait({ resumes: { names: ['a', 'b'], mode: 'all' } }) });
    expect(run.resume('hold', 'A', 'a')).toEqual([]);
    expect(run.resume('hold', 'B', 'b')).toEqual([
      { kind: 'cancel-timer', address: 'hold' },
      { kind: 'end' },
    ]);
  });
});

describe('a timeout', () => {
  it('that comes after the resume changes nothing', () => {
    const run = started({ root: root('hold', 'work'), hold: wait(), work: action() });
    run.feed({ kind: 'timer-fired', address: 'hold' });
    expect(run.resume('hold', 'yes')).toEqual([]);
    const { length } = run.events;
    expect(run.feed({ kind: 'timeout-granted', address: 'hold' })).toEqual([]);
    expect(run.feed({ kind: 'timer-fired', address: 'hold' })).toEqual([]);
    expect(run.events).toHaveLength(length);
    expect(run.outcomeOf('hold')).toMatchObject({ branch: 'resumed' });
  });

  it('that finds the resume which it needs is not asked for again', () => {
    const run = started({ root: root('hold', 'work'), hold: wait(), work: action() });
    run.feed({ kind: 'timer-fired', address: 'hold' });
    const claim = { id: '1', payload: 'first', source: 'manual' };
    expect(run.feed({ kind: 'timeout-refused', address: 'hold', claim })).toEqual([]);
    expect(run.outcomeOf('hold')).toMatchObject({ result: { triggerResult: 'first' } });
  });

  it('is granted only to a wait that asked', () => {
    const run = started({ hold: wait() });
    expect(run.feed({ kind: 'timeout-granted', address: 'hold' })).toEqual([]);
    expect(run.outcomeOf('hold')).toBeUndefined();
  });
});

describe('a child run whose start comes back late', () => {
  it('is cancelled when a frame around it has failed, and the run ends', () => {
    const run = started({
      root: root('each', 'bad'),
      each: { type: 'for-each', payload: { array: [1] }, loopBody: ['call'], children: [] },
      call: {
        type: 'trigger-workflow',
        payload: { workflowId: 'wf_2', waitForCompletion: true },
        children: [],
      },
      bad: action(),
    });
    run.fail('bad');
    const address = 'each[0]/call';
    const input = { kind: 'child-started', address, runId: 'run_c', wait: true } as const;
    expect(run.feed({ ...input, result: {} })).toEqual([
      { kind: 'cancel-child', address, runId: 'run_c' },
      { kind: 'end' },
    ]);
    expect(run.outcomeOf(address)?.status).toBe('cancelled');
    expect(run.state.end).toMatchObject({ status: 'failure', error: { path: 'bad' } });
  });
});

describe('an outcome', () => {
  it('that nobody waits for changes nothing', () => {
    const run = started({ root: root('a', 'b'), a: action(), b: action() });
    run.succeed('a', { n: 1 });
    const { length } = run.events;
    run.fail('a');
    run.succeed('ghost');
    run.succeed('each[7]/a');
    expect(run.events).toHaveLength(length);
    expect(run.state.error).toBeUndefined();
  });

  it('says at which attempt the action failed, if the shell does', () => {
    const run = started({
      root: root('a', 'b'),
      a: action(['x']),
      b: action(['y']),
      x: rescue(),
      y: rescue(),
    });
    const failure = { kind: 'action-failed', error: { code: 'boom', message: 'x' } } as const;
    run.feed({ ...failure, address: 'a', attempt: 3 });
    run.feed({ ...failure, address: 'b' });
    expect(run.outcomeOf('a')).toMatchObject({ attempt: 3, branch: 'error' });
    expect(run.outcomeOf('b')).not.toHaveProperty('attempt');
  });
});
