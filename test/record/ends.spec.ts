import type { RunReference } from '../../src/record/types';
import { LostRuns } from '../../src/record/lost-runs';
import { createRecord, event, NOTHING, ORGANIZATION, type RecordFixture } from '../support/record';

const AT = 1_700_000_000_000;

describe('the end of a run', () => {
  let fixture: RecordFixture;

  beforeAll(async () => {
    fixture = await createRecord();
  });
  afterAll(() => fixture.close());

  const end = (run: RunReference, status: 'success' | 'failure' = 'success') =>
    fixture.record.flush({
      run,
      carried: {
        events: [event('w9', status === 'success' ? 'run_completed' : 'run_failed', status)],
        acks: [],
      },
      end: {
        status,
        output: { log: { message: 'hi' } },
        at: AT,
        ...(status === 'failure' && { error: { code: 'http_timeout', message: 'No answer' } }),
      },
    });

  it('sets status, output, error and time, and is written once', async () => {
    const run = await fixture.newRun();
    await end(run, 'failure');
    await end(run, 'success');
    expect(
      await fixture.one(
        'SELECT status, ended, output, error, finished_at, last_seq FROM runs WHERE id = $1',
        run.runId,
      ),
    ).toEqual({
      status: 'failure',
      ended: true,
      output: { log: { message: 'hi' } },
      error: { code: 'http_timeout', message: 'No answer' },
      finished_at: new Date(AT),
      last_seq: 1,
    });
  });

  it.each([
    ['success', 'run_completed'],
    ['partial', 'run_partial'],
    ['failure', 'run_failed'],
    ['cancelled', 'run_cancelled'],
  ] as const)('from outside as %s has the event %s', async (status, type) => {
    const run = await fixture.newRun();
    await fixture.record.flush({
      run,
      carried: { events: [], acks: [] },
      end: { status, output: {}, at: AT },
    });
    expect(await fixture.events(run)).toEqual([`1 ${type}`]);
  });

  it('leaves no node running and no claim to be signalled', async () => {
    const run = await fixture.newRun();
    await fixture.record.flush({
      run,
      carried: {
        events: [
          event('w1', 'node_waiting', 'waiting', { path: 'approve', wakeAt: AT + 5 }),
          event('w2', 'node_completed', 'success', { path: 'log', result: 1 }),
        ],
        acks: [],
      },
    });
    await fixture.claims.resume({
      organizationId: ORGANIZATION,
      runId: run.runId,
      address: 'approve',
      payload: null,
      source: 'manual',
    });
    await end(run);
    const { rows } = await fixture.pool.query(
      'SELECT path, status, finished_at FROM run_nodes WHERE run_id = $1 ORDER BY path',
      [run.runId],
    );
    expect(rows).toEqual([
      { path: 'approve', status: 'cancelled', finished_at: new Date(AT) },
      { path: 'log', status: 'success', finished_at: new Date(AT) },
    ]);
    const open = await fixture.claims.notAcknowledged(new Date(Date.now() + 60_000), 10);
    expect(open.filter(({ runId }) => runId === run.runId)).toEqual([]);
  });

  it('is claimed for the parent that waits for it', async () => {
    const parent = await fixture.newRun();
    const child = await fixture.newRun({
      parent: { runId: parent.runId, address: 'call', waits: true },
      depth: 1,
    });
    await end(child, 'failure');
    await end(child, 'failure');
    expect(fixture.childEnds).toEqual([
      {
        organizationId: ORGANIZATION,
        runId: parent.runId,
        claim: {
          id: `child_${child.runId}`,
          address: 'call',
          payload: {
            runId: child.runId,
            status: 'failure',
            output: { log: { message: 'hi' } },
            error: { code: 'http_timeout', message: 'No answer' },
          },
          source: 'child',
        },
      },
    ]);
    expect(
      await fixture.one('SELECT kind, acked_at FROM run_claims WHERE run_id = $1', parent.runId),
    ).toEqual({ kind: 'child', acked_at: null });
  });

  it('asks the runs that it waits for to stop, unless it succeeds', async () => {
    const asked = async (status: 'success' | 'failure'): Promise<string[]> => {
      const parent = await fixture.newRun();
      const child = (address: string, waits: boolean) =>
        fixture.newRun({ parent: { runId: parent.runId, address, waits }, depth: 1 });
      const [awaited, forgotten, over] = [
        await child('awaited', true),
        await child('forgotten', false),
        await child('over', true),
      ];
      await end(over);
      await end(parent, status);
      const { rows } = await fixture.pool.query<{ id: string }>(
        'SELECT id FROM runs WHERE cancel_requested_at IS NOT NULL AND id = ANY ($1)',
        [[parent, awaited, forgotten, over].map(({ runId }) => runId)],
      );
      return rows.map(({ id }) => (id === awaited.runId ? 'awaited' : id));
    };
    expect(await asked('failure')).toEqual(['awaited']);
    expect(await asked('success')).toEqual([]);
  });

  it('claims nothing for a parent that has ended or does not wait', async () => {
    fixture.childEnds.length = 0;
    const parent = await fixture.newRun();
    const forgotten = await fixture.newRun({
      parent: { runId: parent.runId, address: 'a', waits: false },
    });
    const late = await fixture.newRun({
      parent: { runId: parent.runId, address: 'b', waits: true },
    });
    await end(forgotten);
    await end(parent);
    await end(late);
    expect(fixture.childEnds).toEqual([]);
    expect(
      await fixture.one(
        'SELECT count(*)::int AS claims FROM run_claims WHERE run_id = $1',
        parent.runId,
      ),
    ).toEqual({ claims: 0 });
  });
});

