import { ApplicationFailure } from '@temporalio/common';
import type { LogLevel } from '@temporalio/worker';
import { tell } from './runtime';

type Line = [level: string, fields: object, message: string];

function told(level: LogLevel, message: string, meta?: Record<string, unknown>): Line[] {
  const lines: Line[] = [];
  const to = (name: string) => (fields: object, text: string) => lines.push([name, fields, text]);
  const log = { debug: to('debug'), info: to('info'), warn: to('warn'), error: to('error') };
  tell(log, { level, message, timestampNanos: 0n, ...(meta && { meta }) });
  return lines;
}

const place = { workflowId: 'run_1', activityType: 'http-request', attempt: 2, taskToken: 'x' };

describe('lines of the Temporal SDK', () => {
  it('are passed on, the usual ones for whoever looks for them', () => {
    expect(told('INFO', 'Worker state changed')).toEqual([['debug', {}, 'Worker state changed']]);
    expect(told('ERROR', 'Lost', { a: 1 })).toEqual([['error', { a: 1 }, 'Lost']]);
    expect(told('WARN', 'Workflow failed', { a: 1 })).toEqual([
      ['debug', { a: 1 }, 'Workflow failed'],
    ]);
  });

  it('warn of an activity that fails in one line, with its code and cause and without a stack', () => {
    const error = ApplicationFailure.create({
      message: 'The record of the run is not available',
      type: 'record_unavailable',
      cause: new Error('connect ECONNREFUSED'),
    });
    const fields = {
      ...{ runId: 'run_1', activityType: 'http-request', attempt: 2, code: 'record_unavailable' },
      ...{ reason: 'The record of the run is not available', because: 'connect ECONNREFUSED' },
    };
    expect(told('WARN', 'Activity failed', { ...place, error })).toEqual([
      ['warn', fields, 'Activity failed'],
    ]);
  });

  it('are quiet about an action whose failure is in the record', () => {
    const error = ApplicationFailure.create({ type: 'gone', details: [{ recorded: true }] });
    expect(told('WARN', 'Activity failed', { ...place, error })).toMatchObject([
      ['debug', { code: 'gone' }, 'Activity failed'],
    ]);
    for (const details of [[], [null], [{ recorded: false }], ['text']]) {
      const open = ApplicationFailure.create({ details });
      expect(told('WARN', 'Activity failed', { error: open })[0]?.[0]).toBe('warn');
    }
  });

  it('keep the stack of a mistake of ours', () => {
    const meta = { ...place, error: new TypeError('x is not a function') };
    expect(told('WARN', 'Activity failed', meta)).toEqual([['warn', meta, 'Activity failed']]);
  });
});
