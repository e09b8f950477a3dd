import { Client } from 'pg';
import type { AttemptDecision } from '../../activities/deps';
import type { RunReference } from '../../src/record/types';
import { createRecord, event, NOTHING, type RecordFixture } from '../support/record';

const AT = 1_700_000_000_000;
const ADDRESSES = Array.from({ length: 50 }, (_, index) => `pay[${index}]`);
const STARTED = { events: [event('w0', 'run_started', 'running')], acks: [] };

describe('attempts of one run that begin and succeed together', () => {
  let fixture: RecordFixture;
  let run: RunReference;
  let now = AT;
  const sent = jest.spyOn(Client.prototype, 'query');

  beforeAll(async () => {
    fixture = await createRecord();
  });
  afterAll(async () => {
    await fixture.close();
    sent.mockRestore();
  });
  beforeEach(async () => {
    run = await fixture.newRun();
    sent.mockClear();
  });

  const nodeOf = (address: string) => ({ address, id: 'pay', type: 'http-request' });
  const begin = (address: string, carried = STARTED, of = run): Promise<AttemptDecision> =>
    fixture.record.begin({
      ...{ run: of, node: nodeOf(address), input: { address }, carried, at: now++ },
      ...{ attempt: 1, maxAttempts: 3, safeToRepeat: false },
    });
  const succeed = (address: string): Promise<boolean> =>
    fixture.record.succeed({ run, node: nodeOf(address), attempt: 1, result: address, at: AT });

  it('share statements, and what they carry is written once', async () => {
    const decisions = await Promise.all(ADDRESSES.map((address) => begin(address)));
    expect(decisions).toEqual(ADDRESSES.map(() => ({ kind: 'proceed', number: 1 })));
    const successes = await Promise.all(ADDRESSES.map((address) => succeed(address)));
    expect(successes).toEqual(ADDRESSES.map(() => true));
    // One alone, and 49 in groups of at most 20: both for the begins and for the successes.
    expect(sent).toHaveBeenCalledTimes(8);
    expect(await fixture.events(run)).toEqual([
      '1 run_started',
      ...ADDRESSES.map((address, index) => `${index + 2} node_started ${address}`),
      ...ADDRESSES.map((address, index) => `${index + 52} node_completed ${address}`),
    ]);
    expect(await fixture.one('SELECT last_seq FROM runs WHERE id = $1', run.runId)).toEqual({
      last_seq: 101,
    });
    const rows = await fixture.pool.query<{ path: string; input: unknown; result: unknown }>(
      'SELECT path, input, result FROM run_nodes WHERE run_id = $1 ORDER BY first_seq',
      [run.runId],
    );
    expect(rows.rows).toEqual(
      ADDRESSES.map((address) => ({ path: address, input: { address }, result: address })),
    );
  });

  it('are each judged by themselves', async () => {
    await begin('lost');
    await begin('paid');
    await succeed('paid');
    const decisions = Promise.all(
      ['first', 'lost', 'paid', 'new'].map((address) => begin(address)),
    );
    expect(await decisions).toEqual([
      { kind: 'proceed', number: 1 },
      { kind: 'outcome-unknown' },
      { kind: 'recorded', result: 'paid' },
      { kind: 'proceed', number: 1 },
    ]);
    const successes = Promise.all(
      ['first', 'lost', 'never begun', 'new'].map((one) => succeed(one)),
    );
    expect(await successes).toEqual([true, false, false, true]);
  });

  it('each bring what only they carry', async () => {
    const carrying = (key: string) => ({
      events: [event(key, 'node_skipped', 'skipped', { path: key })],
      acks: [],
    });
    await Promise.all([
      begin('a'),
      begin('b', carrying('x')),
      begin('c', carrying('y')),
      begin('d', NOTHING),
    ]);
    expect(await fixture.events(run)).toEqual([
      '1 run_started',
      '2 node_started a',
      '3 node_skipped x',
      '4 node_skipped y',
      '5 node_started b',
      '6 node_started c',
      '7 node_started d',
    ]);
  });

  it('do not fail with the one that PostgreSQL refuses', async () => {
    const refused = 'text\u0000';
    const outcomes = await Promise.allSettled(['a', 'b', refused, 'c'].map((one) => begin(one)));
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
    ]);
    expect(await fixture.events(run)).toHaveLength(4);
  });

  it('of different runs do not wait for each other', async () => {
    const another = await fixture.newRun();
    const client = await fixture.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT FROM runs WHERE id = $1 FOR UPDATE', [run.runId]);
      const held = begin('held');
      expect(await begin('free', NOTHING, another)).toEqual({ kind: 'proceed', number: 1 });
      await client.query('COMMIT');
      expect(await held).toEqual({ kind: 'proceed', number: 1 });
    } finally {
      client.release();
    }
  });

  it('all fail when the database is away', async () => {
    const away = await createRecord();
    const theirs = await away.newRun();
    await away.close();
    const asked = ['a', 'b', 'c'].map((address) =>
      away.record.succeed({ run: theirs, node: nodeOf(address), attempt: 1, result: 1, at: AT }),
    );
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });
});
