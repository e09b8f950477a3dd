import type { Json, JsonObject } from '../definition/json';
import type { NodeSpec } from '../definition/catalog';
import type { ActionTask } from '../workflows/port';
import { ActionError, type Action, type ActionContext } from './action';
import type { Attempt } from './attempt';
import { EgressClient } from './egress/client';
import type { RefinedAction } from './repeat';
import { runAttempt, type RunnerDeps } from './runner';
import { MemoryDeliveries, NO_DATABASES } from './testing/context';
import { MemoryRecord } from './testing/memory-record';

const http = new EgressClient({ allow: [] });
afterAll(() => http.close());

let record: MemoryRecord;
let secrets: Map<string, string>;
let logged: string[];
let deps: RunnerDeps;

beforeEach(() => {
  record = new MemoryRecord();
  secrets = new Map([['sec_1', 'hunter2-hunter2']]);
  logged = [];
  deps = {
    record,
    deliveries: new MemoryDeliveries(),
    databases: NO_DATABASES,
    secrets: {
      reveal: (organizationId, ids) =>
        Promise.resolve(
          new Map(
            ids.flatMap((id): [string, string][] => {
              const value = organizationId === 'org_1' ? secrets.get(id) : undefined;
              return value === undefined ? [] : [[id, value]];
            }),
          ),
        ),
    },
    egress: { allow: [] },
    log: {
      info: (_fields, message) => logged.push(message),
      warn: (_fields, message) => logged.push(message),
    },
    http,
  };
});

const spec: NodeSpec = {
  type: 'charge',
  title: 'Charge',
  description: '',
  category: 'Utility',
  tags: [],
  execution: 'activity',
  payloadSchema: {
    type: 'object',
    required: ['amount'],
    properties: { amount: { type: 'number' } },
  },
  resultSchema: {},
  behaviour: { sideEffects: true },
  example: { payload: {}, result: null },
};

function action(run: (input: JsonObject, context: ActionContext) => unknown): Action {
  return { spec, run: async (input, context) => (await run(input, context)) as Json };
}

function task(overrides: Partial<ActionTask> = {}): ActionTask {
  return {
    run: { runId: 'run_1', organizationId: 'org_1', workflowId: 'wf_1' },
    node: { address: 'loop[3]/pay', id: 'pay', type: 'charge', title: 'Pay', secretKeys: [] },
    input: { amount: 5 },
    maxAttempts: 1,
    attemptsAreGiven: false,
    safeToRepeat: false,
    attemptTimeoutMs: 5_000,
    budget: { left: 20_000_000, limit: 20_000_000 },
    carried: { events: [], acks: ['claim_1'] },
    ...overrides,
  };
}

function attempt(number = 1, signal = new AbortController().signal): Attempt {
  return { number, signal, heartbeat: () => undefined };
}

interface Thrown {
  type: string;
  message: string;
  nonRetryable: boolean;
  details?: unknown[];
}

async function thrownBy(work: Promise<unknown>): Promise<Thrown> {
  try {
    await work;
  } catch (error) {
    const { type, message, nonRetryable, details } = error as Thrown;
    return { type, message, nonRetryable, ...(details ? { details } : {}) };
  }
  throw new Error('It did not fail');
}

const fails = (code: string, retryable = false) =>
  action(() => {
    throw new ActionError(code, `It failed with ${code}`, retryable);
  });

