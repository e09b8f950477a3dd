import type { RunReference } from '../../src/record/types';
import { ORGANIZATION, createRecord, event, newRunRow, NOTHING, price } from '../support/record';
import type { RecordFixture } from '../support/record';
import { until } from '../chaos/until';
import { PgRunRecord } from '../../src/record/run-record';
import { ChildRuns } from '../../src/record/child-runs';
import { FREE } from '../../src/record/price';

const AT = 1_700_000_000_000;
const NODE = { address: 'call', id: 'call', type: 'http-request' };
const CALL = price(event('k', 'node_completed', 'success', { path: 'call', nodeType: NODE.type }));
const LOG = price(event('k', 'node_completed', 'success', { path: 'note' }));

let fixture: RecordFixture;
let run: RunReference;
beforeAll(async () => {
  fixture = await createRecord();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  run = await fixture.newRun();
});
// Whatever a test did, the totals are the sums of the events.
afterEach(async () => {
  expect(
    await fixture.pool.query(
      `SELECT r.id, r.cu, sum(e.cu) AS events FROM runs r
       LEFT JOIN run_events e ON e.organization_id = r.organization_id AND e.run_id = r.id
       GROUP BY r.id, r.cu HAVING r.cu <> coalesce(sum(e.cu), 0)`,
    ),
  ).toMatchObject({ rows: [] });
});

const begin = (
  attempt: number,
  carried: Parameters<typeof fixture.record.flush>[0]['carried'] = NOTHING,
) =>
  fixture.record.begin({
    ...{ run, node: NODE, input: {}, attempt, maxAttempts: 5, safeToRepeat: true },
    ...{ carried, at: AT },
  });
const succeed = (attempt: number) =>
  fixture.record.succeed({ run, node: NODE, attempt, result: 1, at: AT });
const flush = (...events: ReturnType<typeof event>[]) =>
  fixture.record.flush({ run, carried: { events, acks: [] } });
const note = (key = 'note') => event(key, 'node_completed', 'success', { path: 'note' });

async function cost(): Promise<unknown> {
  return (await fixture.one('SELECT cu FROM runs WHERE id = $1', run.runId)).cu;
}

it('prices differ, or the tests below would tell nothing', () => {
  expect(CALL).toBeGreaterThan(LOG);
  expect(LOG).toBeGreaterThan(0);
});

describe('a node costs', () => {
  it('when it is through, and nothing before', async () => {
    await begin(1);
    expect(await cost()).toBe(0);
    await succeed(1);
    expect(await cost()).toBe(CALL);
  });

  it('once for all its attempts', async () => {
    for (const attempt of [1, 2, 3]) {
      await begin(attempt);
      const error = { code: 'http_timeout', message: 'No answer' };
      await fixture.record.release({ run, address: 'call', attempt, error });
    }
    await begin(4);
    await succeed(4);
    expect(await cost()).toBe(CALL);
  });

  it('once when its success is written again, by the same attempt or by one that was overtaken', async () => {
    await begin(1);
    await begin(2);
    expect(await succeed(1)).toBe(false);
    await succeed(2);
    await succeed(2);
    expect(await begin(3)).toMatchObject({ kind: 'recorded' });
    expect(await cost()).toBe(CALL);
  });

  it('when it fails', async () => {
    await flush(event('f', 'node_failed', 'failure', { path: 'note', nodeType: 'http-request' }));
    expect(await cost()).toBe(CALL);
  });

  it.each(['node_skipped', 'node_cancelled'] as const)('nothing with %s', async (type) => {
    await flush(event('s', type, type === 'node_skipped' ? 'skipped' : 'cancelled', { path: 'n' }));
    expect(await cost()).toBe(0);
  });

  it('nothing when its success is taken over from another run', async () => {
    await flush({ ...note(), reused: true });
    expect(await cost()).toBe(0);
  });

  it('nothing when the end of the run cuts it off', async () => {
    await begin(1);
    const end = { status: 'cancelled' as const, output: {}, at: AT };
    await fixture.record.flush({ run, carried: NOTHING, end });
    expect(await succeed(1)).toBe(false);
    expect(await cost()).toBe(0);
  });

  it('once when it is carried by several, also by an attempt that is not let through', async () => {
    const carried = { events: [note()], acks: [] };
    await begin(1, carried);
    await begin(1, carried);
    await succeed(1);
    await begin(2, { events: [note(), note('again')], acks: [] });
    await fixture.record.flush({ run, carried });
    expect(await cost()).toBe(CALL + LOG);
  });

  it('what is carried by an attempt that is not let through, too', async () => {
    await begin(1);
    await succeed(1);
    expect(await begin(2, { events: [note()], acks: [] })).toMatchObject({ kind: 'recorded' });
    expect(await cost()).toBe(CALL + LOG);
  });

  it('with the end of the run', async () => {
    const end = { status: 'success' as const, output: {}, at: AT };
    await fixture.record.flush({ run, carried: { events: [note()], acks: [] }, end });
    expect(await cost()).toBe(LOG);
  });

  it('again only if it happens again after a reset', async () => {
    await begin(1);
    await succeed(1);
    await flush(event('f', 'node_failed', 'failure', { path: 'note' }));
    const end = { status: 'failure' as const, output: {}, at: AT };
    await fixture.record.flush({ run, carried: NOTHING, end });
    expect(await cost()).toBe(CALL + LOG);
    await fixture.rows.reopen(ORGANIZATION, run.runId);
    expect(await begin(1)).toMatchObject({ kind: 'recorded' });
    await flush(note());
    expect(await cost()).toBe(CALL + LOG + LOG);
  });

  it('once with many writers', async () => {
    await begin(1);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0 ? succeed(1) : flush(note(), note(`other-${index}`)),
      ),
    );
    expect(await cost()).toBe(CALL + LOG);
  });

  it('nothing in a simulation', async () => {
    const free = new PgRunRecord(
      fixture.pool,
      new ChildRuns(fixture.pool, { compile: fail, checkInput: () => [], toStart: fail }, FREE),
      { changed: () => undefined, childEnded: () => undefined },
      FREE,
    );
    await free.flush({ run, carried: { events: [note()], acks: [] } });
    expect(await cost()).toBe(0);
  });
});

