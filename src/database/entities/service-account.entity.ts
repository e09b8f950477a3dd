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
import type { Permission } from '../../auth/permissions';
import { Organization } from './organization.entity';

export type ServiceAccountStatus = 'active' | 'disabled';

/** A machine that acts for the organization with permissions of its own. */
@Entity('service_accounts')
@Unique('service_accounts_name_key', ['organizationId', 'name'])
@Index('service_accounts_by_creation', ['organizationId', 'createdAt', 'id'])
export class ServiceAccount {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'service_accounts_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'service_accounts_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('text', { array: true })
  permissions: Permission[];

  @Column('text', { default: 'active' })
  status: ServiceAccountStatus;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;

  /** Null for the one that the first start made. */
  @Column('text', { nullable: true })
  createdBy: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'service_accounts_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
