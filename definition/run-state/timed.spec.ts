import { createCatalog } from '../../activities/catalog';
import { workflow } from '../../test/support/scripted-run';
import { SteppedRun, wait } from '../../test/support/stepped-run';
import type { Json, JsonObject } from '../json';
import { compile } from '../plan/compile';
import { loadPlan } from '../plan/load';
import { advance } from './advance';
import { createRunState, DEFAULT_LIMITS } from './create';
import { DEFAULT_WAIT_MS, MAX_TIMER_MS } from './timed';
import type { Claim, RunState } from './types';

describe('a resume under a name that the wait does not list', () => {
  const payload = {
    timeoutMs: 1000,
    triggerType: 'manual',
    triggerConfig: {},
    resumes: { names: ['a', 'b'], mode: 'all' },
  };
  const plan = loadPlan(
    compile(workflow({ hold: { type: 'wait', payload, children: [] } }), createCatalog().catalog),
  );
  const at = { now: 1, address: 'hold' };
  const claim = (name: string): Claim => ({ id: `id-${name}`, name, payload: name, source: 'x' });
  const waiting = (): RunState => {
    const state = createRunState(plan, {
      workflowId: 'wf_test',
      triggerNodeId: 'root',
      triggerResult: {},
      triggerInput: {},
      props: {},
      limits: DEFAULT_LIMITS,
      seeds: {},
    });
    advance(plan, state, { kind: 'start', now: 0 });
    return state;
  };

  it('does not count', () => {
    const state = waiting();
    for (const name of ['odd', 'a']) {
      advance(plan, state, { kind: 'resumed', ...at, claim: claim(name) });
    }
    expect(state.end).toBeUndefined();
    advance(plan, state, { kind: 'resumed', ...at, claim: claim('b') });
    expect(state.end?.output.hold).toMatchObject({ triggerResult: { a: 'a', b: 'b' } });
  });

  it('is known when the timeout is claimed', () => {
    const state = waiting();
    advance(plan, state, { kind: 'resumed', ...at, claim: claim('odd') });
    expect(advance(plan, state, { kind: 'timer-fired', ...at })).toEqual([
      { kind: 'claim-timeout', address: 'hold', known: ['id-odd'] },
    ]);
  });

  it('lets the timeout that finds it be claimed again without it', () => {
    const state = waiting();
    advance(plan, state, { kind: 'timer-fired', ...at });
    expect(advance(plan, state, { kind: 'timeout-refused', ...at, claim: claim('odd') })).toEqual([
      { kind: 'claim-timeout', address: 'hold', known: ['id-odd'] },
    ]);
    advance(plan, state, { kind: 'timeout-granted', ...at });
    expect(state.end?.error?.code).toBe('wait_timed_out');
  });
});

describe('a delay', () => {
  const nap = (delayMs: Json) => {
    const run = new SteppedRun(
      workflow({ nap: { type: 'delay', payload: { delayMs: '{{$trigger.ms}}' }, children: [] } }),
      { triggerResult: { ms: delayMs } },
    );
    return { run, commands: run.feed({ kind: 'start' }) };
  };

  it.each<[Json, number]>([
    [0, 0],
    [250, 250],
    ['250', 250],
    [0.2, 1],
    [MAX_TIMER_MS, MAX_TIMER_MS],
  ])('of %j sleeps %i ms', (delayMs, ms) => {
    const { run, commands } = nap(delayMs);
    expect(commands).toEqual([
      { kind: 'start-timer', address: 'nap', deadline: 1000 + ms, purpose: 'delay' },
    ]);
    expect(run.eventsOf('nap').at(-1)).toMatchObject({
      type: 'node_scheduled',
      status: 'scheduled',
      wakeAt: 1000 + ms,
    });
  });

  it.each<[Json]>([[-1], [MAX_TIMER_MS + 1], [''], ['  '], ['soon'], [null], [true], [[5]], [{}]])(
    'of %j is refused',
    (delayMs) => {
      const { run, commands } = nap(delayMs);
      expect(commands).toEqual([{ kind: 'end' }]);
      expect(run.state.end?.error).toEqual({
        code: 'invalid_input',
        message: '`delayMs` must be a number of milliseconds from 0 to 366 days.',
        nodeId: 'nap',
        path: 'nap',
      });
    },
  );

  it('ends when its timer fires', () => {
    const { run } = nap(5);
    run.now = 1005;
    expect(run.feed({ kind: 'timer-fired', address: 'nap' })).toEqual([{ kind: 'end' }]);
    expect(run.outcomeOf('nap')).toMatchObject({ at: 1005, result: { status: 'completed' } });
  });
});

