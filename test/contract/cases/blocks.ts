import type { JsonObject } from '../../../definition/json';
import type { ContractCase } from '../../support/contract-case';
import {
  check,
  each,
  failed,
  get,
  log,
  logged,
  refused,
  resumed,
  SKIPPED,
  SUCCESS,
  succeeded,
  wait,
} from './build';

function use(
  name: string,
  inputs: JsonObject,
  children: string[] = [],
  more: JsonObject = {},
): JsonObject {
  return { type: 'block', payload: { blockId: `<block:${name}>`, inputs }, children, ...more };
}

const call: JsonObject = {
  inputSchema: [{ key: 'n', type: 'number', required: true }, { key: 'word' }],
  nodes: {
    fetch: get('/echo?n={{$inputs.n}}', ['say']),
    say: log('{{fetch.result.json.path}} {{$inputs.word || "none"}}'),
  },
  outputSchema: [
    { key: 'path', sourceNode: 'fetch', sourceField: 'json.path' },
    { key: 'said', sourceNode: 'say' },
  ],
};

const approval: JsonObject = {
  inputSchema: [{ key: 'who' }],
  nodes: {
    hold: wait(['yes']),
    yes: log('{{$inputs.who}}: {{hold.result.triggerResult.ok}}', [], { branch: 'resumed' }),
  },
  outputSchema: [{ key: 'ok', sourceNode: 'hold', sourceField: 'triggerResult.ok' }],
};

const nested: JsonObject = {
  inputSchema: [{ key: 'list', type: 'array' }],
  nodes: {
    loop: each('{{$inputs.list}}', ['inner'], ['after']),
    inner: use('call', { n: '{{$item}}', word: '{{$index}}' }),
    after: log('{{loop.result.iterationCount}}'),
  },
  outputSchema: [{ key: 'count', sourceNode: 'loop', sourceField: 'iterationCount' }],
};

const broken: JsonObject = {
  nodes: { before: log('before', ['bad']), bad: refused(['never']), never: log('never') },
};

/** What the nodes of a `call` came to. */
function called(at: string, n: number, word: string): ContractCase['expect']['nodes'] {
  const path = `/echo?n=${n}`;
  return {
    [`${at}__inputs`]: succeeded({ n }),
    [`${at}__fetch`]: succeeded({ json: { path } }),
    [`${at}__say`]: logged(`${path} ${word}`),
    [at]: succeeded({ path, said: { message: `${path} ${word}`, loggedAt: '<time>' } }),
  };
}

