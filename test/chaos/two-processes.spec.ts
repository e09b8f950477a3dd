import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { type EventType, isTerminal } from '../../definition/progress';
import { newId } from '../../src/database/ids';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { type HttpTarget, startHttpTarget } from '../support/http-target';
import { temporalAddress } from '../support/service';
import { ChaosService } from './chaos-service';
import { type Frame, framesAfter } from './follower';
import { inspect } from './invariants';
import { CHILD, STORIES, type StoryName } from './stories';
import { until } from './until';

jest.setTimeout(180_000);

const STREAM_MS = 120_000;

const SAY = {
  nodes: {
    root: { type: 'manual', payload: {}, children: ['say'] },
    say: { type: 'log', payload: { message: '{{$trigger.body.message}}' }, children: [] },
  },
};

/** Two processes, each API and worker, that share nothing but a database, a Temporal and a key. */
describe('two processes on one database and one Temporal', () => {
  const dataDirs = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'weft-two-')));
  let first: ChaosService;
  let second: ChaosService;
  let database: TestDatabase;
  let pool: Pool;
  let target: HttpTarget;

  beforeAll(async () => {
    database = await createTestDatabase();
    target = await startHttpTarget();
    const variables = {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: temporalAddress(),
      WEFT_TASK_QUEUE: `two-${randomBytes(6).toString('hex')}`,
      WEFT_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    };
    const [one = '', two = ''] = dataDirs;
    first = new ChaosService(one, variables);
    second = new ChaosService(two, variables);
    await first.start();
    copyFileSync(join(one, 'api-key'), join(two, 'api-key'));
    await second.start();
    pool = new Pool({ connectionString: database.url });
  });
  afterAll(async () => {
    await Promise.all([first.stop(), second.stop()]);
    await pool.end();
    await target.close();
    await database.drop();
    for (const dataDir of dataDirs) rmSync(dataDir, { recursive: true, force: true });
  });

  it('what is published by one is run by the other, and followed from the first', async () => {
    const body = { name: 'Say', definition: SAY };
    const { id } = await first.post<{ id: string }>('/v1/workflows', body);
    await first.post(`/v1/workflows/${id}/publish`);
    const runId = newId('run');
    const followed = follow(runId, [first]);
    const payload = { message: 'Hello' };
    await second.post(`/v1/workflows/${id}/run`, { runId, payload });
    const frames = await followed;
    expect(frames[0]?.type).toBe('run_started');
    expect(frames.at(-1)?.type).toBe('run_completed');
    const seen = await Promise.all([first, second].map((one) => one.get(`/v1/runs/${runId}`)));
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).toMatchObject({
      ...{ status: 'success', workflowId: id, workflowVersion: 1 },
      executionState: { say: { result: { message: 'Hello' } } },
    });
    // An edit by one is what the other starts from.
    await second.post(`/v1/workflows/${id}/pause`);
    expect(await first.get(`/v1/workflows/${id}`)).toMatchObject({ status: 'paused' });
  });

  it('nothing is lost when one of them is killed', async () => {
    const { id: child } = await first.post<{ id: string }>('/v1/workflows', {
      ...{ name: 'Child', definition: CHILD },
    });
    const names: StoryName[] = ['delay', 'naps', 'wait', 'loopOfGets', 'slowGet', 'parent'];
    const stories = new Map(names.map((name) => [name, newId('run')]));
    const streams = new Map<StoryName, Promise<Frame[]>>();
    for (const [name, runId] of stories) {
      streams.set(name, follow(runId, [first, second]));
      await startOn(first, name, runId, child);
    }
    await Promise.all([
      reached('delay', 'pause', 'scheduled'),
      reached('wait', 'approve', 'waiting'),
      reached('slowGet', 'read', 'running'),
      until('a turn of the loop', 30_000, () => Object.keys(hitsOf('loopOfGets')).length > 1),
    ]);

    // Some of these are accepted, some are cut off on their way.
    const late = Array.from({ length: 12 }, () => newId('run'));
    const accepted: string[] = [];
    const answers = late.map((runId) =>
      startOn(first, 'naps', runId, child).then(
        () => accepted.push(runId),
        () => undefined,
      ),
    );
    await until('the first of the late runs', 10_000, () => accepted.length > 0);
    await first.kill('service');
    await Promise.all(answers);

    const resume = `/v1/runs/${stories.get('wait') ?? ''}/nodes/approve/resume`;
    expect(await second.post(resume, { payload: {} })).toMatchObject({ action: 'resumed' });
    for (const [name, runId] of stories) {
      const frames = await streams.get(name);
      const told = await inspect(pool, runId, target.hits(runId), frames);
      expect({ name, ...told }).toEqual({ name, status: 'success', unknown: [], problems: [] });
    }
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM runs WHERE id = ANY ($1)', [
      late,
    ]);
    const written = rows.map(({ id }) => id);
    expect(written).toEqual(expect.arrayContaining(accepted));
    for (const runId of written) {
      const told = await inspect(pool, runId, {}, await follow(runId, [second]));
      expect(told).toEqual({ status: 'success', unknown: [], problems: [] });
    }

    // The one that is left keeps the tallies, too: each run is counted once.
    const { rows: ended } = await pool.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM runs WHERE ended',
    );
    const now = Date.now();
    const range = `from=${now - 3_600_000}&to=${now + 3_600_000}`;
    const counted = async (): Promise<number> =>
      (await second.get<{ total: number }>(`/v1/metrics/failure-rate?${range}`)).total;
    await until('all runs to be counted', 30_000, async () => (await counted()) >= ended[0]!.count);
    expect(await counted()).toBe(ended[0]!.count);

    function hitsOf(name: StoryName): Record<string, number> {
      return target.hits(stories.get(name) ?? '');
    }

    async function reached(name: StoryName, path: string, status: string): Promise<void> {
      await until(`${path} of ${name} to be ${status}`, 30_000, async () => {
        const { rowCount } = await pool.query(
          'SELECT FROM run_nodes WHERE run_id = $1 AND path = $2 AND status = $3',
          [stories.get(name), path, status],
        );
        return rowCount === 1;
      });
    }
  });

  async function startOn(
    service: ChaosService,
    name: StoryName,
    runId: string,
    child: string,
  ): Promise<void> {
    const childBase = target.url(`${runId}c`);
    const payload = { base: target.url(runId), child, childBase };
    await service.post('/v1/runs', { definition: STORIES[name], runId, payload });
  }

  /** As a client behind a load balancer: what cuts it off sends it to the next process. */
  async function follow(runId: string, services: readonly ChaosService[]): Promise<Frame[]> {
    const frames: Frame[] = [];
    const signal = AbortSignal.timeout(STREAM_MS);
    const hasEnd = (): boolean => isTerminal(frames.at(-1)?.type as EventType);
    for (const service of services) {
      const after = frames.at(-1)?.seq ?? 0;
      try {
        for await (const frame of framesAfter(service, runId, after, signal)) frames.push(frame);
      } catch (error) {
        if (signal.aborted) throw error;
      }
      if (hasEnd()) break;
    }
    return frames;
  }
});
