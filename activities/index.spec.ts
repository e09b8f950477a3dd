import { asyncLocalStorage, Context, type Info } from '@temporalio/activity';
import type { ActionActivity, ActionTask, LocalActivity } from '../workflows/port';
import { createActivities } from '.';
import { createCatalog } from './catalog';
import { MemoryDeliveries, NO_DATABASES } from './testing/context';
import { MemoryRecord } from './testing/memory-record';

const { actions } = createCatalog();
const record = new MemoryRecord();
const activities = createActivities(
  {
    record,
    deliveries: new MemoryDeliveries(),
    databases: NO_DATABASES,
    secrets: { reveal: () => Promise.resolve(new Map()) },
    egress: { allow: [] },
    log: { info: () => undefined, warn: () => undefined },
  },
  actions,
);
/** What a worker puts around an activity, as far as ours look at it. */
function temporalContext(info: Partial<Info>): Context {
  const parts = [info, new Promise(() => undefined), new AbortController().signal, () => undefined];
  return Reflect.construct(Context, parts) as Context;
}

const run = { runId: 'run_1', organizationId: 'org_1', workflowId: 'wf_1' };

it('has each action under its own type, and the activities of the engine', () => {
  expect(Object.keys(activities).sort()).toEqual([
    'claim-timeout',
    'code-transform',
    'db-query',
    'deliver-webhook',
    'format',
    'http-request',
    'record-progress',
    'regex',
    'send-webhook',
    'settle-attempt',
    'trigger-workflow',
  ]);
});

it('passes what belongs to the record on to it', async () => {
  expect(await activities['claim-timeout']({ run, address: 'hold', known: [] })).toEqual({
    winner: 'timeout',
    at: expect.any(Number) as number,
  });
  const flush = () => activities['record-progress']({ run, carried: { events: [], acks: [] } });
  await asyncLocalStorage.run(temporalContext({}), async () => {
    await flush();
    record.outages = 1;
    await expect(flush()).rejects.toThrow('connection refused');
  });
});

it('keeps what a run that was reset writes, until it is reopened', async () => {
  const flush = () => activities['record-progress']({ run, carried: { events: [], acks: [] } });
  record.ended = true;
  await asyncLocalStorage.run(temporalContext({}), async () => {
    await expect(flush()).rejects.toMatchObject({ type: 'run_ended', nonRetryable: false });
    record.ended = false;
    await flush();
  });
});

it('runs an action with what Temporal tells of the attempt', async () => {
  const task: ActionTask = {
    run,
    node: {
      address: 'double',
      id: 'double',
      type: 'code-transform',
      title: 'Double',
      secretKeys: [],
    },
    input: { code: 'function transform(x) { return x * 2; }', input: 21 },
    maxAttempts: 3,
    attemptsAreGiven: false,
    safeToRepeat: true,
    attemptTimeoutMs: 5_000,
    budget: { left: 20_000_000, limit: 20_000_000 },
    carried: { events: [], acks: [] },
  };
  const transform = activities['code-transform'] as ActionActivity;
  const context = temporalContext({ attempt: 4 });
  expect(await asyncLocalStorage.run(context, () => transform(task))).toEqual({ output: 42 });
  expect(record.node('double')).toMatchObject({ newest: 4, began: 1, open: false });
});

it('runs what only computes with its input alone, and says when', async () => {
  const input = { data: { a: 1 }, template: '{{@a}}' };
  expect(await (activities.format as LocalActivity)(input)).toEqual({
    ok: true,
    result: { formatted: '1' },
    at: expect.closeTo(Date.now(), -4) as number,
  });
});

it('refuses to start with an egress list it can not read', () => {
  expect(() =>
    createActivities(
      {
        record,
        deliveries: new MemoryDeliveries(),
        databases: NO_DATABASES,
        secrets: { reveal: () => Promise.resolve(new Map()) },
        egress: { allow: ['http://intranet'] },
        log: { info: () => undefined, warn: () => undefined },
      },
      actions,
    ),
  ).toThrow('The egress allow list has an entry');
});
