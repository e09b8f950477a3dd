import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { OrganizationInvite } from '../database/entities';
import type { InviteStatus } from '../database/entities/organization-invite.entity';
import { type Role, ROLES } from '../database/entities/organization-member.entity';

export class InviteView {
  @ApiProperty({ example: 'inv_0Vz8Kq1c2ZsVxN4tP7mRbA' })
  id: string;

  @ApiProperty()
  organizationId: string;

  @ApiProperty({ format: 'email' })
  inviteeEmail: string;

  @ApiPropertyOptional({ description: 'Who may answer or has answered it.' })
  inviteeUserId?: string;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ enum: ['pending', 'accepted', 'declined', 'expired'] })
  status: InviteStatus;

  @ApiProperty({ description: 'Id of the user or service account that invited.' })
  invitedBy: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  constructor(invite: OrganizationInvite) {
    this.id = invite.id;
    this.organizationId = invite.organizationId;
    this.inviteeEmail = invite.email;
    this.inviteeUserId = invite.inviteeUserId ?? undefined;
    this.role = invite.role;
    this.status = invite.status;
    this.invitedBy = invite.invitedBy;
    this.expiresAt = invite.expiresAt.toISOString();
    this.createdAt = invite.createdAt.toISOString();
    this.updatedAt = invite.updatedAt.toISOString();
  }
}

export class NewInviteView extends InviteView {
  @ApiProperty({
    description: 'To be handed to the person, shown now and never again: Weft sends no mail.',
    example: 'b3iv_...',
  })
  token: string;

  constructor(invite: OrganizationInvite, token: string) {
    super(invite);
    this.token = token;
  }
}

export class MyInviteView extends InviteView {
  @ApiProperty()
  organizationName: string;

  /** @param invite with its organization */
  constructor(invite: OrganizationInvite) {
    super(invite);
    this.organizationName = invite.organization.name;
  }
}
