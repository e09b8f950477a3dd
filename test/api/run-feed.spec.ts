import { createKey } from '../../src/auth/first-key';
import type { RunReference } from '../../src/record/types';
import { event as eventAt } from '../support/record';
import { framesOf } from '../../packages/client/src';
import { startApi, type TestApi } from './start-api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

let clock = Date.now();
/** One after the other: events of one moment have no order of their own. */
const event = (...[key, type, status, more]: Parameters<typeof eventAt>) =>
  eventAt(key, type, status, { ...more, at: clock++ });

const DEFINITION = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };

async function workflow(): Promise<string> {
  const { body } = await api.call('POST', '/v1/workflows', { name: 'w', definition: DEFINITION });
  return body.data.id as string;
}
async function start(workflowId: string): Promise<RunReference> {
  const { body } = await api.call('POST', `/v1/workflows/${workflowId}/run`, {});
  const run = { organizationId: api.organizationId, runId: body.data.runId as string, workflowId };
  await write(run, event('w0', 'run_started', 'running'));
  return run;
}
const write = (run: RunReference, ...events: ReturnType<typeof event>[]): Promise<boolean> =>
  api.record.flush({ run, carried: { events, acks: [] } });
const end = (run: RunReference): Promise<boolean> =>
  api.record.flush({
    run,
    carried: { events: [event('end', 'run_completed', 'success')], acks: [] },
    end: { status: 'success', output: {}, at: Date.now() },
  });

interface Frame {
  id: string;
  type: string;
  runId: string;
  workflowId: string;
}

/** An open stream, read frame by frame. */
class Stream {
  private constructor(
    readonly status: number,
    private readonly frames: AsyncGenerator<Frame>,
    private readonly abort: AbortController,
  ) {}

  static async open(path: string, lastEventId?: string, key = api.key): Promise<Stream> {
    const abort = new AbortController();
    const response = await fetch(api.url + path, {
      headers: {
        authorization: `Bearer ${key}`,
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      },
      signal: abort.signal,
    });
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    return new Stream(response.status, eventsOf(response), abort);
  }

  async next(): Promise<Frame> {
    const { value } = await this.frames.next();
    return value as Frame;
  }

  close(): void {
    this.abort.abort();
  }
}

async function* eventsOf(response: Response): AsyncGenerator<Frame> {
  if (!response.body) return;
  for await (const { id, data } of framesOf(response.body)) {
    yield { id, ...(JSON.parse(data) as Omit<Frame, 'id'>) };
  }
}

describe('the runs of a workflow', () => {
  it('are told of as they start and end, and none but its own', async () => {
    const [mine, other] = [await workflow(), await workflow()];
    const before = await start(mine);
    const stream = await Stream.open(`/v1/workflows/${mine}/runs/stream`);
    const foreign = await start(other);
    const run = await start(mine);
    await write(run, event('n', 'node_started', 'running', { path: 'say' }));
    await end(foreign);
    await end(before);
    await end(run);
    const seen = [await stream.next(), await stream.next(), await stream.next()];
    expect(seen.map(({ type, runId }) => [type, runId])).toEqual([
      ['run_started', run.runId],
      ['run_completed', before.runId],
      ['run_completed', run.runId],
    ]);
    expect(seen[0]?.workflowId).toBe(mine);
    stream.close();
  });

  it('are taken up again where the client left, without loss or repetition', async () => {
    const id = await workflow();
    const path = `/v1/workflows/${id}/runs/stream`;
    const first = await Stream.open(path);
    const run = await start(id);
    // Two events of one transaction.
    const waits = ['run_waiting', 'run_resumed'] as const;
    await write(run, ...waits.map((type) => event(type, type, 'running')));
    const seen = [await first.next(), await first.next()];
    first.close();
    await end(run);
    const again = await Stream.open(path, seen[1]?.id);
    seen.push(await again.next(), await again.next());
    again.close();
    expect(seen.map(({ type }) => type)).toEqual([
      ...['run_started', 'run_waiting', 'run_resumed', 'run_completed'],
    ]);
  });

  it('are told of when they are committed, also those that were written long before', async () => {
    const id = await workflow();
    const stream = await Stream.open(`/v1/workflows/${id}/runs/stream`);
    const [early, late] = [await start(id), await start(id)];
    await stream.next();
    await stream.next();
    const slow = api.dataSource.createQueryRunner();
    await slow.startTransaction();
    await slow.query(
      `INSERT INTO run_events (organization_id, run_id, seq, key, type, data, at)
       VALUES ($1, $2, 99, 'slow', 'run_waiting', '{"type":"run_waiting"}', now())`,
      [api.organizationId, early.runId],
    );
    await end(late);
    expect((await stream.next()).type).toBe('run_completed');
    await slow.commitTransaction();
    await slow.release();
    expect((await stream.next()).type).toBe('run_waiting');
    stream.close();
  });

  it.each(['x', '9:3:/3:3:/1', "3:3:/3:3:'/1"])(
    'begin now for a client that comes with %p',
    async (lastEventId) => {
      const id = await workflow();
      await start(id);
      const stream = await Stream.open(`/v1/workflows/${id}/runs/stream`, lastEventId);
      const run = await start(id);
      expect((await stream.next()).runId).toBe(run.runId);
      stream.close();
    },
  );
});

