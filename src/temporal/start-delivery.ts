import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { DELIVERY_WORKFLOW, type DeliveryStart } from '../../workflows/messages';

import type { EngineSettings } from './run-options';

/** Starts the workflow of a delivery, whose id is the delivery's. A second start changes nothing. */
export function startDelivery(
  client: Client,
  { taskQueue }: Pick<EngineSettings, 'taskQueue'>,
): (start: DeliveryStart) => Promise<void> {
  return async (start) => {
    try {
      await client.workflow.start(DELIVERY_WORKFLOW, {
        workflowId: start.deliveryId,
        taskQueue,
        args: [start],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
        staticSummary: 'send-webhook',
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  };
}

export { isGrpcServiceError } from '@temporalio/client';
export type { DeliveryStart } from '../../workflows/messages';