describe('an attempt that succeeds', () => {
  it('returns its result and records it', async () => {
    const charge = action(({ amount }) => ({ charged: amount, note: undefined }));
    expect(await runAttempt(deps, charge, task(), attempt())).toEqual({ charged: 5 });
    expect(record.node('loop[3]/pay')).toEqual({
      inputs: [{ amount: 5 }],
      newest: 1,
      began: 1,
      open: false,
      result: { value: { charged: 5 } },
    });
    expect(record.carried).toEqual([{ events: [], acks: ['claim_1'] }]);
  });

  it('gives the action its place and the same idempotency key each time', async () => {
    const seen: unknown[] = [];
    const look = action((_input, { signal: _, ...context }) => {
      seen.push(context);
      if (seen.length === 1) throw new ActionError('busy', 'busy', true);
      return null;
    });
    const twice = task({ maxAttempts: 2 });
    await thrownBy(runAttempt(deps, look, twice, attempt(1)));
    await runAttempt(deps, look, twice, attempt(2));
    expect(seen).toMatchObject([
      {
        organizationId: 'org_1',
        runId: 'run_1',
        workflowId: 'wf_1',
        nodeId: 'pay',
        address: 'loop[3]/pay',
        attempt: 1,
        idempotencyKey: 'run_1/loop[3]/pay',
      },
      { attempt: 2, idempotencyKey: 'run_1/loop[3]/pay' },
    ]);
  });

  it('does not act again when a success is recorded', async () => {
    let calls = 0;
    const charge = action(() => (calls += 1));
    await runAttempt(deps, charge, task(), attempt(1));
    expect(await runAttempt(deps, charge, task(), attempt(2))).toBe(1);
    expect(calls).toBe(1);
  });

  it('keeps the result of work done through an outage of the record', async () => {
    const charge = action(() => {
      record.outages = 2;
      return 'done';
    });
    expect(await runAttempt(deps, charge, task(), attempt())).toBe('done');
    expect(record.node('loop[3]/pay').result).toEqual({ value: 'done' });
    expect(logged).toEqual(['A success waits to be written', 'A success waits to be written']);
  });

  it('asks again when it got no answer to its begin, and acts once', async () => {
    let calls = 0;
    record.outages = 2;
    const charge = action(() => (calls += 1));
    expect(await runAttempt(deps, charge, task(), attempt())).toBe(1);
    expect(record.node('loop[3]/pay').began).toBe(1);
  });

  it('turns what is no JSON into what is nearest', async () => {
    const odd = action(() => undefined);
    expect(await runAttempt(deps, odd, task(), attempt())).toBeNull();
  });
});

