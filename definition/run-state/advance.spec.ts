import { createCatalog } from '../../activities/catalog';
import { log, runScript, workflow } from '../../test/support/scripted-run';
import { compile } from '../plan/compile';
import { loadPlan } from '../plan/load';
import { advance } from './advance';
import { createRunState, DEFAULT_LIMITS } from './create';
import type { RunInput, RunState } from './types';

const claim = (id: string, payload: string, name?: string) => ({
  id,
  payload,
  source: 'manual',
  ...(name !== undefined && { name }),
});
const act = (children: string[] = [], more = {}) => ({
  type: 'http-request',
  payload: { url: 'https://x.test', method: 'GET' },
  children,
  ...more,
});
const wait = (children: string[], more = {}) => ({
  type: 'wait',
  payload: { timeoutMs: 1000, triggerType: 'manual', triggerConfig: {}, ...more },
  children,
});
const boom = () => ({ ok: false as const, error: { code: 'boom', message: 'It broke.' } });
const statuses = (nodes: Record<string, { status: string }>) =>
  Object.fromEntries(Object.entries(nodes).map(([path, { status }]) => [path, status]));

describe('a run', () => {
  it('runs the quickstart', () => {
    const run = runScript(workflow({ say: log('Incoming message: {{$trigger.body.message}}') }), {
      payload: { message: 'hi' },
    });
    expect(run.status).toBe('success');
    expect(run.events.map(({ type }) => type)).toEqual([
      'run_started',
      'node_completed',
      'node_started',
      'node_completed',
      'run_completed',
    ]);
    expect(run.output).toEqual({
      say: { message: 'Incoming message: hi', loggedAt: '1970-01-01T00:16:40.000Z' },
    });
  });

  it('starts siblings in list order and joins them once', () => {
    const run = runScript(
      workflow({
        root: { type: 'manual', payload: {}, children: ['b', 'a'] },
        a: act(['join']),
        b: act(['join']),
        join: log('{{a.result.method}}{{b.result.method}}'),
      }),
    );
    expect(run.actions).toEqual(['b', 'a']);
    expect(run.nodes.join?.result).toMatchObject({ message: 'GETGET' });
  });

  it('skips what is not reached, and what hangs below it alone', () => {
    const run = runScript(
      workflow({
        check: {
          type: 'if',
          payload: { condition: { $and: [{ '{{$trigger.n}}': { $gt: 5 } }] } },
          children: ['big', 'small'],
        },
        big: log('big', ['after', 'below'], { branch: 'then' }),
        small: log('small', ['after'], { branch: 'else' }),
        below: log('below'),
        after: log('after'),
      }),
      { payload: { n: 3 } },
    );
    expect(statuses(run.nodes)).toEqual({
      root: 'success',
      check: 'success',
      big: 'skipped',
      small: 'success',
      below: 'skipped',
      after: 'success',
    });
  });

  it('fails with the node named, cancels waits, lets actions finish and starts nothing new', () => {
    const run = runScript(
      workflow({
        root: { type: 'manual', payload: {}, children: ['hold', 'bad', 'slow'] },
        hold: wait([]),
        bad: act(['never']),
        slow: act(['neither']),
        never: log('x'),
        neither: log('x'),
      }),
      { act: (address) => (address === 'bad' ? boom() : { ok: true, result: null }) },
    );
    expect(run.status).toBe('failure');
    expect(run.error).toMatchObject({ code: 'boom', nodeId: 'bad', path: 'bad' });
    expect(statuses(run.nodes)).toEqual({
      root: 'success',
      hold: 'cancelled',
      bad: 'failure',
      slow: 'success',
    });
  });

  it('leaves the input of a failed action to the activity, which masks its secrets', () => {
    const run = runScript(workflow({ bad: act() }), { act: boom });
    const failed = run.events.find(({ type }) => type === 'node_failed');
    expect(failed).toMatchObject({ path: 'bad', status: 'failure' });
    expect(failed).not.toHaveProperty('input');
  });

  it('goes on after a failure that an error child catches', () => {
    const run = runScript(
      workflow({
        bad: act(['rescue', 'fine']),
        rescue: log('{{$nodes.bad.error.code}}', [], { branch: 'error' }),
        fine: log('fine'),
      }),
      { act: boom },
    );
    expect(run.status).toBe('success');
    expect(statuses(run.nodes)).toEqual({
      root: 'success',
      bad: 'failure',
      rescue: 'success',
      fine: 'skipped',
    });
    expect(run.nodes.rescue?.result).toMatchObject({ message: 'boom' });
  });
});

