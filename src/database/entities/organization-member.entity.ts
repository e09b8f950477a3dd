import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  UpdateDateColumn,
  type Relation,
} from 'typeorm';
import { Organization } from './organization.entity';
import { User } from './user.entity';

export const ROLES = ['owner', 'developer'] as const;
export type Role = (typeof ROLES)[number];

@Entity('organization_members')
@Index('organization_members_by_user', ['userId'])
@Index('organization_members_by_joining', ['organizationId', 'createdAt', 'id'])
export class OrganizationMember {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'organization_members_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'organization_members_pkey' })
  userId: string;

  @Column('text')
  id: string;

  @Column('text')
  role: Role;

  @Column('text', { nullable: true })
  invitedBy: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'organization_members_organization_id_fkey',
  })
  organization: Relation<Organization>;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'organization_members_user_id_fkey' })
  user: Relation<User>;
}
