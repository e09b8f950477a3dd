import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { Organization } from './organization.entity';

/** `disabled_action`: nothing with this action is published or run. `developer_publish`: only owners publish. */
export const RESTRICTION_TYPES = ['disabled_action', 'developer_publish'] as const;
export type RestrictionType = (typeof RESTRICTION_TYPES)[number];

@Entity('organization_restrictions')
@Unique('organization_restrictions_once', ['organizationId', 'type', 'actionType'])
export class OrganizationRestriction {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'organization_restrictions_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'organization_restrictions_pkey' })
  id: string;

  @Column('text')
  type: RestrictionType;

  /** Empty where the type says all. */
  @Column('text', { default: '' })
  actionType: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text')
  createdBy: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'organization_restrictions_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
