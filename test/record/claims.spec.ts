import type { ResumeOutcome } from '../../src/record/claims';
import type { RunReference } from '../../src/record/types';
import { createRecord, event, ORGANIZATION, type RecordFixture } from '../support/record';

const AT = 1_700_000_000_000;

describe('claims', () => {
  let fixture: RecordFixture;
  let run: RunReference;

  beforeAll(async () => {
    fixture = await createRecord({ poolSize: 60 });
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    run = await fixture.newRun();
  });

  const resume = (more: { address?: string; name?: string; payload?: unknown } = {}) =>
    fixture.claims.resume({
      organizationId: ORGANIZATION,
      runId: run.runId,
      address: more.address ?? 'approve',
      ...(more.name !== undefined && { name: more.name }),
      payload: (more.payload ?? { approved: true }) as never,
      source: 'manual',
    });
  const timeout = (known: string[] = []) =>
    fixture.record.claimTimeout({ run, address: 'approve', known });
  const settleWait = (path = 'approve') =>
    fixture.record.flush({
      run,
      carried: { events: [event(`w-${path}`, 'node_completed', 'success', { path })], acks: [] },
    });
  const idOf = (outcome: ResumeOutcome) => {
    if (outcome.kind !== 'claimed') throw new Error(outcome.kind);
    return outcome.claim.id;
  };

  it('is granted before the wait is reached, once', async () => {
    const first = await resume({ payload: { n: 1 } });
    expect(first).toEqual({
      kind: 'claimed',
      claim: {
        id: expect.stringMatching(/^clm_\w{22}$/),
        address: 'approve',
        payload: { n: 1 },
        source: 'manual',
      },
    });
    expect(await resume({ payload: { n: 2 } })).toEqual({ kind: 'duplicate' });
    expect(await resume({ address: 'loop[1]/approve' })).toMatchObject({ kind: 'claimed' });
  });

  it('is granted once for each name', async () => {
    expect(await resume({ name: 'anna' })).toMatchObject({ claim: { name: 'anna' } });
    expect(await resume({ name: 'ben' })).toMatchObject({ kind: 'claimed' });
    expect(await resume({ name: 'anna' })).toEqual({ kind: 'duplicate' });
    expect(await resume({ name: '__proto__' })).toMatchObject({ claim: { name: '__proto__' } });
  });

  it('knows neither strange runs nor those of others', async () => {
    const base = { organizationId: ORGANIZATION, address: 'a', payload: null, source: 'manual' };
    expect(await fixture.claims.resume({ ...base, runId: 'run_none' })).toEqual({
      kind: 'unknown-run',
    });
    expect(
      await fixture.claims.resume({ ...base, runId: run.runId, organizationId: 'org_other' }),
    ).toEqual({ kind: 'unknown-run' });
    expect(await fixture.claims.resume({ ...base, runId: run.runId, address: 'a\0b' })).toEqual({
      kind: 'unknown-run',
    });
  });

  it('is refused after the end of the run', async () => {
    await fixture.record.flush({
      run,
      carried: { events: [], acks: [] },
      end: { status: 'cancelled', output: {}, at: AT },
    });
    expect(await resume()).toEqual({ kind: 'run-ended' });
  });

  it('is refused after its wait is over', async () => {
    await resume({ name: 'anna' });
    await settleWait();
    expect(await resume({ name: 'ben' })).toEqual({ kind: 'settled' });
  });

  it('is refused after the timeout, which is final', async () => {
    expect(await timeout()).toEqual({ winner: 'timeout' });
    expect(await resume()).toEqual({ kind: 'timed-out' });
    expect(await timeout()).toEqual({ winner: 'timeout' });
  });

  it('beats a timeout that comes later, as often as that asks', async () => {
    const outcome = await resume({ payload: { n: 1 } });
    const won = {
      winner: 'resume',
      claim: { id: idOf(outcome), payload: { n: 1 }, source: 'manual' },
    };
    expect(await timeout()).toEqual(won);
    expect(await timeout()).toEqual(won);
  });

  it('has beaten the timeout also when the wait, and the run, are over by the time it is asked again', async () => {
    const won = { winner: 'resume', claim: { id: idOf(await resume({ payload: 1 })) } };
    expect(await timeout()).toMatchObject(won);
    await settleWait();
    expect(await timeout()).toMatchObject(won);
    await fixture.record.flush({
      run,
      carried: { events: [], acks: [] },
      end: { status: 'success', output: {}, at: AT },
    });
    expect(await timeout()).toMatchObject(won);
  });

  it('loses to the timeout when the run knows it already and it was not enough', async () => {
    const anna = idOf(await resume({ name: 'anna' }));
    expect(await timeout([])).toMatchObject({
      winner: 'resume',
      claim: { id: anna, name: 'anna' },
    });
    expect(await timeout([anna])).toEqual({ winner: 'timeout' });
    expect(await resume({ name: 'ben' })).toEqual({ kind: 'timed-out' });
  });

  it('has one winner of a timeout and a resume, 100 times over', async () => {
    const won = { timeout: 0, resume: 0 };
    const runs = await Promise.all(Array.from({ length: 100 }, () => fixture.newRun()));
    await Promise.all(
      runs.map(async (each, index) => {
        const wait = { run: each, address: 'approve', known: [] };
        const wake = { ...wait, organizationId: ORGANIZATION, payload: null, source: 'manual' };
        const calls = [
          () => fixture.record.claimTimeout(wait),
          () => fixture.claims.resume({ ...wake, runId: each.runId }),
        ] as const;
        const [decided, resumed] =
          index % 2 === 0
            ? await Promise.all([calls[0](), calls[1]()])
            : (await Promise.all([calls[1](), calls[0]()])).reverse();
        const timedOut = (decided as { winner: string }).winner === 'timeout';
        expect((resumed as ResumeOutcome).kind).toBe(timedOut ? 'timed-out' : 'claimed');
        won[timedOut ? 'timeout' : 'resume']++;
        expect(
          await fixture.one('SELECT kind FROM run_claims WHERE run_id = $1', each.runId),
        ).toEqual({ kind: timedOut ? 'timeout' : 'resume' });
      }),
    );
    expect(won.timeout + won.resume).toBe(100);
  });

  it('grants one of many resumes', async () => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => resume()));
    expect(outcomes.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'duplicate')).toHaveLength(29);
  });

  it('is not signalled to a run that has ended, when it was made at that very moment', async () => {
    await fixture.record.flush({
      run,
      carried: { events: [], acks: [] },
      end: { status: 'success', output: {}, at: 1 },
    });
    await fixture.pool.query(
      `INSERT INTO run_claims
         (organization_id, run_id, path, kind, name, id, payload, source, created_at)
       VALUES ($1, $2, 'call', 'child', '', 'child_run_x', '{}', 'child', now())`,
      [ORGANIZATION, run.runId],
    );
    const open = await fixture.claims.notAcknowledged(new Date(Date.now() + 60_000), 1_000);
    expect(open.filter(({ runId }) => runId === run.runId)).toEqual([]);
  });

  it('is signalled again until the run acknowledges it', async () => {
    const id = idOf(await resume());
    const later = new Date(Date.now() + 60_000);
    const mine = async () =>
      (await fixture.claims.notAcknowledged(later, 1_000)).filter(
        ({ runId }) => runId === run.runId,
      );
    expect(await mine()).toEqual([
      {
        organizationId: ORGANIZATION,
        runId: run.runId,
        kind: 'resume',
        claim: { id, address: 'approve', payload: { approved: true }, source: 'manual' },
      },
    ]);
    expect(await fixture.claims.notAcknowledged(new Date(Date.now() - 60_000), 10)).toEqual([]);
    await fixture.record.flush({ run, carried: { events: [], acks: [id] } });
    expect(await mine()).toEqual([]);
  });

  it('is not granted once the run is to be cancelled', async () => {
    await resume({ address: 'before' });
    await fixture.rows.requestCancel(ORGANIZATION, run.runId);
    expect(await resume()).toEqual({ kind: 'cancelling' });
    expect(await resume({ address: 'before' })).toEqual({ kind: 'duplicate' });
  });

  it('is consumed when its wait is over', async () => {
    await resume();
    await resume({ address: 'other' });
    await settleWait();
    expect(
      await fixture.one(
        `SELECT array_agg(path) AS paths FROM run_claims
         WHERE run_id = $1 AND consumed_at IS NOT NULL`,
        run.runId,
      ),
    ).toEqual({ paths: ['approve'] });
  });

  it('is limited to 1,000 that are not consumed', async () => {
    await fixture.pool.query(
      `INSERT INTO run_claims
         (organization_id, run_id, path, kind, name, id, payload, source, created_at)
       SELECT $1, $2, 'w' || n, 'resume', '', 'clm_' || n, 'null', 'manual', now()
       FROM generate_series(1, 999) n`,
      [ORGANIZATION, run.runId],
    );
    expect(await resume()).toMatchObject({ kind: 'claimed' });
    expect(await resume({ address: 'next' })).toEqual({ kind: 'too-many' });
    await settleWait('w1');
    expect(await resume({ address: 'next' })).toMatchObject({ kind: 'claimed' });
  });

  it('is limited to 4 MB that are not consumed', async () => {
    const payload = 'x'.repeat(1_500_000);
    expect(await resume({ address: 'w1', payload })).toMatchObject({ kind: 'claimed' });
    expect(await resume({ address: 'w2', payload })).toMatchObject({ kind: 'claimed' });
    expect(await resume({ address: 'w3', payload })).toEqual({ kind: 'too-many' });
    expect(await resume({ address: 'w3' })).toMatchObject({ kind: 'claimed' });
    await settleWait('w1');
    expect(await resume({ address: 'w4', payload })).toMatchObject({ kind: 'claimed' });
  });
});
