import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { newId } from '../../src/database/ids';
import { childRunId } from '../../src/record/child-runs';
import { delay, log } from '../contract/cases/build';
import type { CaseNodes } from '../support/contract-case';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { type HttpTarget, startHttpTarget } from '../support/http-target';
import { workflow } from '../support/scripted-run';
import { temporalAddress } from '../support/service';
import { ChaosService } from './chaos-service';
import { RunLock } from './run-lock';
import { until } from './until';

jest.setTimeout(120_000);

interface RunAnswer {
  status: string;
  executionState: Record<string, { status: string; result?: unknown }>;
}

/** What is recorded has happened, although Temporal has heard nothing of it when the time of the node is up. */
describe('the answer of an activity that has written its outcome is lost', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'weft-chaos-'));
  let database: TestDatabase;
  let service: ChaosService;
  let target: HttpTarget;
  let temporal: Client;
  let lock: RunLock;

  beforeAll(async () => {
    database = await createTestDatabase();
    target = await startHttpTarget();
    temporal = new Client({
      connection: await Connection.connect({ address: temporalAddress() }),
    });
    service = new ChaosService(dataDir, {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: temporalAddress(),
      WEFT_TASK_QUEUE: `lost-answers-${randomBytes(6).toString('hex')}`,
    });
    await service.start();
    lock = await RunLock.connect(database.url);
  });
  afterEach(() => lock.release());
  afterAll(async () => {
    await service.stop();
    await lock.close();
    await temporal.connection.close();
    await target.close();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const timedOut = (runId: string) =>
    until('Temporal to give the activity up', 30_000, async () => {
      const { events } = await temporal.workflow.getHandle(runId).fetchHistory();
      return events?.some((event) => event.activityTaskTimedOutEventAttributes);
    });

  const ended = (runId: string) =>
    until('the end of the run', 60_000, async () => {
      const run = await service.get<RunAnswer>(`/v1/runs/${runId}`);
      return run.status !== 'running' && run.status !== 'waiting' && run;
    });

  const start = async (runId: string, nodes: CaseNodes): Promise<void> => {
    await service.post('/v1/runs', { runId, definition: workflow(nodes) });
  };

  /** A payment whose `error` branch would pay once more. */
  const pay = async (timeoutMs: number): Promise<string> => {
    const runId = newId('run');
    await start(runId, {
      pay: {
        type: 'http-request',
        payload: { url: `${target.url(runId)}/slow?ms=1500`, method: 'POST' },
        timeoutMs,
        children: ['paid', 'payAgain'],
      },
      paid: log('paid'),
      payAgain: log('again', [], { branch: 'error' }),
    });
    await until('the request', 20_000, () => target.hits(runId)['POST /slow?ms=1500'] === 1);
    await lock.take(runId);
    await lock.holds('weft_succeed');
    return runId;
  };

  const expectPaid = async (runId: string): Promise<void> => {
    const { status, executionState } = await ended(runId);
    expect({ status, ...executionState }).toMatchObject({
      status: 'success',
      pay: { status: 'success', result: { json: { slept: 1500 } } },
      paid: { status: 'success' },
      payAgain: { status: 'skipped' },
    });
    expect(target.hits(runId)).toEqual({ 'POST /slow?ms=1500': 1 });
  };

  it('because the time is up while it writes', async () => {
    const runId = await pay(4_000);
    await timedOut(runId);
    // In the queue behind it: who comes when the row is free may be before those that waited.
    await lock.holds('weft_settle_attempt');
    await lock.release();
    await expectPaid(runId);
  });

  it('because its worker dies after the write', async () => {
    const runId = await pay(7_000);
    await service.kill('service');
    await lock.release();
    await timedOut(runId);
    await service.start();
    await expectPaid(runId);
  });

  it('and it has made a child run, which is started', async () => {
    const { id } = await service.post<{ id: string }>('/v1/workflows', {
      name: 'Child',
      definition: workflow({ greet: log('hello') }),
    });
    const runId = newId('run');
    await start(runId, {
      nap: delay(2_000, ['call']),
      call: {
        type: 'trigger-workflow',
        payload: { workflowId: id, waitForCompletion: true },
        timeoutMs: 2_000,
        children: ['done', 'failed'],
      },
      done: log('{{call.result.output.greet.message}}'),
      failed: log('failed', [], { branch: 'error' }),
    });
    await until('the delay', 20_000, async () => {
      const { executionState } = await service.get<RunAnswer>(`/v1/runs/${runId}`);
      return executionState.nap?.status === 'scheduled';
    });
    await lock.take(runId);
    await lock.holds('weft_flush');
    await timedOut(runId);
    await lock.release();
    const { status, executionState } = await ended(runId);
    expect({ status, ...executionState }).toMatchObject({
      status: 'success',
      call: { status: 'success', result: { runId: childRunId(runId, 'call') } },
      done: { status: 'success', result: { message: 'hello' } },
      failed: { status: 'skipped' },
    });
  });
});
