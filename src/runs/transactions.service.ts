import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { poolOf } from '../database/data-source';
import { isHiddenFrom, viewerOf } from '../workflows/workflow-access';
import { type AttributedRow, TransactionAttribution } from './transactions.response';

const HASH = /^0x[0-9a-f]{64}$/i;

@Injectable()
export class TransactionsService {
  constructor(private readonly dataSource: DataSource) {}

  /** By hash as it was asked for. */
  async attribute(
    caller: Caller,
    txHashes: readonly string[],
  ): Promise<Record<string, TransactionAttribution>> {
    const asked = txHashes.filter((hash) => HASH.test(hash));
    const { rows } = await poolOf(this.dataSource).query<AttributedRow>(
      `SELECT t.tx_hash AS "txHash", t.run_id AS "runId", t.node_id AS "nodeId",
         t.action_type AS "actionType", r.status AS "runStatus", r.workflow_id AS "workflowId",
         r.started_at AS "startedAt", w.name AS "workflowName"
       FROM node_transactions t
       JOIN runs r ON r.organization_id = t.organization_id AND r.id = t.run_id
       LEFT JOIN workflows w ON w.organization_id = r.organization_id AND w.id = r.workflow_id
       WHERE t.organization_id = $1 AND t.tx_hash = ANY ($2::text[])
         AND NOT ${isHiddenFrom('$3')}`,
      [caller.organizationId, asked.map((hash) => hash.toLowerCase()), viewerOf(caller)],
    );
    const found = new Map(rows.map((row) => [row.txHash, row]));
    const attributions = asked.flatMap((hash): [string, TransactionAttribution][] => {
      const row = found.get(hash.toLowerCase());
      return row === undefined ? [] : [[hash, new TransactionAttribution(hash, row)]];
    });
    return Object.fromEntries(attributions);
  }
}
