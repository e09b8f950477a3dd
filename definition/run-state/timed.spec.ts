import { createCatalog } from '../../activities/catalog';
import { workflow } from '../../test/support/scripted-run';
import { compile } from '../plan/compile';
import { loadPlan } from '../plan/load';
import { advance } from './advance';
import { createRunState, DEFAULT_LIMITS } from './create';
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
