import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { OrganizationMember } from '../database/entities';
import { type Role, ROLES } from '../database/entities/organization-member.entity';

export class UpdateMemberDto {
  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  role: Role;
}

export class MemberView {
  @ApiProperty()
  id: string;

  @ApiProperty()
  organizationId: string;

  @ApiProperty()
  userId: string;

  @ApiPropertyOptional({ format: 'email' })
  userEmail?: string;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiPropertyOptional({ description: 'Id of the user or service account that did it.' })
  invitedBy?: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  /** @param member with its user */
  constructor(member: OrganizationMember) {
    this.id = member.id;
    this.organizationId = member.organizationId;
    this.userId = member.userId;
    this.userEmail = member.user.email ?? undefined;
    this.role = member.role;
    this.invitedBy = member.invitedBy ?? undefined;
    this.createdAt = member.createdAt.toISOString();
    this.updatedAt = member.updatedAt.toISOString();
  }
}