describe('the runs of several workflows', () => {
  it('are told of in one stream, without those that the caller has not', async () => {
    const foreign = await workflow();
    const { manager } = api.dataSource;
    const organizationId = `org_${Date.now()}`;
    await manager.query(`INSERT INTO organizations (id, name) VALUES ($1, 'x')`, [organizationId]);
    const wanted = { organizationId, name: 'k', scope: 'read-write' as const };
    const { key } = await createKey(manager, wanted);
    const made = await api.call(
      'POST',
      '/v1/workflows',
      { name: 'o', definition: DEFINITION },
      key,
    );
    const own = made.body.data.id as string;
    const path = `/v1/workflow-runs/stream?ids=${foreign},${own},wf_unknown`;
    const stream = await Stream.open(path, undefined, key);
    await start(foreign);
    const { body } = await api.call('POST', `/v1/workflows/${own}/run`, {}, key);
    const run = { organizationId, runId: body.data.runId as string, workflowId: own };
    await write(run, event('w0', 'run_started', 'running'));
    expect((await stream.next()).runId).toBe(run.runId);
    stream.close();
  });

  it.each([
    ['', 'ids'],
    ['?ids=', 'ids'],
    [`?ids=${Array.from({ length: 25 }, (_, n) => `wf_${n}`).join(',')}`, 'ids'],
  ])('are 1 to 24, not %p', async (query, field) => {
    const { status, body } = await api.call('GET', `/v1/workflow-runs/stream${query}`);
    expect([status, body.details[0].field]).toEqual([400, field]);
  });
});

describe('transactions', () => {
  const hash = (digit: string): string => `0x${digit.repeat(64)}`;

  async function act(run: RunReference, address: string, result: object): Promise<void> {
    const node = { address, id: address, type: 'send-token' };
    const at = Date.now();
    const carried = { events: [], acks: [] };
    const attempt = { attempt: 1, maxAttempts: 1, safeToRepeat: true };
    await api.record.begin({ run, node, input: {}, ...attempt, carried, at });
    await api.record.succeed({ run, node, attempt: 1, result: result as never, at });
  }

  it('belong to the run whose action had them first', async () => {
    const id = await workflow();
    const [first, second] = [await start(id), await start(id)];
    await act(first, 'pay', { transactionHash: hash('A') });
    await act(second, 'look', { list: [{ txHash: hash('a') }, { txHash: hash('b') }] });
    await act(second, 'other', { hash: hash('c'), transactionHash: '0x12' });
    const txHashes = [hash('A'), hash('b'), hash('c'), 'no hash', '__proto__'];
    const { body } = await api.call('POST', '/v1/runs/tx-attribution', { txHashes });
    const common = { runStatus: 'running', workflowId: id, workflowName: 'w' };
    const more = { actionType: 'send-token', startedAt: expect.any(String) };
    expect(body.data).toEqual({
      [hash('A')]: {
        ...{ txHash: hash('A'), runId: first.runId, nodeId: 'pay', ...common, ...more },
      },
      [hash('b')]: {
        ...{ txHash: hash('b'), runId: second.runId, nodeId: 'look', ...common, ...more },
      },
    });
    const { manager } = api.dataSource;
    const organizationId = `org_tx${Date.now()}`;
    await manager.query(`INSERT INTO organizations (id, name) VALUES ($1, 'x')`, [organizationId]);
    const wanted = { organizationId, name: 'k', scope: 'read-write' as const };
    const { key } = await createKey(manager, wanted);
    const foreign = await api.call('POST', '/v1/runs/tx-attribution', { txHashes }, key);
    expect(foreign.body.data).toEqual({});
  });

  it.each([[[]], [Array.from({ length: 201 }, () => hash('a'))], [[1]], [undefined]])(
    'are asked for 1 to 200 at a time',
    async (txHashes) => {
      const { status } = await api.call('POST', '/v1/runs/tx-attribution', { txHashes });
      expect(status).toBe(400);
    },
  );
});
