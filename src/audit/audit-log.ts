import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source';
import type { AuditEntry } from '../database/entities';
import type { Plain } from '../common/plain';
import { newId } from '../database/ids';
import { WaitingRows } from '../database/waiting-rows';
import { run, type Statement } from '../record/statements';
import { AuditSettings } from './audit-settings';

const FLUSH_MS = 1_000;
const CLEAN_MS = 3_600_000;

export type AuditRow = Plain<AuditEntry>;

const COLUMNS = `id, at, outcome, actor_type, actor_id, credential_type, credential_id, operation,
  resource_type, resource_id, changes, code, reason, run_id, request_id, client_ip, user_agent,
  count, fold_key`;

/** Refusals that are alike are counted by the first of them, so that a flood of them does not fill the log. */
const FOLDED = `ON CONFLICT (organization_id, fold_key) WHERE fold_key IS NOT NULL
    DO UPDATE SET count = e.count + excluded.count`;

const insertSql = (organization: string): string => `
    INSERT INTO audit_entries AS e (organization_id, ${COLUMNS})
    SELECT ${organization}, ${COLUMNS} FROM json_populate_recordset(NULL::audit_entries, $1)
    ${FOLDED}`;

const WRITE: Statement = { name: 'weft_audit', text: insertSql('organization_id') };

/** What somebody unknown did or was refused is in the log of the organization whose run or workflow it was about. */
const WRITE_ANONYMOUS: Statement = {
  name: 'weft_audit_anonymous',
  text: insertSql(`coalesce(
      (SELECT r.organization_id FROM runs r WHERE r.id = run_id),
      (SELECT w.organization_id FROM workflows w
        WHERE w.id = resource_id AND resource_type = 'workflow'),
      '')`),
};

/** What is done to another organization's template or invite is in that one's log: \`$9\` is the type. */
const SETTLE: Statement = {
  name: 'weft_audit_settle',
  text: `UPDATE audit_entries SET outcome = $4, resource_id = $5, run_id = $6, code = $7,
      reason = $8, organization_id = coalesce(CASE WHEN $4 = 'done' THEN CASE $9::text
        WHEN 'template' THEN (SELECT t.organization_id FROM templates t WHERE t.id = $5)
        WHEN 'invite' THEN (SELECT i.organization_id FROM organization_invites i WHERE i.id = $5)
      END END, $3)
    WHERE organization_id = $1 AND id = $2`,
};

/** {@link SETTLE} of what was refused: \`$2\` and \`$3\` are the row that told of the wish. */
const SETTLE_REFUSED: Statement = {
  name: 'weft_audit_settle_refused',
  text: `WITH wish AS (DELETE FROM audit_entries WHERE organization_id = $2 AND id = $3)
    ${insertSql('organization_id')}`,
};

/** Writes what people and machines change, and what they are refused. */
@Injectable()
export class AuditLog implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Audit');
  private readonly waiting = new WaitingRows<AuditRow>(
    (batch) => this.write(batch),
    (count, error) => {
      this.logger.warn(`${count} entries could not be written: ${String(error)}`);
    },
  );
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: AuditSettings,
  ) {}

  onModuleInit(): void {
    const flush = setInterval(() => void this.flush(), FLUSH_MS);
    const clean = setInterval(() => void this.clean(), CLEAN_MS);
    this.timers.push(flush.unref(), clean.unref());
  }

  async onApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.flush();
  }

  /** Before the change. What can't be noted is not done: this throws. */
  async begin(row: AuditRow): Promise<void> {
    await this.write([row]);
  }

  /**
   * After the change, before it is answered. The change has been made or refused by now, so its client is told that
   * even when the row can't be settled: it stays `pending`.
   */
  async settle(before: AuditRow, after: AuditRow): Promise<void> {
    await this.settleRow(before, after).catch((error: unknown) => {
      this.logger.warn(`The entry ${before.id} could not be settled: ${String(error)}`);
    });
  }

  private async settleRow(before: AuditRow, after: AuditRow): Promise<void> {
    const pool = poolOf(this.dataSource);
    const { organizationId, id } = before;
    if (after.outcome === 'refused') {
      const row = toColumns({ ...after, id: newId('aud') });
      await run(pool, SETTLE_REFUSED, [JSON.stringify([row]), organizationId, id]);
      return;
    }
    const { outcome, resourceId, runId, code, reason, resourceType } = after;
    await run(pool, SETTLE, [
      ...[organizationId, id, after.organizationId, outcome, resourceId, runId, code, reason],
      resourceType,
    ]);
  }

  /** A moment later, with others: for what nothing is lost of, should the process die. */
  add(row: AuditRow): void {
    this.waiting.add(row);
  }

  /** Writes what is waiting. One at a time. */
  flush(): Promise<void> {
    return this.waiting.flush();
  }

  private async write(rows: readonly AuditRow[]): Promise<void> {
    const isAnonymous = ({ organizationId, actorType }: AuditRow): boolean =>
      organizationId === '' && actorType === 'anonymous';
    const folded = foldedRows(rows);
    await this.insert(
      WRITE,
      folded.filter((row) => !isAnonymous(row)),
    );
    await this.insert(WRITE_ANONYMOUS, folded.filter(isAnonymous));
  }

  private async insert(statement: Statement, rows: readonly AuditRow[]): Promise<void> {
    if (rows.length === 0) return;
    await run(poolOf(this.dataSource), statement, [JSON.stringify(rows.map(toColumns))]);
  }

  private async clean(): Promise<void> {
    if (this.settings.days === 0) return;
    const before = new Date(Date.now() - this.settings.days * 86_400_000);
    await this.dataSource
      .query('DELETE FROM audit_entries WHERE at < $1', [before])
      .catch((error: unknown) => {
        this.logger.warn(`Old entries could not be deleted: ${String(error)}`);
      });
  }
}

function toColumns({ organizationId, actorType, actorId, ...row }: AuditRow): object {
  return {
    ...{ organization_id: organizationId, id: row.id, at: row.at, outcome: row.outcome },
    ...{ actor_type: actorType, actor_id: actorId },
    ...{ credential_type: row.credentialType, credential_id: row.credentialId },
    ...{ operation: row.operation, resource_type: row.resourceType, resource_id: row.resourceId },
    ...{ changes: row.changes, code: row.code, reason: row.reason, run_id: row.runId },
    ...{ request_id: row.requestId, client_ip: row.clientIp, user_agent: row.userAgent },
    ...{ count: row.count, fold_key: row.foldKey },
  };
}

/** One statement writes a row once, so refusals of one batch that are alike are put together first. */
function foldedRows(rows: readonly AuditRow[]): AuditRow[] {
  const folded = new Map<string, AuditRow>();
  for (const row of rows) {
    const key = row.foldKey === null ? row.id : `${row.organizationId} ${row.foldKey}`;
    const first = folded.get(key);
    folded.set(key, first === undefined ? row : { ...first, count: first.count + row.count });
  }
  return [...folded.values()];
}
