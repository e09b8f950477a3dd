import type { BeginAttempt } from '../../activities/deps';
import type { RunReference } from '../../src/record/types';
import { createRecord, event, NOTHING, type RecordFixture } from '../support/record';

const AT = 1_700_000_000_000;
const NODE = { address: 'charge', id: 'charge', type: 'http-request' };

describe('attempts', () => {
  let fixture: RecordFixture;
  let run: RunReference;

  beforeAll(async () => {
    fixture = await createRecord();
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    run = await fixture.newRun();
  });

  const begin = (attempt: number, more: Partial<BeginAttempt> = {}) =>
    fixture.record.begin({
      run,
      node: NODE,
      input: { url: 'https://example.com' },
      attempt,
      maxAttempts: 3,
      safeToRepeat: true,
      carried: NOTHING,
      at: AT,
      ...more,
    });
  const succeed = (attempt: number, result: unknown = { ok: true }) =>
    fixture.record.succeed({ run, node: NODE, attempt, result: result as never, at: AT + 50 });
  const release = (attempt: number, code = 'http_timeout') =>
    fixture.record.release({
      run,
      address: NODE.address,
      attempt,
      error: { code, message: 'No answer' },
    });
  const node = () =>
    fixture.one(
      `SELECT status, attempt, attempts, attempt_open, result, error, input, started_at, finished_at
       FROM run_nodes WHERE run_id = $1 AND path = 'charge'`,
      run.runId,
    );

  it('writes the start with what is carried, and the success', async () => {
    const carried = { events: [event('w0', 'run_started', 'running')], acks: [] };
    expect(await begin(1, { carried })).toEqual({ kind: 'proceed', number: 1 });
    expect(await node()).toEqual({
      status: 'running',
      attempt: 1,
      attempts: 1,
      attempt_open: true,
      result: null,
      error: null,
      input: { url: 'https://example.com' },
      started_at: new Date(AT),
      finished_at: null,
    });
    expect(await succeed(1)).toBe(true);
    expect(await node()).toMatchObject({
      status: 'success',
      attempt_open: false,
      result: { ok: true },
      input: { url: 'https://example.com' },
      finished_at: new Date(AT + 50),
    });
    expect(await fixture.events(run)).toEqual([
      '1 run_started',
      '2 node_started charge',
      '3 node_completed charge',
    ]);
    expect(await fixture.one('SELECT last_seq, status FROM runs WHERE id = $1', run.runId)).toEqual(
      { last_seq: 3, status: 'running' },
    );
  });

  it('writes the row of the run once, with or without what is carried', async () => {
    await fixture.pool.query(`
      CREATE TABLE row_writes (run_id text);
      CREATE FUNCTION note_row_write() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN INSERT INTO row_writes VALUES (NEW.id); RETURN NULL; END $$;
      CREATE TRIGGER note_row_write AFTER UPDATE ON runs
        FOR EACH ROW EXECUTE FUNCTION note_row_write();`);
    const writes = async (): Promise<unknown> =>
      (
        await fixture.one(
          'SELECT count(*)::int AS writes FROM row_writes WHERE run_id = $1',
          run.runId,
        )
      ).writes;
    const events = [
      event('w0', 'run_started', 'running'),
      event('w1', 'node_completed', 'success', { path: 'root' }),
    ];
    await begin(1, { carried: { events, acks: [] } });
    expect(await writes()).toBe(1);
    await begin(1, { node: { ...NODE, address: 'refund', id: 'refund' } });
    expect(await writes()).toBe(2);
    // What is known already changes nothing.
    await begin(1, { carried: { events, acks: ['clm_unknown'] } });
    expect(await writes()).toBe(2);
    expect(await fixture.one('SELECT last_seq FROM runs WHERE id = $1', run.runId)).toEqual({
      last_seq: 4,
    });
  });

  it('gives the recorded result to every later attempt', async () => {
    await begin(1);
    await succeed(1, { paid: 12 });
    expect(await begin(2)).toEqual({ kind: 'recorded', result: { paid: 12 } });
    expect(await fixture.events(run)).toHaveLength(2);
  });

  it('records null as a result', async () => {
    await begin(1);
    await succeed(1, null);
    expect(await begin(2)).toEqual({ kind: 'recorded', result: null });
  });

  it('counts attempts that began, and says which one it is', async () => {
    await begin(1);
    await release(1);
    expect(await node()).toMatchObject({
      attempt_open: false,
      error: { code: 'http_timeout', message: 'No answer' },
    });
    // Temporal's second and third attempts never began.
    expect(await begin(4)).toEqual({ kind: 'proceed', number: 2 });
    expect(await node()).toMatchObject({ attempt: 4, attempts: 2, attempt_open: true });
    expect(await fixture.events(run)).toEqual(['1 node_started charge', '2 node_retrying charge']);
    const retrying = await fixture.one(
      'SELECT data FROM run_events WHERE run_id = $1 AND seq = 2',
      run.runId,
    );
    expect(retrying.data).toEqual({
      type: 'node_retrying',
      runId: run.runId,
      workflowId: 'wf_test',
      nodeId: 'charge',
      path: 'charge',
      nodeType: 'http-request',
      status: 'running',
      at: new Date(AT).toISOString(),
      attempt: 2,
    });
  });

  it('is exhausted with the last error that was released', async () => {
    await begin(1, { maxAttempts: 2 });
    await release(1, 'first');
    await begin(2, { maxAttempts: 2 });
    await release(2, 'second');
    expect(await begin(3, { maxAttempts: 2 })).toEqual({
      kind: 'exhausted',
      error: { code: 'second', message: 'No answer' },
    });
    expect(await node()).toMatchObject({ attempt: 2, attempts: 2, status: 'running' });
  });

  it('repeats a lost attempt that is safe to repeat, which counts', async () => {
    await begin(1, { maxAttempts: 2 });
    expect(await begin(2, { maxAttempts: 2 })).toEqual({ kind: 'proceed', number: 2 });
    expect(await begin(3, { maxAttempts: 2 })).toEqual({ kind: 'exhausted' });
  });

  it('does not repeat a lost attempt that is not safe to repeat', async () => {
    await begin(1, { safeToRepeat: false });
    for (const attempt of [2, 3]) {
      const later = { safeToRepeat: false, at: AT + attempt };
      expect(await begin(attempt, later)).toEqual({ kind: 'outcome-unknown' });
    }
    expect(await node()).toMatchObject({ attempts: 1, attempt_open: true });
  });

  it('repeats a released attempt even when a lost one would not be', async () => {
    await begin(1, { safeToRepeat: false });
    await release(1);
    expect(await begin(2, { safeToRepeat: false })).toEqual({ kind: 'proceed', number: 2 });
  });

  it('lets nothing happen twice when a workflow was reset and counts its attempts anew', async () => {
    await begin(1, { safeToRepeat: false });
    const anew = { safeToRepeat: false, at: AT + 1 };
    expect(await begin(1, anew)).toEqual({ kind: 'outcome-unknown' });
  });

  it('answers again when the answer was lost: the one who asks has done nothing yet', async () => {
    const unsafe = { safeToRepeat: false };
    expect(await begin(1, unsafe)).toEqual({ kind: 'proceed', number: 1 });
    expect(await begin(1, unsafe)).toEqual({ kind: 'proceed', number: 1 });
    await release(1);
    expect(await begin(2, { ...unsafe, at: AT + 9 })).toEqual({ kind: 'proceed', number: 2 });
    expect(await begin(2, { ...unsafe, at: AT + 9 })).toEqual({ kind: 'proceed', number: 2 });
    expect(await begin(2, { ...unsafe, at: AT + 10 })).toEqual({ kind: 'outcome-unknown' });
    expect(await fixture.events(run)).toEqual(['1 node_started charge', '2 node_retrying charge']);
  });

  it('takes no success of an attempt whose outcome was said to be unknown', async () => {
    await begin(1, { safeToRepeat: false });
    await begin(2, { safeToRepeat: false });
    expect(await succeed(1)).toBe(false);
    expect(await fixture.events(run)).toEqual(['1 node_started charge']);

    const reset = await fixture.newRun();
    const asked = { run: reset, safeToRepeat: false };
    await begin(1, asked);
    await begin(1, { ...asked, at: AT + 1 });
    const success = { run: reset, node: NODE, attempt: 1, result: 'late', at: AT };
    expect(await fixture.record.succeed(success)).toBe(false);
    expect(await fixture.events(reset)).toEqual(['1 node_started charge']);
  });

  it('answers the same attempt again when it is safe to repeat', async () => {
    await begin(1);
    expect(await begin(1)).toEqual({ kind: 'proceed', number: 1 });
    await succeed(1);
    expect(await succeed(1)).toBe(true);
    expect(await fixture.events(run)).toEqual(['1 node_started charge', '2 node_completed charge']);
  });

  it('refuses an attempt that a newer one has overtaken', async () => {
    await begin(1);
    await begin(2);
    expect(await succeed(1, 'old')).toBe(false);
    expect(await begin(1)).toEqual({ kind: 'run-ended' });
    await release(1);
    expect(await node()).toMatchObject({ attempt: 2, attempt_open: true, error: null });
    expect(await succeed(2, 'new')).toBe(true);
    expect(await succeed(1, 'old')).toBe(false);
    expect(await node()).toMatchObject({ status: 'success', result: 'new' });
  });

  it('lets the first success win over a failure that the workflow carries', async () => {
    await begin(1);
    await succeed(1);
    const failed = event('w9', 'node_failed', 'failure', {
      path: 'charge',
      error: { code: 'timeout', message: 'Too late' },
    });
    await fixture.record.flush({ run, carried: { events: [failed], acks: [] } });
    expect(await node()).toMatchObject({ status: 'success', error: null });
    expect(await fixture.events(run)).toEqual(['1 node_started charge', '2 node_completed charge']);
  });

  it('does not act for a node whose failure is written', async () => {
    await begin(1);
    const error = { code: 'timeout', message: 'Too late' };
    const failed = event('w9', 'node_failed', 'failure', { path: 'charge', error });
    await fixture.record.flush({ run, carried: { events: [failed], acks: [] } });
    expect(await begin(2)).toEqual({ kind: 'exhausted', error });
    expect(await succeed(1)).toBe(false);
    expect(await node()).toMatchObject({ status: 'failure', attempt_open: false, error });
  });

  describe('whose answer did not arrive', () => {
    const settle = () => fixture.record.settle({ run, node: NODE });

    it('give the success that is recorded', async () => {
      await begin(1);
      await succeed(1, { paid: 12 });
      expect(await settle()).toEqual({ kind: 'recorded', result: { paid: 12 } });
      // A workflow task that was lost with all it did asks again when even the end of the run is written.
      const end = { status: 'success', output: {}, at: AT } as const;
      await fixture.record.flush({ run, carried: NOTHING, end });
      expect(await settle()).toEqual({ kind: 'recorded', result: { paid: 12 } });
      expect(await node()).toMatchObject({ status: 'success', attempt: 1 });
    });

    it('are closed: no success of theirs is taken any more, and none begins', async () => {
      await begin(1);
      expect(await settle()).toEqual({ kind: 'closed' });
      expect(await settle()).toEqual({ kind: 'closed' });
      expect(await succeed(1)).toBe(false);
      expect(await begin(2)).toEqual({ kind: 'run-ended' });
      expect(await fixture.events(run)).toEqual(['1 node_started charge']);
    });

    it('are closed although none has begun, and the node fails after that', async () => {
      expect(await settle()).toEqual({ kind: 'closed' });
      expect(await begin(1)).toEqual({ kind: 'run-ended' });
      expect(await fixture.events(run)).toEqual([]);
      const error = { code: 'action_timeout', message: 'Too late' };
      const failed = event('w9', 'node_failed', 'failure', { path: 'charge', error });
      await fixture.record.flush({ run, carried: { events: [failed], acks: [] } });
      expect(await node()).toMatchObject({ status: 'failure', attempts: 0, error });
      expect(await settle()).toEqual({ kind: 'closed' });
      expect(await fixture.events(run)).toEqual(['1 node_failed charge']);
    });

    it('are decided once when the success comes at the same moment', async () => {
      await begin(1);
      const [settled, taken] = await Promise.all([settle(), succeed(1, 'paid')]);
      expect(settled).toEqual(taken ? { kind: 'recorded', result: 'paid' } : { kind: 'closed' });
    });
  });

  it('writes nothing after the end of the run', async () => {
    await begin(1);
    await fixture.record.flush({
      run,
      carried: { events: [event('w1', 'run_cancelled', 'cancelled')], acks: [] },
      end: { status: 'cancelled', output: {}, at: AT },
    });
    const before = await node();
    expect(await begin(2)).toEqual({ kind: 'run-ended' });
    expect(await succeed(1)).toBe(false);
    await release(1);
    await fixture.record.flush({
      run,
      carried: { events: [event('w2', 'run_completed', 'success')], acks: [] },
      end: { status: 'success', output: {}, at: AT },
    });
    expect(await node()).toEqual(before);
    expect(before).toMatchObject({ status: 'cancelled', finished_at: new Date(AT) });
    expect(await fixture.events(run)).toEqual(['1 node_started charge', '2 run_cancelled']);
    expect(await fixture.one('SELECT status FROM runs WHERE id = $1', run.runId)).toEqual({
      status: 'cancelled',
    });
  });

  it('knows no run of another organization', async () => {
    const foreign = { ...run, organizationId: 'org_other' };
    expect(await begin(1, { run: foreign })).toEqual({ kind: 'unknown-run' });
    expect(await fixture.events(run)).toEqual([]);
  });

  it('keeps text that jsonb refuses, and names like __proto__', async () => {
    const input = JSON.parse('{"__proto__": {"x": 1}, "text": "a\\u0000b\\ud800"}') as never;
    const node = { address: '__proto__', id: '__proto__', type: 'log' };
    await begin(1, { node, input, carried: NOTHING });
    await fixture.record.succeed({ run, node, attempt: 1, result: input, at: AT });
    const row = await fixture.one(
      'SELECT path, input, result FROM run_nodes WHERE run_id = $1',
      run.runId,
    );
    expect(JSON.stringify(row)).toBe(JSON.stringify({ path: '__proto__', input, result: input }));
  });

  it('omits a large result from the event, and keeps it in the node', async () => {
    await begin(1);
    const large = 'x'.repeat(8 * 1024);
    await succeed(1, large);
    expect(
      await fixture.one(
        `SELECT data->'resultOmitted' AS omitted, data->'result' AS result
         FROM run_events WHERE run_id = $1 AND seq = 2`,
        run.runId,
      ),
    ).toEqual({ omitted: true, result: null });
    expect(await node()).toMatchObject({ result: large });
  });
});