const cases: ContractCase[] = [
  {
    name: 'a block takes its inputs and gives its outputs',
    blocks: { call },
    nodes: {
      use: use('call', { n: '{{$trigger.body.n}}', word: 'a {{$trigger.body.word}}' }, ['after']),
      after: log('{{use.result.path}} {{$nodes.use.result.said.message}} {{use.payload.inputs.n}}'),
    },
    payload: { n: 5, word: '{{x}}' },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        ...called('use', 5, 'a {{x}}'),
        after: logged('/echo?n=5 /echo?n=5 a {{x}} 5'),
      },
      hits: { 'GET /echo?n=5': 1 },
    },
  },
  {
    name: 'a block in the branch that is taken, and one in the other',
    blocks: { call },
    nodes: {
      check: check({ '{{$trigger.body.n}}': { $gt: 3 } }, ['yes', 'no']),
      yes: use('call', { n: 1 }, ['after'], { branch: 'then' }),
      no: use('call', { n: 2 }, ['after'], { branch: 'else' }),
      after: log('{{yes.result.path}} {{no.result.path || "no"}}'),
    },
    payload: { n: 5 },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        check: succeeded({ branch: 'then' }, 'then'),
        ...called('yes', 1, 'none'),
        ...{ no__inputs: SKIPPED, no__fetch: SKIPPED, no__say: SKIPPED, no: SKIPPED },
        after: logged('/echo?n=1 no'),
      },
      hits: { 'GET /echo?n=1': 1 },
    },
  },
  {
    name: 'a block in each iteration of a loop',
    blocks: { call },
    nodes: {
      each: each([1, 2], ['use']),
      use: use('call', { n: '{{$item}}', word: '{{$index}}' }, ['after']),
      after: log('{{use.result.path}}'),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        each: SUCCESS,
        ...called('each[0]/use', 1, '0'),
        ...called('each[1]/use', 2, '1'),
        'each[0]/after': logged('/echo?n=1'),
        'each[1]/after': logged('/echo?n=2'),
      },
      hits: { 'GET /echo?n=1': 1, 'GET /echo?n=2': 1 },
    },
  },
  {
    name: 'a block in a loop of a block',
    blocks: { call, nested },
    nodes: {
      use: use('nested', { list: '{{$trigger.body.list}}' }, ['say']),
      say: log('{{use.result.count}}'),
    },
    payload: { list: [7, 8] },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        use__inputs: succeeded({ list: [7, 8] }),
        use__loop: SUCCESS,
        ...called('use__loop[0]/use__inner', 7, '0'),
        ...called('use__loop[1]/use__inner', 8, '1'),
        use__after: logged('2'),
        use: succeeded({ count: 2 }),
        say: logged('2'),
      },
      hits: { 'GET /echo?n=7': 1, 'GET /echo?n=8': 1 },
    },
  },
  {
    name: 'a wait in a block is resumed by its address',
    blocks: { approval },
    nodes: {
      first: use('approval', { who: 'Ada' }, ['second']),
      second: use('approval', { who: 'Bob' }, ['say']),
      say: log('{{first.result.ok}} {{second.result.ok}}'),
    },
    resumes: [
      { address: 'first__hold', payload: { ok: 1 }, when: 'waiting' },
      { address: 'second__hold', payload: { ok: 2 }, when: 'early' },
    ],
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        first__inputs: SUCCESS,
        first__hold: resumed({ ok: 1 }),
        first__yes: logged('Ada: 1'),
        first: succeeded({ ok: 1 }),
        second__inputs: SUCCESS,
        second__hold: resumed({ ok: 2 }),
        second__yes: logged('Bob: 2'),
        second: succeeded({ ok: 2 }),
        say: logged('1 2'),
      },
    },
  },
  {
    name: 'what fails in a block ends the run',
    blocks: { broken },
    nodes: { use: use('broken', {}, ['after']), after: log('after') },
    expect: {
      status: 'failure',
      error: { code: 'egress_refused', nodeId: 'use__bad', path: 'use__bad' },
      nodes: {
        root: SUCCESS,
        use__inputs: SUCCESS,
        use__before: logged('before'),
        use__bad: failed('egress_refused'),
      },
    },
  },
  {
    name: 'what fails in a block is caught below it',
    blocks: { broken },
    nodes: {
      use: use('broken', {}, ['after', 'rescue']),
      after: log('after'),
      rescue: log('{{use.error.code}} {{use.error.nodeId}}', [], { branch: 'error' }),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        use__inputs: SUCCESS,
        use__before: logged('before'),
        use__bad: failed('egress_refused'),
        use__never: SKIPPED,
        use: failed('egress_refused', 'error'),
        after: SKIPPED,
        rescue: logged('egress_refused use__bad'),
      },
    },
  },
  {
    name: 'nodes of a block that come in their places read their inputs',
    nodes: {
      b_fetch: get('/echo?n={{$inputs.n}}', ['b_say'], {
        blockContext: { blockNodeId: 'b', inputMapping: { n: '{{$trigger.body.n}}' } },
      }),
      b_say: log('{{$inputs.text}} {{$inputs.all}}', ['after'], {
        blockContext: {
          blockNodeId: 'b',
          inputMapping: { text: 'n={{b_fetch.result.json.path}}', all: ['{{$trigger.body.n}}'] },
        },
      }),
      after: log('{{$inputs.n}}'),
    },
    payload: { n: 5 },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        b_fetch: succeeded({ json: { path: '/echo?n=5' } }),
        b_say: logged('n=/echo?n=5 [5]'),
        after: logged('5'),
      },
      hits: { 'GET /echo?n=5': 1 },
    },
  },
];

export const BLOCK_CASES: readonly ContractCase[] = cases.map((one) => ({ ...one, row: 'blocks' }));
