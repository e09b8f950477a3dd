import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source';
import type { AuditEntry } from '../database/entities';
import type { Plain } from '../common/plain';
import { run, type Statement } from '../record/statements';
import { AuditSettings } from './audit-settings';

const FLUSH_MS = 1_000;
const CLEAN_MS = 3_600_000;
const BATCH = 1_000;
/** When the database is away, the newest are kept and the rest is lost. */
const MAX_WAITING = 20_000;

export type AuditRow = Plain<AuditEntry>;

const write = (name: string, organization: string): Statement => ({
  name,
  text: `INSERT INTO audit_entries (organization_id, id, at, outcome, actor_type, actor_id,
      credential_type, credential_id, operation, resource_type, resource_id, changes, code, reason,
      run_id, request_id, client_ip, user_agent)
    SELECT ${organization}, id, at, outcome, actor_type, actor_id, credential_type, credential_id,
      operation, resource_type, resource_id, changes, code, reason, run_id, request_id, client_ip,
      user_agent
    FROM json_populate_recordset(NULL::audit_entries, $1)`,
});

const WRITE = write('weft_audit', 'organization_id');

/** What somebody unknown started or resumed is in the log of the run's organization. */
const WRITE_BY_RUN = write(
  'weft_audit_by_run',
  "coalesce((SELECT r.organization_id FROM runs r WHERE r.id = run_id), '')",
);

const SETTLE: Statement = {
  name: 'weft_audit_settle',
  text: `UPDATE audit_entries SET organization_id = $3, outcome = $4, resource_id = $5, run_id = $6,
      code = $7, reason = $8
    WHERE organization_id = $1 AND id = $2`,
};

/** Writes what people and machines change, and what they are refused. */
@Injectable()
export class AuditLog implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Audit');
  private waiting: AuditRow[] = [];
  private writing: Promise<void> = Promise.resolve();
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
    await run(poolOf(this.dataSource), SETTLE, [
      before.organizationId,
      before.id,
      after.organizationId,
      after.outcome,
      after.resourceId,
      after.runId,
      after.code,
      after.reason,
    ]).catch((error: unknown) => {
      this.logger.warn(`The entry ${before.id} could not be settled: ${String(error)}`);
    });
  }

  /** A moment later, with others: for what nothing is lost of, should the process die. */
  add(row: AuditRow): void {
    this.waiting.push(row);
    if (this.waiting.length > MAX_WAITING) this.waiting = this.waiting.slice(-MAX_WAITING / 2);
  }

  /** Writes what is waiting. One at a time. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.writeWaiting());
    return this.writing;
  }

  private async writeWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH);
      try {
        await this.write(batch);
      } catch (error) {
        this.waiting.unshift(...batch);
        this.logger.warn(`${this.waiting.length} entries could not be written: ${String(error)}`);
        return;
      }
    }
  }

  private async write(rows: readonly AuditRow[]): Promise<void> {
    const isByRun = ({ organizationId, outcome, runId }: AuditRow): boolean =>
      organizationId === '' && outcome === 'done' && runId !== null;
    await this.insert(
      WRITE,
      rows.filter((row) => !isByRun(row)),
    );
    await this.insert(WRITE_BY_RUN, rows.filter(isByRun));
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
  };
}
