import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { OrganizationRestriction } from '../database/entities';
import {
  RESTRICTION_TYPES,
  type RestrictionType,
} from '../database/entities/organization-restriction.entity';

export class RestrictionView {
  @ApiProperty({ example: 'rst_0Vz8Kq1c2ZsVxN4tP7mRbA' })
  id: string;

  @ApiProperty()
  organizationId: string;

  @ApiProperty({ enum: RESTRICTION_TYPES })
  type: RestrictionType;

  @ApiPropertyOptional({ example: 'http-request' })
  actionType?: string;

  @ApiPropertyOptional()
  reason?: string;

  @ApiProperty({ description: 'Id of the user or service account that made it.' })
  createdBy: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  constructor(restriction: OrganizationRestriction) {
    this.id = restriction.id;
    this.organizationId = restriction.organizationId;
    this.type = restriction.type;
    this.actionType = restriction.actionType === '' ? undefined : restriction.actionType;
    this.reason = restriction.reason ?? undefined;
    this.createdBy = restriction.createdBy;
    this.createdAt = restriction.createdAt.toISOString();
  }
}
