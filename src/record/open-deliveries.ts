import type { Pool } from 'pg';

export interface OpenDelivery {
  organizationId: string;
  deliveryId: string;
  maxRetries: number;
  /** No attempt has been recorded. */
  pending: boolean;
}

/** Webhook deliveries that are neither delivered nor given up. */
export class OpenDeliveries {
  constructor(private readonly pool: Pool) {}

  /** Older than `before`. Pages go by id: `after` is the last one of the page before. */
  async read(before: Date, limit: number, after = ''): Promise<OpenDelivery[]> {
    const { rows } = await this.pool.query<OpenDelivery>(
      `SELECT organization_id AS "organizationId", id AS "deliveryId", max_retries AS "maxRetries",
         status = 'pending' AS pending
       FROM webhook_deliveries
       WHERE status IN ('pending', 'retrying') AND created_at < $1 AND id > $3
       ORDER BY id LIMIT $2`,
      [before, limit, after],
    );
    return rows;
  }

  /** Ends one that nobody delivers any more. False when it was settled meanwhile. */
  async giveUp({ organizationId, deliveryId }: OpenDelivery, reason: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `UPDATE webhook_deliveries SET status = 'failure', error_message = $3, updated_at = now()
       WHERE organization_id = $1 AND id = $2 AND status IN ('pending', 'retrying')`,
      [organizationId, deliveryId, reason],
    );
    return rowCount === 1;
  }
}
