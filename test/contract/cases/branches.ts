import type { ContractCase } from '../../support/contract-case';
import {
  check,
  delay,
  failed,
  get,
  log,
  logged,
  refused,
  SKIPPED,
  succeeded,
  SUCCESS,
} from './build';

const thenTaken = succeeded({ branch: 'then' }, 'then');
const elseTaken = succeeded({ branch: 'else' }, 'else');
const manual = (children: string[]) => ({ type: 'manual', payload: {}, children });

export const BRANCH_CASES: readonly ContractCase[] = [
  {
    name: 'inline siblings start in list order',
    row: 'siblings',
    nodes: {
      root: manual(['c', 'a', 'b']),
      a: log('a', ['d']),
      b: log('b'),
      c: log('c'),
      d: log('d'),
    },
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, c: SUCCESS, a: SUCCESS, b: SUCCESS, d: SUCCESS },
      order: ['c', 'a', 'b', 'd'],
    },
  },
  {
    name: 'a sibling that takes its time holds no other back',
    row: 'siblings',
    nodes: {
      root: manual(['nap', 'call', 'say']),
      nap: delay(1_500, ['last']),
      call: get('/echo', ['next']),
      say: log('at once'),
      next: log('{{call.result.status}}'),
      last: log('last'),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        nap: succeeded({ status: 'completed' }),
        call: SUCCESS,
        say: logged('at once'),
        next: logged('200'),
        last: SUCCESS,
      },
      order: ['nap', 'say', 'next', 'last'],
    },
  },
  {
    name: 'a node below two actions runs once, after both',
    row: 'several parents',
    nodes: {
      root: manual(['left', 'right']),
      left: get('/echo?left', ['join']),
      right: get('/echo?right', ['join']),
      join: get('/echo?join', ['say']),
      say: log('{{left.result.json.path}} {{right.result.json.path}}'),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        left: SUCCESS,
        right: SUCCESS,
        join: SUCCESS,
        say: logged('/echo?left /echo?right'),
      },
      hits: { 'GET /echo?left': 1, 'GET /echo?right': 1, 'GET /echo?join': 1 },
    },
  },
  {
    name: 'one reached parent is enough',
    row: 'several parents',
    nodes: {
      check: check({ '{{$trigger.body.n}}': { $gt: 5 } }, ['big', 'small']),
      big: log('big', ['join'], { branch: 'then' }),
      small: log('small', ['join'], { branch: 'else' }),
      join: log('{{small.result.message || big.result.message}}'),
    },
    payload: { n: 9 },
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, check: thenTaken, big: SUCCESS, small: SKIPPED, join: logged('big') },
    },
  },
  {
    name: 'without a reached parent it is skipped',
    row: 'several parents',
    nodes: {
      check: check({ '{{$trigger.body.n}}': { $gt: 5 } }, ['one', 'two', 'small']),
      one: log('1', ['join'], { branch: 'then' }),
      two: log('2', ['join'], { branch: 'then' }),
      small: log('small', [], { branch: 'else' }),
      join: log('join'),
    },
    payload: { n: 3 },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        check: elseTaken,
        one: SKIPPED,
        two: SKIPPED,
        small: SUCCESS,
        join: SKIPPED,
      },
    },
  },
  {
    name: 'a caught failure and a success lead to the same node',
    row: 'several parents',
    nodes: {
      root: manual(['bad', 'good']),
      bad: refused(['rescue']),
      rescue: log('rescue', ['join'], { branch: 'error' }),
      good: get('/echo', ['join']),
      join: log('join'),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        bad: failed('egress_refused', 'error'),
        rescue: SUCCESS,
        good: SUCCESS,
        join: SUCCESS,
      },
    },
  },
  {
    name: 'what is not reached is skipped, and so is what hangs below it alone',
    row: '`branch` on a child',
    nodes: {
      outer: check({ '{{$trigger.body.n}}': { $gt: 5 } }, ['inner', 'other']),
      inner: check({ '{{$trigger.body.n}}': { $gt: 1 } }, ['deep', 'deeper'], { branch: 'then' }),
      deep: log('deep', ['after'], { branch: 'then' }),
      deeper: log('deeper', [], { branch: 'else' }),
      other: log('other', ['after'], { branch: 'else' }),
      after: log('after'),
    },
    payload: { n: 3 },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        outer: elseTaken,
        inner: SKIPPED,
        deep: SKIPPED,
        deeper: SKIPPED,
        other: SUCCESS,
        after: SUCCESS,
      },
    },
  },
  {
    name: 'with several parents it is judged against the one that can have it',
    row: '`branch` on a child',
    nodes: {
      root: manual(['check', 'plain']),
      check: check({ '{{$trigger.body.n}}': { $gt: 5 } }, ['both', 'small']),
      plain: log('plain', ['both']),
      both: log('both', [], { branch: 'then' }),
      small: log('small', [], { branch: 'else' }),
    },
    payload: { n: 3 },
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, check: elseTaken, plain: SUCCESS, both: SUCCESS, small: SUCCESS },
    },
  },
  {
    name: 'an `error` child of a node that succeeds is skipped',
    row: '`branch` on a child',
    nodes: {
      fine: get('/echo', ['rescue', 'next']),
      rescue: log('rescue', ['below'], { branch: 'error' }),
      below: log('below'),
      next: log('next'),
    },
    expect: {
      status: 'success',
      nodes: { root: SUCCESS, fine: SUCCESS, rescue: SKIPPED, below: SKIPPED, next: SUCCESS },
    },
  },
];
