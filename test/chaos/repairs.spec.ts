import { Sealer } from '../../src/secrets/sealer';
import { SecretStore } from '../../src/secrets/secret-store';
import { event, NOTHING, ORGANIZATION } from '../support/record';
import { OLD_KEY, ReconcilerFixture } from './reconciler-fixture';

describe('the reconciler', () => {
  let fixture: ReconcilerFixture;

  beforeAll(async () => {
    fixture = await ReconcilerFixture.create();
  });
  afterAll(() => fixture.close());
  beforeEach(() => {
    fixture.warnings.length = 0;
  });

  const resume = (runId: string) =>
    fixture.record.claims.resume({
      organizationId: ORGANIZATION,
      runId,
      address: 'approve',
      payload: { by: 'ada' },
      source: 'manual',
    });
  const count = (types: string[], type: string) => types.filter((each) => each === type).length;

  it('seals secrets again when there is a new key', async () => {
    const old = new SecretStore(fixture.record.pool, new Sealer([OLD_KEY]));
    const [id = ''] = await old.add(ORGANIZATION, ['kept']);
    await fixture.round();
    const sql = 'SELECT key_id FROM secrets WHERE id = $1';
    expect(await fixture.record.one(sql, id)).toEqual({ key_id: 'new' });
  });

  describe('a row without a workflow', () => {
    it('is started when it is old enough, once, under its own id', async () => {
      const run = await fixture.newRun();
      await fixture.round({ startAfterMs: 60_000 });
      await expect(fixture.status(run.runId)).rejects.toThrow('not found');
      await fixture.round();
      expect(await fixture.status(run.runId)).toBe('RUNNING');
      expect(await fixture.row(run)).toMatchObject({ ended: false, workflow_started_at: null });

      await fixture.round();
      expect((await fixture.row(run)).workflow_started_at).toEqual(expect.any(Date));
      const { runId: first } = await fixture.client.workflow.getHandle(run.runId).describe();
      await fixture.round();
      const { runId: last } = await fixture.client.workflow.getHandle(run.runId).describe();
      expect(last).toBe(first);
    });

    it('whose plan is gone fails, and keeps no other from being started', async () => {
      const lost = await fixture.record.newRun({ workflowId: 'wf_gone' });
      const sound = await fixture.newRun();
      await fixture.round();
      expect(await fixture.row(lost)).toMatchObject({
        status: 'failure',
        ended: true,
        error: { code: 'plan_lost' },
      });
      expect(await fixture.record.events(lost)).toEqual(['1 run_failed']);
      const { data } = await fixture.record.one(
        'SELECT data FROM run_events WHERE run_id = $1',
        lost.runId,
      );
      expect(data).toMatchObject({ type: 'run_failed', workflowId: 'wf_gone', runId: lost.runId });
      expect(await fixture.status(sound.runId)).toBe('RUNNING');
    });

    it('that was cancelled meanwhile is cancelled and never started', async () => {
      const run = await fixture.newRun();
      await fixture.record.rows.requestCancel(ORGANIZATION, run.runId);
      await fixture.round();
      expect(await fixture.row(run)).toMatchObject({
        status: 'cancelled',
        ended: true,
        error: { code: 'cancelled', message: 'The run was cancelled.' },
      });
      expect(await fixture.record.events(run)).toEqual(['1 run_cancelled']);
      await expect(fixture.status(run.runId)).rejects.toThrow('not found');
    });

    it('stays cancelled when a start was on its way', async () => {
      const run = await fixture.newRun();
      const loaded = await fixture.load(run);
      await fixture.record.rows.requestCancel(ORGANIZATION, run.runId);
      await fixture.round();
      await fixture.engine.startRun(loaded.run);
      await fixture.until(run, async () => (await fixture.status(run.runId)) === 'TERMINATED');
      expect(await fixture.row(run)).toMatchObject({ status: 'cancelled', ended: true });
      expect(await fixture.record.events(run)).toEqual(['1 run_cancelled']);
    });
  });

  describe('a workflow that was ended from outside', () => {
    it('ends its run with the reason, and the nodes that were open', async () => {
      const run = await fixture.startedRun();
      const events = [
        event('0', 'run_started', 'running'),
        event('1', 'node_waiting', 'waiting', { path: 'approve' }),
      ];
      await fixture.record.record.flush({ run, carried: { events, acks: [] } });
      await fixture.client.workflow.getHandle(run.runId).terminate('stuck since Monday');
      await fixture.round();
      expect(await fixture.row(run)).toMatchObject({
        status: 'failure',
        ended: true,
        error: {
          code: 'workflow_terminated',
          message:
            'The workflow of this run was ended from outside (terminated): stuck since Monday',
        },
      });
      expect(await fixture.record.events(run)).toEqual([
        '1 run_started',
        '2 node_waiting approve',
        '3 run_failed',
      ]);
      expect(
        await fixture.record.one('SELECT status FROM run_nodes WHERE run_id = $1', run.runId),
      ).toEqual({ status: 'cancelled' });
      await fixture.round();
      expect(await fixture.record.events(run)).toHaveLength(3);
    });

    it('takes the runs with it that it waits for', async () => {
      const parent = await fixture.startedRun();
      const place = { runId: parent.runId, address: 'call', waits: true };
      const child = await fixture.newRun({ parent: place, depth: 1 });
      await fixture.until(child, async () => {
        const { workflow_started_at: startedAt } = await fixture.row(child);
        return startedAt !== null;
      });
      await fixture.client.workflow.getHandle(parent.runId).terminate();
      await fixture.until(child, async () =>
        (await fixture.history(child.runId)).includes('workflow_execution_cancel_requested'),
      );
      expect(await fixture.row(parent)).toMatchObject({ status: 'failure', ended: true });
    });

    it('ends its run although nothing was written of it before', async () => {
      const run = await fixture.newRun();
      await fixture.round();
      await fixture.client.workflow.getHandle(run.runId).terminate();
      await fixture.round();
      expect(await fixture.row(run)).toMatchObject({ status: 'failure', ended: true });
    });

    it.each([
      [
        { kind: 'fail', message: 'The plan has no node x.' } as const,
        {
          status: 'failure',
          output: {},
          error: {
            code: 'workflow_failed',
            message:
              'The workflow of this run was ended from outside (failed): The plan has no node x.',
          },
        },
      ],
      [
        { kind: 'complete', result: { total: 3 } } as const,
        { status: 'success', output: { total: 3 }, error: null },
      ],
    ])('by itself without a word to the record: %j', async (reply, end) => {
      const run = await fixture.startedRun();
      await fixture.drive(run, reply);
      await fixture.round();
      expect(await fixture.row(run)).toMatchObject({ ...end, ended: true });
    });

    it('is not ended when it goes on in a new execution', async () => {
      const run = await fixture.startedRun();
      await fixture.drive(run, { kind: 'continue-as-new' });
      await fixture.round();
      expect(await fixture.row(run)).toMatchObject({ status: 'running', ended: false });
      expect(await fixture.history(run.runId)).toContain('workflow_execution_started');
    });
  });

  describe('a run that has ended', () => {
    const end = async (run: Awaited<ReturnType<ReconcilerFixture['newRun']>>, at: number) => {
      const started = event('0', 'run_started', 'running');
      await fixture.record.record.flush({ run, carried: { events: [started], acks: [] } });
      await fixture.record.record.flush({
        run,
        carried: NOTHING,
        end: { status: 'failure', output: {}, at },
      });
    };

    it('is left alone while its workflow is about to close, however long that takes', async () => {
      const run = await fixture.startedRun();
      await end(run, Date.now());
      await fixture.round();
      expect(await fixture.row(run)).toMatchObject({ status: 'failure', ended: true });
    });

    it('goes on when its workflow was reset', async () => {
      const run = await fixture.startedRun();
      await fixture.drive(run, { kind: 'nothing' });
      await fixture.client.workflow.getHandle(run.runId).signal('poke');
      await end(run, Date.now());
      await fixture.drive(run, { kind: 'fail', message: 'no stock' });
      await fixture.round();
      expect(await fixture.row(run)).toMatchObject({ status: 'failure', ended: true });

      await fixture.reset(run.runId);
      await fixture.until(run, async () => (await fixture.row(run)).ended === false);
      expect(await fixture.row(run)).toMatchObject({
        status: 'running',
        finished_at: null,
        error: null,
      });
      await fixture.record.record.flush({
        run,
        carried: NOTHING,
        end: { status: 'success', output: {}, at: Date.now() },
      });
      await fixture.round();
      expect(await fixture.row(run)).toMatchObject({ status: 'success', ended: true });
      expect(await fixture.record.events(run)).toEqual([
        '1 run_started',
        '2 run_failed',
        '3 run_completed',
      ]);
    });
  });

  describe('what a run does not answer to', () => {
    it('is signalled again, then less and less often, and not once it is acknowledged', async () => {
      const run = await fixture.startedRun();
      const claimed = await resume(run.runId);
      if (claimed.kind !== 'claimed') throw new Error(claimed.kind);
      const signals = async () =>
        count(await fixture.history(run.runId), 'workflow_execution_signaled');
      await fixture.round({ tellAfterMs: 60_000 });
      expect(await signals()).toBe(0);
      await fixture.round();
      expect(await signals()).toBe(1);

      const age = (sql: string) =>
        fixture.record.pool.query(`UPDATE run_claims SET ${sql} WHERE run_id = $1`, [run.runId]);
      await age(`created_at = now() - interval '50 s', signalled_at = now() - interval '20 s'`);
      await fixture.round();
      expect(await signals()).toBe(1);
      await age(`signalled_at = now() - interval '30 s'`);
      await fixture.round();
      expect(await signals()).toBe(2);

      await age(`created_at = now() - interval '2 h', signalled_at = now() - interval '61 min'`);
      const carried = { events: [], acks: [claimed.claim.id] };
      await fixture.record.record.flush({ run, carried });
      await fixture.round();
      expect(await signals()).toBe(2);
    });

    it('is cancelled again, which costs its history no more than once', async () => {
      const run = await fixture.startedRun();
      await fixture.record.rows.requestCancel(ORGANIZATION, run.runId);
      const requests = async () =>
        count(await fixture.history(run.runId), 'workflow_execution_cancel_requested');
      await fixture.round({ tellAfterMs: 60_000 });
      expect(await requests()).toBe(0);
      await fixture.round();
      await fixture.round();
      expect(await requests()).toBe(1);
      expect(await fixture.row(run)).toMatchObject({ ended: false });
    });

    it('ends a cancelled run that Temporal does not know', async () => {
      const run = await fixture.newRun();
      const started = event('0', 'run_started', 'running');
      await fixture.record.record.flush({ run, carried: { events: [started], acks: [] } });
      await fixture.round();
      expect(await fixture.row(run)).toMatchObject({ ended: false });
      expect(fixture.warnings).toEqual([expect.stringContaining(run.runId)]);
      await fixture.record.rows.requestCancel(ORGANIZATION, run.runId);
      await fixture.round();
      expect(await fixture.row(run)).toMatchObject({ status: 'cancelled', ended: true });
    });
  });

  describe('a webhook delivery', () => {
    it('that was written and not started is started', async () => {
      const id = await fixture.newDelivery();
      await fixture.round({ startAfterMs: 60_000 });
      await expect(fixture.status(id)).rejects.toThrow('not found');
      await fixture.round();
      expect(await fixture.status(id)).toBe('RUNNING');
      await fixture.round();
      expect(await fixture.delivery(id)).toEqual({ status: 'pending', error_message: null });
    });

    it('whose workflow was terminated is given up', async () => {
      const id = await fixture.newDelivery();
      await fixture.round();
      await fixture.client.workflow.getHandle(id).terminate();
      await fixture.round();
      expect(await fixture.delivery(id)).toEqual({
        status: 'failure',
        error_message: 'The delivery was ended from outside: terminated',
      });
    });
  });

  it('warns of nothing else', async () => {
    await fixture.round();
    expect(fixture.warnings).toEqual([]);
  });
});
