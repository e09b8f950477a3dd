import { PgWebhookDeliveries } from '../../src/record/webhook-deliveries';
import { KeyRotation } from '../../src/secrets/key-rotation';
import { Sealer, type WrappingKey } from '../../src/secrets/sealer';
import { createRecord, ORGANIZATION, type RecordFixture } from '../support/record';

const KEY: WrappingKey = { id: 'k', key: Buffer.alloc(32, 1) };
const NEW_KEY: WrappingKey = { id: 'new', key: Buffer.alloc(32, 2) };

describe('webhook deliveries', () => {
  let fixture: RecordFixture;
  let deliveries: PgWebhookDeliveries;
  const started: string[] = [];

  beforeAll(async () => {
    fixture = await createRecord();
    deliveries = sealedBy(KEY);
  });
  afterAll(() => fixture.close());

  const sealedBy = (...keys: WrappingKey[]): PgWebhookDeliveries =>
    new PgWebhookDeliveries(fixture.pool, new Sealer(keys), ({ deliveryId, maxRetries }) => {
      started.push(`${deliveryId} ${maxRetries}`);
      return Promise.resolve();
    });
  const enqueue = (idempotencyKey: string) =>
    deliveries.enqueue({
      run: { runId: 'run_1', organizationId: ORGANIZATION, workflowId: 'wf_1' },
      nodeId: 'notify',
      idempotencyKey,
      url: 'https://example.com/hook',
      headers: { authorization: 'Bearer abc' },
      body: { b: 1, a: 'x\0y' },
      maxRetries: 3,
    });
  const attempt = (
    deliveryId: string,
    number: number,
    outcome: 'success' | 'retrying' | 'failure',
  ) =>
    deliveries.recordAttempt({
      organizationId: ORGANIZATION,
      deliveryId,
      attempt: number,
      responseStatus: 500 + number,
      responseHeaders: { server: 'x' },
      responseBody: 'a\0b',
      durationMs: 12.4,
      outcome,
    });
  const row = (deliveryId: string) =>
    fixture.one(
      `SELECT status, retry_count, response_status, response_headers, response_body, duration_ms
       FROM webhook_deliveries WHERE id = $1`,
      deliveryId,
    );

  it('are written once for each key and started each time', async () => {
    const [first, second] = await Promise.all([enqueue('run_1/notify'), enqueue('run_1/notify')]);
    expect(first.deliveryId).toMatch(/^whd_\w{22}$/);
    expect(second).toEqual(first);
    expect(started).toEqual([`${first.deliveryId} 3`, `${first.deliveryId} 3`]);
    expect((await enqueue('run_2/notify')).deliveryId).not.toBe(first.deliveryId);
    expect(await row(first.deliveryId)).toMatchObject({ status: 'pending', retry_count: 0 });
  });

  it('are read back with their headers, which are not readable in the table', async () => {
    const { deliveryId } = await enqueue('run_3/notify');
    expect(await deliveries.read({ organizationId: ORGANIZATION, deliveryId })).toEqual({
      url: 'https://example.com/hook',
      headers: { authorization: 'Bearer abc' },
      body: { b: 1, a: 'x\0y' },
      settled: false,
      attempts: 0,
    });
    const { request_headers: sealed } = await fixture.one(
      'SELECT request_headers FROM webhook_deliveries WHERE id = $1',
      deliveryId,
    );
    expect((sealed as Buffer).includes('abc')).toBe(false);
    expect(await deliveries.read({ organizationId: 'org_other', deliveryId })).toMatchObject({
      settled: true,
    });
  });

  it('keep the newest attempt, and stay as they ended', async () => {
    const { deliveryId } = await enqueue('run_4/notify');
    await attempt(deliveryId, 1, 'retrying');
    const known = await deliveries.read({ organizationId: ORGANIZATION, deliveryId });
    expect(known.attempts).toBe(1);
    await attempt(deliveryId, 3, 'retrying');
    await attempt(deliveryId, 2, 'retrying');
    expect(await row(deliveryId)).toEqual({
      status: 'retrying',
      retry_count: 2,
      response_status: 503,
      response_headers: { server: 'x' },
      response_body: 'a\uFFFDb',
      duration_ms: 12,
    });
    await attempt(deliveryId, 4, 'failure');
    await attempt(deliveryId, 5, 'success');
    expect(await row(deliveryId)).toMatchObject({ status: 'failure', retry_count: 3 });
    const read = await deliveries.read({ organizationId: ORGANIZATION, deliveryId });
    expect(read.settled).toBe(true);
  });

  it('are sealed again with a new key until they are settled', async () => {
    const { deliveryId: open } = await enqueue('run_5/notify');
    const { deliveryId: over } = await enqueue('run_6/notify');
    await attempt(over, 1, 'success');
    await new KeyRotation(fixture.pool, new Sealer([NEW_KEY, KEY])).reseal(1_000);
    const rotated = new KeyRotation(fixture.pool, new Sealer([NEW_KEY]));
    expect(await rotated.missingKey()).toBeUndefined();
    const read = (deliveryId: string) =>
      sealedBy(NEW_KEY).read({ organizationId: ORGANIZATION, deliveryId });
    expect(await read(open)).toMatchObject({
      headers: { authorization: 'Bearer abc' },
      settled: false,
    });
    expect(await read(over)).toMatchObject({ settled: true });
  });
});