function fail(): never {
  throw new Error('No child is started here.');
}

describe('an organization without compute units', () => {
  const allow = (cu: number) =>
    fixture.pool.query(
      `INSERT INTO cu_accounts (organization_id, monthly_cu, credited) VALUES ($1, $2, $2)
       ON CONFLICT (organization_id) DO UPDATE SET monthly_cu = $2, credited = $2`,
      [ORGANIZATION, cu],
    );
  const used = async (): Promise<number> => {
    const { cu } = await fixture.one('SELECT coalesce(sum(cu), 0)::int AS cu FROM run_events');
    return cu as number;
  };
  afterEach(() => fixture.pool.query('DELETE FROM cu_accounts'));

  it('starts nothing, but simulations and what it has left allow', async () => {
    await allow((await used()) + 1);
    expect(await fixture.rows.create(newRunRow())).toBe('created');
    await flush(note());
    expect(await fixture.rows.create(newRunRow())).toBe('exhausted');
    expect(await fixture.rows.create(newRunRow({ isSimulation: true }))).toBe('created');
    expect(await fixture.rows.create(newRunRow({ id: run.runId }))).toBe('duplicate');
    await allow((await used()) + 1);
    expect(await fixture.rows.create(newRunRow())).toBe('created');
  });

  it('lets what is under way go on', async () => {
    await allow(0);
    expect(await begin(1)).toMatchObject({ kind: 'proceed' });
    expect(await succeed(1)).toBe(true);
  });

  it('is found by settled and unsettled usage alike', async () => {
    await allow(1_000_000);
    const settle = () => fixture.pool.query('SELECT weft_cu_settle($1)', [ORGANIZATION]);
    const standing = () =>
      fixture.one(`SELECT (settled_cu + weft_cu_since(organization_id, settled_xid))::int AS used,
        (SELECT coalesce(sum(cu), 0)::int FROM run_events) AS events,
        (SELECT coalesce(sum(cu), 0)::int FROM cu_usage) AS days, settled_cu::int AS settled
        FROM cu_accounts`);
    const open = await fixture.pool.connect();
    try {
      // Its events come with a lower number than those that are there when the account is settled.
      await open.query('BEGIN');
      await open.query('SELECT pg_current_xact_id()');
      await flush({ ...note(), result: { text: 'nul \0' } });
      await settle();
      const before = await standing();
      expect(before.used).toBe(before.events);
      expect(before.settled).toBeLessThan(before.events as number);
      await open.query(
        `INSERT INTO run_events (organization_id, run_id, seq, key, type, data, at, cu)
         VALUES ($1, $2, 99, 'late', 'node_completed', '{"nodeType":"log"}', now(), 7)`,
        [ORGANIZATION, run.runId],
      );
      await open.query('UPDATE runs SET cu = cu + 7 WHERE id = $1', [run.runId]);
      await open.query('COMMIT');
    } finally {
      open.release();
    }
    expect((await standing()).used).toBe((await standing()).events);
    // Settled is what no open transaction of the whole server can come before: other suites have some.
    const after = await until('all is settled', 10_000, async () => {
      await settle();
      const { settled, ...rest } = await standing();
      return settled === rest.events && rest;
    });
    expect(after).toEqual({ used: after.events, days: after.events, events: after.events });
    await fixture.pool.query('DELETE FROM cu_usage');
  });
});
