import { Injectable } from '@nestjs/common';
import { And, DataSource, In, LessThan, MoreThanOrEqual } from 'typeorm';
import type { SortKey } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import type { CursorPage } from '../common/pagination';
import { AuditEntry } from '../database/entities';
import { AuditLog } from './audit-log';
import type { AuditQuery } from './audit.query';
import { AuditEntryView } from './audit.response';

const NEWEST_FIRST: readonly SortKey[] = [
  { expression: 'entry.id', direction: 'DESC', type: 'text' },
];

/** Reads the audit log. */
@Injectable()
export class AuditService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: AuditLog,
  ) {}

  /** The newest first. @param organizationId empty for what belongs to none */
  async list(organizationId: string, query: AuditQuery): Promise<CursorPage<AuditEntryView>> {
    await this.log.flush();
    const { actorId, operation, resourceType, resourceId, runId, outcome, from, to } = query;
    const bounds = [
      ...(from === undefined ? [] : [MoreThanOrEqual(new Date(from))]),
      ...(to === undefined ? [] : [LessThan(new Date(to))]),
    ];
    const rows = this.dataSource.manager.createQueryBuilder(AuditEntry, 'entry').where({
      organizationId,
      ...(actorId !== undefined && { actorId }),
      ...(operation !== undefined && { operation }),
      ...(resourceType !== undefined && { resourceType }),
      ...(resourceId !== undefined && { resourceId }),
      ...(runId !== undefined && { runId }),
      ...(outcome !== undefined && { outcome: In(outcome) }),
      ...(bounds.length > 0 && { at: And(...bounds) }),
    });
    return readPage(rows, query, NEWEST_FIRST, (row) => new AuditEntryView(row));
  }
}
