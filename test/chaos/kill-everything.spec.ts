import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { Pool } from 'pg';
import { type HttpTarget, startHttpTarget } from '../support/http-target';
import { Batch, problemsOf } from './batch';
import { ChaosService, type Part } from './chaos-service';
import { chaosSeed, seededRandom } from './random';
import { CHILD, DAYS_30, STORIES } from './stories';
import { until } from './until';

const EVERYTHING: readonly Part[] = ['service', 'postgres', 'temporal'];
/** Moments of the kills after the first one, in milliseconds after the start of a batch or of the service. */
const LATEST_KILL_MS = 4_000;
const LATEST_KILL_OF_A_START_MS = 3_000;

jest.setTimeout(240_000);

describe('kill -9 of the service, its PostgreSQL and its Temporal', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'weft-chaos-'));
  const service = new ChaosService(dataDir, {
    WEFT_POSTGRES_PORT: '0',
    WEFT_TEMPORAL_PORT: '0',
    WEFT_TEMPORAL_UI_PORT: '0',
  });
  const random = seededRandom(chaosSeed());
  const batches: Batch[] = [];
  let target: HttpTarget;

  beforeAll(async () => {
    target = await startHttpTarget();
    await service.start();
  });
  afterAll(async () => {
    for (const batch of batches) batch.stop();
    await service.stop();
    await target.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const killAll = (): Promise<void> => service.kill(...EVERYTHING.toSorted(() => random() - 0.5));

  const newBatch = (child: string): Batch => {
    const batch = new Batch(service, target, child, random);
    batches.push(batch);
    return batch;
  };

  it('loses nothing and repeats nothing, at any moment', async () => {
    const { id: child } = await service.post<{ id: string }>('/v1/workflows', {
      name: 'Child',
      definition: CHILD,
    });

    // Every run where it hurts: asleep, waiting, in a loop, in an action, in a child, in a delivery.
    const first = newBatch(child);
    await first.start();
    await Promise.all([
      first.reached('delay', 'node_scheduled'),
      first.reached('wait', 'node_waiting'),
      first.reached('parent', 'node_waiting'),
      first.reached('loopOfPosts', 'node_completed', 3),
      first.requested('slowGet', 'read'),
      first.requested('slowPost', 'charge'),
    ]);
    await killAll();
    await service.start();

    // At any moment, with a resume that may be cut.
    const second = newBatch(child);
    const third = newBatch(child);
    const resumes = new Map<Batch, Promise<string>>();
    for (const batch of [second, third]) {
      const moment = random() * LATEST_KILL_MS;
      const starting = batch.start().catch(() => undefined);
      await pause(moment);
      resumes.set(
        batch,
        batch.resume({ by: 'the first' }).then(
          ({ action }) => action,
          () => 'cut',
        ),
      );
      await killAll();
      await starting;
      service.spawn();
      await pause(random() * LATEST_KILL_OF_A_START_MS);
      await killAll();
      await service.start();
      await batch.start();
    }

    for (const batch of batches) await batch.reached('wait', 'node_waiting');
    for (const batch of batches) {
      const { action } = await batch.resume({ by: 'the last' });
      const earlier = (await resumes.get(batch)) ?? 'none';
      expect([batch.id('wait'), earlier, action]).toEqual([
        batch.id('wait'),
        earlier,
        earlier === 'resumed' ? 'skipped' : earlier === 'cut' ? action : 'resumed',
      ]);
    }

    const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim();
    const port = service.option('postgres', '-p');
    const pool = new Pool({
      connectionString: `postgres://weft:${password}@127.0.0.1:${port}/weft`,
    });
    const connection = await Connection.connect({
      address: `127.0.0.1:${service.option('temporal', '--port')}`,
    });
    try {
      for (const [index, batch] of batches.entries()) {
        const told = await batch.inspect(pool);
        expect([index, ...problemsOf(told)]).toEqual([index]);
        expect(told.simulated?.status).toBe('success');
        expect(Object.keys(told).filter((name) => name.startsWith('child'))).toHaveLength(1);
      }
      // The one that certainly ran when everything was killed.
      const charge = await pool.query<{ status: string; code: string }>(
        `SELECT status, error->>'code' AS code FROM run_nodes WHERE run_id = $1 AND path = 'charge'`,
        [first.id('slowPost')],
      );
      expect(charge.rows).toEqual([{ status: 'failure', code: 'outcome_unknown' }]);
      expect(first.calls('slowPost', 'charge')).toBe(1);
      expect(first.calls('slowGet', 'read')).toBeGreaterThan(1);
      await until('the deliveries to arrive', 20_000, async () => {
        const { rows } = await pool.query(
          `SELECT FROM webhook_deliveries WHERE status = 'success'`,
        );
        return rows.length === batches.length;
      });

      const client = new Client({ connection });
      const statuses = await pool.query<{ id: string; status: string }>(
        'SELECT id, status FROM runs WHERE NOT is_simulation',
      );
      for (const { id, status } of statuses.rows) {
        const { status: seen } = await client.workflow.getHandle(id).describe();
        expect([id, seen.name]).toEqual([id, status === 'failure' ? 'FAILED' : 'COMPLETED']);
      }
      // A child, and each story but those that are simulated or endless.
      const runs = 1 + Object.keys(STORIES).length - 2;
      expect(statuses.rows).toHaveLength(batches.length * runs);
    } finally {
      await pool.end();
      await connection.close();
    }
  });

  it('waits on for 30 days, and not from the beginning', () => {
    const story = batches[0]?.stories.find(({ name }) => name === 'wait');
    const waiting = story?.follower.frames.find(({ type }) => type === 'node_waiting');
    const { at, wakeAt } = JSON.parse(waiting?.data ?? '{}') as { at: string; wakeAt: string };
    expect(Date.parse(wakeAt) - Date.parse(at)).toBe(DAYS_30);
  });
});
