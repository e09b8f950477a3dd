import type { ContractCase } from '../../support/contract-case';
import {
  CANCELLED,
  check,
  delay,
  each,
  failed,
  get,
  log,
  logged,
  resumed,
  SKIPPED,
  succeeded,
  SUCCESS,
  wait,
} from './build';

const manual = (children: string[]) => ({ type: 'manual', payload: {}, children });
const YEAR_MS = 366 * 86_400_000;
const yes = (message = '{{hold.result.triggerResult.say}}') =>
  log(message, [], { branch: 'resumed' });
const late = log('late', [], { branch: 'timed_out' });

const waits: ContractCase[] = [
  {
    name: 'a resume takes the `resumed` branch with what it brings',
    nodes: { hold: wait(['yes', 'late']), yes: yes(), late },
    resumes: [{ address: 'hold', payload: { say: 'hello', deep: [{ a: null }] }, when: 'waiting' }],
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        hold: resumed({ say: 'hello', deep: [{ a: null }] }),
        yes: logged('hello'),
        late: SKIPPED,
      },
    },
  },
  {
    name: 'a timeout takes the `timed_out` branch when a child declares it',
    nodes: { hold: wait(['yes', 'late'], { timeoutMs: 1_000 }), yes: yes(), late },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        hold: succeeded({ status: 'timed_out', branch: 'timed_out', timeoutMs: 1000 }, 'timed_out'),
        yes: SKIPPED,
        late: SUCCESS,
      },
    },
  },
  {
    name: 'without a `timed_out` child a timeout fails the node',
    nodes: { hold: wait(['yes'], { timeoutMs: 1_000 }), yes: yes() },
    expect: {
      status: 'failure',
      error: { code: 'wait_timed_out', nodeId: 'hold', path: 'hold' },
      nodes: { root: SUCCESS, hold: failed('wait_timed_out') },
    },
  },
  {
    name: 'a resume before the wait is reached is kept',
    nodes: { gate: wait(['hold']), hold: { ...wait(['yes']), branch: 'resumed' }, yes: yes() },
    resumes: [
      { address: 'hold', payload: { say: 'early' }, when: 'early' },
      { address: 'gate', payload: {}, when: 'waiting' },
    ],
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        gate: resumed({}),
        hold: resumed({ say: 'early' }),
        yes: logged('early'),
      },
    },
  },
  {
    name: 'an early resume of a wait that is never reached changes nothing',
    nodes: {
      check: check({ '{{$trigger.body.n}}': { $gt: 5 } }, ['hold', 'other']),
      hold: { ...wait(['yes']), branch: 'then' },
      yes: yes(),
      other: { ...wait(['end']), branch: 'else' },
      end: log('end', [], { branch: 'resumed' }),
    },
    payload: { n: 1 },
    resumes: [{ address: 'other', payload: {}, when: 'waiting' }],
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        check: succeeded({ branch: 'else' }, 'else'),
        hold: SKIPPED,
        yes: SKIPPED,
        other: resumed({}),
        end: SUCCESS,
      },
    },
  },
  {
    name: 'a second resume changes nothing',
    nodes: {
      hold: wait(['next']),
      next: { ...wait(['yes']), branch: 'resumed' },
      yes: yes('{{hold.result.triggerResult.n}}{{next.result.triggerResult.n}}'),
    },
    resumes: [
      { address: 'hold', payload: { n: 1 }, when: 'twice' },
      { address: 'next', payload: { n: 2 }, when: 'twice' },
    ],
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        hold: resumed({ n: 1 }),
        next: resumed({ n: 2 }),
        yes: logged('12'),
      },
    },
  },
  {
    name: 'in a loop each iteration waits for its own, early and double resumes included',
    nodes: {
      each: each(['a', 'b', 'c'], ['hold'], ['done']),
      hold: wait(['yes']),
      yes: yes('{{$item}}{{hold.result.triggerResult.say}}'),
      done: log('done'),
    },
    resumes: [
      { address: 'each[2]/hold', payload: { say: 'early' }, when: 'early' },
      { address: 'each[0]/hold', payload: { say: 'first' }, when: 'twice' },
      { address: 'each[1]/hold', payload: { say: 'second' }, when: 'waiting' },
    ],
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        each: { status: 'success', result: { status: 'success', iterationCount: 3 } },
        'each[0]/hold': resumed({ say: 'first' }),
        'each[0]/yes': logged('afirst'),
        'each[1]/hold': resumed({ say: 'second' }),
        'each[1]/yes': logged('bsecond'),
        'each[2]/hold': resumed({ say: 'early' }),
        'each[2]/yes': logged('cearly'),
        done: SUCCESS,
      },
    },
  },
  {
    name: 'in a loop in a branch in a loop',
    nodes: {
      outer: each(['x', 'y'], ['check'], ['done']),
      check: check({ '{{$item}}': { $eq: 'y' } }, ['inner', 'skip']),
      inner: { ...each([1, 2], ['hold']), branch: 'then' },
      hold: wait(['yes', 'late'], { timeoutMs: 1_000 }),
      yes: yes('{{$parent_item}}{{$item}}{{hold.result.triggerResult.say}}'),
      late: log('{{$parent_item}}{{$item}} late', ['nap'], { branch: 'timed_out' }),
      nap: delay(3),
      skip: log('skip', [], { branch: 'else' }),
      done: log('done'),
    },
    resumes: [{ address: 'outer[1]/inner[0]/hold', payload: { say: '!' }, when: 'waiting' }],
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        outer: { status: 'success', result: { iterationCount: 2 } },
        'outer[0]/check': succeeded({ branch: 'else' }, 'else'),
        'outer[0]/inner': SKIPPED,
        'outer[0]/skip': SUCCESS,
        'outer[1]/check': succeeded({ branch: 'then' }, 'then'),
        'outer[1]/skip': SKIPPED,
        'outer[1]/inner': { status: 'success', result: { iterationCount: 2 } },
        'outer[1]/inner[0]/hold': resumed({ say: '!' }),
        'outer[1]/inner[0]/yes': logged('y1!'),
        'outer[1]/inner[0]/late': SKIPPED,
        'outer[1]/inner[0]/nap': SKIPPED,
        'outer[1]/inner[1]/hold': { status: 'success', branch: 'timed_out' },
        'outer[1]/inner[1]/yes': SKIPPED,
        'outer[1]/inner[1]/late': logged('y2 late'),
        'outer[1]/inner[1]/nap': SUCCESS,
        done: SUCCESS,
      },
    },
  },
  {
    name: 'siblings wait side by side, and are joined by both',
    nodes: {
      root: manual(['boss', 'hold']),
      boss: wait(['join']),
      hold: wait(['join']),
      join: log('{{boss.result.triggerResult.say}}{{hold.result.triggerResult.say}}', [], {
        branch: 'resumed',
      }),
    },
    resumes: [
      { address: 'hold', payload: { say: 'B' }, when: 'early' },
      { address: 'boss', payload: { say: 'A' }, when: 'waiting' },
    ],
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        boss: resumed({ say: 'A' }),
        hold: resumed({ say: 'B' }),
        join: logged('AB'),
      },
    },
  },
  {
    name: 'a resume while an action is in flight counts at once',
    nodes: {
      root: manual(['hold', 'slow']),
      hold: wait(['yes']),
      yes: yes(),
      slow: get('/slow?ms=800', ['end']),
      end: log('end'),
    },
    resumes: [{ address: 'hold', payload: { say: 'now' }, when: 'waiting' }],
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        hold: resumed({ say: 'now' }),
        yes: logged('now'),
        slow: SUCCESS,
        end: SUCCESS,
      },
    },
  },
  {
    name: 'any of the named resumes is enough',
    nodes: {
      hold: wait(['yes'], { resumes: { names: ['ada', 'bob'], mode: 'any' } }),
      yes: yes('{{hold.result.triggerResult.bob.ok}}'),
    },
    resumes: [{ address: 'hold', name: 'bob', payload: { ok: true }, when: 'twice' }],
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, hold: resumed({ bob: { ok: true } }), yes: logged('true') },
    },
  },
  {
    name: 'all of the named resumes, one of them early and one of them twice',
    nodes: {
      gate: wait(['hold']),
      hold: {
        ...wait(['yes'], { resumes: { names: ['ada', 'bob', 'cy'], mode: 'all' } }),
        branch: 'resumed',
      },
      yes: yes('done'),
    },
    resumes: [
      { address: 'hold', name: 'cy', payload: { n: 3 }, when: 'early' },
      { address: 'gate', payload: {}, when: 'waiting' },
      { address: 'hold', name: 'ada', payload: { n: 1 }, when: 'twice' },
      { address: 'hold', name: 'bob', payload: { n: 2 }, when: 'waiting' },
    ],
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        gate: resumed({}),
        hold: resumed({ ada: { n: 1 }, bob: { n: 2 }, cy: { n: 3 } }),
        yes: SUCCESS,
      },
    },
  },
  {
    name: 'two of three named resumes',
    nodes: {
      hold: wait(['yes'], { resumes: { names: ['ada', 'bob', 'cy'], mode: 2 } }),
      yes: yes('done'),
    },
    resumes: [
      { address: 'hold', name: 'cy', payload: { n: 3 }, when: 'waiting' },
      { address: 'hold', name: 'ada', payload: { n: 1 }, when: 'waiting' },
    ],
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, hold: resumed({ ada: { n: 1 }, cy: { n: 3 } }), yes: SUCCESS },
    },
  },
  {
    name: 'a timeout shows the named resumes that did come',
    nodes: {
      hold: wait(['yes', 'late'], {
        timeoutMs: 1_500,
        resumes: { names: ['ada', 'bob'], mode: 'all' },
      }),
      yes: yes('done'),
      late,
    },
    resumes: [{ address: 'hold', name: 'bob', payload: { n: 2 }, when: 'waiting' }],
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        hold: succeeded(
          {
            status: 'timed_out',
            branch: 'timed_out',
            timeoutMs: 1500,
            triggerResult: { bob: { n: 2 } },
          },
          'timed_out',
        ),
        yes: SKIPPED,
        late: SUCCESS,
      },
    },
  },
];

