import type { ContractCase } from '../../support/contract-case';
import {
  broken,
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

const loops: ContractCase[] = [
  {
    name: 'the items one after another, in order',
    nodes: {
      each: each('{{$trigger.body.items}}', ['call'], ['done']),
      call: get('/echo?item={{$item}}', ['say']),
      say: log('{{$index}}:{{call.result.json.path}}'),
      done: log('{{each.result.iterationCount}} {{each.result.lastAdvancedIteration}}'),
    },
    payload: { items: ['a', 'b', 'c'] },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        each: { status: 'success', result: { status: 'success', iterationCount: 3 } },
        'each[0]/call': SUCCESS,
        'each[0]/say': logged('0:/echo?item=a'),
        'each[1]/call': SUCCESS,
        'each[1]/say': logged('1:/echo?item=b'),
        'each[2]/call': SUCCESS,
        'each[2]/say': logged('2:/echo?item=c'),
        done: logged('3 2'),
      },
      order: ['each[0]/call', 'each[0]/say', 'each[1]/call', 'each[1]/say', 'each[2]/call'],
    },
  },
  {
    name: 'an empty array is success with 0 iterations',
    nodes: {
      each: each('{{$trigger.body.items}}', ['say'], ['done']),
      say: log('x'),
      done: log('done'),
    },
    payload: { items: [] },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        each: succeeded({
          status: 'success',
          iterations: [],
          iterationCount: 0,
          lastAdvancedIteration: -1,
        }),
        done: SUCCESS,
      },
    },
  },
  {
    name: 'a failing body stops it',
    nodes: {
      each: each([0, 1, 2], ['only'], ['done']),
      only: check({ '{{$index}}': { $eq: 1 } }, ['bad', 'fine']),
      bad: broken([], { branch: 'then' }),
      fine: log('fine', [], { branch: 'else' }),
      done: log('done'),
    },
    expect: {
      status: 'failure',
      error: { code: 'invalid_input', nodeId: 'bad', path: 'each[1]/bad' },
      nodes: {
        root: SUCCESS,
        each: failed('invalid_input'),
        'each[0]/only': succeeded({ branch: 'else' }, 'else'),
        'each[0]/bad': SKIPPED,
        'each[0]/fine': SUCCESS,
        'each[1]/only': succeeded({ branch: 'then' }, 'then'),
        'each[1]/bad': failed('invalid_input'),
      },
    },
  },
  {
    name: 'more items than a loop may have',
    nodes: { each: each('{{$trigger.body.items}}', ['say']), say: log('x') },
    payload: { items: Array.from({ length: 101 }, (_, index) => index) },
    expect: {
      status: 'failure',
      error: { code: 'too_many_iterations', nodeId: 'each', path: 'each' },
      nodes: { root: SUCCESS, each: failed('too_many_iterations') },
    },
  },
  {
    name: 'loops in loops read the items around them',
    nodes: {
      orders: each('{{$trigger.body.orders}}', ['lines'], ['done']),
      lines: each('{{$item.lines}}', ['show']),
      show: log(
        '{{$parent_item.id}}/{{$index}}/{{$parent_index}}:{{$item}} {{$for.orders.item.id}}',
      ),
      done: log('done'),
    },
    payload: {
      orders: [
        { id: 'A', lines: ['x', 'y'] },
        { id: 'B', lines: ['z'] },
      ],
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        orders: { status: 'success', result: { iterationCount: 2 } },
        'orders[0]/lines': { status: 'success', result: { iterationCount: 2 } },
        'orders[0]/lines[0]/show': logged('A/0/0:x A'),
        'orders[0]/lines[1]/show': logged('A/1/0:y A'),
        'orders[1]/lines': { status: 'success', result: { iterationCount: 1 } },
        'orders[1]/lines[0]/show': logged('B/0/1:z B'),
        done: SUCCESS,
      },
    },
  },
  {
    name: 'with `concurrency` several iterations are under way at once',
    nodes: {
      each: each(['a', 'b', 'c', 'd'], ['hold'], ['done'], { concurrency: 3 }),
      hold: wait(['say']),
      say: log('{{$item}}{{hold.result.triggerResult.n}}', [], { branch: 'resumed' }),
      done: log('done'),
    },
    resumes: [0, 1, 2, 3].map((n) => ({
      address: `each[${n}]/hold`,
      payload: { n },
      when: 'waiting' as const,
    })),
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        each: { status: 'success', result: { status: 'success', iterationCount: 4 } },
        'each[0]/hold': resumed({ n: 0 }),
        'each[0]/say': logged('a0'),
        'each[1]/hold': resumed({ n: 1 }),
        'each[1]/say': logged('b1'),
        'each[2]/hold': resumed({ n: 2 }),
        'each[2]/say': logged('c2'),
        'each[3]/hold': resumed({ n: 3 }),
        'each[3]/say': logged('d3'),
        done: SUCCESS,
      },
      order: ['each[0]/hold', 'each[1]/hold', 'each[2]/hold', 'each[3]/hold'],
    },
  },
  {
    name: 'with `concurrency` the results stand in the order of the items',
    nodes: {
      each: each([40, 1, 20], ['nap'], ['say'], { concurrency: 3 }),
      nap: { type: 'delay', payload: { delayMs: '{{$item}}' }, children: ['mark'] },
      mark: log('{{$item}}'),
      say: log(
        '{{each.result.iterations.0.mark.result.message}} {{each.result.iterations.1.mark.result.message}} {{each.result.iterations.2.mark.result.message}}',
      ),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        each: { status: 'success', result: { status: 'success', iterationCount: 3 } },
        ...Object.fromEntries(
          [40, 1, 20].flatMap((item, index) => [
            [`each[${index}]/nap`, SUCCESS],
            [`each[${index}]/mark`, logged(String(item))],
          ]),
        ),
        say: logged('40 1 20'),
      },
    },
  },
];

