import { publicEvent, titleOf } from './execution-events';

describe('publicEvent', () => {
  it('leaves out what a node was given, did and failed with', () => {
    const data = JSON.stringify({
      ...{
        type: 'node_failed',
        runId: 'run_1',
        workflowId: 'wf_1',
        nodeId: 'call',
        path: 'loop[2]/call',
      },
      ...{
        nodeType: 'http-request',
        status: 'failure',
        at: '2026-01-01T00:00:00.000Z',
        attempt: 2,
      },
      ...{ branch: 'error', result: { secret: 1 }, error: { code: 'x', message: 'secret' } },
    });
    const { seq, type, data: shown } = publicEvent('exe_1', { seq: 7, type: 'node_failed', data });
    expect([seq, type]).toEqual([7, 'node_failed']);
    expect(JSON.parse(shown)).toEqual({
      ...{ type: 'node_failed', executionId: 'exe_1', runId: 'run_1', workflowId: 'wf_1' },
      ...{ nodeId: 'call', status: 'failure', at: '2026-01-01T00:00:00.000Z' },
    });
  });

  it('keeps the status of the run, and says of a node one of five words', () => {
    const of = (fields: object): unknown => {
      const event = { seq: 1, type: 'run_waiting' as const, data: JSON.stringify(fields) };
      return (JSON.parse(publicEvent('exe_1', event).data) as { status: unknown }).status;
    };
    expect(of({ status: 'waiting' })).toBe('waiting');
    expect(of({ status: 'waiting', nodeId: 'hold' })).toBe('running');
  });
});

describe('titleOf', () => {
  it('names the node', () => {
    expect(titleOf('run_completed', undefined)).toBe('The run has succeeded');
    expect(titleOf('node_waiting', 'approval')).toBe('approval waits');
  });
});
