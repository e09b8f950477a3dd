/** Entry of the workflow bundle: workflow functions and nothing else. */
export { B3WebhookDelivery } from './delivery';
export { B3WorkflowRun } from './interpreter';
