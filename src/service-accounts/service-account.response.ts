import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Permission, PERMISSIONS } from '../auth/permissions';
import type { ServiceAccount } from '../database/entities';
import type { ServiceAccountStatus } from '../database/entities/service-account.entity';

export class ServiceAccountView {
  @ApiProperty({ example: 'sa_0Vz8Kq1c2ZsVxN4tP7mRbA' })
  id: string;

  @ApiProperty()
  organizationId: string;

  @ApiProperty()
  name: string;

  @ApiPropertyOptional()
  description?: string;

  @ApiProperty({ enum: PERMISSIONS, isArray: true })
  permissions: Permission[];

  @ApiProperty({ enum: ['active', 'disabled'] })
  status: ServiceAccountStatus;

  @ApiPropertyOptional({ format: 'date-time' })
  disabledAt?: string;

  @ApiPropertyOptional({ description: 'Id of the user or service account that made it.' })
  createdBy?: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  constructor(account: ServiceAccount) {
    this.id = account.id;
    this.organizationId = account.organizationId;
    this.name = account.name;
    this.description = account.description ?? undefined;
    this.permissions = account.permissions;
    this.status = account.status;
    this.disabledAt = account.disabledAt?.toISOString();
    this.createdBy = account.createdBy ?? undefined;
    this.createdAt = account.createdAt.toISOString();
    this.updatedAt = account.updatedAt.toISOString();
  }
}