const longOnes: ContractCase[] = [
  {
    name: 'a wait of 366 days is resumed',
    nodes: { hold: wait(['yes'], { timeoutMs: YEAR_MS }), yes: yes() },
    resumes: [{ address: 'hold', payload: { say: 'at last' }, when: 'waiting' }],
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, hold: resumed({ say: 'at last' }), yes: logged('at last') },
    },
  },
  {
    name: 'a delay of 366 days is cancelled',
    nodes: { nap: delay(YEAR_MS, ['after']), after: log('after') },
    cancel: 'node_scheduled nap',
    expect: {
      status: 'cancelled',
      error: { code: 'cancelled' },
      nodes: { root: SUCCESS, nap: CANCELLED },
    },
  },
  {
    name: 'a delay computed to be longer fails',
    nodes: { nap: { type: 'delay', payload: { delayMs: '{{$trigger.body.ms}}' }, children: [] } },
    payload: { ms: YEAR_MS + 1 },
    expect: {
      status: 'failure',
      error: { code: 'invalid_input', nodeId: 'nap', path: 'nap' },
      nodes: { root: SUCCESS, nap: failed('invalid_input') },
    },
  },
];

const cancels: ContractCase[] = [
  {
    name: 'a cancel ends everything that is open, wherever it is',
    nodes: {
      root: manual(['nap', 'each', 'hold']),
      nap: delay(60_000, ['after']),
      after: log('after'),
      each: each([0, 1], ['inside'], [], { concurrency: 2 }),
      inside: wait([]),
      hold: wait([]),
    },
    cancel: 'node_waiting hold',
    expect: {
      status: 'cancelled',
      error: { code: 'cancelled' },
      nodes: {
        root: SUCCESS,
        nap: CANCELLED,
        each: CANCELLED,
        'each[0]/inside': CANCELLED,
        'each[1]/inside': CANCELLED,
        hold: CANCELLED,
      },
      output: {},
    },
  },
  {
    name: 'a cancel after a caught failure is a cancel',
    nodes: {
      bad: {
        type: 'convert-to-wei',
        payload: { amount: '{{root.result.no}}' },
        children: ['hold'],
      },
      hold: { ...wait([]), branch: 'error' },
    },
    cancel: 'node_waiting hold',
    expect: {
      status: 'cancelled',
      error: { code: 'cancelled' },
      nodes: { root: SUCCESS, bad: failed('invalid_input', 'error'), hold: CANCELLED },
    },
  },
];

export const WAIT_CASES: readonly ContractCase[] = [
  ...waits.map((one) => ({ ...one, row: '`wait`' })),
  ...longOnes.map((one) => ({ ...one, row: 'long waits' })),
  ...cancels,
];
