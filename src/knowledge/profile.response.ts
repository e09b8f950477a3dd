import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { OrganizationProfile } from '../database/entities';

/** Empty until somebody fills it in. */
export class ProfileView {
  @ApiProperty()
  organizationId: string;

  @ApiPropertyOptional()
  about?: string;

  @ApiPropertyOptional()
  instructions?: string;

  @ApiPropertyOptional({ example: 'en-GB' })
  language?: string;

  @ApiPropertyOptional({ example: 'Europe/London' })
  timezone?: string;

  @ApiPropertyOptional({ description: 'Id of the user or service account that changed it last.' })
  updatedBy?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  updatedAt?: string;

  constructor(organizationId: string, profile: OrganizationProfile | null) {
    this.organizationId = organizationId;
    this.about = profile?.about ?? undefined;
    this.instructions = profile?.instructions ?? undefined;
    this.language = profile?.language ?? undefined;
    this.timezone = profile?.timezone ?? undefined;
    this.updatedBy = profile?.updatedBy;
    this.updatedAt = profile?.updatedAt.toISOString();
  }
}