describe('the status of a run', () => {
  let fixture: RecordFixture;

  beforeAll(async () => {
    fixture = await createRecord();
  });
  afterAll(() => fixture.close());

  it('follows its events, and each node has the newest', async () => {
    const run = await fixture.newRun();
    const flush = (...events: ReturnType<typeof event>[]) =>
      fixture.record.flush({ run, carried: { events, acks: [] } });
    const state = () =>
      fixture.one(
        `SELECT r.status AS run, n.status AS node, n.branch, n.wake_at, n.input, n.first_seq
         FROM runs r JOIN run_nodes n ON n.run_id = r.id WHERE r.id = $1`,
        run.runId,
      );
    await flush(
      event('w0', 'run_started', 'running'),
      event('w1', 'node_started', 'running', { path: 'approve', input: { a: 1 } }),
      event('w2', 'node_waiting', 'waiting', { path: 'approve', wakeAt: AT }),
      event('w3', 'run_waiting', 'waiting'),
    );
    expect(await state()).toEqual({
      run: 'waiting',
      node: 'waiting',
      branch: null,
      wake_at: new Date(AT),
      input: { a: 1 },
      first_seq: 2,
    });
    await flush(
      event('w3', 'run_waiting', 'waiting'),
      event('w4', 'run_resumed', 'running'),
      event('w5', 'node_completed', 'success', { path: 'approve', branch: 'resumed' }),
    );
    expect(await state()).toEqual({
      run: 'running',
      node: 'success',
      branch: 'resumed',
      wake_at: null,
      input: { a: 1 },
      first_seq: 2,
    });
  });

  it('tells when a run waits to be started or cancelled', async () => {
    const run = await fixture.newRun({ startedAt: new Date(AT) });
    const lost = new LostRuns(fixture.pool);
    const waiting = async () =>
      (await lost.unstarted(new Date(AT + 1), 10)).map(({ runId }) => runId);
    expect(await waiting()).toEqual([run.runId]);
    expect(await lost.unstarted(new Date(AT), 10)).toEqual([]);
    await fixture.rows.markStarted(ORGANIZATION, run.runId);
    expect(await waiting()).toEqual([]);

    const cancel = () => fixture.rows.requestCancel(ORGANIZATION, run.runId);
    expect(await cancel()).toBe('requested');
    expect(await fixture.rows.requestCancel('org_other', run.runId)).toBe('unknown-run');
    await fixture.record.flush({
      run,
      carried: { events: [], acks: [] },
      end: { status: 'cancelled', output: {}, at: AT },
    });
    expect(await cancel()).toBe('run-ended');
  });
});

