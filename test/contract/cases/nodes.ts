import type { Json, JsonObject } from '../../../definition/json';
import type { CaseNodes, CaseResume, NodeExpectation } from '../../support/contract-case';

/** One node type, as the matrix puts it into every context. Its id is `it`. */
export interface NodeUnderTest {
  type: string;
  payload: JsonObject;
  /** Fields of the node beside type and payload. */
  fields?: JsonObject;
  /** The branch its follower declares. */
  follows?: string;
  /** Nodes that belong to it. */
  more?: CaseNodes;
  result: Json;
  branch?: string;
  /** What its own nodes come to, by address below it. */
  below?: Record<string, NodeExpectation>;
  workflows?: Record<string, CaseNodes>;
  resume?: CaseResume['payload'];
  /** A payload with which it fails, and the code of the error. */
  fails: { payload: JsonObject; code: string };
  /** For nodes that take time: how it is cancelled while it works, and what becomes of its nodes. */
  cancelled?: {
    payload?: JsonObject;
    more?: CaseNodes;
    on: string;
    below?: Record<string, NodeExpectation>;
  };
}

const BIG = '{{$trigger.body.big}}';

/** What every run of the matrix is given. */
export const PAYLOAD: JsonObject = {
  n: 7,
  rows: [{ n: 1 }, { n: 2 }, { n: 3 }],
  word: 'soon',
  words: ['a', 'b'],
  pattern: '(',
  amount: '1.5',
  wei: '1500000000000000000',
  hook: 'http://target/hook',
  plain: 'http://example.com/x',
  private: 'http://10.0.0.1/',
  big: 'x'.repeat(60_000),
};

const WAIT: JsonObject = { timeoutMs: 60_000, triggerType: 'manual', triggerConfig: {} };

