import type { WorkflowNode } from '../types';
import { retries } from './retries';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

function judge(type: string, fields: object): unknown {
  const node = { type, ...fields } as WorkflowNode;
  return runRules([retries], definitionOf({ a: node }), { catalog: toyCatalog });
}

const problem = (type: string, code: string, field: string, message: string) => [
  {
    type: 'nodes',
    code,
    nodeId: 'a',
    nodeName: toyCatalog.get(type)?.title,
    field,
    message,
  },
];

describe('retries', () => {
  it.each([
    ['http-request', {}],
    ['http-request', { retry: {} }],
    ['http-request', { retry: { maxAttempts: 1, initialIntervalMs: 1, backoff: 1 } }],
    ['http-request', { retry: { maxAttempts: 20, initialIntervalMs: 86_400_000, backoff: 10 } }],
    ['http-request', { retry: { backoff: 1.5, maxAttempts: null } }],
    ['http-request', { timeoutMs: 1 }],
    ['http-request', { timeoutMs: 31_622_400_000 }],
    ['format', { retry: { maxAttempts: 2 }, timeoutMs: 5 }],
    ['trigger-workflow', { retry: { maxAttempts: 2 } }],
    ['log', {}],
  ])('%s takes %j', (type, fields) => {
    expect(judge(type, fields)).toEqual([]);
  });

  it.each([
    [{ maxAttempts: 0 }, 'maxAttempts', 'a whole number from 1 to 20, not 0'],
    [{ maxAttempts: 21 }, 'maxAttempts', 'a whole number from 1 to 20, not 21'],
    [{ maxAttempts: 1.5 }, 'maxAttempts', 'a whole number from 1 to 20, not 1.5'],
    [
      { initialIntervalMs: 0 },
      'initialIntervalMs',
      'a number from 1 to 86400000 (up to a day), not 0',
    ],
    [
      { initialIntervalMs: 86_400_001 },
      'initialIntervalMs',
      'a number from 1 to 86400000 (up to a day), not 86400001',
    ],
    [{ backoff: 0.5 }, 'backoff', 'a number from 1 to 10, not 0.5'],
    [{ backoff: 11 }, 'backoff', 'a number from 1 to 10, not 11'],
  ])('have limits: %j', (retry, key, text) => {
    const message = `\`retry.${key}\` is ${text}.`;
    expect(judge('http-request', { retry })).toEqual(
      problem('http-request', 'number_out_of_range', `retry.${key}`, message),
    );
  });

  it.each([
    ['3', 'the text `3`'],
    [true, 'true'],
    [[], 'a list'],
    [{}, 'an object'],
  ])('are numbers, not %j', (maxAttempts, given) => {
    const message = `\`retry.maxAttempts\` is a whole number from 1 to 20, not ${given}.`;
    expect(judge('http-request', { retry: { maxAttempts } })).toEqual(
      problem('http-request', 'value_wrong_type', 'retry.maxAttempts', message),
    );
  });

  it.each([
    ['max_attempts', 'Did you mean `maxAttempts`?'],
    ['delay', 'It has `maxAttempts`, `initialIntervalMs` and `backoff`.'],
  ])('have no field %s', (key, hint) => {
    expect(judge('http-request', { retry: { [key]: 3 } })).toEqual(
      problem(
        'http-request',
        'unknown_field',
        `retry.${key}`,
        `\`retry\` has no field \`${key}\`. ${hint}`,
      ),
    );
  });

  it('judge the time for all attempts', () => {
    expect(judge('http-request', { timeoutMs: 0 })).toEqual(
      problem(
        'http-request',
        'number_out_of_range',
        'timeoutMs',
        '`timeoutMs` is a number from 1 to 31622400000 (up to 366 days), not 0.',
      ),
    );
  });

  it('are for actions only', () => {
    expect(judge('log', { retry: { maxAttempts: 99 } })).toEqual(
      problem(
        'log',
        'retry_not_allowed',
        'retry',
        '`log` is carried out by the engine and is not tried again. Remove `retry`.',
      ),
    );
    expect(judge('delay', { timeoutMs: -1 })).toEqual(
      problem(
        'delay',
        'retry_not_allowed',
        'timeoutMs',
        '`delay` has no time limit. Remove `timeoutMs`.',
      ),
    );
  });

  it('send the timeout of a wait into its payload', () => {
    expect(judge('wait', { timeoutMs: 60_000 })).toEqual(
      problem(
        'wait',
        'retry_not_allowed',
        'timeoutMs',
        'The `timeoutMs` of a `wait` goes into its `payload`.',
      ),
    );
  });

  it('are judged on a type that is unknown', () => {
    expect(judge('no-such', { timeoutMs: 60_000 })).toEqual([]);
    const [issue] = judge('no-such', { retry: { backoff: 0 } }) as { field: string }[];
    expect(issue?.field).toBe('retry.backoff');
  });
});
