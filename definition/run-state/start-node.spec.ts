import { log, workflow } from '../../test/support/scripted-run';
import { action, SteppedRun } from '../../test/support/stepped-run';
import type { Seed } from './types';

const success = (result: Seed['result']): Seed => ({ status: 'success', result });

describe('a start', () => {
  it('happens once', () => {
    const run = new SteppedRun(workflow({ work: action() }));
    expect(run.feed({ kind: 'start' })).toHaveLength(1);
    const { length } = run.events;
    expect(run.feed({ kind: 'start' })).toEqual([]);
    expect(run.events).toHaveLength(length);
  });

  it('is of one trigger; the others, and what hangs below them alone, are skipped', () => {
    const run = new SteppedRun(
      workflow({
        root: { type: 'manual', payload: {}, children: ['mine', 'both'] },
        other: { type: 'manual', payload: {}, children: ['theirs', 'both'] },
        mine: log('mine'),
        theirs: log('theirs'),
        both: log('both'),
      }),
      { triggerNodeId: 'other', triggerResult: { n: 1 } },
    );
    run.feed({ kind: 'start' });
    const status = (id: string) => run.outcomeOf(id)?.status;
    expect(['root', 'other', 'mine', 'theirs', 'both'].map(status)).toEqual([
      'skipped',
      'success',
      'skipped',
      'success',
      'success',
    ]);
    expect(run.outcomeOf('other')).toMatchObject({ result: { n: 1 } });
    expect(run.outcomeOf('root')).toMatchObject({ type: 'node_skipped' });
  });
});

describe('a retried run', () => {
  it('shows what it takes over as reused, and computes from it', () => {
    const run = new SteppedRun(
      workflow({ work: action(['say']), say: log('{{work.result.n}} {{work.payload.url}}') }),
      { seeds: { work: success({ n: 'kept' }) } },
    );
    expect(run.feed({ kind: 'start' })).toEqual([{ kind: 'end' }]);
    expect(run.outcomeOf('work')).toMatchObject({
      type: 'node_completed',
      status: 'success',
      result: { n: 'kept' },
      reused: true,
    });
    expect(run.outcomeOf('say')).toMatchObject({ result: { message: 'kept https://x.test' } });
    expect(run.outcomeOf('say')).not.toHaveProperty('reused');
  });

  it('takes over the branch', () => {
    const run = new SteppedRun(
      workflow({
        hold: {
          type: 'wait',
          payload: { triggerType: 'manual', triggerConfig: {} },
          children: ['yes', 'late'],
        },
        yes: log('yes', [], { branch: 'resumed' }),
        late: log('late', [], { branch: 'timed_out' }),
      }),
      { seeds: { hold: { ...success({ status: 'timed_out' }), branch: 'timed_out' } } },
    );
    run.feed({ kind: 'start' });
    expect(run.outcomeOf('yes')).toMatchObject({ status: 'skipped' });
    expect(run.outcomeOf('late')).toMatchObject({ status: 'success' });
  });

  it('goes through a loop again, and takes over its iterations', () => {
    const run = new SteppedRun(
      workflow({
        each: { type: 'for-each', payload: { array: [1, 2] }, loopBody: ['work'], children: [] },
        work: action(),
      }),
      {
        seeds: {
          each: success('of the loop'),
          'each[0]/work': success('a'),
          'each[1]/work': success('b'),
        },
      },
    );
    expect(run.feed({ kind: 'start' })).toEqual([{ kind: 'end' }]);
    expect(run.outcomeOf('each')).toMatchObject({
      result: { iterations: [{ work: { result: 'a' } }, { work: { result: 'b' } }] },
    });
    expect(run.outcomeOf('each')).not.toHaveProperty('reused');
  });

  it('counts what it takes over as nodes of its own', () => {
    const run = new SteppedRun(workflow({ work: action() }), {
      seeds: { work: success(1) },
      limits: { maxNodes: 0 },
    });
    run.feed({ kind: 'start' });
    expect(run.state.end?.error).toEqual({
      code: 'node_budget_exceeded',
      message:
        'A run starts at most 0 nodes, loop iterations counted. Split the work over child workflows.',
      nodeId: 'work',
      path: 'work',
    });
  });

  it('fails where a payload can not be resolved, taken over or not', () => {
    const run = new SteppedRun(
      workflow({ big: action(['work']), work: action([], { payload: { url: '{{big.result}}' } }) }),
      { seeds: { big: success('x'.repeat(1_100_000)), work: success(1) } },
    );
    run.feed({ kind: 'start' });
    expect(run.state.end?.error).toMatchObject({ code: 'expression_output_too_large' });
    expect(run.eventsOf('work')).toHaveLength(1);
  });
});
