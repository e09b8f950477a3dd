import { log, workflow } from '../../test/support/scripted-run';
import { action, root, SteppedRun, wait } from '../../test/support/stepped-run';

const child = {
  type: 'trigger-workflow',
  payload: { workflowId: 'wf_child', waitForCompletion: true },
  children: [],
};
const childStarted = {
  kind: 'child-started',
  address: 'child',
  runId: 'run_c',
  result: {},
  wait: true,
} as const;

function started(nodes: Parameters<typeof workflow>[0]): SteppedRun {
  const run = new SteppedRun(workflow(nodes));
  run.feed({ kind: 'start' });
  return run;
}

describe('cancel', () => {
  const busy = {
    root: root('work', 'text', 'child', 'hold', 'nap'),
    work: action(['after']),
    text: { type: 'format', payload: { data: {}, template: 'x' }, children: [] },
    child,
    hold: wait(),
    nap: { type: 'delay', payload: { delayMs: 5000 }, children: [] },
    after: log('never'),
  };

  it('stops actions, timers and other runs, and awaits what is in flight', () => {
    const run = started(busy);
    run.feed(childStarted);
    expect(run.feed({ kind: 'cancel', reason: 'Enough.' })).toEqual([
      { kind: 'cancel-action', address: 'work' },
      { kind: 'cancel-action', address: 'text' },
      { kind: 'cancel-timer', address: 'hold' },
      { kind: 'cancel-timer', address: 'nap' },
      { kind: 'cancel-child', address: 'child', runId: 'run_c' },
    ]);
    for (const address of ['hold', 'nap', 'child']) {
      expect(run.outcomeOf(address)).toMatchObject({ status: 'cancelled' });
    }
    expect(run.state.end).toBeUndefined();
  });

  it('leaves the start of another run and a claimed timeout alone until they are back', () => {
    const run = started({ root: root('child', 'hold'), child, hold: wait() });
    run.feed({ kind: 'timer-fired', address: 'hold' });
    expect(run.feed({ kind: 'cancel', reason: 'x' })).toEqual([]);
    run.feed({ kind: 'timeout-granted', address: 'hold' });
    expect(run.outcomeOf('hold')).toMatchObject({ status: 'cancelled' });
    expect(run.feed(childStarted)).toEqual([
      { kind: 'cancel-child', address: 'child', runId: 'run_c' },
      { kind: 'end' },
    ]);
  });

  it.each([
    ['a success', (run: SteppedRun) => run.succeed('work', { n: 1 }), 'success'],
    ['that it was cancelled', (run: SteppedRun) => run.fail('work', 'cancelled'), 'cancelled'],
    ['a failure', (run: SteppedRun) => run.fail('work', 'boom'), 'failure'],
  ])('records what an action answers: %s', (_what, answer, status) => {
    const run = started({ work: action(['after']), after: log('never') });
    run.feed({ kind: 'cancel', reason: 'x' });
    expect(answer(run)).toEqual([{ kind: 'end' }]);
    expect(run.outcomeOf('work')).toMatchObject({ status });
    expect(run.state.end?.status).toBe('cancelled');
    expect(run.eventsOf('after')).toEqual([]);
  });

  it('that comes twice asks once, and keeps the first reason', () => {
    const run = started({ work: action() });
    run.feed({ kind: 'cancel', reason: 'first' });
    expect(run.feed({ kind: 'cancel', reason: 'second' })).toEqual([]);
    run.succeed('work');
    expect(run.state.end?.error).toEqual({ code: 'cancelled', message: 'first' });
  });

  it('is not what an action says that was never asked to stop', () => {
    const run = started({ work: action() });
    run.fail('work', 'cancelled');
    expect(run.state.end).toMatchObject({ status: 'failure', error: { code: 'cancelled' } });
  });

  it('gives up no wait that was resumed before its timeout was told', () => {
    const run = started({ root: root('hold', 'work'), hold: wait(), work: action() });
    run.feed({ kind: 'timer-fired', address: 'hold' });
    run.resume('hold', 'yes');
    run.feed({ kind: 'cancel', reason: 'x' });
    run.feed({ kind: 'abandon' });
    expect(run.eventsOf('hold').map(({ type }) => type)).toEqual([
      'node_started',
      'node_waiting',
      'node_completed',
    ]);
    expect(run.state.end?.status).toBe('cancelled');
  });

  it('gives up what does not answer once the grace is over', () => {
    const run = started({ root: root('work', 'more'), work: action(), more: action() });
    run.feed({ kind: 'cancel', reason: 'x' });
    run.succeed('more');
    expect(run.feed({ kind: 'abandon' })).toEqual([{ kind: 'end' }]);
    expect(run.outcomeOf('work')).toMatchObject({ status: 'cancelled' });
    expect(run.outcomeOf('more')).toMatchObject({ status: 'success' });
    expect(run.state.inFlight).toEqual({});
  });
});
