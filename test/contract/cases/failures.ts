import type { ContractCase } from '../../support/contract-case';
import {
  broken,
  CANCELLED,
  delay,
  each,
  failed,
  get,
  log,
  logged,
  post,
  refused,
  SKIPPED,
  succeeded,
  SUCCESS,
  wait,
} from './build';

const manual = (children: string[]) => ({ type: 'manual', payload: {}, children });
const ONCE_MORE = { retry: { maxAttempts: 2, initialIntervalMs: 1 } };

const fails: ContractCase[] = [
  {
    name: 'an `error` child catches it and reads why',
    nodes: {
      bad: refused(['rescue', 'fine']),
      rescue: log('{{$nodes.bad.error.code}} at {{$nodes.bad.error.path}}', ['on'], {
        branch: 'error',
      }),
      fine: log('fine'),
      on: log('on'),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        bad: failed('egress_refused', 'error'),
        rescue: logged('egress_refused at bad'),
        fine: SKIPPED,
        on: SUCCESS,
      },
      output: { on: { message: 'on' } },
    },
  },
  {
    name: 'an `error` child catches a result that is too large for the run',
    nodes: {
      first: get('/large?bytes=4500000', ['second']),
      second: get('/large?bytes=4500000', ['rescue', 'fine']),
      rescue: log('{{$nodes.second.error.code}}', ['on'], { branch: 'error' }),
      fine: log('fine'),
      on: get('/echo'),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        first: SUCCESS,
        second: failed('run_output_too_large', 'error'),
        rescue: logged('run_output_too_large'),
        fine: SKIPPED,
        on: SUCCESS,
      },
      hits: { 'GET /large?bytes=4500000': 2, 'GET /echo': 1 },
    },
  },
  {
    name: 'uncaught, nothing new starts, and waits and timers are cancelled',
    nodes: {
      root: manual(['hold', 'nap', 'bad']),
      hold: wait(['yes']),
      yes: log('yes', [], { branch: 'resumed' }),
      nap: delay(60_000, ['later']),
      later: log('later'),
      bad: refused(['never']),
      never: log('never'),
    },
    expect: {
      status: 'failure',
      error: { code: 'egress_refused', nodeId: 'bad', path: 'bad' },
      nodes: { root: SUCCESS, hold: CANCELLED, nap: CANCELLED, bad: failed('egress_refused') },
      output: {},
    },
  },
  {
    name: 'uncaught, an action in flight finishes, and nothing follows it',
    nodes: {
      root: manual(['bad', 'slow']),
      bad: refused(),
      slow: get('/slow?ms=1500', ['never']),
      never: log('never'),
    },
    expect: {
      status: 'failure',
      error: { code: 'egress_refused', nodeId: 'bad', path: 'bad' },
      nodes: {
        root: SUCCESS,
        bad: failed('egress_refused'),
        slow: { status: 'success', result: { status: 200, json: { slept: 1500 } } },
      },
    },
  },
  {
    name: 'in a loop in a loop, the run names the node and its iterations',
    nodes: {
      outer: each(['a', 'b'], ['inner'], ['done']),
      inner: each('{{$trigger.body.amounts}}', ['turn']),
      turn: { type: 'convert-to-wei', payload: { amount: '{{$item}}' }, children: [] },
      done: log('done'),
    },
    payload: { amounts: ['1', 'x'] },
    expect: {
      status: 'failure',
      error: { code: 'invalid_input', nodeId: 'turn', path: 'outer[0]/inner[1]/turn' },
      nodes: {
        root: SUCCESS,
        outer: failed('invalid_input'),
        'outer[0]/inner': failed('invalid_input'),
        'outer[0]/inner[0]/turn': succeeded({ wei: '1000000000000000000' }),
        'outer[0]/inner[1]/turn': failed('invalid_input'),
      },
    },
  },
  {
    name: 'caught inside a loop, the iteration goes on',
    nodes: {
      each: each([0, 1], ['bad']),
      bad: broken(['rescue']),
      rescue: log('{{$index}} {{$nodes.bad.error.code}}', [], { branch: 'error' }),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        each: { status: 'success', result: { status: 'success', iterationCount: 2 } },
        'each[0]/bad': failed('invalid_input', 'error'),
        'each[0]/rescue': logged('0 invalid_input'),
        'each[1]/bad': failed('invalid_input', 'error'),
        'each[1]/rescue': logged('1 invalid_input'),
      },
    },
  },
  {
    name: 'an `error` child of a loop catches what failed in it',
    nodes: {
      each: each([0, 1], ['bad'], ['rescue', 'done']),
      bad: broken(),
      rescue: log('{{$nodes.each.error.path}}', [], { branch: 'error' }),
      done: log('done'),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        each: failed('invalid_input', 'error'),
        'each[0]/bad': failed('invalid_input'),
        rescue: logged('each[0]/bad'),
        done: SKIPPED,
      },
    },
  },
  {
    name: 'a rescue that fails is a failure of its own',
    nodes: {
      bad: refused(['rescue']),
      rescue: broken(['never'], { branch: 'error' }),
      never: log('never'),
    },
    expect: {
      status: 'failure',
      error: { code: 'invalid_input', nodeId: 'rescue', path: 'rescue' },
      nodes: {
        root: SUCCESS,
        bad: failed('egress_refused', 'error'),
        rescue: failed('invalid_input'),
      },
    },
  },
  {
    name: 'in one iteration, it cancels the waits of that iteration alone',
    nodes: {
      root: manual(['outside', 'each']),
      outside: wait(['yes']),
      yes: log('yes', [], { branch: 'resumed' }),
      each: each([0], ['inside', 'bad'], ['after'], { continueOnError: true }),
      inside: wait([]),
      bad: broken(),
      after: log('after'),
    },
    resumes: [{ address: 'outside', payload: { ok: true }, when: 'waiting' }],
    expect: {
      status: 'partial',
      nodes: {
        root: SUCCESS,
        outside: { status: 'success', branch: 'resumed' },
        yes: SUCCESS,
        each: { status: 'partial', result: { status: 'partial', iterationCount: 1 } },
        'each[0]/inside': CANCELLED,
        'each[0]/bad': failed('invalid_input'),
        after: SUCCESS,
      },
    },
  },
];

