import type { JsonObject } from '../../definition/json';
import type { RunStatus } from '../../definition/progress';
import {
  broken,
  check,
  delay,
  each,
  get,
  log,
  post,
  refused,
  set,
  wait,
} from '../contract/cases/build';
import type { CaseNodes, Scenario } from '../support/contract-case';

/** What happens to a run of a recorded history: its name is the file's. */
export interface RecordedScenario extends Scenario {
  /** How the run ends: with `success`, if not given. */
  ends?: RunStatus;
  /** Environment of the service that runs it. */
  variables?: Record<string, string>;
}

const CUT_OFTEN = { WEFT_MAX_HISTORY_EVENTS: '20', WEFT_MIN_CUT_AGE_MS: '0' };

const manual = (...children: string[]): JsonObject => ({ type: 'manual', payload: {}, children });
const array = (length: number): number[] => Array.from({ length }, (_, index) => index);
const format = (children: string[] = []): JsonObject => ({
  type: 'format',
  payload: { data: { name: '{{$trigger.body.name}}' }, template: 'Dear {{@name}}' },
  children,
});
const child = (payload: JsonObject, children: string[] = []): JsonObject => ({
  type: 'trigger-workflow',
  payload: { workflowId: '<workflow:child>', ...payload },
  children,
});
const yes = log('yes', [], { branch: 'resumed' });
const late = log('late', [], { branch: 'timed_out' });

const actions: RecordedScenario[] = [
  {
    name: 'logic-nodes',
    nodes: {
      check: check({ '{{$trigger.body.n}}': { $gt: 5 } }, ['many', 'few']),
      many: log('many', ['max'], { branch: 'then' }),
      few: log('few', ['max'], { branch: 'else' }),
      max: { type: 'list-max', payload: { array: [3, 1, 2] }, children: [] },
    },
    payload: { n: 7 },
  },
  {
    name: 'actions-one-after-another',
    nodes: {
      first: get('/echo', ['say']),
      say: log('{{first.result.status}}', ['second']),
      second: post('/echo', '{}', ['third']),
      third: get('/echo?last'),
    },
  },
  {
    name: 'actions-side-by-side',
    nodes: {
      root: manual('a', 'b', 'c', 'd', 'e'),
      a: get('/echo?a', ['join']),
      b: get('/slow?ms=300', ['join']),
      c: format(['join']),
      d: post('/echo', 'd', ['join']),
      e: get('/echo?e', ['join']),
      join: get('/echo?join'),
    },
    payload: { name: 'Ada' },
  },
  {
    name: 'actions-more-than-fit',
    nodes: {
      root: manual('a', 'b', 'c', 'd'),
      a: get('/slow?ms=200'),
      b: get('/echo?b'),
      c: get('/echo?c'),
      d: get('/echo?d'),
    },
    variables: { WEFT_MAX_IN_FLIGHT: '2' },
  },
  {
    name: 'actions-after-a-flush',
    nodes: {
      loop: each(array(25), ['say'], ['a', 'b']),
      say: log('{{$item}}'),
      a: get('/echo?a'),
      b: get('/echo?b'),
    },
  },
  {
    name: 'action-retried',
    nodes: {
      flaky: { ...get('/flaky?fails=2', ['say']), retry: { maxAttempts: 3 } },
      say: log('ok'),
    },
  },
  {
    name: 'action-failed',
    ends: 'failure',
    nodes: { root: manual('bad', 'nap'), bad: refused(), nap: delay(60_000) },
  },
  {
    name: 'action-failed-and-caught',
    nodes: { bad: refused(['rescue']), rescue: get('/echo', [], { branch: 'error' }) },
  },
  {
    name: 'action-timed-out',
    nodes: {
      slow: { ...get('/slow', ['rescue']), timeoutMs: 1_000 },
      rescue: log('on', [], { branch: 'error' }),
    },
  },
  {
    name: 'local-actions',
    nodes: {
      hello: format(['match']),
      match: {
        type: 'regex',
        payload: { text: '{{hello.result.formatted}}', pattern: 'A(d)a' },
        children: ['end'],
      },
      end: log('end'),
    },
    payload: { name: 'Ada' },
  },
  {
    name: 'local-actions-side-by-side',
    nodes: { root: manual('a', 'b'), a: format(['c']), b: format(['d']), c: format(), d: format() },
    payload: { name: 'Ada' },
  },
  {
    name: 'local-action-failed-and-caught',
    nodes: {
      match: {
        type: 'regex',
        payload: { text: 'x', pattern: '{{$trigger.body.p}}' },
        children: ['rescue'],
      },
      rescue: log('on', [], { branch: 'error' }),
    },
    payload: { p: '(' },
  },
  {
    name: 'code-transform',
    nodes: {
      sum: {
        type: 'code-transform',
        payload: { code: 'function transform(input) { return input + 1; }', input: 2 },
        children: ['say'],
      },
      say: log('{{sum.result.output}}'),
    },
  },
  {
    name: 'send-webhook',
    nodes: {
      notify: {
        type: 'send-webhook',
        payload: { url: '{{$trigger.body.hook}}', body: { n: 1 } },
        children: [],
      },
    },
    payload: { hook: 'http://target/echo' },
  },
  {
    name: 'send-webhook-refused',
    nodes: {
      notify: {
        type: 'send-webhook',
        payload: { url: '{{$trigger.body.hook}}', body: { n: 1 } },
        children: [],
      },
    },
    payload: { hook: 'http://target/status?code=410' },
  },
];