describe('an attempt that fails', () => {
  it('is final when no attempt is left', async () => {
    expect(await thrownBy(runAttempt(deps, fails('busy', true), task(), attempt()))).toEqual({
      type: 'busy',
      message: 'It failed with busy',
      nonRetryable: true,
      details: [{ recorded: true }],
    });
    expect(record.node('loop[3]/pay').error).toEqual({
      code: 'busy',
      message: 'It failed with busy',
      nodeId: 'pay',
      path: 'loop[3]/pay',
    });
  });

  it('is tried again while the record counts fewer attempts than allowed', async () => {
    const three = task({ maxAttempts: 3 });
    const outcomes: boolean[] = [];
    for (const number of [4, 7, 9]) {
      const thrown = await thrownBy(runAttempt(deps, fails('busy', true), three, attempt(number)));
      outcomes.push(thrown.nonRetryable);
    }
    expect(outcomes).toEqual([false, false, true]);
  });

  it('is final when a repeat can not mend it', async () => {
    const { type, nonRetryable } = await thrownBy(
      runAttempt(deps, fails('gone'), task({ maxAttempts: 3 }), attempt()),
    );
    expect([type, nonRetryable]).toEqual(['gone', true]);
  });

  it('may be tried again when nobody foresaw it', async () => {
    const broken = action(() => {
      throw new TypeError('x is not a function');
    });
    expect(
      await thrownBy(runAttempt(deps, broken, task({ maxAttempts: 2 }), attempt())),
    ).toMatchObject({
      type: 'action_failed',
      message: 'x is not a function',
      nonRetryable: false,
    });
  });

  it('names the field of an input that does not fit', async () => {
    let calls = 0;
    const charge = action(() => (calls += 1));
    const wrong = task({ input: { amount: 'five' }, maxAttempts: 3 });
    expect(await thrownBy(runAttempt(deps, charge, wrong, attempt()))).toEqual({
      type: 'invalid_input',
      message: '`amount` must be number',
      nonRetryable: true,
      details: [{ recorded: true }],
    });
    expect(calls).toBe(0);
    expect(record.node('loop[3]/pay').began).toBe(1);
  });

  it.each<[string, unknown]>([
    ['result_too_large', 'x'.repeat(16 * 1024 * 1024)],
    ['result_not_json', { big: 1n }],
    ['result_too_deep', Array.from({ length: 201 }).reduce((inner) => [inner], null)],
  ])('has the code %s for a result that can not be kept', async (code, result) => {
    const { type, nonRetryable } = await thrownBy(
      runAttempt(
        deps,
        action(() => result),
        task({ maxAttempts: 3 }),
        attempt(),
      ),
    );
    expect([type, nonRetryable]).toEqual([code, true]);
  });

  it('has the code run_output_too_large for a result that the run has no room for', async () => {
    const large = action(() => ({ text: 'x'.repeat(100) }));
    const budget = { left: 60, limit: 500 };
    expect(
      await thrownBy(runAttempt(deps, large, task({ maxAttempts: 3, budget }), attempt())),
    ).toEqual({
      type: 'run_output_too_large',
      message:
        'The results of this run are larger than 500 bytes together. Return less from `pay`, for instance by filtering before.',
      nonRetryable: true,
      details: [{ recorded: true }],
    });
    expect(record.node('loop[3]/pay')).not.toHaveProperty('result');
  });

  it('ends at its time limit, also when the action ignores it', async () => {
    const deaf = action(() => new Promise(() => undefined));
    expect(
      await thrownBy(
        runAttempt(deps, deaf, task({ attemptTimeoutMs: 50, maxAttempts: 2 }), attempt()),
      ),
    ).toEqual({
      type: 'action_timeout',
      message: 'The action did not end within 50 ms',
      nonRetryable: false,
      details: [{ recorded: true }],
    });
  });

  it('tells the action when its time is up', async () => {
    let reason: unknown;
    const polite = action(
      (_input, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reason = signal.reason;
            reject(new Error('stopped'));
          });
        }),
    );
    await thrownBy(runAttempt(deps, polite, task({ attemptTimeoutMs: 50 }), attempt()));
    expect((reason as ActionError).code).toBe('action_timeout');
  });
});

describe('the log of attempts that fail', () => {
  const place = { runId: 'run_1', address: 'loop[3]/pay', action: 'charge' };
  let lines: [level: string, fields: Record<string, unknown>, message: string][];
  beforeEach(() => {
    lines = [];
    deps.log = {
      info: (...line) => lines.push(['info', ...line]),
      warn: (...line) => lines.push(['warn', ...line]),
    };
  });

  it('has one line without a stack for what an author should see', async () => {
    const twice = task({ maxAttempts: 2 });
    await thrownBy(runAttempt(deps, fails('busy', true), twice, attempt(1)));
    await thrownBy(runAttempt(deps, fails('gone'), twice, attempt(2)));
    const line = (number: number, code: string): unknown[] => [
      'info',
      { ...place, attempt: number, code, reason: `It failed with ${code}` },
      'An action failed',
    ];
    expect(lines).toEqual([line(1, 'busy'), line(2, 'gone')]);
  });

  it('has the stack of what nobody foresaw, without secrets', async () => {
    const broken = action((input) => {
      throw new TypeError(JSON.stringify(input));
    });
    const secret = task({ input: { amount: 5, headers: { cookie: { $secret: 'sec_1' } } } });
    secret.node.references = [['headers', 'cookie']];
    await thrownBy(runAttempt(deps, broken, secret, attempt()));
    const reason = '{"amount":5,"headers":{"cookie":"***"}}';
    const stack: unknown = expect.stringContaining(`TypeError: ${reason}\n    at `);
    expect(lines).toEqual([
      [
        'warn',
        { ...place, attempt: 1, code: 'action_failed', reason, stack },
        'An action failed unforeseen',
      ],
    ]);
  });
});

