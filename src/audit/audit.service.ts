import { Injectable } from '@nestjs/common';
import { And, DataSource, In, LessThan, MoreThanOrEqual } from 'typeorm';
import { type Page, pageOf } from '../common/pagination';
import { AuditEntry } from '../database/entities';
import { AuditLog } from './audit-log';
import type { AuditQuery } from './audit.query';
import { AuditEntryView } from './audit.response';

/** Reads the audit log. */
@Injectable()
export class AuditService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: AuditLog,
  ) {}

  /** The newest first. @param organizationId empty for what belongs to none */
  async list(organizationId: string, query: AuditQuery): Promise<Page<AuditEntryView>> {
    await this.log.flush();
    const { actorId, operation, resourceType, resourceId, runId, outcome, from, to } = query;
    const bounds = [
      ...(from === undefined ? [] : [MoreThanOrEqual(new Date(from))]),
      ...(to === undefined ? [] : [LessThan(new Date(to))]),
    ];
    const rows = await this.dataSource.manager.find(AuditEntry, {
      where: {
        organizationId,
        ...(actorId !== undefined && { actorId }),
        ...(operation !== undefined && { operation }),
        ...(resourceType !== undefined && { resourceType }),
        ...(resourceId !== undefined && { resourceId }),
        ...(runId !== undefined && { runId }),
        ...(outcome !== undefined && { outcome: In(outcome) }),
        ...(bounds.length > 0 && { at: And(...bounds) }),
      },
      order: { id: 'DESC' },
      take: query.limit + 1,
      skip: query.offset,
    });
    return pageOf(rows, query, (row) => new AuditEntryView(row));
  }
}
