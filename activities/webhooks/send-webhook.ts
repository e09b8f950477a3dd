import type { NodeSpec } from '../../definition/catalog';
import type { Json, JsonObject } from '../../definition/json';
import { ActionError, type Action } from '../action';
import type { OutboundContext } from '../context';
import type { WebhookDeliveries } from '../deps';
import { requestHeaders } from '../egress/headers';

export const DEFAULT_MAX_RETRIES = 3;

const spec: NodeSpec = {
  type: 'send-webhook',
  title: 'Send webhook',
  description: [
    'Queues a POST of a JSON body and goes on at once: the delivery runs beside the workflow, is',
    'retried with growing pauses, and is found under the outbound webhook deliveries by its id.',
    'The address must be https and public. The same node of the same run is delivered as one',
    'delivery, however often the node is tried.',
  ].join(' '),
  category: 'Utility',
  tags: ['webhook', 'http', 'notification', 'integration'],
  execution: 'activity',
  payloadSchema: {
    type: 'object',
    required: ['url'],
    additionalProperties: false,
    properties: {
      url: {
        type: 'string',
        minLength: 1,
        maxLength: 8192,
        title: 'URL',
        description: 'https:// URL of the receiver.',
      },
      headers: {
        type: 'object',
        title: 'Headers',
        description: 'Added to the request. Credentials among them are stored encrypted.',
        additionalProperties: { type: ['string', 'number', 'boolean'] },
      },
      body: { title: 'Body', description: 'Sent as JSON; an empty object when absent.' },
      maxRetries: {
        type: 'integer',
        minimum: 0,
        maximum: 20,
        default: DEFAULT_MAX_RETRIES,
        title: 'Retries',
        description: 'How often a failed delivery is tried again.',
      },
    },
  },
  resultSchema: {
    type: 'object',
    required: ['deliveryId', 'status', 'url', 'method'],
    properties: {
      deliveryId: { type: 'string' },
      status: { const: 'pending', description: 'Always pending: the delivery has only begun.' },
      url: { type: 'string' },
      method: { const: 'POST' },
    },
  },
  behaviour: { sideEffects: true, idempotent: true, attemptTimeoutMs: 15_000 },
  example: {
    payload: {
      url: 'https://desk.example.com/tasks',
      body: { amount: 120, currency: 'EUR' },
      maxRetries: 3,
    },
    result: {
      deliveryId: 'whd_4fK2Yc9QpX1s',
      status: 'pending',
      url: 'https://desk.example.com/tasks',
      method: 'POST',
    },
  },
};

export const sendWebhook: Action = {
  spec,

  async run(payload: JsonObject, context: OutboundContext): Promise<Json> {
    const input = payload as unknown as {
      url: string;
      headers?: Record<string, string | number | boolean>;
      body?: Json;
      maxRetries?: number;
    };
    const url = await context.http.webhookTarget(input.url);
    const { deliveryId } = await enqueue(context, {
      run: {
        runId: context.runId,
        organizationId: context.organizationId,
        workflowId: context.workflowId,
      },
      nodeId: context.nodeId,
      idempotencyKey: context.idempotencyKey,
      url,
      headers: Object.fromEntries(requestHeaders(input.headers ?? {})),
      body: input.body ?? {},
      maxRetries: input.maxRetries ?? DEFAULT_MAX_RETRIES,
    });
    return { deliveryId, status: 'pending', url, method: 'POST' };
  },
};

async function enqueue(
  { deliveries }: OutboundContext,
  delivery: Parameters<WebhookDeliveries['enqueue']>[0],
): Promise<{ deliveryId: string }> {
  try {
    return await deliveries.enqueue(delivery);
  } catch (error) {
    if (error instanceof ActionError) throw error;
    throw new ActionError('webhook_not_queued', 'The webhook could not be queued', true);
  }
}