export const NODES: readonly NodeUnderTest[] = [
  {
    type: 'if',
    payload: { condition: { $and: [{ '{{$trigger.body.n}}': { $gt: 5 } }] } },
    follows: 'then',
    result: { branch: 'then' },
    branch: 'then',
    fails: {
      payload: { condition: { $and: [{ [BIG.repeat(20)]: { $eq: 1 } }] } },
      code: 'expression_output_too_large',
    },
  },
  {
    type: 'for-each',
    payload: { array: '{{$trigger.body.words}}' },
    fields: { loopBody: ['inner'] },
    more: { inner: { type: 'log', payload: { message: '{{$index}}:{{$item}}' }, children: [] } },
    result: {
      status: 'success',
      iterationCount: 2,
      lastAdvancedIteration: 1,
      iterations: [
        { inner: { status: 'success', result: { message: '0:a', loggedAt: '<time>' } } },
        { inner: { status: 'success', result: { message: '1:b', loggedAt: '<time>' } } },
      ],
    },
    below: {
      '[0]/inner': { status: 'success', result: { message: '0:a' } },
      '[1]/inner': { status: 'success', result: { message: '1:b' } },
    },
    fails: { payload: { array: '{{$trigger.body.missing}}' }, code: 'invalid_input' },
    cancelled: {
      more: { inner: { type: 'wait', payload: WAIT, children: [] } },
      on: 'node_waiting it[0]/inner',
      below: { '[0]/inner': { status: 'cancelled' } },
    },
  },
  {
    type: 'filter',
    payload: { array: '{{$trigger.body.rows}}', filter: { $and: [{ n: { $gte: 2 } }] } },
    result: { filtered: [{ n: 2 }, { n: 3 }] },
    fails: {
      payload: { array: '{{$trigger.body.missing}}', filter: { $and: [{ n: { $gte: 2 } }] } },
      code: 'invalid_input',
    },
  },
  {
    type: 'pluck',
    payload: { array: '{{$trigger.body.rows}}', field: 'n' },
    result: { values: [1, 2, 3] },
    fails: { payload: { array: '{{$trigger.body.word}}', field: 'n' }, code: 'invalid_input' },
  },
  {
    type: 'delay',
    payload: { delayMs: 5 },
    result: { status: 'completed' },
    fails: { payload: { delayMs: '{{$trigger.body.word}}' }, code: 'invalid_input' },
    cancelled: { payload: { delayMs: 60_000 }, on: 'node_scheduled it' },
  },
  {
    type: 'wait',
    payload: WAIT,
    follows: 'resumed',
    resume: { ok: true },
    result: { status: 'resumed', triggerResult: { ok: true }, source: 'manual', branch: 'resumed' },
    branch: 'resumed',
    fails: { payload: { ...WAIT, timeoutMs: 1_000 }, code: 'wait_timed_out' },
    cancelled: { on: 'node_waiting it' },
  },
  {
    type: 'log',
    payload: { message: 'n is {{$trigger.body.n}}' },
    result: { message: 'n is 7', loggedAt: '<time>' },
    fails: { payload: { message: BIG.repeat(20) }, code: 'expression_output_too_large' },
  },
  {
    type: 'format',
    payload: { data: '{{$trigger.body.rows}}', template: '{{@n}}', separator: ',' },
    result: { formatted: '1,2,3' },
    fails: { payload: { data: '{{$trigger.body.word}}', template: 'x' }, code: 'invalid_input' },
  },
  {
    type: 'regex',
    payload: { text: '{{$trigger.body.word}}', pattern: '(?P<first>[a-z])' },
    result: { matched: true, matches: { '0': 's', '1': 's', first: 's' } },
    fails: {
      payload: { text: 'x', pattern: '{{$trigger.body.pattern}}' },
      code: 'regex_invalid_pattern',
    },
  },
  {
    type: 'code-transform',
    payload: {
      code: 'function transform(input) { return input.length; }',
      input: '{{$trigger.body.rows}}',
    },
    result: { output: 3 },
    fails: {
      payload: { code: 'function transform() { throw new Error("no"); }', input: null },
      code: 'code_error',
    },
    cancelled: {
      payload: {
        code: 'function transform() { for (;;) {} }',
        input: null,
        timeout: 10_000,
      },
      on: 'node_started it',
    },
  },
  {
    type: 'list-max',
    payload: { array: '{{$trigger.body.rows}}', field: 'n' },
    result: { value: 3, index: 2, item: { n: 3 } },
    fails: { payload: { array: '{{$trigger.body.words}}' }, code: 'invalid_input' },
  },
  {
    type: 'list-min',
    payload: { array: '{{$trigger.body.rows}}', field: 'n' },
    result: { value: 1, index: 0, item: { n: 1 } },
    fails: { payload: { array: '{{$trigger.body.words}}' }, code: 'invalid_input' },
  },
  {
    type: 'convert-to-wei',
    payload: { amount: '{{$trigger.body.amount}}' },
    result: { wei: '1500000000000000000' },
    fails: { payload: { amount: '{{$trigger.body.word}}' }, code: 'invalid_input' },
  },
  {
    type: 'convert-from-wei',
    payload: { wei: '{{$trigger.body.wei}}' },
    result: { amount: '1.5' },
    fails: { payload: { wei: '{{$trigger.body.word}}' }, code: 'invalid_input' },
  },
  {
    type: 'send-webhook',
    payload: { url: '{{$trigger.body.hook}}', body: { n: '{{$trigger.body.n}}' } },
    result: {
      deliveryId: '<whd>',
      status: 'pending',
      url: 'http://target/hook',
      method: 'POST',
    },
    fails: { payload: { url: '{{$trigger.body.plain}}' }, code: 'http_invalid_url' },
  },
  {
    type: 'trigger-workflow',
    payload: { workflowId: '<workflow:child>', payload: { n: '{{$trigger.body.n}}' } },
    workflows: {
      child: {
        hold: { type: 'wait', payload: { ...WAIT, timeoutMs: 1_000 }, children: ['late'] },
        late: { type: 'log', payload: { message: 'late' }, branch: 'timed_out', children: [] },
      },
    },
    result: {
      triggeredWorkflowId: '<wf>',
      triggeredWorkflowName: 'child',
      runId: '<run>',
      runStatus: 'running',
      triggeredAt: '<time>',
    },
    fails: { payload: { workflowId: '{{$trigger.body.word}}' }, code: 'workflow_not_found' },
    cancelled: {
      payload: { workflowId: '<workflow:child>', waitForCompletion: true },
      on: 'node_waiting it',
    },
  },
  {
    type: 'http-request',
    payload: { url: 'http://target/echo', method: 'POST', body: '{{$trigger.body.word}}' },
    result: { status: 200, json: { method: 'POST', path: '/echo', body: 'soon' } },
    fails: {
      payload: { url: '{{$trigger.body.private}}', method: 'GET' },
      code: 'egress_refused',
    },
    cancelled: { payload: { url: 'http://target/slow', method: 'GET' }, on: 'node_started it' },
  },
];
