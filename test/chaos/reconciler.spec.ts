import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { newId } from '../../src/database/ids';
import { Claims } from '../../src/record/claims';
import { RunRows } from '../../src/record/run-rows';
import { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { type HttpTarget, startHttpTarget } from '../support/http-target';
import { newRunRow } from '../support/record';
import { temporalAddress } from '../support/service';
import { ChaosService } from './chaos-service';
import { definitionPlan } from './reconciler-fixture';
import { STORIES } from './stories';
import { until } from './until';

const { ResetWorkflowExecutionRequest } = temporal.api.workflowservice.v1;
const PATIENCE_MS = 20_000;

describe('two services and one reconciler', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'weft-chaos-'));
  let database: TestDatabase;
  let pool: Pool;
  let client: Client;
  let target: HttpTarget;
  let organizationId: string;
  let leader: ChaosService;
  let second: ChaosService;

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = new Pool({ connectionString: database.url });
    client = new Client({ connection: await Connection.connect({ address: temporalAddress() }) });
    target = await startHttpTarget();
    const variables = {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: temporalAddress(),
      WEFT_TASK_QUEUE: `chaos-${randomBytes(6).toString('hex')}`,
    };
    leader = new ChaosService(dataDir, variables);
    second = new ChaosService(dataDir, variables);
    await leader.start();
    await until('a leader', PATIENCE_MS, async () => (await holders()) === 1);
    await second.start();
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM organizations');
    organizationId = rows[0]?.id ?? '';
  });
  afterAll(async () => {
    await Promise.all([leader.stop(), second.stop()]);
    await pool.end();
    await client.connection.close();
    await target.close();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const holders = async (): Promise<number> => {
    const { rowCount } = await pool.query(
      `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE l.locktype = 'advisory' AND l.granted AND a.datname = current_database()
         AND a.application_name = 'weft reconciler'`,
    );
    return rowCount ?? 0;
  };

  const row = async (runId: string) => {
    const { rows } = await pool.query<{ status: string; ended: boolean }>(
      'SELECT status, ended FROM runs WHERE id = $1',
      [runId],
    );
    return rows[0];
  };
  const toEnd = (runId: string, status: string) =>
    until(`the end of ${runId} as ${status}`, PATIENCE_MS, async () => {
      const run = await row(runId);
      return run?.ended === true && run.status === status;
    });
  const events = async (runId: string): Promise<string[]> => {
    const { rows } = await pool.query<{ line: string }>(
      `SELECT concat_ws(' ', seq, type, data->>'path') AS line FROM run_events
       WHERE run_id = $1 ORDER BY seq`,
      [runId],
    );
    return rows.map(({ line }) => line);
  };

  /** The row of a run, as an API leaves it that dies then. */
  const leave = async (definition: object, more: object = {}): Promise<string> => {
    const inline = { definition, plan: definitionPlan(definition) };
    const wanted = { organizationId, workflowId: '', workflowVersion: 0, inline, ...more };
    const lost = newRunRow(wanted as Parameters<typeof newRunRow>[0]);
    await new RunRows(pool).create(lost);
    return lost.id;
  };
  const trigger = (runId: string) => {
    const payload = { base: target.url(runId) };
    return { id: runId, triggerPayload: payload, triggerResult: { ...payload, body: payload } };
  };

  const waiting = async (runId: string): Promise<void> => {
    const payload = { base: target.url(runId) };
    await second.post('/v1/runs', { runId, definition: STORIES.wait, payload });
    await until('the wait', PATIENCE_MS, async () =>
      (await events(runId)).some((line) => line.includes('node_waiting')),
    );
  };

  /** Runs a workflow again from its first task. */
  const resetNow = async (workflowId: string): Promise<void> => {
    const { runId } = await client.workflow.getHandle(workflowId).describe();
    const request = {
      namespace: 'default',
      workflowExecution: { workflowId, runId },
      reason: 'try again',
      workflowTaskFinishEventId: 4,
      requestId: randomBytes(8).toString('hex'),
    };
    await client.workflowService.resetWorkflowExecution(
      ResetWorkflowExecutionRequest.fromObject(request),
    );
  };

  /** Runs it again when it has closed, which is a moment after the run has ended. */
  const reset = async (workflowId: string): Promise<void> => {
    await until('the workflow to close', PATIENCE_MS, async () => {
      const { closeTime } = await client.workflow.getHandle(workflowId).describe();
      return closeTime !== undefined;
    });
    await resetNow(workflowId);
  };

  it('runs a row that was never started', async () => {
    const runId = newId('run');
    await leave(STORIES.delay, trigger(runId));
    await toEnd(runId, 'success');
    expect(target.hits(runId)).toEqual({ 'POST /echo?at=before': 1, 'POST /echo?at=after': 1 });
  });

  it('runs a simulation again that was lost with its process, with its mocks', async () => {
    const mocks = { approve: { by: 'mock' }, charge: { $error: { code: 'no_stock' } } };
    const runId = await leave(STORIES.simulated, { isSimulation: true, mocks });
    await toEnd(runId, 'failure');
    const { rows } = await pool.query(
      `SELECT path, status, error->>'code' AS code FROM run_nodes
       WHERE run_id = $1 AND path IN ('approve', 'charge') ORDER BY path`,
      [runId],
    );
    expect(rows).toEqual([
      { path: 'approve', status: 'success', code: null },
      { path: 'charge', status: 'failure', code: 'no_stock' },
    ]);
  });

  it('tells a run of a resume whose signal was never sent', async () => {
    const runId = newId('run');
    await waiting(runId);
    const claim = { organizationId, runId, address: 'approve', payload: { by: 'ada' } };
    await new Claims(pool).resume({ ...claim, source: 'manual' });
    await toEnd(runId, 'success');
  });

  it('cancels a run whose cancel was never sent', async () => {
    const runId = newId('run');
    await waiting(runId);
    await new RunRows(pool).requestCancel(organizationId, runId);
    await toEnd(runId, 'cancelled');
  });

  it('ends the stream of a run that was terminated', async () => {
    const runId = newId('run');
    await waiting(runId);
    const stream = await second.stream(runId, 0, AbortSignal.timeout(PATIENCE_MS));
    await client.workflow.getHandle(runId).terminate('wrong customer');
    const frames = (await stream.text()).match(/(?<=^event: ).+$/gm);
    expect(frames?.at(-1)).toBe('run_failed');
    const run = await second.get<{ status: string; error: string }>(`/v1/runs/${runId}`);
    expect(run.status).toBe('failure');
    expect(JSON.stringify(run.error)).toContain('wrong customer');
  });

  describe('a reset', () => {
    const root = { type: 'manual', children: ['first'] };
    const call = (route: string) => ({
      type: 'http-request',
      payload: { method: 'POST', url: `{{$trigger.body.base}}${route}`, body: '{}' },
    });

    it('lets a failed run go on, and what succeeded is not done again', async () => {
      const runId = newId('run');
      const definition = {
        nodes: {
          root,
          first: { ...call('/echo'), children: ['second'] },
          second: { ...call('/flaky?fails=1'), children: ['say'] },
          say: { type: 'log', payload: { message: 'done' } },
        },
      };
      const payload = { base: target.url(runId) };
      await second.post('/v1/runs', { runId, definition, payload });
      await toEnd(runId, 'failure');
      await reset(runId);
      await toEnd(runId, 'success');
      expect(target.hits(runId)).toEqual({ 'POST /echo': 1, 'POST /flaky?fails=1': 2 });
      await until('the workflow to close', PATIENCE_MS, async () => {
        const { status } = await client.workflow.getHandle(runId).describe();
        return status.name === 'COMPLETED';
      });
      const told = await events(runId);
      expect(told.slice(told.findIndex((line) => line.includes('run_failed')) + 1)).toEqual([
        '8 run_started',
        '9 node_started second',
        '10 node_completed second',
        '11 node_started say',
        '12 node_completed say',
        '13 run_completed',
      ]);
    });

    it('in the middle of an action does not do it twice', async () => {
      const runId = newId('run');
      const definition = { nodes: { root, first: call('/slow?ms=2000') } };
      const payload = { base: target.url(runId) };
      await second.post('/v1/runs', { runId, definition, payload });
      await until('the request', PATIENCE_MS, () => Object.keys(target.hits(runId)).length === 1);
      await resetNow(runId);
      await toEnd(runId, 'failure');
      expect(target.hits(runId)).toEqual({ 'POST /slow?ms=2000': 1 });
      const { rows } = await pool.query('SELECT error FROM runs WHERE id = $1', [runId]);
      expect(rows[0]).toMatchObject({ error: { code: 'outcome_unknown', path: 'first' } });
      const told = await events(runId);
      expect(told.filter((line) => line.includes(' first'))).toHaveLength(2);
    });

    it('of a run that only thinks is not lost on it either', async () => {
      const runId = newId('run');
      const first = { type: 'log', payload: { message: 'hm' } };
      await second.post('/v1/runs', { runId, definition: { nodes: { root, first } } });
      await toEnd(runId, 'success');
      await reset(runId);
      await until('the second end', PATIENCE_MS, async () => {
        const ends = (await events(runId)).filter((line) => line.includes('run_completed'));
        return ends.length === 2;
      });
    });
  });

  it('has another leader when the first one dies', async () => {
    expect(await holders()).toBe(1);
    await leader.kill('service');
    const runId = newId('run');
    await leave(STORIES.delay, trigger(runId));
    await toEnd(runId, 'success');
    expect(await holders()).toBe(1);
  });
});
