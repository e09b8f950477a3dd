import type { Json, JsonObject } from '../json';
import { log, runScript, workflow } from '../../test/support/scripted-run';
import { action, SteppedRun, wait } from '../../test/support/stepped-run';

const each = (payload: JsonObject, loopBody: string[], children: string[] = []) => ({
  type: 'for-each',
  payload,
  loopBody,
  children,
});

describe('a for-each', () => {
  it.each<[Json, string]>([
    [null, 'nothing'],
    ['text', 'string'],
    [{}, 'object'],
    [7, 'number'],
  ])('over %j says what it found', (array, found) => {
    const run = runScript(
      workflow({ each: each({ array: '{{$trigger.x}}' }, ['say']), say: log('x') }),
      {
        payload: { x: array },
      },
    );
    expect(run.error).toMatchObject({
      code: 'invalid_input',
      message: `\`array\` of a for-each must be an array, it is ${found}.`,
    });
  });

  it('runs as many times as it may, and says how to go on when that is not enough', () => {
    const definition = workflow({
      each: each({ array: '{{$trigger.x}}' }, ['say']),
      say: log('x'),
    });
    const limits = { maxIterations: 3 };
    expect(runScript(definition, { payload: { x: [1, 2, 3] }, limits }).status).toBe('success');
    const { error } = runScript(definition, { payload: { x: [1, 2, 3, 4] }, limits });
    expect(error?.code).toBe('too_many_iterations');
    expect(error?.message).toMatch(
      /at most 3 times, `array` has 4 items\. Split it, or pass a page/,
    );
  });

  it('starts a node of its body only after the parents in the body', () => {
    const run = runScript(
      workflow({
        each: each({ array: [1] }, ['first', 'second']),
        first: action(['second']),
        second: log('{{first.result.n}}'),
      }),
      { act: () => ({ ok: true, result: { n: 'done' } }) },
    );
    expect(run.nodes['each[0]/second']?.result).toMatchObject({ message: 'done' });
  });

  it('shows of each iteration the nodes that got somewhere', () => {
    const run = runScript(
      workflow({
        each: each({ array: [0, 1], continueOnError: true }, ['work']),
        work: action(['after']),
        after: log('x'),
      }),
      {
        act: (address) =>
          address === 'each[0]/work'
            ? { ok: false, error: { code: 'boom', message: 'It broke.' } }
            : { ok: true, result: { n: 1 } },
      },
    );
    expect(run.nodes.each?.result).toStrictEqual({
      status: 'partial',
      iterations: [
        {
          work: {
            status: 'failure',
            error: { code: 'boom', message: 'It broke.', nodeId: 'work', path: 'each[0]/work' },
          },
        },
        {
          work: { status: 'success', result: { n: 1 } },
          after: {
            status: 'success',
            result: { message: 'x', loggedAt: '1970-01-01T00:16:40.000Z' },
          },
        },
      ],
      iterationCount: 2,
      lastAdvancedIteration: 1,
    });
  });

  it('leaves out of an iteration what was skipped in it', () => {
    const run = runScript(
      workflow({
        each: each({ array: [1] }, ['check']),
        check: {
          type: 'if',
          payload: { condition: { $and: [{ '{{$item}}': { $gt: 5 } }] } },
          children: ['big', 'small'],
        },
        big: log('big', [], { branch: 'then' }),
        small: log('small', [], { branch: 'else' }),
      }),
    );
    const { iterations } = run.nodes.each?.result as { iterations: JsonObject[] };
    expect(iterations.map((iteration) => Object.keys(iteration))).toEqual([['check', 'small']]);
  });

  it('stops the iterations beside the one that failed, and nothing outside of the loop', () => {
    const run = new SteppedRun(
      workflow({
        root: { type: 'manual', payload: {}, children: ['each', 'outside'] },
        each: each({ array: [0, 1, 2], concurrency: 2 }, ['work'], ['rescue']),
        work: action(['hold']),
        hold: wait(),
        rescue: log('x', [], { branch: 'error' }),
        outside: wait(),
      }),
    );
    run.feed({ kind: 'start' });
    run.succeed('each[0]/work');
    expect(run.fail('each[1]/work')).toEqual([{ kind: 'cancel-timer', address: 'each[0]/hold' }]);
    expect(run.outcomeOf('each[0]/hold')).toMatchObject({ status: 'cancelled' });
    expect(run.outcomeOf('each')).toMatchObject({ status: 'failure', error: { code: 'boom' } });
    expect(run.eventsOf('each[2]/work')).toEqual([]);
    expect(run.outcomeOf('outside')).toBeUndefined();
    run.resume('outside', 'on');
    expect(run.state.end?.status).toBe('success');
  });

  it('leaves alone what is queued or awaited outside of an iteration that fails', () => {
    const run = new SteppedRun(
      workflow({
        root: { type: 'manual', payload: {}, children: ['outside', 'each', 'say'] },
        outside: {
          type: 'trigger-workflow',
          payload: { workflowId: 'wf_child', waitForCompletion: true },
          children: [],
        },
        each: each({ array: [0], continueOnError: true }, ['work']),
        work: action(),
        say: log('x', ['queued']),
        queued: action(),
      }),
      { limits: { maxInFlight: 1 } },
    );
    run.feed({ kind: 'start' });
    const child = { address: 'outside', runId: 'run_c', result: {}, wait: true };
    run.feed({ kind: 'child-started', ...child });
    expect(run.fail('each[0]/work')).toMatchObject([{ kind: 'run-action', address: 'queued' }]);
    run.succeed('queued');
    expect(run.outcomeOf('outside')).toBeUndefined();
    const claim = { id: '1', payload: { status: 'success', output: 7 }, source: 'child' };
    run.feed({ kind: 'child-ended', address: 'outside', claim });
    expect(run.outcomeOf('outside')).toMatchObject({ result: { output: 7 } });
    expect(run.state.end?.status).toBe('partial');
  });

  it('is partial when a loop inside of it is, and so is the run', () => {
    const run = runScript(
      workflow({
        outer: each({ array: [0] }, ['inner']),
        inner: each({ array: [0, 1], continueOnError: true }, ['work']),
        work: action(),
      }),
      {
        act: (address) =>
          address.includes('inner[1]')
            ? { ok: false, error: { code: 'boom', message: 'It broke.' } }
            : { ok: true, result: 1 },
      },
    );
    expect(run.nodes['outer[0]/inner']?.status).toBe('partial');
    expect(run.status).toBe('partial');
  });

  it('shows of a failed iteration what was cancelled in it', () => {
    const run = new SteppedRun(
      workflow({
        each: each({ array: [0], continueOnError: true }, ['work', 'hold']),
        work: action(),
        hold: wait(),
      }),
    );
    run.feed({ kind: 'start' });
    run.fail('each[0]/work');
    expect(run.outcomeOf('each')).toMatchObject({
      result: { iterations: [{ work: { status: 'failure' }, hold: { status: 'cancelled' } }] },
    });
  });

  it('that is stopped while it is full starts nothing more', () => {
    const run = new SteppedRun(
      workflow({
        root: { type: 'manual', payload: {}, children: ['each', 'bad'] },
        each: each({ array: [0, 1] }, ['work']),
        work: action(),
        bad: action(),
      }),
    );
    run.feed({ kind: 'start' });
    run.fail('bad');
    expect(run.succeed('each[0]/work')).toEqual([{ kind: 'end' }]);
    expect(run.outcomeOf('each')).toMatchObject({ status: 'cancelled' });
    expect(run.state.end).toMatchObject({ status: 'failure', error: { nodeId: 'bad' } });
  });
});
