import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { Pool } from 'pg';
import { newId } from '../../src/database/ids';
import { type HttpTarget, startHttpTarget } from '../support/http-target';
import { Batch, problemsOf } from './batch';
import { ChaosService } from './chaos-service';
import { KillableServers } from './killable-servers';
import { chaosSeed, seededRandom } from './random';
import { CHILD, STORIES, type StoryName } from './stories';
import { until } from './until';

jest.setTimeout(180_000);

describe('one part is lost, and the others live', () => {
  const servers = new KillableServers();
  const dataDir = mkdtempSync(join(tmpdir(), 'weft-chaos-'));
  const random = seededRandom(chaosSeed());
  let service: ChaosService;
  let target: HttpTarget;
  let pool: Pool;
  let child: string;
  let batch: Batch;

  beforeAll(async () => {
    await Promise.all([servers.startPostgres(), servers.startTemporal()]);
    target = await startHttpTarget();
    service = new ChaosService(dataDir, {
      DATABASE_URL: servers.databaseUrl,
      TEMPORAL_ADDRESS: servers.temporalAddress,
      // Longer than the slow actions take, and no longer than that.
      WEFT_STOP_SECONDS: '6',
    });
    await service.start();
    pool = new Pool({ connectionString: servers.databaseUrl });
    pool.on('error', () => undefined);
    const definition = CHILD;
    ({ id: child } = await service.post<{ id: string }>('/v1/workflows', {
      name: 'Child',
      definition,
    }));
  });
  afterEach(() => {
    batch.stop();
  });
  afterAll(async () => {
    await service.stop();
    await pool.end();
    await target.close();
    await servers.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const begin = async (names?: readonly StoryName[]): Promise<void> => {
    batch = new Batch(service, target, child, random, names);
    await batch.start();
  };

  /** Runs sleep, wait and act. */
  const underWay = async (): Promise<void> => {
    await begin();
    await Promise.all([
      batch.reached('delay', 'node_scheduled'),
      batch.reached('wait', 'node_waiting'),
      batch.reached('loopOfPosts', 'node_completed', 3),
      batch.requested('slowGet', 'read'),
      batch.requested('slowPost', 'charge'),
    ]);
  };

  const nodeOf = async (name: StoryName, path: string) => {
    const { rows } = await pool.query<{ status: string; code: string | null }>(
      `SELECT status, error->>'code' AS code FROM run_nodes WHERE run_id = $1 AND path = $2`,
      [batch.id(name), path],
    );
    return rows[0];
  };

  it('the service with its worker', async () => {
    await underWay();
    await service.kill('service');
    await service.start();
    expect(await batch.resume({})).toMatchObject({ action: 'resumed' });
    expect(problemsOf(await batch.inspect(pool))).toEqual([]);
    expect(await nodeOf('slowPost', 'charge')).toEqual({
      status: 'failure',
      code: 'outcome_unknown',
    });
  });

  it('Temporal: runs go on, and what was asked for meanwhile is done', async () => {
    await underWay();
    await servers.killTemporal();
    const runId = newId('run');
    const payload = { base: target.url(runId) };
    const late = service.post('/v1/runs', { runId, definition: STORIES.delay, payload });
    const resumed = batch.resume({});
    await until('the row of the late run', 10_000, async () => {
      const { rowCount } = await pool.query('SELECT FROM runs WHERE id = $1', [runId]);
      return rowCount === 1;
    });
    await servers.startTemporal();
    await late;
    expect(await resumed).toMatchObject({ action: 'resumed' });
    expect(problemsOf(await batch.inspect(pool))).toEqual([]);
    expect(await nodeOf('slowPost', 'charge')).toEqual({ status: 'success', code: null });
    await until('the end of the late run', 30_000, async () => {
      const { status } = await service.get<{ status: string }>(`/v1/runs/${runId}`);
      return status === 'success';
    });
    expect(service.hasEnded).toBe(false);
  });

  it('PostgreSQL: runs wait for it', async () => {
    const connection = await Connection.connect({ address: servers.temporalAddress });
    const client = new Client({ connection });
    await begin(['naps', 'wait', 'loopOfGets', 'slowGet', 'parent']);
    await Promise.all([
      batch.reached('naps', 'node_scheduled'),
      batch.reached('wait', 'node_waiting'),
      batch.requested('slowGet', 'read'),
    ]);
    await servers.killPostgres();
    const { status } = await fetch(`${service.url ?? ''}/health/ready`);
    expect(status).toBe(503);
    // What a run writes by itself is tried for 5 seconds where it is, then beside it.
    await until('a run to wait for the database', 30_000, async () => {
      const handle = client.workflow.getHandle(batch.id('naps'));
      const { events } = await handle.fetchHistory();
      return events?.some(
        ({ activityTaskScheduledEventAttributes: scheduled }) =>
          scheduled?.activityType?.name === 'record-progress',
      );
    });
    await servers.startPostgres();
    expect(await batch.resume({})).toMatchObject({ action: 'resumed' });
    const told = await batch.inspect(pool);
    expect(problemsOf(told)).toEqual([]);
    expect(Object.values(told).map((each) => each.status)).not.toContain('failure');
    expect(service.hasEnded).toBe(false);
    await connection.close();
  });

  it('nothing: a stop lets actions end, and cuts off those that do not', async () => {
    await begin(['slowGet', 'slowPost', 'endlessPost']);
    await Promise.all([
      batch.requested('slowGet', 'read'),
      batch.requested('slowPost', 'charge'),
      batch.requested('endlessPost', 'charge'),
    ]);
    service.terminate();
    expect(await service.exit()).toBe(0);
    expect(await nodeOf('slowGet', 'read')).toEqual({ status: 'success', code: null });
    expect(await nodeOf('slowPost', 'charge')).toEqual({ status: 'success', code: null });
    await service.start();
    const told = await batch.inspect(pool);
    expect(problemsOf(told)).toEqual([]);
    expect([told.slowGet, told.slowPost, told.endlessPost].map((each) => each?.status)).toEqual([
      'success',
      'success',
      'failure',
    ]);
    expect(told.endlessPost?.unknown).toEqual(['charge']);
    expect(batch.calls('slowGet', 'read')).toBe(1);
  });
});
