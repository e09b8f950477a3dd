import type { RunReference } from '../../src/record/types';
import { createRecord, event, newRunRow, NOTHING, type RecordFixture } from '../support/record';

const AT = 1_700_000_000_000;

describe('many writers of one run', () => {
  let fixture: RecordFixture;
  let run: RunReference;

  beforeAll(async () => {
    fixture = await createRecord({ poolSize: 60 });
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    run = await fixture.newRun();
  });

  const sequence = () =>
    fixture.one(
      `SELECT count(*)::int AS events, count(DISTINCT key)::int AS keys, min(seq) AS first,
         max(seq) AS last, (SELECT last_seq FROM runs WHERE id = $1) AS last_seq
       FROM run_events WHERE run_id = $1`,
      run.runId,
    );

  it('numbers without gaps when two carry the same events', async () => {
    const events = Array.from({ length: 40 }, (_, index) =>
      event(`w${index}`, 'node_skipped', 'skipped', { path: `n${index}` }),
    );
    await Promise.all([
      fixture.record.flush({ run, carried: { events, acks: [] } }),
      fixture.record.flush({ run, carried: { events: events.slice(0, 25), acks: [] } }),
      fixture.record.flush({ run, carried: { events: events.slice(10), acks: [] } }),
    ]);
    expect(await sequence()).toEqual({ events: 40, keys: 40, first: 1, last: 40, last_seq: 40 });
  });

  it('stores what is new before and after what is known', async () => {
    const wait = (path: string) =>
      event(`node_waiting:${path}`, 'node_waiting', 'waiting', { path });
    const asleep = event('run_waiting:1', 'run_waiting', 'waiting');
    const flush = (...events: ReturnType<typeof event>[]) =>
      fixture.record.flush({ run, carried: { events, acks: [] } });
    // By a workflow task that was lost. The next one did more before the run went to sleep.
    await flush(wait('a'), asleep);
    await flush(wait('b'), asleep);
    await flush(wait('c'), asleep, wait('d'));
    expect(await fixture.events(run)).toEqual([
      '1 node_waiting a',
      '2 run_waiting',
      '3 node_waiting b',
      '4 node_waiting c',
      '5 node_waiting d',
    ]);
  });

  it('stores one of what comes twice in a batch, and nothing of a node after its end', async () => {
    const of = (
      key: string,
      type: 'node_started' | 'node_completed' | 'node_failed',
      status: 'running' | 'success' | 'failure',
      more: object = {},
    ) => event(key, type, status, { path: 'a', ...more });
    const events = [
      of('s', 'node_started', 'running', { input: { n: 1 } }),
      of('s', 'node_started', 'running', { input: { n: 2 } }),
      of('c', 'node_completed', 'success', { result: { n: 1 }, branch: 'yes' }),
      of('f', 'node_failed', 'failure'),
      event('w', 'run_waiting', 'waiting'),
    ];
    await fixture.record.flush({ run, carried: { events, acks: [] } });
    expect(await fixture.events(run)).toEqual([
      '1 node_started a',
      '2 node_completed a',
      '3 run_waiting',
    ]);
    expect(
      await fixture.one(
        `SELECT n.status, input, result, branch, first_seq, r.status AS run_status, last_seq
         FROM run_nodes n JOIN runs r ON r.id = n.run_id WHERE n.run_id = $1`,
        run.runId,
      ),
    ).toEqual({
      ...{ status: 'success', input: { n: 1 }, result: { n: 1 }, branch: 'yes', first_seq: 1 },
      ...{ run_status: 'waiting', last_seq: 3 },
    });
  });

  it('numbers without gaps when 50 write at once', async () => {
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const node = { address: `loop[${index}]/call`, id: 'call', type: 'http-request' };
        const shared = event('w0', 'run_started', 'running');
        const decision = await fixture.record.begin({
          run,
          node,
          input: {},
          attempt: 1,
          maxAttempts: 1,
          safeToRepeat: false,
          carried: { events: [shared], acks: [] },
          at: AT,
        });
        expect(decision).toEqual({ kind: 'proceed', number: 1 });
        expect(await fixture.record.succeed({ run, node, attempt: 1, result: index, at: AT })).toBe(
          true,
        );
      }),
    );
    expect(await sequence()).toEqual({
      events: 101,
      keys: 101,
      first: 1,
      last: 101,
      last_seq: 101,
    });
  });

  it('lets one of many attempts of a node act', async () => {
    const node = { address: 'pay', id: 'pay', type: 'http-request' };
    const decisions = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        fixture.record.begin({
          run,
          node,
          input: {},
          attempt: index + 1,
          maxAttempts: 20,
          safeToRepeat: false,
          carried: NOTHING,
          at: AT + index,
        }),
      ),
    );
    expect(decisions.filter(({ kind }) => kind === 'proceed')).toHaveLength(1);
  });

  it('records one of many successes', async () => {
    const node = { address: 'pay', id: 'pay', type: 'http-request' };
    const base = { run, node, maxAttempts: 9, safeToRepeat: true, carried: NOTHING, at: AT };
    await fixture.record.begin({ ...base, input: {}, attempt: 1 });
    await fixture.record.begin({ ...base, input: {}, attempt: 2 });
    const written = await Promise.all(
      [1, 2, 1, 2, 1].map((attempt) =>
        fixture.record.succeed({ run, node, attempt, result: attempt, at: AT }),
      ),
    );
    expect(written).toEqual([false, true, false, true, false]);
    expect(await fixture.one('SELECT result FROM run_nodes WHERE run_id = $1', run.runId)).toEqual({
      result: 2,
    });
    expect(await sequence()).toMatchObject({ events: 3, last: 3 });
  });

  it('lets nothing slip in after the end', async () => {
    const ends = await Promise.allSettled([
      ...Array.from({ length: 20 }, (_, index) =>
        fixture.record.flush({
          run,
          carried: { events: [event(`x${index}`, 'run_waiting', 'waiting')], acks: [] },
        }),
      ),
      fixture.record.flush({
        run,
        carried: { events: [event('end', 'run_completed', 'success')], acks: [] },
        end: { status: 'success', output: { a: 1 }, at: AT },
      }),
      ...Array.from({ length: 20 }, (_, index) =>
        fixture.record.flush({
          run,
          carried: { events: [event(`y${index}`, 'run_waiting', 'waiting')], acks: [] },
        }),
      ),
    ]);
    expect(ends.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(
      await fixture.one(
        `SELECT r.status, e.type, e.seq = r.last_seq AS is_last FROM runs r
         JOIN run_events e ON e.run_id = r.id AND e.seq = r.last_seq WHERE r.id = $1`,
        run.runId,
      ),
    ).toEqual({ status: 'success', type: 'run_completed', is_last: true });
  });

  it('creates a run id once, also for two organizations', async () => {
    await fixture.pool.query(`INSERT INTO organizations (id, name) VALUES ('org_2', 'Two')
      ON CONFLICT DO NOTHING`);
    // Many rounds: only calls that meet between the check of an index and its entry tell the two apart.
    for (let round = 0; round < 100; round += 1) {
      const rows = Array.from({ length: 20 }, (_, index) =>
        newRunRow({
          id: `run_same${round}`,
          organizationId: index % 4 === 0 ? 'org_2' : 'org_test',
        }),
      );
      const outcomes = await Promise.all(rows.map((row) => fixture.rows.create(row)));
      expect(outcomes.toSorted()).toEqual(['created', ...Array<string>(19).fill('duplicate')]);
    }
  });
});
