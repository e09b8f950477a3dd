import { Client } from 'pg';
import type { RunReference } from '../../src/record/types';
import {
  createRecord,
  event,
  newRunRow,
  NOTHING,
  ORGANIZATION,
  type RecordFixture,
} from '../support/record';

const AT = 1_700_000_000_000;
const NODE = { address: 'call', id: 'call', type: 'http-request' };

describe('SQL statements', () => {
  let fixture: RecordFixture;
  let run: RunReference;
  const sent = jest.spyOn(Client.prototype, 'query');

  beforeAll(async () => {
    fixture = await createRecord();
    run = await fixture.newRun();
  });
  afterAll(async () => {
    await fixture.close();
    sent.mockRestore();
  });
  beforeEach(() => {
    sent.mockClear();
  });

  const carried = { events: [event('w0', 'run_started', 'running')], acks: ['clm_1'] };

  it.each<[string, () => Promise<unknown>]>([
    [
      'begin',
      () =>
        fixture.record.begin({
          run,
          node: NODE,
          input: {},
          attempt: 1,
          maxAttempts: 1,
          safeToRepeat: false,
          carried,
          at: AT,
        }),
    ],
    ['succeed', () => fixture.record.succeed({ run, node: NODE, attempt: 1, result: 1, at: AT })],
    [
      'release',
      () =>
        fixture.record.release({
          run,
          address: 'call',
          attempt: 1,
          error: { code: 'x', message: 'y' },
        }),
    ],
    ['settle', () => fixture.record.settle({ run, node: NODE })],
    ['flush', () => fixture.record.flush({ run, carried })],
    ['claimTimeout', () => fixture.record.claimTimeout({ run, address: 'w', known: [] })],
    [
      'resume',
      () =>
        fixture.claims.resume({
          organizationId: ORGANIZATION,
          runId: run.runId,
          address: 'v',
          payload: null,
          source: 'manual',
        }),
    ],
    ['create', () => fixture.rows.create(newRunRow())],
    [
      'flush with an end',
      () =>
        fixture.record.flush({
          run,
          carried: NOTHING,
          end: { status: 'success', output: {}, at: AT },
        }),
    ],
  ])('%s is one', async (_, call) => {
    await call();
    expect(sent).toHaveBeenCalledTimes(1);
  });
});
