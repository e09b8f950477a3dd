import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { CursorPageQuery } from '../common/pagination';
import { listOf } from '../common/query-values';
import { AUDIT_OUTCOMES, type AuditOutcome } from '../database/entities/audit-entry.entity';

const MAX_TIME = 8_640_000_000_000_000;

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
  @Time()
  from?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'Before this time, in Unix milliseconds.' })
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
  return all(
    IsOptional(),
    IsString({ message: '$property must be given once' }),
    MaxLength(500, { message: '$property must be at most 500 characters' }),
  );
}

function Time(): PropertyDecorator {
  const message = '$property must be a time in Unix milliseconds';
  return all(
    IsOptional(),
    Type(() => Number),
    IsInt({ message }),
    Min(0, { message }),
    Max(MAX_TIME, { message }),
  );
}

function all(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}
