import {
  Column,
  Entity,
  JoinColumn,
  OneToOne,
  PrimaryColumn,
  UpdateDateColumn,
  type Relation,
} from 'typeorm';
import { Organization } from './organization.entity';

/** What whoever writes workflows for an organization should know of it. */
@Entity('organization_profiles')
export class OrganizationProfile {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'organization_profiles_pkey' })
  organizationId: string;

  @Column('text', { nullable: true })
  about: string | null;

  @Column('text', { nullable: true })
  instructions: string | null;

  /** Tag of BCP 47. */
  @Column('text', { nullable: true })
  language: string | null;

  /** Name of the IANA database. */
  @Column('text', { nullable: true })
  timezone: string | null;

  @Column('text')
  updatedBy: string;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  @OneToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'organization_profiles_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