const loops: RecordedScenario[] = [
  {
    name: 'for-each-of-actions',
    nodes: {
      loop: each(array(4), ['call'], ['end']),
      call: get('/echo?n={{$item}}', ['hello']),
      hello: format(),
      end: get('/echo?end'),
    },
  },
  {
    name: 'for-each-side-by-side',
    nodes: {
      outer: each(array(3), ['inner'], ['end'], { concurrency: 3 }),
      inner: each(array(2), ['call'], [], { concurrency: 2 }),
      call: post('/echo', 'n={{$item}}'),
      end: log('end'),
    },
  },
  {
    name: 'for-each-partial',
    ends: 'partial',
    nodes: {
      loop: each(array(3), ['check'], ['end'], { continueOnError: true }),
      check: check({ '{{$item}}': { $eq: 1 } }, ['bad', 'good']),
      bad: refused([], { branch: 'then' }),
      good: get('/echo', [], { branch: 'else' }),
      end: log('end'),
    },
  },
];

const waits: RecordedScenario[] = [
  {
    name: 'delay',
    nodes: { first: delay(0, ['nap']), nap: delay(1_000, ['call']), call: get('/echo') },
  },
  {
    name: 'wait-resumed',
    nodes: {
      hold: wait(['yes', 'late'], { timeoutMs: 30 * 86_400_000 }),
      yes: { ...get('/echo'), branch: 'resumed' },
      late,
    },
    resumes: [{ address: 'hold', payload: { by: 'Ada' }, when: 'twice' }],
  },
  {
    name: 'wait-resumed-early',
    nodes: { gate: wait(['hold']), hold: { ...wait(['yes']), branch: 'resumed' }, yes },
    resumes: [
      { address: 'hold', payload: { n: 2 }, when: 'early' },
      { address: 'gate', payload: { n: 1 }, when: 'waiting' },
    ],
  },
  {
    name: 'wait-resumed-by-all',
    nodes: { hold: wait(['yes'], { resumes: { names: ['ada', 'bob'], mode: 'all' } }), yes },
    resumes: [
      { address: 'hold', name: 'bob', payload: {}, when: 'waiting' },
      { address: 'hold', name: 'ada', payload: {}, when: 'waiting' },
    ],
  },
  {
    name: 'wait-timed-out',
    nodes: { hold: wait(['yes', 'late'], { timeoutMs: 1_000 }), yes, late },
  },
  {
    name: 'wait-timed-out-and-failed',
    ends: 'failure',
    nodes: { hold: wait(['yes'], { timeoutMs: 1_000 }), yes },
  },
  {
    name: 'wait-beside-an-action',
    nodes: {
      root: manual('hold', 'slow'),
      hold: wait(['yes']),
      yes,
      slow: get('/slow?ms=800', ['end']),
      end: log('end'),
    },
    resumes: [{ address: 'hold', payload: {}, when: 'waiting' }],
  },
  {
    name: 'waits-in-a-loop',
    nodes: {
      loop: each(array(3), ['hold'], ['end']),
      hold: wait(['yes', 'late'], { timeoutMs: 1_500 }),
      yes,
      late,
      end: log('end'),
    },
    resumes: [
      { address: 'loop[2]/hold', payload: {}, when: 'early' },
      { address: 'loop[0]/hold', payload: {}, when: 'waiting' },
    ],
  },
  {
    name: 'waits-more-than-timers',
    ends: 'cancelled',
    nodes: {
      outer: each(array(6), ['inner'], [], { concurrency: 6 }),
      inner: each(array(20), ['hold'], [], { concurrency: 20 }),
      hold: wait([]),
    },
    resumes: [{ address: 'outer[0]/inner[0]/hold', payload: {}, when: 'waiting' }],
    cancel: 'node_completed outer[0]/inner[0]/hold',
  },
];

