import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Json, JsonObject } from '../../definition/json';
import { poolOf } from '../database/data-source';

/** EVM: 32 bytes in hexadecimal. Solana: a signature of 64 bytes in base 58. */
const HASH = /^(0x[0-9a-fA-F]{64}|[1-9A-HJ-NP-Za-km-z]{80,90})$/;

/** The hash as it is stored, when it is one: hexadecimal digits have no case. */
export function txHashOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' || !HASH.test(value)) return undefined;
  return value.startsWith('0x') ? value.toLowerCase() : value;
}

/** Which run a transaction has triggered. */
@Injectable()
export class RunTransactions {
  private readonly logger = new Logger('Runs');

  constructor(private readonly dataSource: DataSource) {}

  /** For a run that is written, and goes on whatever becomes of this; most have no `txHash` in their payload, and cost nothing. */
  async note(organizationId: string, runId: string, payload: JsonObject): Promise<void> {
    const hash = txHashOf(payload.txHash);
    if (hash === undefined) return;
    await poolOf(this.dataSource)
      .query(
        `INSERT INTO run_transactions (organization_id, tx_hash, run_id) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING`,
        [organizationId, hash, runId],
      )
      .catch((error: unknown) => {
        this.logger.warn(`${runId} is written, and its transaction is not: ${String(error)}`);
      });
  }
}
