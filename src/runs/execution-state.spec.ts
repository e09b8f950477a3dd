import { buildExecutionState, type NodeRecord } from './execution-state';

function record(path: string, more: Partial<NodeRecord> = {}): NodeRecord {
  return {
    path,
    type: 'log',
    status: 'success',
    input: null,
    result: null,
    error: null,
    branch: null,
    attempts: 0,
    startedAt: null,
    finishedAt: null,
    wakeAt: null,
    reused: false,
    ...more,
  };
}

describe('buildExecutionState', () => {
  it('shows what the row says', () => {
    const at = new Date('2026-01-02T03:04:05.006Z');
    const state = buildExecutionState([
      record('a', {
        type: 'wait',
        input: { timeoutMs: 1000 },
        result: { status: 'resumed' },
        branch: 'resumed',
        attempts: 2,
        startedAt: at,
        finishedAt: at,
        wakeAt: at,
        reused: true,
      }),
    ]);
    expect(state).toEqual({
      a: {
        type: 'wait',
        status: 'success',
        input: { timeoutMs: 1000 },
        result: { status: 'resumed' },
        branch: 'resumed',
        attempts: 2,
        startedAt: '2026-01-02T03:04:05.006Z',
        finishedAt: '2026-01-02T03:04:05.006Z',
        wakeAt: '2026-01-02T03:04:05.006Z',
        reused: true,
      },
    });
  });

  it('leaves out what is not known', () => {
    expect(buildExecutionState([record('a')])).toEqual({ a: { type: 'log', status: 'success' } });
  });

  it('shows an error beside the result and inside of it', () => {
    const error = { code: 'http_timeout', message: 'too slow' };
    expect(buildExecutionState([record('a', { status: 'failure', error })])).toEqual({
      a: { type: 'log', status: 'failure', error, result: { error } },
    });
  });

  it('shows planned nodes as pending until they have a row', () => {
    const planned = [
      { id: 'a', type: 'log' },
      { id: 'b', type: 'delay' },
    ];
    expect(buildExecutionState([record('a')], planned)).toEqual({
      a: { type: 'log', status: 'success' },
      b: { type: 'delay', status: 'pending' },
    });
  });

  it('puts the nodes of loops under their iterations', () => {
    const state = buildExecutionState([
      record('loop', { type: 'for-each', status: 'running' }),
      record('loop[1]/a'),
      record('loop[0]/inner', { type: 'for-each' }),
      record('loop[0]/inner[0]/b'),
      record('loop[0]/inner[2]/b', { status: 'failure' }),
    ]);
    expect(state).toEqual({
      loop: {
        type: 'for-each',
        status: 'running',
        iterations: [
          {
            inner: {
              type: 'for-each',
              status: 'success',
              iterations: [
                { b: { type: 'log', status: 'success' } },
                {},
                { b: { type: 'log', status: 'failure' } },
              ],
            },
          },
          { a: { type: 'log', status: 'success' } },
        ],
      },
    });
  });

  it('keeps the iterations of a loop whose own row comes last', () => {
    const state = buildExecutionState([
      record('loop[0]/a'),
      record('loop', { type: 'for-each', status: 'partial' }),
    ]);
    expect(state).toEqual({
      loop: {
        type: 'for-each',
        status: 'partial',
        iterations: [{ a: { type: 'log', status: 'success' } }],
      },
    });
  });

  it('takes ids that are names of Object', () => {
    const state = buildExecutionState([
      record('constructor[0]/__proto__'),
      record('__proto__'),
      record('toString'),
    ]);
    expect(Object.keys(state).sort()).toEqual(['__proto__', 'constructor', 'toString']);
    expect(JSON.stringify(state)).toContain('"__proto__":{"type":"log","status":"success"}');
  });
});
