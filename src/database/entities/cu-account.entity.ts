import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from './organization.entity';

/** What an organization may use and has used. Without a row it has no limit. `bigint`s are read as text. */
@Entity('cu_accounts')
export class CuAccount {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'cu_accounts_pkey' })
  organizationId: string;

  @Column('text', { default: 'self-hosted' })
  tier: string;

  /** What each calendar month brings, in UTC; null: there is no limit. */
  @Column('bigint', { nullable: true })
  monthlyCu: string | null;

  /** The month that has brought it last. */
  @Column('timestamptz', { nullable: true })
  periodStart: Date | null;

  /** The balance at which nothing more starts. */
  @Column('bigint', { default: 0 })
  minThreshold: string;

  /** Sum of the entries. */
  @Column('bigint', { default: 0 })
  credited: string;

  /** Cost of the events up to `settledXid`. */
  @Column('bigint', { default: 0 })
  settledCu: string;

  /** Events of this transaction and later ones are not settled yet. */
  @Column('xid8' as 'text', { default: () => "'0'" })
  settledXid: string;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'cu_accounts_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
