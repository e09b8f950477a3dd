import { Controller, Get, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller';
import { Operation } from '../auth/operation';
import type { CursorPage } from '../common/pagination';
import { AnswersWithCursorPageOf, Fails } from '../openapi/responses';
import { AdminAuditQuery, AuditQuery } from './audit.query';
import { AuditEntryView } from './audit.response';
import { AuditService } from './audit.service';

@ApiTags('Audit')
@Controller('v1')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get('orgs/:orgId/audit-log')
  @ApiParam({ name: 'orgId' })
  @Operation('listAuditLog', {
    summary: 'List changes and refusals, the newest first',
    description:
      'Every change that was asked for, and everything that a permission, a restriction or a limit forbade, also to the nodes of runs.',
  })
  @AnswersWithCursorPageOf(AuditEntryView)
  @Fails('invalidFields', 'organizationNotFound')
  listAuditLog(
    @CurrentCaller() { organizationId }: Caller,
    @Query() query: AuditQuery,
  ): Promise<CursorPage<AuditEntryView>> {
    return this.audit.list(organizationId, query);
  }

  @Get('admin/audit-log')
  @Operation('adminListAuditLog', {
    summary: 'List what people changed in no organization, the newest first',
    description:
      'Signing up and in, passwords, and what was asked of organizations by strangers; with `organizationId` the log of that organization.',
  })
  @AnswersWithCursorPageOf(AuditEntryView)
  @Fails('invalidFields')
  adminListAuditLog(@Query() query: AdminAuditQuery): Promise<CursorPage<AuditEntryView>> {
    return this.audit.list(query.organizationId ?? '', query);
  }
}
