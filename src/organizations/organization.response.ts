import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Organization } from '../database/entities';

/** What everybody may see of an organization. */
export class PublicOrganizationView {
  @ApiProperty({ example: 'org_0Vz8Kq1c2ZsVxN4tP7mRbA' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  slug: string;

  @ApiPropertyOptional()
  description?: string;

  @ApiPropertyOptional({ description: 'URL of a picture.' })
  photo?: string;

  constructor(organization: Organization) {
    this.id = organization.id;
    this.name = organization.name;
    this.slug = organization.slug;
    this.description = organization.description ?? undefined;
    this.photo = organization.photo ?? undefined;
  }
}

export class OrganizationView extends PublicOrganizationView {
  @ApiPropertyOptional({ description: 'Id of the user that made it.' })
  createdBy?: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  constructor(organization: Organization) {
    super(organization);
    this.createdBy = organization.createdBy ?? undefined;
    this.createdAt = organization.createdAt.toISOString();
    this.updatedAt = organization.updatedAt.toISOString();
  }
}
