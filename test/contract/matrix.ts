import type { JsonObject } from '../../definition/json';
import type { CaseNodes, ContractCase, NodeExpectation } from '../support/contract-case';
import { NODES, PAYLOAD, type NodeUnderTest } from './cases/nodes';

type Expected = Record<string, NodeExpectation>;
type Context = (node: NodeUnderTest) => Omit<ContractCase, 'name' | 'payload' | 'workflows'>;

const GATE: JsonObject = {
  type: 'wait',
  payload: { timeoutMs: 60_000, triggerType: 'manual', triggerConfig: {} },
};
const SUCCESS: NodeExpectation = { status: 'success' };
const SKIPPED: NodeExpectation = { status: 'skipped' };

/** Where a node can stand and what can happen to it there. */
const CONTEXTS: Readonly<Record<string, Context>> = {
  succeeds: (node) => ({
    nodes: nodesOf(node),
    ...resumesAt(node, ['']),
    expect: { status: 'success', nodes: { root: SUCCESS, ...succeeded(node) } },
  }),

  fails: (node) => ({
    nodes: { ...nodesOf(node, { payload: node.fails.payload }) },
    expect: {
      status: 'failure',
      error: { code: node.fails.code, nodeId: 'it', path: 'it' },
      nodes: { root: SUCCESS, it: failed(node) },
    },
  }),

  'fails and is caught': (node) => ({
    nodes: {
      ...nodesOf(node, { payload: node.fails.payload, children: ['after', 'rescue'] }),
      rescue: log('{{$nodes.it.error.code}}', { branch: 'error' }),
    },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        it: { ...failed(node), branch: 'error' },
        after: SKIPPED,
        rescue: { status: 'success', result: { message: node.fails.code } },
      },
    },
  }),

  'in a loop': (node) => ({
    nodes: { ...loop(['it'], 2), ...nodesOf(node), done: log('{{each.result.iterationCount}}') },
    ...resumesAt(node, ['each[0]/', 'each[1]/']),
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        each: { status: 'success', result: { status: 'success', iterationCount: 2 } },
        ...succeeded(node, 'each[0]/'),
        ...succeeded(node, 'each[1]/'),
        done: { status: 'success', result: { message: '2' } },
      },
    },
  }),

  'in a branch that is taken': (node) => ({
    nodes: { ...check(5), ...nodesOf(node, { branch: 'then' }), other: log('no', OTHER) },
    ...resumesAt(node, ['']),
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        check: { status: 'success', branch: 'then' },
        ...succeeded(node),
        other: SKIPPED,
      },
    },
  }),

  'in a branch that is not taken': (node) => ({
    nodes: { ...check(9), ...nodesOf(node, { branch: 'then' }), other: log('yes', OTHER) },
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        check: { status: 'success', branch: 'else' },
        it: SKIPPED,
        after: SKIPPED,
        other: SUCCESS,
      },
    },
  }),

  'is cancelled': (node) =>
    node.cancelled ? cancelledAtWork(node, node.cancelled) : neverReached(node),

  'between cuts': (node) => ({
    nodes: {
      ...loop(['gate'], 4),
      gate: { ...GATE, children: ['it'] },
      ...nodesOf(node, { branch: 'resumed' }),
      done: log('done'),
    },
    resumes: [0, 1, 2, 3].flatMap((index) => {
      const at = `each[${index}]/`;
      return [
        { address: `${at}gate`, payload: {}, when: 'waiting' as const },
        ...(resumesAt(node, [at]).resumes ?? []),
      ];
    }),
    expect: {
      status: 'success',
      nodes: {
        root: SUCCESS,
        each: { status: 'success', result: { status: 'success', iterationCount: 4 } },
        ...[0, 1, 2, 3].reduce<Expected>((all, index) => {
          const at = `each[${index}]/`;
          const gate: NodeExpectation = { status: 'success', branch: 'resumed' };
          return { ...all, [`${at}gate`]: gate, ...succeeded(node, at) };
        }, {}),
        done: SUCCESS,
      },
    },
  }),
};

const OTHER: JsonObject = { branch: 'else' };

/** Every node in every context. A trigger stands at the top of a run and nowhere else. */
export const MATRIX: readonly ContractCase[] = NODES.flatMap((node) =>
  Object.entries(CONTEXTS).map(([context, place]) => ({
    name: `${node.type} ${context}`,
    payload: PAYLOAD,
    ...(node.workflows && { workflows: node.workflows }),
    ...place(node),
  })),
);

function cancelledAtWork(
  node: NodeUnderTest,
  { payload, more, on, ...at }: NonNullable<NodeUnderTest['cancelled']>,
): ReturnType<Context> {
  return {
    nodes: { ...nodesOf(node, { payload }), ...more },
    cancel: on,
    expect: {
      status: 'cancelled',
      error: { code: 'cancelled' },
      nodes: { root: SUCCESS, it: { status: 'cancelled' }, ...below('it', at.below) },
    },
  };
}

/** A node that takes no time can only be cancelled before it is reached. */
function neverReached(node: NodeUnderTest): ReturnType<Context> {
  return {
    nodes: { gate: { ...GATE, children: ['it'] }, ...nodesOf(node, { branch: 'resumed' }) },
    cancel: 'node_waiting gate',
    expect: {
      status: 'cancelled',
      error: { code: 'cancelled' },
      nodes: { root: SUCCESS, gate: { status: 'cancelled' } },
    },
  };
}

/** `it` with what belongs to it, and the node that follows it. */
function nodesOf(
  node: NodeUnderTest,
  { payload, ...fields }: { payload?: JsonObject; branch?: string; children?: string[] } = {},
): CaseNodes {
  const it = { type: node.type, payload: payload ?? node.payload, children: ['after'] };
  const branch: JsonObject = node.follows === undefined ? {} : { branch: node.follows };
  return {
    it: { ...it, ...node.fields, ...fields },
    ...node.more,
    after: log('after', branch),
  };
}

function succeeded(node: NodeUnderTest, prefix = ''): Expected {
  const { result, branch } = node;
  return {
    [`${prefix}it`]: { status: 'success', result, ...(branch !== undefined && { branch }) },
    ...below(`${prefix}it`, node.below),
    [`${prefix}after`]: { status: 'success', result: { message: 'after' } },
  };
}

function below(address: string, expected: Expected = {}): Expected {
  return Object.fromEntries(Object.entries(expected).map(([at, node]) => [address + at, node]));
}

function failed({ fails }: NodeUnderTest): NodeExpectation {
  return { status: 'failure', error: fails.code };
}

function resumesAt({ resume }: NodeUnderTest, prefixes: string[]): Pick<ContractCase, 'resumes'> {
  if (!resume) return {};
  return {
    resumes: prefixes.map((at) => ({ address: `${at}it`, payload: resume, when: 'waiting' })),
  };
}

function loop(loopBody: string[], items: number): CaseNodes {
  const array = Array.from({ length: items }, (_, index) => index);
  return { each: { type: 'for-each', payload: { array }, loopBody, children: ['done'] } };
}

/** An `if` that takes `then` when 7 is more than the number. */
function check(least: number): CaseNodes {
  const condition = { $and: [{ '{{$trigger.body.n}}': { $gt: least } }] };
  return { check: { type: 'if', payload: { condition }, children: ['it', 'other'] } };
}

function log(message: string, fields: JsonObject = {}): JsonObject {
  return { type: 'log', payload: { message }, children: [], ...fields };
}