describe('for-each', () => {
  const loop = (payload: object, bodyAct = act()) =>
    workflow({
      each: {
        type: 'for-each',
        payload: { array: '{{$trigger.items}}', ...payload },
        loopBody: ['work'],
        children: ['done'],
      },
      work: { ...bodyAct, payload: { ...bodyAct.payload, body: '{{$index}}:{{$item}}' } },
      done: log('{{each.result.iterationCount}}'),
    });

  it('runs the items one after another', () => {
    const run = runScript(loop({}), { payload: { items: ['a', 'b'] } });
    expect(run.actions).toEqual(['each[0]/work', 'each[1]/work']);
    expect(run.nodes.each?.result).toMatchObject({
      status: 'success',
      iterationCount: 2,
      lastAdvancedIteration: 1,
    });
    expect(run.nodes['each[1]/work']?.result).toMatchObject({ body: '1:b' });
    expect(run.nodes.done?.result).toMatchObject({ message: '2' });
  });

  it('succeeds on an empty array with 0 iterations', () => {
    const run = runScript(loop({}), { payload: { items: [] } });
    expect(run.nodes.each?.result).toEqual({
      status: 'success',
      iterations: [],
      iterationCount: 0,
      lastAdvancedIteration: -1,
    });
    expect(run.nodes.done?.status).toBe('success');
  });

  it('stops at a failing body', () => {
    const run = runScript(loop({}), {
      payload: { items: ['a', 'b', 'c'] },
      act: (address) => (address === 'each[1]/work' ? boom() : { ok: true, result: 1 }),
    });
    expect(run.actions).toEqual(['each[0]/work', 'each[1]/work']);
    expect(run.status).toBe('failure');
    expect(run.error).toMatchObject({ code: 'boom', path: 'each[1]/work' });
    expect(run.nodes.each).toEqual({ status: 'failure', error: 'boom' });
  });

  it('is partial with continueOnError, and so is the run', () => {
    const run = runScript(loop({ continueOnError: true }), {
      payload: { items: ['a', 'b', 'c'] },
      act: (address) => (address === 'each[1]/work' ? boom() : { ok: true, result: 1 }),
    });
    expect(run.status).toBe('partial');
    expect(run.nodes.each?.status).toBe('partial');
    expect(run.nodes.each?.result).toEqual({
      status: 'partial',
      iterationCount: 3,
      lastAdvancedIteration: 2,
      iterations: [
        { work: { status: 'success', result: 1 } },
        { work: { status: 'failure', error: expect.objectContaining({ code: 'boom' }) } },
        { work: { status: 'success', result: 1 } },
      ],
    });
  });

  it('runs as many at a time as concurrency says', () => {
    const seen: number[] = [];
    const run = runScript(loop({ concurrency: 3 }), {
      payload: { items: ['a', 'b', 'c', 'd'] },
      pick: (choices) => {
        seen.push(choices);
        return choices - 1;
      },
    });
    expect(Math.max(...seen)).toBe(3);
    expect(run.nodes.each?.result).toMatchObject({ iterationCount: 4, status: 'success' });
  });

  it.each([
    ['an object', { items: {} }, 'invalid_input'],
    ['nothing', {}, 'invalid_input'],
    ['too many', { items: Array<number>(101).fill(0) }, 'too_many_iterations'],
  ])('fails over %s', (_name, payload, code) => {
    expect(runScript(loop({}), { payload }).error).toMatchObject({ code, nodeId: 'each' });
  });

  it('ends when every iteration waits in the queue and the run is cancelled', () => {
    const run = runScript(loop({ concurrency: 4 }), {
      payload: { items: [1, 2, 3, 4, 5] },
      limits: { maxInFlight: 1 },
      cancelBefore: 2,
    });
    expect(run.status).toBe('cancelled');
    expect(run.nodes.each?.status).toBe('cancelled');
  });
});

