import { ActivityFailure, proxyActivities } from '@temporalio/workflow';
import type { DeliveryStart } from './messages';

interface DeliveryActivities {
  'deliver-webhook'(task: DeliveryStart): Promise<void>;
}

/** One `send-webhook` delivery: tried until it is accepted or its retries are used up. The record tells which. */
export async function B3WebhookDelivery(start: DeliveryStart): Promise<'delivered' | 'given up'> {
  const { 'deliver-webhook': deliver } = proxyActivities<DeliveryActivities>({
    summary: start.deliveryId,
    startToCloseTimeout: '30s',
    heartbeatTimeout: '10s',
    // For a record that is away, and a worker that is lost: an answer brings its own pause along.
    retry: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '1m' },
  });
  try {
    await deliver(start);
    return 'delivered';
  } catch (error) {
    if (error instanceof ActivityFailure) return 'given up';
    throw error;
  }
}
