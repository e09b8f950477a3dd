import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { DeliveryAttempt, DeliveryRequest, WebhookDeliveries } from '../../activities/deps';
import type { Json } from '../../definition/json';
import { idFromDigest, newId } from '../database/ids';
import type { Sealer } from '../secrets/sealer';
import { json } from './event-parameters';
import { REFUSAL_COLUMNS, REFUSED_CODES, run, type Statement } from './statements';

type NewDelivery = Parameters<WebhookDeliveries['enqueue']>[0];

/** Starts the durable delivery of a row that is written; one that has started stays as it is. */
export type StartDelivery = (delivery: {
  organizationId: string;
  deliveryId: string;
  maxRetries: number;
}) => Promise<void>;

const INSERT: Statement = {
  name: 'weft_insert_delivery',
  text: `INSERT INTO webhook_deliveries (organization_id, id, run_id, workflow_id, node_id,
      idempotency_key, url, request_headers, request_body, max_retries)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (organization_id, idempotency_key) DO NOTHING`,
};

const READ: Statement = {
  name: 'weft_read_delivery',
  text: `SELECT url, request_headers, request_body, status IN ('success', 'failure') AS settled,
      CASE status WHEN 'pending' THEN 0 ELSE retry_count + 1 END AS attempts
    FROM webhook_deliveries WHERE organization_id = $1 AND id = $2`,
};

const WRITTEN = `UPDATE webhook_deliveries SET status = $3, retry_count = $4 - 1, response_status = $5,
      response_headers = $6, response_body = $7, error_message = $8, duration_ms = $9,
      updated_at = now()
    WHERE organization_id = $1 AND id = $2 AND status IN ('pending', 'retrying')
      AND retry_count < $4`;

const RECORD_ATTEMPT: Statement = { name: 'weft_record_delivery', text: WRITTEN };

/** {@link RECORD_ATTEMPT} with a row of the audit log: `$10` is its id, `$11` the code, `$8` the reason. */
const RECORD_REFUSED_ATTEMPT: Statement = {
  name: 'weft_record_refused_delivery',
  text: `WITH written AS (${WRITTEN} RETURNING run_id, node_id)
    ${REFUSAL_COLUMNS}
    SELECT $1, $10, now(), 'refused', 'run', run_id, 'deliverWebhook', 'node', node_id, $11,
      left($8, 500), run_id FROM written`,
};

/** Deliveries of `send-webhook` nodes. Headers are sealed, for they may carry credentials. */
export class PgWebhookDeliveries implements WebhookDeliveries {
  constructor(
    private readonly pool: Pool,
    private readonly sealer: Sealer,
    private readonly start: StartDelivery,
  ) {}

  async enqueue(delivery: NewDelivery): Promise<{ deliveryId: string }> {
    const { run: reference, nodeId, idempotencyKey, url, headers, body, maxRetries } = delivery;
    const { organizationId } = reference;
    const deliveryId = deliveryIdOf(organizationId, idempotencyKey);
    await run(this.pool, INSERT, [
      organizationId,
      deliveryId,
      reference.runId,
      reference.workflowId,
      nodeId,
      idempotencyKey,
      url,
      this.sealer.seal(JSON.stringify(headers), context(organizationId, deliveryId)),
      json(body),
      maxRetries,
    ]);
    await this.start({ organizationId, deliveryId, maxRetries });
    return { deliveryId };
  }

  /** One that is gone counts as settled: there is nothing left to send. */
  async read(delivery: { organizationId: string; deliveryId: string }): Promise<DeliveryRequest> {
    const { organizationId, deliveryId } = delivery;
    const [row] = await run<{
      url: string;
      request_headers: Buffer;
      request_body: Json;
      settled: boolean;
      attempts: number;
    }>(this.pool, READ, [organizationId, deliveryId]);
    // What is settled is not taken over to a new key, and may not be readable any more.
    if (!row || row.settled)
      return { url: '', headers: {}, body: null, settled: true, attempts: 0 };
    const headers = this.sealer.unseal(row.request_headers, context(organizationId, deliveryId));
    return {
      url: row.url,
      headers: JSON.parse(headers) as Record<string, string>,
      body: row.request_body,
      settled: false,
      attempts: row.attempts,
    };
  }

  async recordAttempt(attempt: DeliveryAttempt): Promise<void> {
    const values = [
      attempt.organizationId,
      attempt.deliveryId,
      attempt.outcome,
      attempt.attempt,
      attempt.responseStatus ?? null,
      json(attempt.responseHeaders),
      storable(attempt.responseBody),
      storable(attempt.errorMessage),
      Math.round(attempt.durationMs),
    ];
    const { errorCode } = attempt;
    if (errorCode === undefined || !REFUSED_CODES.has(errorCode)) {
      await run(this.pool, RECORD_ATTEMPT, values);
      return;
    }
    await run(this.pool, RECORD_REFUSED_ATTEMPT, [...values, newId('aud'), errorCode]);
  }
}

/** The same key always gives the same delivery. */
function deliveryIdOf(organizationId: string, idempotencyKey: string): string {
  const digest = createHash('sha256').update(`${organizationId}\0${idempotencyKey}`).digest();
  return idFromDigest('whd', digest);
}

function context(organizationId: string, deliveryId: string): string {
  return `${organizationId}/${deliveryId}`;
}

/** Receivers may answer anything; PostgreSQL's text takes all but one character. */
function storable(text: string | undefined): string | null {
  return text?.replaceAll('\0', '\uFFFD') ?? null;
}
