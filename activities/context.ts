import type { ActionContext } from './action';
import type { ManagedData, WebhookDeliveries } from './deps';
import type { EgressClient } from './egress/client';

/**
 * The context of every action that runs as an activity: one that reaches outside takes this instead
 * of {@link ActionContext}.
 */
export interface OutboundContext extends ActionContext {
  http: EgressClient;
  deliveries: WebhookDeliveries;
  databases: ManagedData;
}
