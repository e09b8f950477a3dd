import { log, workflow } from '../../test/support/scripted-run';
import { action, root, SteppedRun, wait } from '../../test/support/stepped-run';

const nap = (delayMs: number, children: string[] = []) => ({
  type: 'delay',
  payload: { delayMs },
  children,
});
const runEvents = (run: SteppedRun) => run.eventsOf().map(({ type }) => type);

describe('a run shows that it waits', () => {
  it('until the first of its timers', () => {
    const run = new SteppedRun(
      workflow({
        root: root('long', 'short', 'longer'),
        long: nap(900),
        short: nap(500),
        longer: nap(950),
      }),
    );
    run.feed({ kind: 'start' });
    expect(run.events.at(-1)).toStrictEqual({
      key: 'run_waiting:1',
      type: 'run_waiting',
      at: 1000,
      status: 'waiting',
      wakeAt: 1500,
    });
  });

  it('without a time when it waits for another run alone', () => {
    const run = new SteppedRun(workflow({ child: child() }));
    run.feed({ kind: 'start' });
    expect(runEvents(run)).toEqual(['run_started']);
    run.feed({ kind: 'child-started', address: 'child', runId: 'run_c', result: {}, wait: true });
    expect(run.events.at(-1)).toStrictEqual({
      key: 'run_waiting:1',
      type: 'run_waiting',
      at: 1000,
      status: 'waiting',
    });
  });

  it('not while an action is at work', () => {
    const run = new SteppedRun(
      workflow({ root: root('nap', 'work'), nap: nap(500), work: action() }),
    );
    run.feed({ kind: 'start' });
    expect(runEvents(run)).toEqual(['run_started']);
    run.succeed('work');
    expect(runEvents(run)).toEqual(['run_started', 'run_waiting']);
  });

  it('not while an action is ready, held back by a cut', () => {
    const run = new SteppedRun(
      workflow({ root: root('nap', 'work'), nap: nap(500), work: action() }),
    );
    run.feed({ kind: 'hold' });
    run.feed({ kind: 'start' });
    expect(runEvents(run)).toEqual(['run_started']);
  });

  it('once, and that it goes on once for each time', () => {
    const run = new SteppedRun(
      workflow({
        root: root('first', 'second'),
        first: wait({}, ['work']),
        second: wait(),
        work: action(),
      }),
    );
    run.feed({ kind: 'start' });
    run.feed({ kind: 'hold' });
    run.feed({ kind: 'release' });
    run.resume('first', 'a');
    run.succeed('work');
    run.resume('second', 'b');
    expect(run.eventsOf().map(({ type, key, status }) => [type, key, status])).toEqual([
      ['run_started', 'run_started', 'running'],
      ['run_waiting', 'run_waiting:1', 'waiting'],
      ['run_resumed', 'run_resumed:1', 'running'],
      ['run_waiting', 'run_waiting:2', 'waiting'],
      ['run_resumed', 'run_resumed:2', 'running'],
      ['run_completed', 'run_completed', 'success'],
    ]);
  });

  it('until the next of the timers that are left', () => {
    const run = new SteppedRun(
      workflow({
        root: root('first', 'second'),
        first: wait({ timeoutMs: 2_000 }, ['work']),
        second: wait({ timeoutMs: 5_000 }),
        work: action(),
      }),
    );
    run.feed({ kind: 'start' });
    expect(run.events.at(-1)).toMatchObject({ type: 'run_waiting', wakeAt: 3_000 });
    run.resume('first', 'a');
    run.succeed('work');
    expect(run.events.at(-1)).toMatchObject({ type: 'run_waiting', wakeAt: 6_000 });
  });

  it('and says that it goes on only when it has said that it waits', () => {
    const run = new SteppedRun(
      workflow({ root: root('a', 'b', 'work'), a: wait(), b: wait(), work: action() }),
    );
    run.feed({ kind: 'start' });
    run.resume('a', 'x');
    expect(runEvents(run)).toEqual(['run_started']);
    run.succeed('work');
    run.resume('b', 'x');
    expect(runEvents(run)).toEqual(['run_started', 'run_waiting', 'run_resumed', 'run_completed']);
    expect(run.state.nextEvent).toBe(run.events.length + 1);
  });

  it('not while more is to start in the next part of a long turn', () => {
    const says = Array.from({ length: 600 }, (_, n) => `say${n}`);
    const run = new SteppedRun(
      workflow({
        root: root('hold', ...says),
        hold: wait(),
        ...Object.fromEntries(says.map((id) => [id, log('x')])),
      }),
    );
    expect(run.feed({ kind: 'start' }).at(-1)).toEqual({ kind: 'continue' });
    expect(runEvents(run)).toEqual(['run_started']);
    run.feed({ kind: 'continue' });
    expect(runEvents(run)).toEqual(['run_started', 'run_waiting']);
  });

  it('not when it is being cancelled', () => {
    const run = new SteppedRun(
      workflow({ root: root('child', 'work'), child: child(), work: action() }),
    );
    run.feed({ kind: 'start' });
    run.feed({ kind: 'cancel', reason: 'x' });
    run.feed({ kind: 'child-started', address: 'child', runId: 'run_c', result: {}, wait: true });
    expect(runEvents(run)).not.toContain('run_waiting');
  });
});

describe('while a run is held for a cut', () => {
  it('nothing is dispatched until it is released, then all in order', () => {
    const run = new SteppedRun(workflow({ root: root('a', 'b'), a: action(), b: action() }));
    run.feed({ kind: 'hold' });
    expect(run.feed({ kind: 'start' })).toEqual([]);
    expect(run.feed({ kind: 'continue' })).toEqual([]);
    expect(run.feed({ kind: 'release' })).toMatchObject([
      { kind: 'run-action', address: 'a' },
      { kind: 'run-action', address: 'b' },
    ]);
  });

  it('the timer of a wait is left to ring again', () => {
    const run = new SteppedRun(workflow({ hold: wait() }));
    run.feed({ kind: 'start' });
    run.feed({ kind: 'hold' });
    expect(run.feed({ kind: 'timer-fired', address: 'hold' })).toEqual([]);
    run.feed({ kind: 'release' });
    expect(run.feed({ kind: 'timer-fired', address: 'hold' })).toEqual([
      { kind: 'claim-timeout', address: 'hold', known: [] },
    ]);
  });

  it('a delay ends all the same, and inline nodes run', () => {
    const run = new SteppedRun(
      workflow({ nap: nap(5, ['say']), say: log('x', ['work']), work: action() }),
    );
    run.feed({ kind: 'start' });
    run.feed({ kind: 'hold' });
    expect(run.feed({ kind: 'timer-fired', address: 'nap' })).toEqual([]);
    expect(run.outcomeOf('say')).toMatchObject({ status: 'success' });
  });
});

function child() {
  return {
    type: 'trigger-workflow',
    payload: { workflowId: 'wf_child', waitForCompletion: true },
    children: [],
  };
}