const retries: ContractCase[] = [
  {
    name: 'what has no side effects is tried three times',
    nodes: { call: get('/flaky?fails=2', [], { retry: { initialIntervalMs: 1 } }) },
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, call: succeeded({ status: 200, json: { calls: 3 } }) },
      hits: { 'GET /flaky?fails=2': 3 },
    },
  },
  {
    name: 'what may have side effects is tried once',
    nodes: { call: post('/flaky?fails=2', 'x') },
    expect: {
      status: 'failure',
      error: { code: 'http_connection_lost', nodeId: 'call', path: 'call' },
      nodes: { root: SUCCESS, call: failed('http_connection_lost') },
      hits: { 'POST /flaky?fails=2': 1 },
    },
  },
  {
    name: 'a node may ask for more attempts',
    nodes: { call: { ...post('/flaky?fails=1', 'x'), ...ONCE_MORE } },
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, call: succeeded({ status: 200, json: { calls: 2 } }) },
      hits: { 'POST /flaky?fails=1': 2 },
    },
  },
  {
    name: 'a node may ask for fewer attempts',
    nodes: {
      call: get('/close', ['rescue'], ONCE_MORE),
      rescue: log('!', [], { branch: 'error' }),
    },
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, call: failed('http_connection_lost', 'error'), rescue: SUCCESS },
      hits: { 'GET /close': 2 },
    },
  },
  {
    name: 'what a repeat can not mend is not repeated',
    nodes: { call: refused([], { retry: { maxAttempts: 5, initialIntervalMs: 60_000 } }) },
    expect: {
      status: 'failure',
      error: { code: 'egress_refused', nodeId: 'call', path: 'call' },
      nodes: { root: SUCCESS, call: failed('egress_refused') },
    },
  },
  {
    name: 'an answer with an error status is an answer',
    nodes: { call: get('/status?code=503', ['say']), say: log('{{call.result.status}}') },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        call: succeeded({ status: 503, statusText: 'Service Unavailable', json: { code: 503 } }),
        say: logged('503'),
      },
      hits: { 'GET /status?code=503': 1 },
    },
  },
  {
    name: '`timeoutMs` bounds all attempts together',
    nodes: {
      call: get('/slow', ['rescue'], { timeoutMs: 700 }),
      rescue: log('{{$nodes.call.error.code}}', [], { branch: 'error' }),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        call: failed('action_timeout', 'error'),
        rescue: logged('action_timeout'),
      },
    },
  },
  {
    name: 'an action has a time limit of its own',
    nodes: {
      call: {
        type: 'http-request',
        // The connection is within it, and both requests must arrive: 200 ms were too little on a busy machine.
        payload: { url: 'http://target/slow', method: 'GET', timeout: 1_000 },
        children: [],
        ...ONCE_MORE,
      },
    },
    expect: {
      status: 'failure',
      error: { code: 'http_timeout', nodeId: 'call', path: 'call' },
      nodes: { root: SUCCESS, call: failed('http_timeout') },
      hits: { 'GET /slow': 2 },
    },
  },
  {
    name: 'every iteration has its own attempts',
    nodes: {
      each: each([1, 2], ['call']),
      call: get('/flaky?fails=1&item={{$item}}', [], ONCE_MORE),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        each: { status: 'success', result: { status: 'success', iterationCount: 2 } },
        'each[0]/call': succeeded({ json: { calls: 2 } }),
        'each[1]/call': succeeded({ json: { calls: 2 } }),
      },
      hits: { 'GET /flaky?fails=1&item=1': 2, 'GET /flaky?fails=1&item=2': 2 },
    },
  },
];

export const FAILURE_CASES: readonly ContractCase[] = [
  ...fails.map((one) => ({ ...one, row: 'a node fails' })),
  ...retries.map((one) => ({ ...one, row: 'retry of an action' })),
];