describe('a wait', () => {
  const open = (payload: JsonObject, triggerResult: JsonObject = {}) => {
    const run = new SteppedRun(workflow({ hold: wait(payload) }), { triggerResult });
    return { run, commands: run.feed({ kind: 'start' }) };
  };

  it.each<[string, JsonObject, number]>([
    ['for a second at least', { timeoutMs: 1000 }, 1000],
    ['for 366 days at most', { timeoutMs: MAX_TIMER_MS }, MAX_TIMER_MS],
    ['for five minutes by default', { timeoutMs: '{{$trigger.none}}' }, DEFAULT_WAIT_MS],
  ])('lasts %s', (_name, payload, ms) => {
    const { run, commands } = open(payload);
    expect(commands).toEqual([
      { kind: 'start-timer', address: 'hold', deadline: 1000 + ms, purpose: 'wait' },
    ]);
    expect(run.eventsOf('hold').at(-1)).toMatchObject({
      type: 'node_waiting',
      status: 'waiting',
      wakeAt: 1000 + ms,
    });
  });

  it.each<[Json]>([[999], [MAX_TIMER_MS + 1], ['soon'], [false]])(
    'of %j ms is refused',
    (timeoutMs) => {
      const { run, commands } = open({ timeoutMs: '{{$trigger.ms}}' }, { ms: timeoutMs });
      expect(commands).toEqual([{ kind: 'end' }]);
      expect(run.state.end?.error).toMatchObject({
        code: 'invalid_input',
        message: '`timeoutMs` must be a number of milliseconds from 1 second to 366 days.',
      });
    },
  );

  it('stops its timer when it is resumed, unless that has fired', () => {
    const early = open({}).run;
    expect(early.resume('hold', 'x')).toEqual([
      { kind: 'cancel-timer', address: 'hold' },
      { kind: 'end' },
    ]);
    const late = open({}).run;
    late.feed({ kind: 'timer-fired', address: 'hold' });
    expect(late.resume('hold', 'x')).toEqual([{ kind: 'end' }]);
  });

  it('says how long it has waited for nothing', () => {
    const { run } = open({ timeoutMs: 5000 });
    run.feed({ kind: 'timer-fired', address: 'hold' });
    run.feed({ kind: 'timeout-granted', address: 'hold' });
    expect(run.state.end?.error).toMatchObject({
      code: 'wait_timed_out',
      message:
        'No resume came within 5000 ms. A child with `branch: "timed_out"` would take over here.',
    });
  });

  it('gives what it has received by then to the branch that takes over', () => {
    const late = { type: 'log', payload: { message: 'late' }, children: [], branch: 'timed_out' };
    const resultOf = (payload: JsonObject) => {
      const run = new SteppedRun(
        workflow({ hold: wait({ timeoutMs: 5000, ...payload }, ['late']), late }),
      );
      run.feed({ kind: 'start' });
      run.resume('hold', 'A', 'a');
      run.feed({ kind: 'timer-fired', address: 'hold' });
      run.feed({ kind: 'timeout-granted', address: 'hold' });
      return run.outcomeOf('hold')?.result;
    };
    const timedOut = { status: 'timed_out', branch: 'timed_out', timeoutMs: 5000 };
    expect(resultOf({ resumes: { names: ['a', 'b'], mode: 'all' } })).toEqual({
      ...timedOut,
      triggerResult: { a: 'A' },
    });
  });

  it.each<[string, Json, string[]]>([
    ['more than there are names', 5, ['a', 'b']],
    ['none', 0, ['a']],
    ['a mode that is unknown', 'most', ['a']],
  ])('for %s needs what makes sense', (_name, mode, needed) => {
    const { run } = open({ resumes: { names: ['a', 'b'], mode: '{{$trigger.mode}}' } }, { mode });
    for (const name of needed) {
      expect(run.state.end).toBeUndefined();
      run.resume('hold', name, name);
    }
    expect(run.state.end?.status).toBe('success');
  });

  it('goes by the names that are text', () => {
    const { run } = open(
      { resumes: { names: '{{$trigger.names}}', mode: 'all' } },
      { names: [7, 'a'] },
    );
    run.resume('hold', 'A', 'a');
    expect(run.outcomeOf('hold')).toMatchObject({ result: { triggerResult: { a: 'A' } } });
  });

  it('knows a resume that came twice once', () => {
    const { run } = open({ resumes: { names: ['a', 'b'], mode: 'all' } });
    run.resume('hold', 'A', 'a');
    run.resume('hold', 'A', 'a');
    expect(run.feed({ kind: 'timer-fired', address: 'hold' })).toEqual([
      { kind: 'claim-timeout', address: 'hold', known: ['a:A'] },
    ]);
  });
});