describe('a run that was reset and runs again', () => {
  let fixture: RecordFixture;

  beforeAll(async () => {
    fixture = await createRecord();
  });
  afterAll(() => fixture.close());

  it('takes nothing until it is reopened, but what its own end forgets', async () => {
    const run = await fixture.newRun();
    const flush = (executionId?: string) =>
      fixture.record.flush(
        { run, carried: { events: [event('w1', 'run_waiting', 'waiting')], acks: [] } },
        executionId,
      );
    const end = (executionId?: string) =>
      fixture.record.flush(
        {
          run,
          carried: { events: [event('w2', 'run_completed', 'success')], acks: [] },
          end: { status: 'success', output: {}, at: AT },
        },
        executionId,
      );
    expect(await end('first')).toBe(true);
    // Its answer was lost, or another write was on its way.
    expect([await end('first'), await flush('first')]).toEqual([true, true]);
    expect([await end('reset'), await flush('reset')]).toEqual([false, false]);
    expect(await fixture.events(run)).toEqual(['1 run_completed']);

    await fixture.rows.reopen(ORGANIZATION, run.runId);
    expect([await flush('reset'), await end('reset')]).toEqual([true, true]);
    expect(await fixture.events(run)).toEqual([
      '1 run_completed',
      '2 run_waiting',
      '3 run_completed',
    ]);
  });

  it('that was ended from outside takes nothing either', async () => {
    const run = await fixture.newRun();
    const end = { status: 'failure', output: {}, at: AT } as const;
    expect(await fixture.record.flush({ run, carried: NOTHING, end })).toBe(true);
    expect(await fixture.record.flush({ run, carried: NOTHING, end })).toBe(true);
    expect(await fixture.record.flush({ run, carried: NOTHING }, 'reset')).toBe(false);
  });

  it('and is gone has nothing to wait for', async () => {
    const run = { organizationId: ORGANIZATION, runId: 'run_gone', workflowId: '' };
    expect(await fixture.record.flush({ run, carried: NOTHING }, 'first')).toBe(true);
  });

  it('waits again for what it waited for: resumes, and runs that have ended meanwhile', async () => {
    const run = await fixture.newRun();
    const { runId } = run;
    const parent = { runId, address: 'call', waits: true };
    const child = await fixture.newRun({ parent, depth: 1 });
    const resume = (address: string, name: string) =>
      fixture.claims.resume({
        ...{ organizationId: ORGANIZATION, runId, address, name },
        ...{ payload: name, source: 'manual' },
      });
    await resume('approve', 'ada');
    await resume('sign', 'ada');
    await fixture.record.claimTimeout({ run, address: 'ask', known: [] });
    const events = [
      event('s', 'node_completed', 'success', { path: 'sign', result: {} }),
      event('a', 'node_cancelled', 'cancelled', { path: 'approve' }),
      event('b', 'node_failed', 'failure', { path: 'ask' }),
    ];
    const failed = { status: 'failure', output: {}, at: AT } as const;
    await fixture.record.flush({ run, carried: { events, acks: [] }, end: failed });
    expect(await resume('approve', 'bob')).toEqual({ kind: 'run-ended' });
    const cancelled = { status: 'cancelled', output: {}, at: AT } as const;
    await fixture.record.flush({ run: child, carried: NOTHING, end: cancelled });

    await fixture.rows.reopen(ORGANIZATION, runId);
    const open = await fixture.claims.notAcknowledged(new Date(Date.now() + 60_000), 10);
    const told = open.filter((one) => one.runId === runId);
    expect(told.map(({ kind, claim }) => [kind, claim.address, claim.payload])).toEqual([
      ['resume', 'approve', 'ada'],
      ['child', 'call', { runId: child.runId, status: 'cancelled', output: {}, error: null }],
    ]);
    expect(await resume('ask', 'ada')).toMatchObject({ kind: 'claimed' });
    expect(await resume('sign', 'bob')).toEqual({ kind: 'settled' });
  });

  it('keeps its successes, tries the rest again and tells of it with new numbers', async () => {
    const run = await fixture.newRun();
    const base = {
      run,
      input: {},
      maxAttempts: 2,
      safeToRepeat: true,
      carried: { events: [], acks: [] },
      at: AT,
    };
    const paid = { address: 'pay', id: 'pay', type: 'http-request' };
    const failed = { address: 'ship', id: 'ship', type: 'http-request' };
    await fixture.record.begin({ ...base, node: paid, attempt: 1 });
    await fixture.record.succeed({ run, node: paid, attempt: 1, result: 'paid', at: AT });
    await fixture.record.begin({ ...base, node: failed, attempt: 2 });
    const error = { code: 'timeout', message: 'Too late' };
    const end = (status: 'failure' | 'success') =>
      fixture.record.flush({
        run,
        carried: {
          events: [
            ...(status === 'failure'
              ? [event('w1', 'node_failed', 'failure', { path: 'ship', error })]
              : []),
            event('w2', status === 'failure' ? 'run_failed' : 'run_completed', status),
          ],
          acks: [],
        },
        end: { status, output: {}, at: AT },
      });
    await fixture.record.claimTimeout({ run, address: 'approve', known: [] });
    await end('failure');

    expect(await fixture.rows.reopen('org_other', run.runId)).toBe(false);
    expect(await fixture.rows.reopen(ORGANIZATION, run.runId)).toBe(true);
    expect(await fixture.rows.reopen(ORGANIZATION, run.runId)).toBe(false);
    expect(await fixture.record.begin({ ...base, node: paid, attempt: 1 })).toEqual({
      kind: 'recorded',
      result: 'paid',
    });
    expect(await fixture.record.begin({ ...base, node: failed, attempt: 1 })).toEqual({
      kind: 'proceed',
      number: 1,
    });
    await fixture.record.succeed({ run, node: failed, attempt: 1, result: null, at: AT });
    const resumed = await fixture.claims.resume({
      organizationId: ORGANIZATION,
      runId: run.runId,
      address: 'approve',
      payload: null,
      source: 'manual',
    });
    expect(resumed.kind).toBe('claimed');
    await end('success');
    expect(await fixture.events(run)).toEqual([
      '1 node_started pay',
      '2 node_completed pay',
      '3 node_started ship',
      '4 node_failed ship',
      '5 run_failed',
      '6 node_started ship',
      '7 node_completed ship',
      '8 run_completed',
    ]);
  });
});
