import type { CaseNodes, ContractCase } from '../../support/contract-case';
import { delay, failed, get, log, logged, resumed, SUCCESS, wait } from './build';

/** Names that every JavaScript object has already. */
const NAMES = ['__proto__', 'constructor'];

const say = log('said');
const greets: CaseNodes = { greet: log('hello') };

function casesOf(id: string): ContractCase[] {
  const named = (what: string): string => `${what} may be named ${id}`;
  const root = { type: 'manual', payload: {}, children: [id] };
  const nodes = { root: SUCCESS, [id]: SUCCESS, say: logged('said') };
  return [
    {
      name: named('an action'),
      nodes: { root, [id]: get('/echo', ['say']), say },
      expect: { status: 'success', nodes },
    },
    {
      name: named('an action that fails'),
      nodes: { root, [id]: get('/close', ['say'], { retry: { maxAttempts: 1 } }), say },
      expect: {
        status: 'failure',
        error: { code: 'http_connection_lost', path: id },
        nodes: { root: SUCCESS, [id]: failed('http_connection_lost') },
      },
    },
    {
      name: named('a delay'),
      nodes: { root, [id]: delay(10, ['say']), say },
      expect: { status: 'success', nodes },
    },
    {
      name: named('a wait that times out'),
      nodes: {
        root,
        [id]: wait(['say'], { timeoutMs: 1_000 }),
        say: { ...say, branch: 'timed_out' },
      },
      expect: {
        status: 'success',
        nodes: { ...nodes, [id]: { status: 'success', branch: 'timed_out' } },
      },
    },
    ...(['waiting', 'early'] as const).map((when): ContractCase => {
      return {
        name: named(`a wait with a resume (${when})`),
        nodes: { root, [id]: wait(['say']), say: { ...say, branch: 'resumed' } },
        resumes: [{ address: id, payload: { by: 'ada' }, when }],
        expect: { status: 'success', nodes: { ...nodes, [id]: resumed({ by: 'ada' }) } },
      };
    }),
    {
      name: named('a child run that is waited for'),
      nodes: {
        root,
        [id]: {
          type: 'trigger-workflow',
          payload: { workflowId: '<workflow:child>', waitForCompletion: true },
          children: ['say'],
        },
        say,
      },
      workflows: { child: greets },
      expect: { status: 'success', nodes },
    },
  ];
}

export const NAME_CASES: readonly ContractCase[] = NAMES.flatMap(casesOf);