describe('what the record forbids', () => {
  const act = action(() => 'acted');

  it('does not repeat what a lost worker may have done', async () => {
    await record.begin({
      ...task(),
      input: {},
      attempt: 1,
      at: 0,
    });
    expect(await thrownBy(runAttempt(deps, act, task({ maxAttempts: 3 }), attempt(2)))).toEqual({
      type: 'outcome_unknown',
      message: 'The worker was lost while `pay` ran; whether its side effect happened is not known',
      nonRetryable: true,
      details: [{ recorded: true }],
    });
  });

  it('repeats what a lost worker can not have harmed', async () => {
    const safe = task({ safeToRepeat: true, maxAttempts: 2 });
    await record.begin({ ...safe, input: {}, attempt: 1, at: 0 });
    expect(await runAttempt(deps, act, safe, attempt(2))).toBe('acted');
  });

  it('ends with the last error when the attempts are used up', async () => {
    await thrownBy(runAttempt(deps, fails('busy', true), task(), attempt(1)));
    expect(await thrownBy(runAttempt(deps, act, task(), attempt(2)))).toMatchObject({
      type: 'busy',
      nonRetryable: true,
    });
  });

  it('ends when all attempts were lost without an error', async () => {
    const safe = task({ safeToRepeat: true });
    await record.begin({ ...safe, input: {}, attempt: 1, at: 0 });
    expect(await thrownBy(runAttempt(deps, act, safe, attempt(2)))).toMatchObject({
      type: 'attempts_exhausted',
      nonRetryable: true,
    });
  });

  it('does nothing for a run that has ended, until it is reopened', async () => {
    record.ended = true;
    expect(await thrownBy(runAttempt(deps, act, task(), attempt()))).toMatchObject({
      type: 'run_ended',
      nonRetryable: false,
    });
  });

  it('asks again when another outcome was recorded first', async () => {
    const overtaken = action(() => {
      record.ended = true;
      return 'late';
    });
    expect(await thrownBy(runAttempt(deps, overtaken, task(), attempt()))).toMatchObject({
      type: 'superseded',
      nonRetryable: false,
    });
  });

  it('uses no attempt up while the record is away', async () => {
    record.outages = 3;
    const thrown = await thrownBy(runAttempt(deps, act, task(), attempt(1)));
    expect(thrown).toEqual({
      type: 'record_unavailable',
      message: 'The record of the run is not available',
      nonRetryable: false,
    });
    expect(await runAttempt(deps, act, task(), attempt(2))).toBe('acted');
  });
});

describe('cancellation', () => {
  async function cancelled(policy: Partial<ActionTask>) {
    const controller = new AbortController();
    const reason = new Error('CANCELLED');
    const waiting = action(
      (_input, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(new Error('stopped'));
          });
          controller.abort(reason);
        }),
    );
    const running = runAttempt(deps, waiting, task(policy), attempt(1, controller.signal));
    await expect(running).rejects.toBe(reason);
    return record.node('loop[3]/pay');
  }

  it('passes the reason on, and lets a safe action run again', async () => {
    expect(await cancelled({ safeToRepeat: true })).toMatchObject({
      open: false,
      error: { code: 'action_stopped', message: '`pay` was stopped while it ran' },
    });
  });

  it('leaves an unsafe action open: nobody knows what it has done', async () => {
    expect(await cancelled({})).toMatchObject({ open: true });
  });

  it('begins nothing once it is asked to stop', async () => {
    const reason = new Error('CANCELLED');
    const act = action(() => 'acted');
    const running = runAttempt(deps, act, task(), attempt(1, AbortSignal.abort(reason)));
    await expect(running).rejects.toBe(reason);
    expect(record.node('loop[3]/pay').began).toBe(0);
  });

  it('keeps the success of an action that ends all the same', async () => {
    const controller = new AbortController();
    const stubborn = action(() => {
      controller.abort(new Error('CANCELLED'));
      return 'finished';
    });
    expect(await runAttempt(deps, stubborn, task(), attempt(1, controller.signal))).toBe(
      'finished',
    );
  });
});

