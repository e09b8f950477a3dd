import type { OutboundContext } from '../context';
import type { DeliveryAttempt, DeliveryRequest, ManagedData, WebhookDeliveries } from '../deps';
import { EgressClient } from '../egress/client';

type Queued = Parameters<WebhookDeliveries['enqueue']>[0];

/** Deliveries kept in memory, under the promises of the real ones. */
export class MemoryDeliveries implements WebhookDeliveries {
  readonly queued = new Map<string, Queued>();
  readonly attempts: DeliveryAttempt[] = [];
  readonly requests = new Map<string, DeliveryRequest>();

  enqueue(delivery: Queued): Promise<{ deliveryId: string }> {
    const known = [...this.queued].find(
      ([, { idempotencyKey }]) => idempotencyKey === delivery.idempotencyKey,
    );
    const deliveryId = known?.[0] ?? `whd_${this.queued.size + 1}`;
    if (!known) this.queued.set(deliveryId, delivery);
    return Promise.resolve({ deliveryId });
  }

  read({ deliveryId }: { deliveryId: string }): Promise<DeliveryRequest> {
    const request = this.requests.get(deliveryId);
    return request ? Promise.resolve(request) : Promise.reject(new Error('no such delivery'));
  }

  recordAttempt(attempt: DeliveryAttempt): Promise<void> {
    this.attempts.push(attempt);
    const request = this.requests.get(attempt.deliveryId);
    if (request) request.settled = attempt.outcome !== 'retrying';
    return Promise.resolve();
  }
}

/** For actions that ask no database. */
export const NO_DATABASES: ManagedData = {
  query: () => Promise.reject(new Error('There is no database here.')),
};

/** The context of an action, with a client that may reach 127.0.0.1. */
export function testContext(overrides: Partial<OutboundContext> = {}): OutboundContext {
  return {
    organizationId: 'org_1',
    runId: 'run_1',
    workflowId: 'wf_1',
    nodeId: 'node',
    address: 'loop[3]/node',
    attempt: 1,
    idempotencyKey: 'run_1/loop[3]/node',
    signal: new AbortController().signal,
    http: new EgressClient({ allow: ['127.0.0.1'] }),
    deliveries: new MemoryDeliveries(),
    databases: NO_DATABASES,
    ...overrides,
  };
}

/** Code, message and whether a repeat may help, of an action that fails. */
export async function failureOf(
  work: Promise<unknown>,
): Promise<{ code: string; message: string; retryable: boolean }> {
  try {
    await work;
  } catch (error) {
    const { code, message, retryable } = error as never;
    return { code, message, retryable };
  }
  throw new Error('It did not fail');
}
