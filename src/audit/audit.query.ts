import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CursorPageQuery } from '../common/pagination';
import { listOf } from '../common/query-values';
import { Time } from '../common/series.query';
import { AUDIT_OUTCOMES, type AuditOutcome } from '../database/entities/audit-entry.entity';

export class AuditQuery extends CursorPageQuery {
  @ApiPropertyOptional({ description: 'Id of a user, a service account or a run.' })
  @Text()
  actorId?: string;

  @ApiPropertyOptional({ description: 'Id of the operation.', example: 'publishWorkflow' })
  @Text()
  operation?: string;

  @ApiPropertyOptional({ description: 'What kind of thing it was done to.', example: 'workflow' })
  @Text()
  resourceType?: string;

  @ApiPropertyOptional({ description: 'Id of what it was done to.' })
  @Text()
  resourceId?: string;

  @ApiPropertyOptional({ description: 'What belongs to this run.' })
  @Text()
  runId?: string;

  @ApiPropertyOptional({ description: 'How it ended.', enum: AUDIT_OUTCOMES, isArray: true })
  @IsOptional()
  @Transform(({ value }) => listOf(value))
  @IsIn(AUDIT_OUTCOMES, {
    each: true,
    message: `outcome must be one of ${AUDIT_OUTCOMES.join(', ')}`,
  })
  outcome?: AuditOutcome[];

  @ApiPropertyOptional({ type: 'integer', description: 'From this time on, in Unix milliseconds.' })
  @IsOptional()
  @Time()
  from?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'Before this time, in Unix milliseconds.' })
  @IsOptional()
  @Time()
  to?: number;
}

export class AdminAuditQuery extends AuditQuery {
  @ApiPropertyOptional({
    description: 'The log of this organization, also of one that was deleted; default: of none.',
  })
  @Text()
  organizationId?: string;
}

function Text(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    IsString({ message: '$property must be given once' }),
    MaxLength(500, { message: '$property must be at most 500 characters' }),
  );
}