describe('inputs without side effects', () => {
  const refined = (run: () => Json): RefinedAction => ({
    ...action(run),
    safeToRepeat: ({ method }) => method === 'GET',
  });
  const busy = refined(() => {
    throw new ActionError('busy', 'busy', true);
  });
  const input = { amount: 1, method: 'GET' };

  async function attemptsOf(overrides: Partial<ActionTask>): Promise<number> {
    for (let number = 1; ; number += 1) {
      const thrown = await thrownBy(runAttempt(deps, busy, task(overrides), attempt(number)));
      if (thrown.nonRetryable) return number;
    }
  }

  it('are tried three times where the plan allows one', async () => {
    expect(await attemptsOf({ input })).toBe(3);
  });

  it('are tried as often as the author says', async () => {
    expect(await attemptsOf({ input, maxAttempts: 5, attemptsAreGiven: true })).toBe(5);
    expect(await attemptsOf({ input, maxAttempts: 1, attemptsAreGiven: true })).toBe(1);
  });

  it('leave all others alone', async () => {
    expect(await attemptsOf({ input: { amount: 1, method: 'POST' } })).toBe(1);
  });

  it('are repeated after a lost worker', async () => {
    await record.begin({ ...task({ input }), attempt: 1, at: 0 });
    expect(
      await runAttempt(
        deps,
        refined(() => 'read'),
        task({ input }),
        attempt(2),
      ),
    ).toBe('read');
  });
});

describe('secrets', () => {
  const input = {
    amount: 5,
    headers: { Authorization: { $secret: 'sec_1' }, accept: 'text/plain' },
    body: { $secret: 'sec_1' },
  };
  const node = { ...task().node, references: [['headers', 'Authorization'], ['body']] };

  it('are revealed where they may stand, and masked in the record', async () => {
    let seen: JsonObject = {};
    const look = action((revealed) => {
      seen = revealed;
      return null;
    });
    await runAttempt(deps, look, task({ input, node }), attempt());
    expect(seen).toEqual({
      amount: 5,
      headers: { Authorization: 'hunter2-hunter2', accept: 'text/plain' },
      // Data that only looks like a reference stays data.
      body: { $secret: 'sec_1' },
    });
    expect(record.node('loop[3]/pay').inputs).toEqual([
      { amount: 5, headers: { Authorization: '***', accept: 'text/plain' }, body: '***' },
    ]);
  });

  it('leave no trace in errors and results', async () => {
    const leaky = action(({ headers }) => {
      const { Authorization } = headers as { Authorization: string };
      throw new ActionError('refused', `Bad key ${Authorization} in ?k=${Authorization}`);
    });
    const { message } = await thrownBy(runAttempt(deps, leaky, task({ input, node }), attempt()));
    expect(message).toBe('Bad key *** in ?k=***');

    const echo = action(({ headers }) => ({ you: [{ sent: headers }] }));
    const elsewhere = task({ input, node: { ...node, address: 'echo' } });
    expect(await runAttempt(deps, echo, elsewhere, attempt())).toEqual({
      you: [{ sent: { Authorization: '***', accept: 'text/plain' } }],
    });
  });

  it('fail the node when they are gone or belong to somebody else', async () => {
    const act = action(() => null);
    const other = task({
      ...{ input, node },
      run: { runId: 'run_1', organizationId: 'org_2', workflowId: 'wf_1' },
    });
    expect(await thrownBy(runAttempt(deps, act, other, attempt()))).toMatchObject({
      type: 'secret_unavailable',
      message: 'The secret sec_1 does not exist any more',
      nonRetryable: true,
    });
  });

  it('use no attempt up while they can not be read', async () => {
    deps.secrets = { reveal: () => Promise.reject(new Error('connection refused')) };
    const act = action(() => null);
    expect(await thrownBy(runAttempt(deps, act, task({ input, node }), attempt()))).toMatchObject({
      type: 'record_unavailable',
      nonRetryable: false,
    });
    expect(record.node('loop[3]/pay').began).toBe(0);
  });
});
