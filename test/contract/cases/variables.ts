import type { ContractCase } from '../../support/contract-case';
import {
  check,
  delay,
  each,
  failed,
  get,
  log,
  logged,
  refused,
  resumed,
  set,
  SKIPPED,
  succeeded,
  SUCCESS,
  wait,
} from './build';

const counter = { name: 'counter', type: 'number', lifetime: 'persist', default: 1 };
const names = { name: 'names', type: 'list', lifetime: 'reset', default: [] };

const wrote = (name: string, oldValue: number, newValue: number) =>
  succeeded({ name, scope: 'workflow', oldValue, newValue });

const cases: ContractCase[] = [
  {
    name: 'a variable is read at its default, and then as it was written',
    variableDefs: [counter, names],
    nodes: {
      before: log('{{$vars.counter}}', ['write']),
      write: set('counter', '{{$trigger.body.n}}', ['after']),
      after: log('{{$vars.counter}} {{write.result.oldValue}} {{$vars.names}}'),
    },
    payload: { n: 5 },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        before: logged('1'),
        write: wrote('counter', 1, 5),
        after: logged('5 1 []'),
      },
    },
  },
  {
    name: 'what is written survives waits, delays and cuts',
    variableDefs: [counter],
    nodes: {
      first: set('counter', 2, ['nap']),
      nap: delay(10, ['call']),
      call: get('/echo?n={{$vars.counter}}', ['second']),
      second: set('counter', 3, ['hold']),
      hold: wait(['say']),
      say: log('{{$vars.counter}} {{hold.result.triggerResult.ok}}', [], { branch: 'resumed' }),
    },
    resumes: [{ address: 'hold', payload: { ok: true }, when: 'waiting' }],
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        first: wrote('counter', 1, 2),
        nap: SUCCESS,
        call: succeeded({ json: { path: '/echo?n=2' } }),
        second: wrote('counter', 2, 3),
        hold: resumed({ ok: true }),
        say: logged('3 true'),
      },
      hits: { 'GET /echo?n=2': 1 },
    },
  },
  {
    name: 'each iteration of a loop reads what the one before has written',
    variableDefs: [names],
    nodes: {
      each: each(['a', 'b', 'c'], ['call'], ['say']),
      call: get('/echo', ['write']),
      write: set('names', ['{{$item}}', '{{$vars.names}}']),
      say: log('{{$vars.names}}'),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        each: SUCCESS,
        ...Object.fromEntries(
          [0, 1, 2].flatMap((index) => [
            [`each[${index}]/call`, SUCCESS],
            [`each[${index}]/write`, SUCCESS],
          ]),
        ),
        say: logged('["c",["b",["a",[]]]]'),
      },
    },
  },
  {
    name: 'a variable decides, and is not written where nothing leads',
    variableDefs: [counter],
    nodes: {
      check: check({ '{{$vars.counter}}': { $lt: 2 } }, ['yes', 'no']),
      yes: set('counter', 10, ['say'], { branch: 'then' }),
      no: set('counter', 20, ['say'], { branch: 'else' }),
      say: log('{{$vars.counter}}'),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        check: succeeded({ branch: 'then' }, 'then'),
        yes: wrote('counter', 1, 10),
        no: SKIPPED,
        say: logged('10'),
      },
    },
  },
  {
    name: 'a value of another type is refused, and what was there stays',
    variableDefs: [counter],
    nodes: {
      write: set('counter', '{{$trigger.body.n}}', ['rescue']),
      rescue: log('{{$vars.counter}} {{write.error.code}}', [], { branch: 'error' }),
    },
    payload: { n: '5' },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        write: failed('invalid_input', 'error'),
        rescue: logged('1 invalid_input'),
      },
    },
  },
  {
    name: 'what a run has written stays written when it fails',
    variableDefs: [counter],
    nodes: { write: set('counter', 2, ['bad']), bad: refused() },
    expect: {
      status: 'failure',
      error: { code: 'egress_refused', nodeId: 'bad', path: 'bad' },
      nodes: { root: SUCCESS, write: wrote('counter', 1, 2), bad: failed('egress_refused') },
    },
  },
];

export const VARIABLE_CASES: readonly ContractCase[] = cases.map((one) => ({
  ...one,
  row: 'variables',
}));