const sleeping: CaseNodes = { hold: wait(['late'], { timeoutMs: 1_000 }), late };

const children: RecordedScenario[] = [
  {
    name: 'child-left-alone',
    nodes: { child: child({}, ['say']), say: log('on') },
    workflows: { child: sleeping },
  },
  {
    name: 'child-awaited',
    nodes: {
      child: child({ payload: { n: 1 }, waitForCompletion: true }, ['call']),
      call: get('/echo'),
    },
    workflows: {
      child: { ...sleeping, late: { ...late, children: ['call'] }, call: get('/echo') },
    },
  },
  {
    name: 'child-failed-and-caught',
    nodes: {
      child: child({ waitForCompletion: true }, ['rescue']),
      rescue: log('on', [], { branch: 'error' }),
    },
    workflows: { child: { bad: broken() } },
  },
  {
    name: 'child-cancelled-with-its-parent',
    ends: 'cancelled',
    nodes: { child: child({ waitForCompletion: true }) },
    workflows: { child: { hold: wait([]) } },
    cancel: 'node_waiting child',
  },
];

const ends: RecordedScenario[] = [
  {
    name: 'cancelled-asleep',
    ends: 'cancelled',
    nodes: { root: manual('nap', 'hold'), nap: delay(60_000), hold: wait([]) },
    cancel: 'node_waiting hold',
  },
  {
    name: 'cancelled-in-an-action',
    ends: 'cancelled',
    nodes: { root: manual('slow', 'hold'), slow: get('/slow'), hold: wait([]) },
    cancel: 'node_started slow',
  },
];

const variables: RecordedScenario[] = [
  {
    name: 'variables',
    variableDefs: [{ name: 'counter', type: 'number', lifetime: 'persist', default: 0 }],
    nodes: {
      loop: each(array(8), ['call'], ['end']),
      call: get('/echo?n={{$vars.counter}}', ['count']),
      count: set('counter', '{{$index}}'),
      end: log('{{$vars.counter}}'),
    },
    variables: CUT_OFTEN,
  },
];

const cuts: RecordedScenario[] = [
  {
    name: 'cut-in-a-loop',
    nodes: {
      loop: each(array(8), ['call'], ['end']),
      call: get('/echo?n={{$item}}'),
      end: log('end'),
    },
    variables: CUT_OFTEN,
  },
  {
    name: 'cut-with-all-open',
    nodes: {
      root: manual('hold', 'nap', 'child', 'loop'),
      hold: wait(['yes']),
      yes,
      nap: delay(2_500, ['call']),
      call: get('/echo?nap'),
      child: child({ waitForCompletion: true }, ['after']),
      after: log('{{child.result.runStatus}}'),
      loop: each(array(6), ['hello'], ['last'], { concurrency: 2 }),
      hello: post('/echo', 'n={{$item}}', ['inner']),
      inner: delay(100),
      last: wait(['done']),
      done: log('done', [], { branch: 'resumed' }),
    },
    workflows: { child: { hold: wait(['late'], { timeoutMs: 3_000 }), late } },
    resumes: [
      { address: 'last', payload: {}, when: 'early' },
      { address: 'hold', payload: {}, when: 'waiting' },
    ],
    variables: CUT_OFTEN,
  },
];

/** Made happen by a definition and by what comes from outside. */
export const RECORDED_SCENARIOS: readonly RecordedScenario[] = [
  ...actions,
  ...loops,
  ...waits,
  ...children,
  ...ends,
  ...variables,
  ...cuts,
];

/** Made happen by an operator, or by servers that are away. */
export const RECORDED_BY_HAND = [
  'run-retried',
  'run-reset',
  'database-away-in-a-delay',
  'database-away-at-a-timeout',
] as const;
export type RecordedByHand = (typeof RECORDED_BY_HAND)[number];
