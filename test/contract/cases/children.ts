import type { JsonObject } from '../../../definition/json';
import type { CaseNodes, ContractCase } from '../../support/contract-case';
import {
  broken,
  CANCELLED,
  each,
  failed,
  log,
  logged,
  refused,
  succeeded,
  SUCCESS,
  wait,
} from './build';

const row = '`trigger-workflow`';

function start(
  name: string,
  payload: JsonObject,
  children: string[] = [],
  more: JsonObject = {},
): JsonObject {
  return {
    type: 'trigger-workflow',
    payload: { workflowId: `<workflow:${name}>`, payload, ...more },
    children,
  };
}
const waiting = { waitForCompletion: true };
const started = {
  triggeredWorkflowId: '<wf>',
  triggeredWorkflowName: 'child',
  runId: '<run>',
  triggeredAt: '<time>',
};

const greets: CaseNodes = { greet: log('hello {{root.input.name}} {{$trigger.body.name}}') };
const failing: CaseNodes = { bad: broken() };
const sleeping: CaseNodes = {
  hold: wait(['late'], { timeoutMs: 1_000 }),
  late: log('slept for {{$trigger.body.name}}', [], { branch: 'timed_out' }),
};
const partly: CaseNodes = {
  each: each([0], ['bad'], ['end'], { continueOnError: true }),
  bad: broken(),
  end: log('end'),
};

const cases: ContractCase[] = [
  {
    name: 'goes on at once, and names the run',
    nodes: {
      child: start('child', { name: 'ada' }, ['say']),
      say: log('{{child.result.runStatus}}'),
    },
    workflows: { child: sleeping },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        child: succeeded({ ...started, runStatus: 'running' }),
        say: logged('running'),
      },
    },
  },
  {
    name: 'goes on although the other run fails',
    nodes: { child: start('child', {}, ['say']), say: log('on') },
    workflows: { child: failing },
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, child: { status: 'success' }, say: SUCCESS },
    },
  },
  {
    name: 'waits for the end and returns the output',
    nodes: {
      child: start('child', { name: 'ada' }, ['say'], waiting),
      say: log('{{child.result.output.greet.message}}'),
    },
    workflows: { child: greets },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        child: succeeded({
          ...started,
          runStatus: 'success',
          output: { greet: { message: 'hello ada ada', loggedAt: '<time>' } },
        }),
        say: logged('hello ada ada'),
      },
    },
  },
  {
    name: 'waits for a run that sleeps',
    nodes: {
      child: start('child', { name: 'bob' }, ['say'], waiting),
      say: log('{{child.result.output.late.message}}'),
    },
    workflows: { child: sleeping },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        child: { status: 'success', result: { runStatus: 'success' } },
        say: logged('slept for bob'),
      },
    },
  },
  {
    name: 'fails when the run that it waits for does, which can be caught',
    nodes: {
      child: start('child', {}, ['rescue'], waiting),
      rescue: log('{{$nodes.child.error.code}}', [], { branch: 'error' }),
    },
    workflows: { child: failing },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        child: failed('child_failed', 'error'),
        rescue: logged('child_failed'),
      },
    },
  },
  {
    name: 'a partial run is good enough',
    nodes: {
      child: start('child', {}, ['say'], waiting),
      say: log('{{child.result.runStatus}} {{child.result.output.end.message}}'),
    },
    workflows: { child: partly },
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, child: { status: 'success' }, say: logged('partial end') },
    },
  },
  {
    name: 'in a loop each iteration has a run of its own',
    nodes: {
      each: each(['a', 'b', 'c'], ['child'], ['done'], { concurrency: 2 }),
      child: start('child', { name: '{{$item}}' }, ['say'], waiting),
      say: log('{{child.result.output.late.message}}'),
      done: log('done'),
    },
    workflows: { child: sleeping },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        each: { status: 'success', result: { iterationCount: 3 } },
        'each[0]/child': { status: 'success' },
        'each[0]/say': logged('slept for a'),
        'each[1]/child': { status: 'success' },
        'each[1]/say': logged('slept for b'),
        'each[2]/child': { status: 'success' },
        'each[2]/say': logged('slept for c'),
        done: SUCCESS,
      },
    },
  },
  {
    name: 'is cancelled when its start comes back to a run that has failed, in a loop too',
    // The answers of both activities may come in either order: with that of the child first, it is waited for.
    mayLack: ['node_waiting each[0]/child'],
    nodes: {
      root: { type: 'manual', payload: {}, children: ['bad', 'each'] },
      bad: refused(),
      each: each([1], ['child']),
      child: start('child', {}, [], waiting),
    },
    workflows: { child: { hold: wait([]) } },
    expect: {
      status: 'failure',
      error: { code: 'egress_refused', path: 'bad' },
      nodes: {
        root: SUCCESS,
        bad: failed('egress_refused'),
        each: CANCELLED,
        'each[0]/child': CANCELLED,
      },
    },
  },
  {
    name: 'a child may wait for a child',
    nodes: {
      child: start('child', {}, ['say'], waiting),
      say: log('{{child.result.output.grandchild.output.greet.message}}'),
    },
    workflows: {
      grand: greets,
      child: { grandchild: start('grand', { name: 'eve' }, [], waiting) },
    },
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, child: { status: 'success' }, say: logged('hello eve eve') },
    },
  },
];

export const CHILD_CASES: readonly ContractCase[] = cases.map((one) => ({ ...one, row }));
