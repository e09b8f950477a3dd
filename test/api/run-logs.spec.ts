import { event } from '../support/record';
import { startApi, type TestApi } from './start-api';

const AT = Date.UTC(2026, 0, 31);
const DEFINITION = {
  nodes: {
    root: { type: 'manual', payload: {}, children: ['say'] },
    say: { type: 'log', payload: { message: 'x' }, children: [] },
  },
};

let api: TestApi;
let runId: string;
beforeAll(async () => {
  api = await startApi();
  runId = (await api.call('POST', '/v1/runs', { definition: DEFINITION })).body.data
    .runId as string;
  await fill();
});
afterAll(() => api.close());

interface Line {
  seq: number;
  level: string;
  event: string;
  message: string;
  nodeId?: string;
}

/** Writes what a worker would of a run in which a call fails once and a node fails for good. */
async function fill(): Promise<void> {
  const run = { organizationId: api.organizationId, runId, workflowId: '' };
  const said = (path: string, message: unknown) =>
    event(`s:${path}`, 'node_completed', 'success', {
      ...{ path, nodeId: 'say', nodeType: 'log', at: AT + 1 },
      result: { message } as never,
    });
  const events = [
    event('start', 'run_started', 'running', { at: AT }),
    said('loop[0]/say', 'Hello "World" 100%'),
    said('loop[1]/say', { a: 'nul \0 and \\u0000' }),
    said('loop[2]/say', 'x'.repeat(10_000)),
  ];
  const node = { address: 'call', id: 'call', type: 'http-request' };
  const begin = (attempt: number, carried = { events: [] as typeof events, acks: [] }) =>
    api.record.begin({
      ...{ run, node, input: {}, attempt, maxAttempts: 3, safeToRepeat: true },
      ...{ carried, at: AT + 2 },
    });
  await begin(1, { events, acks: [] });
  const error = { code: 'http_timeout', message: 'No answer from example.com' };
  await api.record.release({ run, address: 'call', attempt: 1, error });
  await begin(2);
  await api.record.succeed({ run, node, attempt: 2, result: { status: 200 }, at: AT + 3 });
  const failed = { code: 'expression_error', message: 'Nothing there' };
  await api.record.flush({
    run,
    carried: {
      events: [
        event('f', 'node_failed', 'failure', { path: 'note', error: failed, at: AT + 4 }),
        event('end', 'run_failed', 'failure', { error: failed, at: AT + 5 }),
      ],
      acks: [],
    },
    end: { status: 'failure', error: failed, output: {}, at: AT + 5 },
  });
}

async function lines(query = ''): Promise<Line[]> {
  const { body, status } = await api.call('GET', `/v1/runs/${runId}/logs${query}`);
  expect(status).toBe(200);
  return body.data.items as Line[];
}

const short = (list: Line[]): string[] =>
  list.map(({ seq, level, message }) => `${seq} ${level} ${message.slice(0, 30)}`);

describe('the logs of a run', () => {
  it('tell what was logged, attempted and what failed, in order', async () => {
    expect(short(await lines())).toEqual([
      '1 info The run has started.',
      '2 info Hello "World" 100%',
      String.raw`3 info {"a":"nul \u0000 and \\u0000"}`,
      `4 info ${'x'.repeat(30)}`,
      '5 debug The first attempt begins.',
      '5 warn No answer from example.com',
      '6 debug Another attempt begins.',
      '8 error Nothing there',
      '9 error Nothing there',
    ]);
    const all = await lines();
    expect(all[3]?.message).toHaveLength(10_000);
    expect(all[5]).toEqual({
      ...{ seq: 5, at: expect.any(String) as unknown, level: 'warn', event: 'attempt_failed' },
      ...{ message: 'No answer from example.com', code: 'http_timeout', attempt: 1 },
      ...{ nodeId: 'call', path: 'call', nodeType: 'http-request' },
    });
    expect(all[1]).toMatchObject({
      ...{ nodeId: 'say', path: 'loop[0]/say', at: new Date(AT + 1).toISOString() },
    });
  });

  it.each([
    ['?level=error', [8, 9]],
    ['?level=warn,error', [5, 8, 9]],
    ['?nodeId=call', [5, 5, 6]],
    ['?nodeId=say&level=debug', []],
    ['?q=NO ANSWER', [5]],
    ['?q="World"', [2]],
    ['?q=100%25', [2]],
    ['?q=10_', []],
    ['?q=nul', [3]],
    ['?limit=2&offset=1', [2, 3]],
  ])('are searched with %s', async (query, seqs) => {
    expect((await lines(query)).map(({ seq }) => seq)).toEqual(seqs);
  });

  it.each([
    ['level=loud', 'level'],
    ['q=a&q=b', 'q'],
    [`q=${'x'.repeat(257)}`, 'q'],
    ['nodeId=a&nodeId=b', 'nodeId'],
    ['limit=0', 'limit'],
  ])('refuse %s', async (query, field) => {
    const answer = await api.call('GET', `/v1/runs/${runId}/logs?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field }] } });
  });

  it('are walked line by line, also where attempts have failed at once', async () => {
    const started = await api.call('POST', '/v1/runs', { definition: DEFINITION });
    const id = started.body.data.runId as string;
    const run = { organizationId: api.organizationId, runId: id, workflowId: '' };
    const addresses = ['b', 'loop[0]/a', 'a'];
    for (const address of addresses) {
      await api.record.begin({
        ...{ run, node: { address, id: 'a', type: 'http-request' }, input: {}, attempt: 1 },
        ...{ maxAttempts: 3, safeToRepeat: true, carried: { events: [], acks: [] }, at: AT },
      });
    }
    const error = { code: 'http_timeout', message: 'No answer' };
    for (const address of addresses) {
      await api.record.release({ run, address, attempt: 1, error });
    }
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const after = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await api.call('GET', `/v1/runs/${id}/logs?level=warn&limit=1${after}`);
      const items = body.data.items as { seq: number; path: string }[];
      seen.push(...items.map(({ seq, path }) => `${seq} ${path}`));
      cursor = body.data.nextCursor as string | null;
    }
    expect(seen.sort()).toEqual(['3 a', '3 b', '3 loop[0]/a']);
  });

  it('are of runs that there are', async () => {
    expect((await api.call('GET', '/v1/runs/run_x/logs')).body.code).toBe(404010);
  });
});
