import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  UpdateDateColumn,
  type Relation,
} from 'typeorm';
import type { Role } from './organization-member.entity';
import { Organization } from './organization.entity';

export type InviteStatus = 'pending' | 'accepted' | 'declined' | 'expired';

@Entity('organization_invites')
@Unique('organization_invites_token_hash_key', ['tokenHash'])
@Index('organization_invites_by_email', ['email'])
@Index('organization_invites_open', ['organizationId', 'createdAt', 'id'], {
  where: "status = 'pending'",
})
export class OrganizationInvite {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'organization_invites_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'organization_invites_pkey' })
  id: string;

  /** In lower case. */
  @Column('text')
  email: string;

  /** Who accepted or declined it. */
  @Column('text', { nullable: true })
  inviteeUserId: string | null;

  @Column('text')
  role: Role;

  /** As it was written last: a pending one whose time is over has expired all the same. */
  @Column('text', { default: 'pending' })
  status: InviteStatus;

  /** SHA-256 of the token, which only the inviter has seen. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('text')
  invitedBy: string;

  @Column('timestamptz')
  expiresAt: Date;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'organization_invites_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