describe('wait', () => {
  const decide = workflow({
    hold: wait(['yes', 'late']),
    yes: log('{{hold.result.triggerResult}}', [], { branch: 'resumed' }),
    late: log('late', [], { branch: 'timed_out' }),
  });

  it('takes the resumed branch with the payload', () => {
    const run = runScript(decide, { resumes: { hold: [claim('1', 'ok')] } });
    expect(run.nodes.hold).toEqual({
      status: 'success',
      branch: 'resumed',
      result: { status: 'resumed', triggerResult: 'ok', source: 'manual', branch: 'resumed' },
    });
    expect(statuses(run.nodes)).toMatchObject({ yes: 'success', late: 'skipped' });
  });

  it('keeps a resume that comes before the wait is reached', () => {
    const run = runScript(
      workflow({
        first: act(['hold']),
        hold: wait(['yes']),
        yes: log('{{hold.result.triggerResult}}', [], { branch: 'resumed' }),
      }),
      { early: { hold: [claim('1', 'early')] } },
    );
    expect(run.nodes.yes?.result).toMatchObject({ message: 'early' });
  });

  it('takes the timed_out branch when there is one', () => {
    const run = runScript(decide);
    expect(run.nodes.hold?.result).toEqual({
      status: 'timed_out',
      branch: 'timed_out',
      timeoutMs: 1000,
    });
    expect(statuses(run.nodes)).toMatchObject({ yes: 'skipped', late: 'success' });
  });

  it('fails on timeout when no child declares timed_out', () => {
    const run = runScript(
      workflow({ hold: wait(['yes']), yes: log('x', [], { branch: 'resumed' }) }),
    );
    expect(run.error).toMatchObject({ code: 'wait_timed_out', nodeId: 'hold' });
  });

  it('ignores a second resume', () => {
    const run = runScript(decide, { resumes: { hold: [claim('1', 'one'), claim('2', 'two')] } });
    expect(run.nodes.yes?.result).toMatchObject({ message: 'one' });
  });

  it.each([
    ['any', 1, { a: 'A' }],
    ['all', 3, { a: 'A', b: 'B', c: 'C' }],
    [2, 2, { a: 'A', b: 'B' }],
  ])('with resumes of mode %s needs %i names', (mode, _needed, triggerResult) => {
    const definition = workflow({
      hold: wait(['yes'], { resumes: { names: ['a', 'b', 'c'], mode } }),
      yes: log('x', [], { branch: 'resumed' }),
    });
    const claims = [
      claim('0', 'foreign', 'zzz'),
      claim('1', 'A', 'a'),
      claim('2', 'B', 'b'),
      claim('3', 'C', 'c'),
    ];
    const run = runScript(definition, { resumes: { hold: claims } });
    expect(run.nodes.hold?.result).toMatchObject({ status: 'resumed', triggerResult });
  });
});

describe('limits', () => {
  it('keeps at most maxInFlight actions in flight, and starts the rest in order', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const run = runScript(
      workflow({
        root: { type: 'manual', payload: {}, children: ids },
        ...Object.fromEntries(ids.map((id) => [id, act()])),
      }),
      {
        limits: { maxInFlight: 2 },
        pick: (choices) => {
          expect(choices).toBeLessThanOrEqual(2);
          return choices - 1;
        },
      },
    );
    expect(run.actions).toEqual(ids);
  });

  it('fails the node that is one too many', () => {
    const run = runScript(workflow({ a: log('x', ['b']), b: log('x', ['c']), c: log('x') }), {
      limits: { maxNodes: 2 },
    });
    expect(run.error).toMatchObject({ code: 'node_budget_exceeded', nodeId: 'c' });
  });

  it('fails the node whose result makes the sum too large', () => {
    const run = runScript(workflow({ a: act(['b']), b: act() }), {
      limits: { maxOutputBytes: 1000 },
      act: () => ({ ok: true, result: 'x'.repeat(600) }),
    });
    expect(run.error).toMatchObject({ code: 'run_output_too_large', nodeId: 'b' });
  });
});

describe('cancel', () => {
  it('cancels waits and delays at once', () => {
    const run = runScript(
      workflow({
        root: { type: 'manual', payload: {}, children: ['hold', 'nap'] },
        hold: wait([]),
        nap: { type: 'delay', payload: { delayMs: 5000 }, children: ['after'] },
        after: log('x'),
      }),
      { cancelBefore: 2 },
    );
    expect(run.status).toBe('cancelled');
    expect(statuses(run.nodes)).toEqual({ root: 'success', hold: 'cancelled', nap: 'cancelled' });
  });
});

