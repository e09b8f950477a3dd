import { ApplicationFailure } from '@temporalio/common';
import { isSecretHeader } from '../../definition/secret-names';
import type { DeliveryStart } from '../../workflows/messages';
import { ActionError } from '../action';
import type { DeliveryAttempt, DeliveryRequest, WebhookDeliveries } from '../deps';
import type { EgressClient, OutboundResponse } from '../egress/client';
import { recordUnavailable, storable } from '../failures';
import { MASK } from '../masking';
import { SecretMask } from '../secrets';
import { retryAfterMs } from './retry-after';

const TIMEOUT_MS = 15_000;
/** Of an answer, what is read and kept for whoever looks into a failed delivery. */
const KEPT_BYTES = 4_096;

export interface DeliveryDeps {
  deliveries: WebhookDeliveries;
  http: EgressClient;
}

/**
 * One attempt of one delivery: only a 2xx answer is success, a redirect is not followed. A 410 and an
 * address that is refused end it at once; anything else is tried again until `maxRetries` are used up,
 * no earlier than the receiver's `Retry-After` asks. The record counts the attempts: what Temporal repeats
 * because the database was away uses none up.
 */
export async function deliverWebhook(
  deps: DeliveryDeps,
  task: DeliveryStart,
  signal: AbortSignal,
): Promise<void> {
  const request = await fromRecord(() => deps.deliveries.read(task));
  if (request.settled) return;
  const number = request.attempts + 1;

  const begun = Date.now();
  const answer = await post(deps.http, task, request, signal);
  const outcome = judge(answer, number > task.maxRetries);
  await fromRecord(() =>
    deps.deliveries.recordAttempt({
      organizationId: task.organizationId,
      deliveryId: task.deliveryId,
      attempt: number,
      durationMs: Date.now() - begun,
      outcome,
      ...shown(answer, credentialsOf(request)),
    }),
  );
  if (outcome === 'success') return;
  const asked = isError(answer) ? undefined : retryAfterMs(answer);
  throw ApplicationFailure.create({
    message: isError(answer) ? answer.message : `The receiver answered ${answer.status}`,
    type: isError(answer) ? answer.code : 'webhook_refused',
    nonRetryable: outcome === 'failure',
    ...(outcome === 'retrying' && { nextRetryDelay: asked ?? pauseAfter(number) }),
  });
}

/** 5 seconds, then four times as long each time, up to 4 hours. */
function pauseAfter(attempts: number): number {
  return Math.min(5_000 * 4 ** (attempts - 1), 4 * 3_600_000);
}

type Answer = OutboundResponse | ActionError;

async function post(
  http: EgressClient,
  task: DeliveryStart,
  request: DeliveryRequest,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    return await http.request({
      url: await http.webhookTarget(request.url),
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': task.deliveryId,
        ...request.headers,
      },
      body: JSON.stringify(request.body),
      timeoutMs: TIMEOUT_MS,
      maxBytes: KEPT_BYTES,
      overflow: 'truncate',
      followRedirects: false,
      signal,
    });
  } catch (error) {
    if (error instanceof ActionError) return error;
    if (signal.aborted) throw error;
    return new ActionError('webhook_failed', 'The webhook could not be sent', true);
  }
}

function judge(answer: Answer, isLast: boolean): DeliveryAttempt['outcome'] {
  if (!isError(answer) && answer.status >= 200 && answer.status < 300) return 'success';
  const final = isError(answer) ? !answer.retryable : answer.status === 410;
  return final || isLast ? 'failure' : 'retrying';
}

/** A receiver may echo what was sent to it. */
function credentialsOf({ headers }: DeliveryRequest): SecretMask {
  const secret = Object.entries(headers).filter(([name]) => isSecretHeader(name));
  return new SecretMask(secret.map(([, value]) => value));
}

function shown(answer: Answer, mask: SecretMask): Partial<DeliveryAttempt> {
  if (isError(answer)) return { errorCode: answer.code, errorMessage: answer.message };
  return {
    responseStatus: answer.status,
    responseHeaders: Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [
        name,
        isSecretHeader(name) ? MASK : mask.text(value),
      ]),
    ),
    responseBody: storable(mask.text(answer.body.toString('utf8'))),
  };
}

function isError(answer: Answer): answer is ActionError {
  return answer instanceof ActionError;
}

/** An attempt that the record did not hear of does not count against the receiver. */
async function fromRecord<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw recordUnavailable(error);
  }
}
