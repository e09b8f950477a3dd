import { Client } from 'pg';
import type { RunReference } from '../../src/record/types';
import { RunNotifier } from '../../src/streams/notifier';
import { RunEventReader, type StoredEvent } from '../../src/streams/run-event-reader';
import { RunWatch } from '../../src/streams/run-watch';
import { sseFrame } from '../../src/streams/sse';
import {
  createRecord,
  event,
  newRunRow,
  ORGANIZATION,
  type RecordFixture,
} from '../support/record';

const AT = 1_700_000_000_000;

describe('the stream of a run', () => {
  let fixture: RecordFixture;
  let notifier: RunNotifier;
  let watch: RunWatch;
  let reader: RunEventReader;
  let notifying = true;
  let run: RunReference;

  beforeAll(async () => {
    fixture = await createRecord({
      changed: (runId) => {
        if (notifying) notifier.notify(runId);
      },
    });
    notifier = new RunNotifier(fixture.url);
    watch = new RunWatch(fixture.url, fixture.pool, 'another process');
    reader = new RunEventReader(fixture.pool, watch);
  });
  afterAll(async () => {
    await watch.close();
    await notifier.close();
    await fixture.close();
  });
  beforeEach(async () => {
    notifying = true;
    run = await fixture.newRun();
  });

  const write = (...keys: string[]) =>
    fixture.record.flush({
      run,
      carried: { events: keys.map((key) => event(key, 'run_waiting', 'waiting')), acks: [] },
    });
  const end = () =>
    fixture.record.flush({
      run,
      carried: { events: [event('end', 'run_completed', 'success')], acks: [] },
      end: { status: 'success', output: {}, at: AT },
    });
  const subscribe = (afterSeq = 0, signal = new AbortController().signal) =>
    reader.subscribe(ORGANIZATION, run.runId, afterSeq, signal);

  it('sends what is there and ends after the last event', async () => {
    await write('a', 'b');
    await end();
    const frames = (await collect(subscribe())).map(sseFrame);
    expect(frames).toHaveLength(3);
    expect(frames[2]).toBe(
      `id: 3\nevent: run_completed\ndata: {"type":"run_completed","runId":"${run.runId}",` +
        `"workflowId":"wf_test","status":"success","at":"2023-11-14T22:13:20.000Z"}\n\n`,
    );
    expect(await seqs(subscribe(1))).toEqual([2, 3]);
    expect(await seqs(subscribe(3))).toEqual([]);
    expect(await seqs(subscribe(99))).toEqual([]);
  });

  it('goes on after an end that was undone', async () => {
    await end();
    await fixture.rows.reopen(ORGANIZATION, run.runId);
    await write('a');
    await end();
    const received = await collect(subscribe());
    expect(received.map(({ type }) => type)).toEqual([
      'run_completed',
      'run_waiting',
      'run_completed',
    ]);
  });

  it('goes on over many pages', async () => {
    await write(...Array.from({ length: 1_200 }, (_, index) => `e${index}`));
    await end();
    expect(await seqs(subscribe())).toEqual(Array.from({ length: 1_201 }, (_, index) => index + 1));
  });

  it('is woken by a notification, long before it would poll', async () => {
    const stream = subscribe();
    await write('first');
    await stream.next();
    const delays: number[] = [];
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      const next = stream.next();
      const from = performance.now();
      await write(key);
      await next;
      delays.push(performance.now() - from);
    }
    await stream.return();
    expect(delays.sort((a, b) => a - b)[3]).toBeLessThan(100);
  });

  it('is woken by its own process without a notification', async () => {
    notifying = false;
    const stream = subscribe();
    await write('first');
    await stream.next();
    const next = stream.next();
    const from = performance.now();
    await write('a');
    watch.wake(run.runId);
    await next;
    expect(performance.now() - from).toBeLessThan(500);
    await stream.return();
  });

  it('polls when notifications are lost', async () => {
    const stream = subscribe();
    notifying = false;
    const next = stream.next();
    await write('a');
    expect((await next).value).toMatchObject({ seq: 1, type: 'run_waiting' });
    await stream.return();
  });

  it('misses nothing and repeats nothing while many write', async () => {
    const streams = Array.from({ length: 5 }, (_, index) => seqs(subscribe(index * 3)));
    await Promise.all(
      Array.from({ length: 20 }, async (_, writer) => {
        for (let index = 0; index < 15; index++) await write(`${writer}-${index}`);
        streams.push(seqs(subscribe()));
      }),
    );
    await end();
    const all = Array.from({ length: 301 }, (_, index) => index + 1);
    const received = await Promise.all(streams);
    expect(received).toHaveLength(25);
    received.slice(0, 5).forEach((got, index) => {
      expect(got).toEqual(all.slice(index * 3));
    });
    for (const got of received.slice(5)) expect(got).toEqual(all);
  });

  it('ends when its reader goes', async () => {
    const stop = new AbortController();
    const stream = subscribe(0, stop.signal);
    const next = stream.next();
    await write('a');
    expect((await next).done).toBe(false);
    const waiting = stream.next();
    stop.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('is silent for a run that does not exist yet, and for one of others', async () => {
    const row = newRunRow();
    run = { runId: row.id, organizationId: ORGANIZATION, workflowId: row.workflowId };
    const stop = new AbortController();
    const foreign = seqs(reader.subscribe('org_other', row.id, 0, stop.signal));
    const next = subscribe().next();
    await fixture.rows.create(row);
    await write('a');
    expect((await next).value).toMatchObject({ seq: 1 });
    await end();
    stop.abort();
    expect(await foreign).toEqual([]);
  });

  it('listens again after its connection was lost', async () => {
    const stream = subscribe();
    const next = stream.next();
    await write('a');
    await next;
    const killed = await fixture.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name LIKE 'weft %' AND datname = current_database()`,
    );
    expect(killed.rowCount).toBeGreaterThan(0);
    for (const key of ['b', 'c', 'd']) {
      const received = stream.next();
      await write(key);
      expect((await received).done).toBe(false);
    }
    await expect(listeners(fixture)).resolves.toBe(1);
    await stream.return();
  });

  it('tells nobody when no other process watches, until one does', async () => {
    // In a database of its own: a stream that another test has left open says that it watches.
    const alone = await createRecord();
    const counted: string[] = [];
    const listener = new Client({ connectionString: alone.url });
    await listener.connect();
    listener.on('notification', ({ payload }) => counted.push(payload ?? ''));
    await listener.query('LISTEN weft_runs');
    const believedMs = 300;
    const careful = new RunNotifier(alone.url, believedMs);
    careful.notify('connected');
    while (!counted.includes('connected')) await listener.query('SELECT 1');
    const heard = Date.now();
    while (Date.now() <= heard + believedMs) await listener.query('SELECT 1');
    careful.notify('unheard');

    const other = new RunWatch(alone.url, alone.pool, 'a third process');
    await other.watch(run.runId);
    while (!counted.includes('told')) {
      careful.notify('told');
      await listener.query('SELECT 1');
    }
    await other.close();
    await careful.close();
    await listener.end();
    await alone.close();
    expect(counted).toEqual(expect.arrayContaining(['connected', 'told']));
    expect(counted).not.toContain('unheard');
  });

  it('tells of many runs in few notifications', async () => {
    const counted: string[] = [];
    const listener = new Client({ connectionString: fixture.url });
    await listener.connect();
    listener.on('notification', ({ payload }) => counted.push(payload ?? ''));
    await listener.query('LISTEN weft_runs');
    for (let index = 0; index < 500; index++) notifier.notify(`run_${index % 2}`);
    notifier.notify('run_last');
    while (!counted.includes('run_last')) await listener.query('SELECT 1');
    await listener.end();
    expect(counted.sort()).toEqual(expect.arrayContaining(['run_0', 'run_1', 'run_last']));
    expect(counted.length).toBeLessThanOrEqual(4);
  });
});

async function collect(stream: AsyncIterable<StoredEvent>): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const each of stream) events.push(each);
  return events;
}

async function seqs(stream: AsyncIterable<StoredEvent>): Promise<number[]> {
  return (await collect(stream)).map(({ seq }) => seq);
}

async function listeners(fixture: RecordFixture): Promise<unknown> {
  const row = await fixture.one(
    `SELECT count(*)::int AS connections FROM pg_stat_activity
     WHERE application_name = 'weft listener' AND datname = current_database()`,
  );
  return row.connections;
}