describe('trigger-workflow', () => {
  const plan = loadPlan(
    compile(
      workflow({
        child: {
          type: 'trigger-workflow',
          payload: { workflowId: 'wf_child', waitForCompletion: true },
          children: [],
        },
      }),
      createCatalog().catalog,
    ),
  );
  const started = () => {
    const state = createRunState(plan, {
      workflowId: 'wf_test',
      triggerNodeId: 'root',
      triggerResult: {},
      triggerInput: {},
      props: {},
      limits: DEFAULT_LIMITS,
      seeds: {},
    });
    advance(plan, state, { kind: 'start', now: 1 });
    return state;
  };
  const childStarted = {
    kind: 'child-started',
    now: 2,
    address: 'child',
    runId: 'run_c',
    result: { runId: 'run_c' },
    wait: true,
  } as const;
  const eventsOf = (state: RunState) => state.outbox.map(({ type, path }) => [type, path]);

  it('shows that it has started, and that it waits for the other run', () => {
    const state = started();
    expect(eventsOf(state).at(-1)).toEqual(['node_started', 'child']);
    advance(plan, state, childStarted);
    expect(eventsOf(state).slice(-2)).toEqual([
      ['node_waiting', 'child'],
      ['run_waiting', undefined],
    ]);
  });
});

describe('events', () => {
  const definition = workflow({ hold: wait(['yes']), yes: log('x', [], { branch: 'resumed' }) });
  const plan = loadPlan(compile(definition, createCatalog().catalog));
  const start = { kind: 'start', now: 1 } as const;
  const resumed = { kind: 'resumed', now: 2, address: 'hold', claim: claim('1', 'ok') } as const;

  function eventsOf(inputs: RunInput[]) {
    const state = createRunState(plan, {
      workflowId: 'wf_test',
      triggerNodeId: 'root',
      triggerResult: {},
      triggerInput: {},
      props: {},
      limits: DEFAULT_LIMITS,
      seeds: {},
    });
    for (const input of inputs) advance(plan, state, input);
    return state.outbox;
  }

  it('have the same key in a second try in which things happen in another order', () => {
    const lost = eventsOf([start]);
    const again = eventsOf([resumed, start]);
    const written = new Map([...again, ...lost].map((event) => [event.key, event]));
    const types = [...written.values()].map(({ type, path }) => `${type} ${path ?? ''}`);
    expect(new Set(types).size).toBe(types.length);
    expect(types.sort()).toEqual(
      [...new Set([...again, ...lost].map(({ type, path }) => `${type} ${path ?? ''}`))].sort(),
    );
  });

  it('have keys of their own, however often the run waits', () => {
    const run = runScript(
      workflow({
        each: { type: 'for-each', payload: { array: [1, 2, 3] }, loopBody: ['hold'], children: [] },
        hold: wait(['yes']),
        yes: log('x', [], { branch: 'resumed' }),
      }),
      {
        resumes: Object.fromEntries(
          [0, 1, 2].map((index) => [`each[${index}]/hold`, [claim(`${index}`, 'ok')]]),
        ),
      },
    );
    expect(run.events.filter(({ type }) => type === 'run_resumed')).toHaveLength(3);
    expect(new Set(run.events.map(({ key }) => key)).size).toBe(run.events.length);
  });
});

describe('a retried run', () => {
  it('takes over what succeeded and runs only the rest', () => {
    const definition = workflow({
      a: act(['each']),
      each: {
        type: 'for-each',
        payload: { array: [1, 2] },
        loopBody: ['work'],
        children: [],
      },
      work: act(),
    });
    const run = runScript(definition, {
      seeds: {
        a: { status: 'success', result: 'kept' },
        'each[0]/work': { status: 'success', result: 'kept' },
      },
    });
    expect(run.actions).toEqual(['each[1]/work']);
    expect(run.nodes.a).toEqual({ status: 'success', result: 'kept' });
    expect(run.status).toBe('success');
  });
});

describe('a long turn', () => {
  const thousand = workflow({
    outer: {
      type: 'for-each',
      payload: { array: Array<number>(20).fill(1) },
      loopBody: ['inner'],
      children: [],
    },
    inner: {
      type: 'for-each',
      payload: { array: Array<number>(60).fill(1) },
      loopBody: ['say'],
      children: [],
    },
    say: log('{{$parent_index}}.{{$index}}'),
  });

  it('is done in parts, so that no workflow task takes seconds', () => {
    const run = runScript(thousand);
    expect(run.status).toBe('success');
    expect(run.steps).toBe(3);
    expect(run.nodes['outer[19]/inner[59]/say']?.result).toMatchObject({ message: '19.59' });
  });

  it('may be cut between its parts', () => {
    const run = runScript(thousand, { cutBefore: () => true });
    expect(run.nodes).toEqual(runScript(thousand).nodes);
  });
});
