import { createActivities } from '.';
import { createCatalog } from './catalog';
import { MemoryDeliveries } from './testing/context';
import { MemoryRecord } from './testing/memory-record';

const { actions } = createCatalog();
const record = new MemoryRecord();
const activities = createActivities(
  {
    record,
    deliveries: new MemoryDeliveries(),
    secrets: { reveal: () => Promise.resolve(new Map()) },
    egress: { allow: [] },
    log: { info: () => undefined, warn: () => undefined },
  },
  actions,
);
const run = { runId: 'run_1', organizationId: 'org_1', workflowId: 'wf_1' };

it('has each action under its own type, and the activities of the engine', () => {
  expect(Object.keys(activities).sort()).toEqual([
    'claim-timeout',
    'code-transform',
    'deliver-webhook',
    'evaluate',
    'http-request',
    'record-progress',
    'send-webhook',
    'trigger-workflow',
  ]);
});

it('passes what belongs to the record on to it', async () => {
  expect(await activities['claim-timeout']({ run, address: 'hold', known: [], at: 5 })).toEqual({
    winner: 'timeout',
  });
  record.outages = 1;
  await expect(
    activities['record-progress']({ run, carried: { events: [], acks: [] } }),
  ).rejects.toThrow('connection refused');
});

it('evaluates what is local', async () => {
  const input = { data: { a: 1 }, template: '{{@a}}' };
  expect(await activities.evaluate({ type: 'format', input })).toEqual({
    ok: true,
    result: { formatted: '1' },
  });
});

it('refuses to start with an egress list it can not read', () => {
  expect(() =>
    createActivities(
      {
        record,
        deliveries: new MemoryDeliveries(),
        secrets: { reveal: () => Promise.resolve(new Map()) },
        egress: { allow: ['http://intranet'] },
        log: { info: () => undefined, warn: () => undefined },
      },
      actions,
    ),
  ).toThrow('The egress allow list has an entry');
});
