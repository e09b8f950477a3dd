import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AuditEntry } from '../database/entities';
import {
  AUDIT_ACTORS,
  AUDIT_OUTCOMES,
  type AuditActor,
  type AuditOutcome,
} from '../database/entities/audit-entry.entity';
import { ApiJsonObjectOptional } from '../openapi/json-property';

export class AuditEntryView {
  @ApiProperty({ example: 'aud_0Vz8Kq1c2ZsVxN4tP7mRbA' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({
    enum: AUDIT_OUTCOMES,
    description:
      '`failed`: nothing was changed, for the reason that `code` names. `refused`: a permission, a restriction or a limit forbade it. `pending`: it is under way, or what came of it could not be written.',
  })
  outcome: AuditOutcome;

  @ApiProperty({
    enum: AUDIT_ACTORS,
    description: '`run`: a node of the run. `system`: the service by itself.',
  })
  actorType: AuditActor;

  @ApiPropertyOptional()
  actorId?: string;

  @ApiPropertyOptional({ enum: ['session', 'oidc', 'api_key'] })
  credentialType?: string;

  @ApiPropertyOptional({ description: 'Id of the session or key, or the issuer.' })
  credentialId?: string;

  @ApiProperty({ example: 'publishWorkflow' })
  operation: string;

  @ApiProperty({ example: 'workflow' })
  resourceType: string;

  @ApiPropertyOptional()
  resourceId?: string;

  @ApiJsonObjectOptional({
    description:
      'The fields that were sent, not what they were before; `(sent)` for values that may be secret or are long.',
  })
  changes?: Record<string, unknown>;

  @ApiPropertyOptional({
    description: 'Code of the error; the name of it when a node was refused.',
    example: '403002',
  })
  code?: string;

  @ApiPropertyOptional()
  reason?: string;

  @ApiPropertyOptional()
  runId?: string;

  @ApiProperty({
    type: 'integer',
    description:
      'How many refusals of one minute the row stands for, of one actor, operation and code: it tells of the first.',
  })
  count: number;

  @ApiPropertyOptional()
  requestId?: string;

  @ApiPropertyOptional()
  clientIp?: string;

  @ApiPropertyOptional()
  userAgent?: string;

  constructor(entry: AuditEntry) {
    this.id = entry.id;
    this.at = entry.at.toISOString();
    this.outcome = entry.outcome;
    this.actorType = entry.actorType;
    this.actorId = entry.actorId ?? undefined;
    this.credentialType = entry.credentialType ?? undefined;
    this.credentialId = entry.credentialId ?? undefined;
    this.operation = entry.operation;
    this.resourceType = entry.resourceType;
    this.resourceId = entry.resourceId ?? undefined;
    this.changes = entry.changes ?? undefined;
    this.code = entry.code ?? undefined;
    this.reason = entry.reason ?? undefined;
    this.runId = entry.runId ?? undefined;
    this.count = entry.count;
    this.requestId = entry.requestId ?? undefined;
    this.clientIp = entry.clientIp ?? undefined;
    this.userAgent = entry.userAgent ?? undefined;
  }
}