const partials: ContractCase[] = [
  {
    name: 'with `continueOnError` the loop goes on and is partial, and so is the run',
    nodes: {
      each: each('{{$trigger.body.amounts}}', ['turn'], ['done'], { continueOnError: true }),
      turn: { type: 'convert-to-wei', payload: { amount: '{{$item}}', decimals: 1 }, children: [] },
      done: log('{{each.result.status}}'),
    },
    payload: { amounts: ['1', 'x', '2'] },
    expect: {
      status: 'partial',
      nodes: {
        root: SUCCESS,
        each: {
          status: 'partial',
          result: {
            status: 'partial',
            iterationCount: 3,
            lastAdvancedIteration: 2,
            iterations: [
              { turn: { status: 'success', result: { wei: '10' } } },
              { turn: { status: 'failure', error: { code: 'invalid_input' } } },
              { turn: { status: 'success', result: { wei: '20' } } },
            ],
          },
        },
        'each[0]/turn': succeeded({ wei: '10' }),
        'each[1]/turn': failed('invalid_input'),
        'each[2]/turn': succeeded({ wei: '20' }),
        done: logged('partial'),
      },
      output: { done: { message: 'partial' } },
    },
  },
  {
    name: 'a loop in a loop makes the run partial',
    nodes: {
      outer: each([0, 1], ['inner'], ['done']),
      inner: each([0], ['bad'], [], { continueOnError: true }),
      bad: broken(),
      done: log('{{outer.result.status}}'),
    },
    expect: {
      status: 'partial',
      nodes: {
        root: SUCCESS,
        outer: { status: 'success', result: { status: 'success', iterationCount: 2 } },
        'outer[0]/inner': { status: 'partial' },
        'outer[0]/inner[0]/bad': failed('invalid_input'),
        'outer[1]/inner': { status: 'partial' },
        'outer[1]/inner[0]/bad': failed('invalid_input'),
        done: logged('success'),
      },
    },
  },
  {
    name: 'an uncaught failure after a partial loop is a failure',
    nodes: {
      each: each([0], ['bad'], ['nap'], { continueOnError: true }),
      bad: broken(),
      nap: delay(1, ['worse']),
      worse: broken(),
    },
    expect: {
      status: 'failure',
      error: { code: 'invalid_input', nodeId: 'worse', path: 'worse' },
      nodes: {
        root: SUCCESS,
        each: { status: 'partial' },
        'each[0]/bad': failed('invalid_input'),
        nap: SUCCESS,
        worse: failed('invalid_input'),
      },
    },
  },
];

export const LOOP_CASES: readonly ContractCase[] = [
  ...loops.map((one) => ({ ...one, row: '`for-each`' })),
  ...partials.map((one) => ({ ...one, row: 'run `partial`' })),
];
