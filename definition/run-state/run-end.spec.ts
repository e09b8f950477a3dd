import { log, runScript, workflow } from '../../test/support/scripted-run';
import { action, rescue, root, SteppedRun } from '../../test/support/stepped-run';

const two = workflow({
  root: root('a', 'b'),
  a: action(['say']),
  b: action(),
  say: log('said'),
});
const boom = () => ({ ok: false as const, error: { code: 'boom', message: 'It broke.' } });

describe('the end of a run', () => {
  it('is the last command, and the last event has the output', () => {
    const run = new SteppedRun(two);
    run.feed({ kind: 'start' });
    expect(run.succeed('b', { n: 1 })).toEqual([]);
    expect(run.succeed('a', { n: 2 })).toEqual([{ kind: 'end' }]);
    const output = {
      b: { n: 1 },
      say: { message: 'said', loggedAt: '1970-01-01T00:00:01.000Z' },
    };
    expect(run.state.end).toStrictEqual({ status: 'success', output });
    expect(run.events.at(-1)).toStrictEqual({
      key: 'run_completed',
      type: 'run_completed',
      at: 1000,
      status: 'success',
      result: output,
    });
  });

  it('has an error and no result when a node failed', () => {
    const run = new SteppedRun(two);
    run.feed({ kind: 'start' });
    run.succeed('b', { n: 1 });
    run.fail('a');
    const error = { code: 'boom', message: 'It broke.', nodeId: 'a', path: 'a' };
    expect(run.state.end).toStrictEqual({ status: 'failure', error, output: { b: { n: 1 } } });
    expect(run.events.at(-1)).toStrictEqual({
      key: 'run_failed',
      type: 'run_failed',
      at: 1000,
      status: 'failure',
      error,
    });
  });

  it('comes at once when the payload of the trigger itself can not be made', () => {
    const run = new SteppedRun(
      workflow({
        root: { type: 'manual', payload: { note: '{{$trigger.text}}!' }, children: ['say'] },
        say: log('never'),
      }),
      { triggerResult: { text: 'x'.repeat(2 * 1024 * 1024) } },
    );
    expect(run.feed({ kind: 'start' })).toEqual([{ kind: 'end' }]);
    expect(run.state.end).toMatchObject({
      status: 'failure',
      error: { code: 'expression_output_too_large', path: 'root' },
    });
  });

  it('has the first of several errors', () => {
    const run = new SteppedRun(two);
    run.feed({ kind: 'start' });
    run.fail('b', 'first');
    run.fail('a', 'second');
    expect(run.outcomeOf('a')).toMatchObject({ error: { code: 'second' } });
    expect(run.state.end?.error).toMatchObject({ code: 'first', nodeId: 'b' });
  });

  it('comes in the turn of the last result, however large that is', () => {
    const run = new SteppedRun(workflow({ work: action() }));
    run.feed({ kind: 'start' });
    expect(run.succeed('work', { body: 'x'.repeat(3_000_000) })).toEqual([{ kind: 'end' }]);
  });

  it('has the reason when the run was cancelled', () => {
    const run = new SteppedRun(workflow({ hold: action() }));
    run.feed({ kind: 'start' });
    run.feed({ kind: 'cancel', reason: 'Enough.' });
    run.fail('hold', 'cancelled');
    expect(run.events.at(-1)).toStrictEqual({
      key: 'run_cancelled',
      type: 'run_cancelled',
      at: 1000,
      status: 'cancelled',
      error: { code: 'cancelled', message: 'Enough.' },
    });
  });

  it('has the output of a partial run', () => {
    const run = runScript(
      workflow({
        each: {
          type: 'for-each',
          payload: { array: [1], continueOnError: true },
          loopBody: ['work'],
          children: ['say'],
        },
        work: action(),
        say: log('end'),
      }),
      { act: boom },
    );
    expect(run.events.at(-1)).toMatchObject({
      type: 'run_partial',
      status: 'partial',
      result: { say: { message: 'end' } },
    });
    expect(Object.keys(run.output)).toEqual(['say']);
  });

  it('has nothing to show when there is only a trigger, or its last node was skipped', () => {
    expect(runScript(workflow({ root: root() })).output).toStrictEqual({});
    const skipped = runScript(
      workflow({ work: action(['fine', 'rescue']), fine: log('x'), rescue: rescue() }),
    );
    expect(Object.keys(skipped.output)).toEqual(['fine']);
  });

  it('is the end: what comes later changes nothing', () => {
    const run = new SteppedRun(workflow({ work: action() }));
    run.feed({ kind: 'start' });
    run.succeed('work');
    const before = structuredClone(run.state);
    expect(run.fail('work')).toEqual([]);
    expect(run.feed({ kind: 'start' })).toEqual([]);
    expect(run.feed({ kind: 'cancel', reason: 'late' })).toEqual([]);
    expect(run.resume('work', 'late')).toEqual([]);
    expect(run.state).toEqual(before);
  });
});
